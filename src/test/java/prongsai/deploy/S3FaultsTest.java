package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static prongsai.deploy.RemoteFailure.Reason.CERTIFICATE_REFUSED;
import static prongsai.deploy.RemoteFailure.Reason.CLOCK_WRONG;
import static prongsai.deploy.RemoteFailure.Reason.CONNECTION_LOST;
import static prongsai.deploy.RemoteFailure.Reason.DISK_FULL;
import static prongsai.deploy.RemoteFailure.Reason.LOGIN_REFUSED;
import static prongsai.deploy.RemoteFailure.Reason.NOT_PERMITTED;
import static prongsai.deploy.RemoteFailure.Reason.NO_ENCRYPTION;
import static prongsai.deploy.RemoteFailure.Reason.NO_SECRET;
import static prongsai.deploy.RemoteFailure.Reason.NO_SUCH_BUCKET;
import static prongsai.deploy.RemoteFailure.Reason.REFUSED;
import static prongsai.deploy.RemoteFailure.Reason.TIMED_OUT;
import static prongsai.deploy.RemoteFailure.Reason.TOO_LARGE_TO_SEND;
import static prongsai.deploy.RemoteFailure.Reason.TOO_MANY_CONNECTIONS;
import static prongsai.deploy.RemoteFailure.Reason.UNREACHABLE;
import static prongsai.deploy.RemoteFailure.Reason.WRONG_REGION;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.s3.S3Remote;

/** What goes wrong between an office and its object store, and what the store is told of each file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3FaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofMillis(700);

    private Path folder;
    private TestCertificate certificate;
    private TestBucket plain;
    private TestBucket secure;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = Files.createDirectory(temporary.resolve("shown"));
        certificate = TestCertificate.make(temporary);
        plain = TestBucket.start(folder, Optional.empty());
        secure = TestBucket.start(folder, Optional.of(certificate));
    }

    @AfterEach
    void behave() {
        plain.fault = (request, length) -> Optional.empty();
        plain.clockIsAhead = Duration.ZERO;
    }

    @AfterAll
    void stop() {
        plain.close();
        secure.close();
    }

    private static Remote remote(Target.Bucket target) {
        return new S3Remote(target, TestSecrets.of(TestBucket.SECRET), InstantSource.system());
    }

    private static void fails(Remote remote, RemoteFailure.Reason reason, String... arguments) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, remote::connect);
        assertThat(failure).isNotNull();
        assertThat(failure).extracting(RemoteFailure::reason).isEqualTo(reason);
        assertThat(failure.arguments()).containsExactly(arguments);
    }

    private String server() {
        return "127.0.0.1:" + plain.port();
    }

    @Test
    void saysThatAKeyIsWrongAndNeverWhichItWas() {
        Target.Bucket target = plain.target("ita");
        Remote wrong = new S3Remote(target, TestSecrets.of("wr0ng"), InstantSource.system());
        fails(wrong, LOGIN_REFUSED, TestBucket.KEY_ID + "@127.0.0.1");
        Throwable failure = catchThrowableOfType(RemoteFailure.class, wrong::connect);
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString()).doesNotContain("wr0ng");
        }
        fails(
                new S3Remote(target, TestSecrets.none(), InstantSource.system()),
                NO_SECRET,
                TestBucket.KEY_ID + "@127.0.0.1");
        fails(
                remote(with(target, new Target.Account("AKNOBODY", "127.0.0.1", plain.port()))),
                LOGIN_REFUSED,
                "AKNOBODY@127.0.0.1");
    }

    private static Target.Bucket with(Target.Bucket target, Target.Account account) {
        return new Target.Bucket(
                account,
                target.name(),
                target.prefix(),
                target.region(),
                target.isEncrypted(),
                target.certificate(),
                target.connections(),
                target.patience());
    }

    private static Target.Bucket with(
            Target.Bucket target, String name, String region, boolean isEncrypted, Optional<String> certificate) {
        return new Target.Bucket(target.account(), name, "ita", region, isEncrypted, certificate, 4, target.patience());
    }

    @Test
    void saysThatThereIsNoSuchBucketOrThatItIsElsewhere() {
        Target.Bucket target = plain.target("ita");
        fails(
                remote(with(target, "others", target.region(), false, Optional.empty())),
                NO_SUCH_BUCKET,
                "others",
                server());
        fails(
                remote(with(target, target.name(), "us-east-1", false, Optional.empty())),
                WRONG_REGION,
                server(),
                "ap-southeast-1");
    }

    @Test
    void saysThatTheClockIsWrong() {
        plain.clockIsAhead = Duration.ofMinutes(20);
        fails(remote(plain.target("ita")), CLOCK_WRONG, server());
        plain.clockIsAhead = Duration.ofMinutes(-20);
        fails(remote(plain.target("ita")), CLOCK_WRONG, server());
        plain.clockIsAhead = Duration.ofMinutes(10);
        assertThat(catchThrowableOfType(
                        RemoteFailure.class, () -> remote(plain.target("ita")).connect()))
                .isNull();
    }

    @Test
    void believesTheCertificateThatIsPinnedAndNoOther() throws Exception {
        Target.Bucket target = secure.target("ita");
        remote(target).connect().close();
        String server = "127.0.0.1:" + secure.port();
        fails(
                remote(with(target, target.name(), target.region(), true, Optional.empty())),
                CERTIFICATE_REFUSED,
                server,
                certificate.sha256());
        fails(
                remote(with(target, target.name(), target.region(), true, Optional.of("0".repeat(64)))),
                CERTIFICATE_REFUSED,
                server,
                certificate.sha256());
    }

    /** As most servers answer somebody who begins with TLS where they do not speak it. */
    @Test
    void saysThatAStoreSpeaksInTheClearAlone() throws Exception {
        try (ServerSocket store = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> answer(store, "HTTP/1.0 400 Bad Request\r\n\r\n"));
            serving.start();
            Target.Bucket target =
                    with(plain.target("ita"), new Target.Account(TestBucket.KEY_ID, "127.0.0.1", store.getLocalPort()));
            fails(
                    remote(with(target, target.name(), target.region(), true, Optional.empty())),
                    NO_ENCRYPTION,
                    "127.0.0.1:" + store.getLocalPort());
            serving.join();
        }
    }

    @Test
    void saysThatNobodyAnswersOrNotInTime() throws Exception {
        int port = CuttingProxy.freePorts(1).get(0);
        fails(
                remote(with(plain.target("ita"), new Target.Account("AK", "127.0.0.1", port))),
                UNREACHABLE,
                "127.0.0.1:" + port);
        fails(
                remote(with(plain.target("ita"), new Target.Account("AK", "nowhere.invalid", 443))),
                UNREACHABLE,
                "nowhere.invalid:443");
        try (CuttingProxy line = CuttingProxy.before(plain.port())) {
            line.freeze();
            assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> fails(
                            remote(plain.target(CuttingProxy.HOST, "ita", SHORT)),
                            TIMED_OUT,
                            CuttingProxy.HOST + ":" + plain.port()));
        }
    }

    @Test
    void aServerThatGoesSilentInTheMiddleOfAFileIsGivenUp() throws Exception {
        try (CuttingProxy line = CuttingProxy.before(plain.port());
                Connection connection =
                        remote(plain.target(CuttingProxy.HOST, "ita", SHORT)).connect()) {
            line.freeze();
            RemoteFailure failure = assertTimeoutPreemptively(
                    Duration.ofSeconds(5),
                    () -> catchThrowableOfType(
                            RemoteFailure.class,
                            () -> connection.write(
                                    "large.pdf", new ByteArrayInputStream(new byte[20_000_000]), n -> {})));
            assertThat(failure.reason()).isEqualTo(TIMED_OUT);
        }
    }

    /** Slower in all than patience lasts, but never silent for so long. */
    @Test
    void tellsOfBytesAsASlowServerTakesThem() throws Exception {
        try (CuttingProxy line = CuttingProxy.before(plain.port());
                Connection connection = remote(plain.target(CuttingProxy.HOST, "ita", Duration.ofSeconds(1)))
                        .connect()) {
            line.slow(1_500_000);
            List<Long> times = new ArrayList<>();
            long begin = System.nanoTime();
            connection.write(
                    "slow.pdf",
                    new ByteArrayInputStream(new byte[2_500_000]),
                    n -> times.add(System.nanoTime() - begin));
            assertThat(times).hasSizeGreaterThan(50);
            assertThat(times.get(times.size() - 1)).isGreaterThan(1_200_000_000);
        }
        assertThat(Files.size(folder.resolve("ita/slow.pdf"))).isEqualTo(2_500_000);
    }

    @Test
    void whatTheStoreRefusesIsToldAsWhatItIs() throws Exception {
        Map<String, RemoteFailure.Reason> reasons = new TreeMap<>(Map.of(
                "403 AccessDenied", NOT_PERMITTED,
                "507 XMinioStorageFull", DISK_FULL,
                "403 QuotaExceeded", DISK_FULL,
                "400 EntityTooLarge", TOO_LARGE_TO_SEND,
                "503 SlowDown", TOO_MANY_CONNECTIONS,
                "500 InternalError", CONNECTION_LOST,
                "400 IncompleteBody", CONNECTION_LOST,
                "400 XAmzContentSHA256Mismatch", CONNECTION_LOST,
                "400 InvalidArgument", REFUSED));
        try (Connection connection = remote(plain.target("ita")).connect()) {
            for (var each : reasons.entrySet()) {
                plain.fault = (request, length) -> Optional.of(each.getKey());
                RemoteFailure failure = catchThrowableOfType(
                        RemoteFailure.class,
                        () -> connection.write("a.html", new ByteArrayInputStream(new byte[10]), n -> {}));
                assertThat(failure.reason()).as(each.getKey()).isEqualTo(each.getValue());
            }
        }
        plain.fault = (request, length) -> Optional.of("400 InvalidArgument");
        assertThat(catchThrowableOfType(
                                RemoteFailure.class,
                                () -> remote(plain.target("ita")).connect())
                        .arguments())
                .containsExactly(TestBucket.NAME, "HTTP 400 InvalidArgument It is so.");
    }

    /** Many stores say no as soon as they have heard how large a file is, and hang up a little later. */
    @Test
    void aRefusalThatComesEarlyIsHeard() throws Exception {
        String listing = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 38\r\n\r\n"
                + "<ListBucketResult></ListBucketResult>\n";
        String refusal = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 43\r\n\r\n"
                + "<Error><Code>EntityTooLarge</Code></Error>\n";
        try (ServerSocket store = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Thread serving = new Thread(() -> List.of(listing, refusal).forEach(answer -> answer(store, answer)));
            serving.start();
            Target.Bucket target =
                    with(plain.target("ita"), new Target.Account("AK", "127.0.0.1", store.getLocalPort()));
            try (Connection connection = remote(target).connect()) {
                RemoteFailure failure = catchThrowableOfType(
                        RemoteFailure.class,
                        () -> connection.write("a.pdf", new ByteArrayInputStream(new byte[9_000_000]), n -> {}));
                assertThat(failure.reason()).isEqualTo(TOO_LARGE_TO_SEND);
                assertThat(failure.arguments()).containsExactly("a.pdf");
            }
            serving.join();
        }
    }

    /** Reads little more than the headers of one request. */
    private static void answer(ServerSocket store, String answer) {
        try (Socket socket = store.accept()) {
            assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoObjectStoreIsTold() throws Exception {
        TestFtpServer other = TestFtpServer.start(folder, Target.Encryption.NONE, Optional.empty());
        try (other) {
            RemoteFailure failure = catchThrowableOfType(
                    RemoteFailure.class,
                    () -> remote(with(plain.target("ita"), new Target.Account("AK", "127.0.0.1", other.port())))
                            .connect());
            assertThat(failure.reason()).isEqualTo(CONNECTION_LOST);
        }
    }

    @Test
    void eachFileIsStoredWithItsTypeAndHowLongItMayBeKept() throws Exception {
        Map<String, String> types = new TreeMap<>(Map.ofEntries(
                Map.entry("index.html", "text/html; charset=utf-8"),
                Map.entry("assets/site-0123456789ab.css", "text/css; charset=utf-8"),
                Map.entry("assets/search-0123456789ab.js", "text/javascript; charset=utf-8"),
                Map.entry("data/a.json", "application/json; charset=utf-8"),
                Map.entry("sitemap.xml", "application/xml; charset=utf-8"),
                Map.entry("feed.xml", "application/atom+xml; charset=utf-8"),
                Map.entry("data/แผน 2569 (1)+a%.csv", "text/csv; charset=utf-8"),
                Map.entry("assets/logo.svg", "image/svg+xml; charset=utf-8"),
                Map.entry("site.webmanifest", "application/manifest+json; charset=utf-8"),
                Map.entry("robots.txt", "text/plain; charset=utf-8"),
                Map.entry("files/a.pdf", "application/pdf"),
                Map.entry("assets/sarabun-0123456789ab.woff2", "font/woff2")));
        try (Connection connection = remote(plain.target("แผน")).connect()) {
            for (String path : types.keySet()) {
                connection.write(path, new ByteArrayInputStream(new byte[] {1}), n -> {});
            }
        }
        Map<String, String> stored = new TreeMap<>();
        Map<String, String> caching = new TreeMap<>();
        for (String path : types.keySet()) {
            stored.put(path, plain.objects().type("แผน/" + path));
            caching.put(path, plain.objects().caching("แผน/" + path));
        }
        assertThat(stored).isEqualTo(types);
        assertThat(caching)
                .allSatisfy((path, told) -> assertThat(told)
                        .isEqualTo(path.contains("0123456789ab") ? "public, max-age=31536000, immutable" : "no-cache"));
        assertThat(folder.resolve("แผน/data/แผน 2569 (1)+a%.csv")).isRegularFile();
    }

    @Test
    void aFileThatDoesNotFitIntoMemoryIsSentAsAWhole() throws Exception {
        byte[] large = new byte[9_000_000];
        new Random(1).nextBytes(large);
        try (Connection connection = remote(plain.target("ita")).connect()) {
            connection.write("large.zip", new ByteArrayInputStream(large), n -> {});
            assertThat(connection.read("large.zip", 9_000_000)).contains(large);
        }
    }
}
