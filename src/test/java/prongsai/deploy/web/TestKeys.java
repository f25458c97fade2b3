package prongsai.deploy.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys of a server at {@code localhost}, and an authority that signed them. They were made once by keytool: {@code good}
 * holds for a hundred years, {@code expired} held for a month of 2020, {@code early} holds from 2100.
 */
public final class TestKeys {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Path FILE = Path.of("src", "test", "resources", "tls", "hosts.p12");

    private TestKeys() {}

    /** Trusts the authority alone. */
    public static SSLContext trust() {
        return context("");
    }

    /** Of a server with one of the keys. */
    static SSLContext server(String alias) {
        return context(alias);
    }

    private static SSLContext context(String alias) {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
            KeyStore own = empty();
            if (!alias.isEmpty()) {
                own.setKeyEntry(alias, keys().getKey(alias, PASSWORD), PASSWORD, keys().getCertificateChain(alias));
            }
            KeyManagerFactory mine = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            mine.init(own, PASSWORD);
            TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            others.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(mine.getKeyManagers(), others.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The good key and its certificates, as servers that are not written in Java read them. */
    public static String pem() {
        try {
            StringBuilder text = new StringBuilder();
            add(text, "PRIVATE KEY", keys().getKey("good", PASSWORD).getEncoded());
            for (Certificate certificate : keys().getCertificateChain("good")) {
                add(text, "CERTIFICATE", certificate.getEncoded());
            }
            return text.toString();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void add(StringBuilder text, String what, byte[] bytes) {
        text.append("-----BEGIN ").append(what).append("-----\n");
        text.append(Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(bytes));
        text.append("\n-----END ").append(what).append("-----\n");
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static KeyStore keys() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(FILE)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }
}
