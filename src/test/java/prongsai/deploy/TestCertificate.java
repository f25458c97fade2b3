package prongsai.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for 127.0.0.1 that nobody vouches for, made by the platform's keytool.
 *
 * @param store PKCS #12
 */
public record TestCertificate(Path store) {

    public static final String PASSWORD = "password";

    private static final String[] KEY = {"-keyalg", "EC", "-groupname", "secp256r1"};

    /** Valid for a year from today. */
    public static TestCertificate make(Path folder) {
        return make(folder, "-validity", "365");
    }

    /** Was valid for a day, a year ago. */
    public static TestCertificate makeExpired(Path folder) {
        return make(folder, "-startdate", "-365d", "-validity", "1");
    }

    private static TestCertificate make(Path folder, String... validity) {
        Path store = folder.resolve("certificate.p12");
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", "server"));
        command.addAll(List.of(KEY));
        command.addAll(List.of("-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1"));
        command.addAll(List.of(validity));
        keytool(store, command);
        return new TestCertificate(store);
    }

    /**
     * Was valid for a day, a year ago, when an authority vouched for it.
     *
     * @param authority where the certificate of the authority goes, which is valid still
     */
    public static TestCertificate makeExpired(Path folder, Path authority) {
        TestCertificate certificate = make(folder);
        Path authorities = folder.resolve("authority.p12");
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", "authority", "-dname", "CN=authority"));
        command.addAll(List.of(KEY));
        command.addAll(List.of("-ext", "bc:c", "-startdate", "-400d", "-validity", "800"));
        keytool(authorities, command);
        String request = folder.resolve("request").toString();
        String signed = folder.resolve("signed").toString();
        keytool(certificate.store(), List.of("-certreq", "-alias", "server", "-file", request));
        command = new ArrayList<>(List.of("-gencert", "-alias", "authority", "-infile", request, "-outfile", signed));
        command.addAll(List.of("-ext", "san=ip:127.0.0.1", "-startdate", "-365d", "-validity", "1"));
        keytool(authorities, command);
        keytool(authorities, List.of("-exportcert", "-alias", "authority", "-file", authority.toString()));
        keytool(
                certificate.store(),
                List.of("-importcert", "-noprompt", "-alias", "authority", "-file", authority.toString()));
        keytool(certificate.store(), List.of("-importcert", "-noprompt", "-alias", "server", "-file", signed));
        return certificate;
    }

    private static void keytool(Path store, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool failed at " + arguments);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore read() throws IOException, GeneralSecurityException {
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(store)) {
            read.load(bytes, PASSWORD.toCharArray());
        }
        return read;
    }

    /** Of a server that has it. */
    public SSLContext tls() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(read(), PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In lower-case hex. */
    public String sha256() {
        try {
            byte[] certificate = read().getCertificate("server").getEncoded();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Certificate and key in PEM, in one file beside the store. */
    public Path pem() {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        try {
            KeyStore read = read();
            String key = lines.encodeToString(
                    read.getKey("server", PASSWORD.toCharArray()).getEncoded());
            String certificate =
                    lines.encodeToString(read.getCertificate("server").getEncoded());
            Path file = store.resolveSibling("certificate.pem");
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(key)
                            + "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n".formatted(certificate));
            file.toFile().setReadable(false, false);
            file.toFile().setReadable(true, true);
            return file;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
