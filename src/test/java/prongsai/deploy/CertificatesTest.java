package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.ftp.FtpRemote;

/** Whom the platform trusts, and until when, holds for FTP with TLS. */
class CertificatesTest {

    private static final String TRUST = "javax.net.ssl.trustStore";
    private static final List<String> PROPERTIES = List.of(TRUST, TRUST + "Type", TRUST + "Password");

    private Path home = Path.of("");
    private List<Optional<String>> before = List.of();

    @BeforeEach
    void setUp(@TempDir Path folder) {
        home = folder;
        before = PROPERTIES.stream()
                .map(name -> Optional.ofNullable(System.getProperty(name)))
                .toList();
    }

    @AfterEach
    void restore() {
        for (int i = 0; i < before.size(); i++) {
            String name = PROPERTIES.get(i);
            before.get(i).ifPresentOrElse(value -> System.setProperty(name, value), () -> System.clearProperty(name));
        }
    }

    /** As if an authority that this computer trusts had vouched for it. */
    private void trust(X509Certificate certificate) throws Exception {
        KeyStore authorities = KeyStore.getInstance("PKCS12");
        authorities.load(null, null);
        authorities.setCertificateEntry("authority", certificate);
        Path file = home.resolve("authorities.p12");
        try (var out = Files.newOutputStream(file)) {
            authorities.store(out, TestCertificate.PASSWORD.toCharArray());
        }
        System.setProperty(TRUST, file.toString());
        System.setProperty(TRUST + "Type", "PKCS12");
        System.setProperty(TRUST + "Password", TestCertificate.PASSWORD);
    }

    private static X509Certificate read(TestCertificate certificate) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(certificate.store())) {
            store.load(in, TestCertificate.PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate("server");
    }

    private static Remote remote(TestFtpServer server, String host, Optional<String> pin) {
        return new FtpRemote(
                new Target.Ftp(
                        new Target.Account(TestFtpServer.USER, host, server.port()),
                        "/",
                        Target.Encryption.EXPLICIT,
                        pin,
                        1,
                        Duration.ofSeconds(10)),
                TestSecrets.of(TestFtpServer.PASSWORD));
    }

    private TestFtpServer start(TestCertificate certificate) throws Exception {
        return TestFtpServer.start(
                Files.createDirectories(home.resolve("shown")), Target.Encryption.EXPLICIT, Optional.of(certificate));
    }

    private static RemoteFailure failure(Remote remote) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, remote::connect);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void oneThatIsVouchedForIsTakenForItsOwnNameAlone() throws Exception {
        TestCertificate certificate = TestCertificate.make(home);
        trust(read(certificate));
        try (TestFtpServer server = start(certificate)) {
            try (Connection connection =
                    remote(server, "127.0.0.1", Optional.empty()).connect()) {
                assertThat(connection.look("index.html")).isEmpty();
            }
            RemoteFailure failure = failure(remote(server, "localhost", Optional.empty()));
            assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE_REFUSED);
            assertThat(failure.arguments()).containsExactly("localhost:" + server.port(), certificate.sha256());
        }
    }

    @Test
    void oneThatHasEndedIsRefusedWithTheDayAlthoughItIsVouchedFor() throws Exception {
        Path authority = home.resolve("authority.crt");
        TestCertificate certificate = TestCertificate.makeExpired(home, authority);
        try (var in = Files.newInputStream(authority)) {
            trust((X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        try (TestFtpServer server = start(certificate)) {
            RemoteFailure failure = failure(remote(server, "127.0.0.1", Optional.empty()));
            assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE_EXPIRED);
            assertThat(failure.arguments())
                    .containsExactly(
                            "127.0.0.1:" + server.port(),
                            read(certificate).getNotAfter().toInstant().toString(),
                            certificate.sha256());
        }
    }

    @Test
    void oneThatHasEndedIsTakenWhereTheHostHasShownItToBeTheirs() throws Exception {
        TestCertificate certificate = TestCertificate.makeExpired(home);
        try (TestFtpServer server = start(certificate);
                Connection connection = remote(server, "127.0.0.1", Optional.of(certificate.sha256()))
                        .connect()) {
            assertThat(connection.look("index.html")).isEmpty();
        }
    }
}
