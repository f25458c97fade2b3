package prongsai.check.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prongsai.check.external.LinkOutcome.Dead;
import prongsai.check.external.LinkOutcome.Moved;
import prongsai.check.external.LinkOutcome.Reached;
import prongsai.check.external.LinkOutcome.Reason;
import prongsai.check.external.LinkOutcome.Unsure;

@Timeout(60)
class ExternalLinksTlsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Holds a key for {@code localhost} that nobody has signed, and trusts it. */
    private static SSLContext context;

    @BeforeAll
    static void makeKey(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("key.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("a", keys.getCertificate("a"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
    }

    private static LinkOutcome check(String address, Optional<SSLContext> tls) throws InterruptedException {
        ExternalLinkOptions options = new ExternalLinkOptions(
                "Prongsai/test",
                () -> Instant.EPOCH,
                Optional.empty(),
                4,
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMillis(10),
                Duration.ofSeconds(1),
                Duration.ofDays(1),
                tls);
        return new ExternalLinks(options)
                .check(Set.of(address), (done, of) -> {})
                .get(address);
    }

    @Test
    void trustsNoCertificateThatABrowserWarnsOf() throws Exception {
        try (LoopbackSite site = new LoopbackSite(context.getServerSocketFactory())) {
            site.page("/", 200);
            String right = "https://localhost:" + site.port() + "/";
            String wrong = "https://127.0.0.1:" + site.port() + "/";
            assertThat(check(right, Optional.of(context))).isEqualTo(new Reached(200));
            assertThat(check(wrong, Optional.of(context))).isEqualTo(new Dead(Reason.BAD_CERTIFICATE, 0));
            assertThat(check(right, Optional.empty())).isEqualTo(new Dead(Reason.BAD_CERTIFICATE, 0));
            assertThat(site.requests).containsExactly("HEAD /");
        }
    }

    @Test
    void tellsOfARedirectThatGivesUpEncryption() throws Exception {
        try (LoopbackSite site = new LoopbackSite(context.getServerSocketFactory());
                LoopbackSite plain = new LoopbackSite()) {
            plain.page("/", 200);
            site.page("/", 302, "Location: " + plain.address("/"));
            assertThat(check("https://localhost:" + site.port() + "/", Optional.of(context)))
                    .isEqualTo(new Moved(URI.create(plain.address("/")), false, new Reached(200)));
        }
    }

    @Test
    void isUnsureOfAServerThatDoesNotSpeakTls() throws Exception {
        try (LoopbackSite plain = new LoopbackSite()) {
            assertThat(check("https://127.0.0.1:" + plain.port() + "/", Optional.of(context)))
                    .isInstanceOf(Unsure.class);
        }
    }
}
