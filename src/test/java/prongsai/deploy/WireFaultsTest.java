package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static prongsai.deploy.RemoteFailure.Reason.CERTIFICATE_REFUSED;
import static prongsai.deploy.RemoteFailure.Reason.HOST_KEY_CHANGED;
import static prongsai.deploy.RemoteFailure.Reason.HOST_UNKNOWN;
import static prongsai.deploy.RemoteFailure.Reason.LOGIN_REFUSED;
import static prongsai.deploy.RemoteFailure.Reason.NO_ENCRYPTION;
import static prongsai.deploy.RemoteFailure.Reason.NO_SECRET;
import static prongsai.deploy.RemoteFailure.Reason.NO_SUCH_FOLDER;
import static prongsai.deploy.RemoteFailure.Reason.TIMED_OUT;
import static prongsai.deploy.RemoteFailure.Reason.UNREACHABLE;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.ftp.FtpRemote;
import prongsai.deploy.sftp.SftpRemote;

/** What goes wrong between an office and its server ends in a {@link RemoteFailure} that says what it was, and in time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WireFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SHORT = Duration.ofMillis(700);

    private Path folder;
    private Path settings;
    private TestSftpServer sftp;
    private TestFtpServer ftp;
    private List<Integer> ftpPorts;
    private TestCertificate certificate;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = Files.createDirectory(temporary.resolve("shown"));
        settings = Files.createDirectory(temporary.resolve("settings"));
        certificate = TestCertificate.make(settings);
        sftp = TestSftpServer.start(folder);
        ftpPorts = CuttingProxy.freePorts(20);
        ftp = TestFtpServer.start(
                TestFtpServer.factory(folder), ftpPorts, Target.Encryption.EXPLICIT, Optional.of(certificate));
    }

    @AfterAll
    void stop() {
        sftp.close();
        ftp.close();
    }

    private Target.Sftp sftpTarget(Duration patience) {
        return sftp.target(settings.resolve("known_hosts"), sftp.port(), patience);
    }

    private Remote sftp(Target.Sftp target) {
        return new SftpRemote(target, TestSecrets.of(TestSftpServer.PASSWORD));
    }

    private Remote ftp(Target.Ftp target) {
        return new FtpRemote(target, TestSecrets.of(TestFtpServer.PASSWORD));
    }

    private static void fails(Remote remote, RemoteFailure.Reason reason, String... arguments) {
        RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, remote::connect);
        assertThat(failure).isNotNull();
        assertThat(failure).extracting(RemoteFailure::reason).isEqualTo(reason);
        assertThat(failure.arguments()).containsExactly(arguments);
    }

    @Test
    void saysThatAPasswordIsWrongAndNeverWhichItWas() {
        Target.Sftp overSsh = sftpTarget(PATIENCE);
        Target.Ftp overFtp = ftp.target(ftp.port(), PATIENCE);
        for (Remote remote : List.of(
                new SftpRemote(overSsh, TestSecrets.of("wr0ng")), new FtpRemote(overFtp, TestSecrets.of("wr0ng")))) {
            fails(remote, LOGIN_REFUSED, "somchai@127.0.0.1");
            Throwable failure = catchThrowableOfType(RemoteFailure.class, remote::connect);
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain("wr0ng");
            }
        }
    }

    @Test
    void saysThatThereIsNoPassword() {
        fails(new SftpRemote(sftpTarget(PATIENCE), TestSecrets.none()), NO_SECRET, "somchai@127.0.0.1");
        fails(new FtpRemote(ftp.target(ftp.port(), PATIENCE), TestSecrets.none()), NO_SECRET, "somchai@127.0.0.1");
    }

    @Test
    void saysThatTheFolderIsNotThere() {
        fails(
                sftp(sftp.target(settings.resolve("known_hosts"), sftp.port(), "/nothing", PATIENCE)),
                NO_SUCH_FOLDER,
                "/nothing");
        fails(ftp(ftp.target(ftp.port(), "/nothing", PATIENCE)), NO_SUCH_FOLDER, "/nothing");
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        int port = CuttingProxy.freePorts(1).get(0);
        fails(sftp(sftp.target(settings.resolve("nobody"), port, PATIENCE)), UNREACHABLE, "127.0.0.1:" + port);
        fails(ftp(ftp.target(port, PATIENCE)), UNREACHABLE, "127.0.0.1:" + port);
    }

    @Test
    void refusesAHostThatIsNotKnownOrHasAnotherKey(@TempDir Path lists) throws Exception {
        Path list = lists.resolve("known_hosts");
        Target.Sftp target = sftp.target(list, sftp.port(), PATIENCE);
        String server = "127.0.0.1:" + sftp.port();

        Files.writeString(list, "");
        fails(sftp(target), HOST_UNKNOWN, server, sftp.fingerprint(), list.toString());

        Files.writeString(list, "other.go.th" + sftp.knownHost(1).substring("[127.0.0.1]:1".length()));
        fails(sftp(target), HOST_UNKNOWN, server, sftp.fingerprint(), list.toString());

        try (TestSftpServer other = TestSftpServer.start(folder)) {
            Files.writeString(list, other.knownHost(sftp.port()));
        }
        fails(sftp(target), HOST_KEY_CHANGED, server, sftp.fingerprint(), list.toString());

        Files.writeString(list, sftp.knownHost(sftp.port()) + "@revoked " + sftp.knownHost(sftp.port()));
        fails(sftp(target), HOST_KEY_CHANGED, server, sftp.fingerprint(), list.toString());

        Files.writeString(list, "@cert-authority " + sftp.knownHost(sftp.port()));
        fails(sftp(target), HOST_UNKNOWN, server, sftp.fingerprint(), list.toString());
    }

    @Test
    void refusesACertificateThatNobodyVouchesForOrThatIsAnother(@TempDir Path others) {
        Target.Ftp pinned = ftp.target(ftp.port(), PATIENCE);
        String server = "127.0.0.1:" + ftp.port();
        Optional<String> other = Optional.of(TestCertificate.make(others).sha256());

        for (Optional<String> pin : List.of(Optional.<String>empty(), other)) {
            Target.Ftp target = new Target.Ftp(
                    pinned.account(), "/", pinned.encryption(), pin, pinned.connections(), pinned.patience());
            fails(ftp(target), CERTIFICATE_REFUSED, server, certificate.sha256());
        }
    }

    @Test
    void sendsNoPasswordToAServerWithoutEncryption() {
        try (TestFtpServer plain = TestFtpServer.start(folder, Target.Encryption.NONE, Optional.empty())) {
            Target.Ftp target = new Target.Ftp(
                    new Target.Account("somchai", "127.0.0.1", plain.port()),
                    "/",
                    Target.Encryption.EXPLICIT,
                    Optional.empty(),
                    1,
                    PATIENCE);
            Remote remote = new FtpRemote(target, new Secrets() {
                @Override
                public Optional<String> password(String account) {
                    throw new AssertionError("asked");
                }

                @Override
                public Optional<String> passphrase(String key) {
                    throw new AssertionError("asked");
                }
            });
            fails(remote, NO_ENCRYPTION, "127.0.0.1:" + plain.port());
        }
    }

    @Test
    void waitsNoLongerThanItsPatienceForAServerThatSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            int port = silent.getLocalPort();
            Target.Ftp implicit = new Target.Ftp(
                    new Target.Account("somchai", "127.0.0.1", port),
                    "/",
                    Target.Encryption.IMPLICIT,
                    Optional.empty(),
                    1,
                    SHORT);
            for (Remote remote : List.of(
                    sftp(sftp.target(settings.resolve("silent"), port, SHORT)),
                    ftp(ftp.target(port, SHORT)),
                    ftp(implicit))) {
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> fails(remote, TIMED_OUT, "127.0.0.1:" + port));
            }
        }
    }

    @Test
    void waitsForATlsHandshakeThatIsSlowButGoesOn() throws Exception {
        Duration patience = Duration.ofSeconds(2);
        try (CuttingProxy line = line(false)) {
            line.slow(1_000);
            long begin = System.nanoTime();
            // All of it takes longer than the patience with any one silence.
            try (Connection connection = connect(false, patience)) {
                assertThat(System.nanoTime() - begin).isGreaterThan(patience.toNanos());
                line.slow(0);
                assertThat(connection.look("nothing")).isEmpty();
            }
        }
    }

    @Test
    void waitsNoLongerThanItsPatienceForAServerThatFallsSilent() {
        byte[] large = new byte[20_000_000];
        for (boolean isSftp : List.of(true, false)) {
            try (CuttingProxy line = line(isSftp);
                    Connection connection = connect(isSftp, SHORT)) {
                RemoteFailure failure = assertTimeoutPreemptively(
                        Duration.ofSeconds(15),
                        () -> catchThrowableOfType(
                                RemoteFailure.class,
                                () -> connection.write("large", new ByteArrayInputStream(large), n -> line.freeze())));
                assertThat(failure).isNotNull();
                assertThat(failure.reason()).isEqualTo(TIMED_OUT);
            } catch (RemoteFailure e) {
                throw new AssertionError(e);
            }
        }
    }

    private CuttingProxy line(boolean isSftp) {
        List<Integer> ports = new ArrayList<>(isSftp ? List.of() : ftpPorts);
        ports.add(isSftp ? sftp.port() : ftp.port());
        return CuttingProxy.before(ports);
    }

    /** Over the bad line. */
    private Connection connect(boolean isSftp, Duration patience) throws RemoteFailure {
        return isSftp
                ? sftp(TestSftpServer.at(CuttingProxy.HOST, sftpTarget(patience), settings.resolve("line")))
                        .connect()
                : ftp(TestFtpServer.at(CuttingProxy.HOST, ftp.target(ftp.port(), patience)))
                        .connect();
    }

    @Test
    void endsInAFailureWhereverTheConnectionIsCut() throws Exception {
        Random random = new Random(7);
        byte[] bytes = new byte[40_000];
        random.nextBytes(bytes);
        for (boolean isSftp : List.of(true, false)) {
            try (CuttingProxy line = line(isSftp)) {
                publish(isSftp, bytes);
                long whole = line.passed();
                for (int i = 0; i < 12; i++) {
                    line.cutAfter(random.nextLong(whole));
                    RemoteFailure failure = assertTimeoutPreemptively(
                            Duration.ofSeconds(20),
                            () -> catchThrowableOfType(RemoteFailure.class, () -> publish(isSftp, bytes)));
                    if (failure != null) {
                        assertThat(failure.isPassing()).as("%s", failure).isTrue();
                    }
                    line.heal();
                }
                publish(isSftp, bytes);
            }
            assertThat(Files.readAllBytes(folder.resolve("a.html"))).isEqualTo(bytes);
        }
    }

    private void publish(boolean isSftp, byte[] bytes) throws RemoteFailure {
        try (Connection connection = connect(isSftp, PATIENCE)) {
            connection.write("a.new", new ByteArrayInputStream(bytes), n -> {});
            connection.rename("a.new", "a.html");
            connection.read("a.html", 100_000);
            connection.list("");
        }
    }

    @Test
    void tellsOfBytesAsASlowServerTakesThem() throws Exception {
        byte[] bytes = new byte[400_000];
        for (boolean isSftp : List.of(true, false)) {
            try (CuttingProxy line = line(isSftp);
                    Connection connection = connect(isSftp, PATIENCE)) {
                line.slow(200_000);
                long begin = System.nanoTime();
                List<Long> times = new ArrayList<>();
                connection.write("slow", new ByteArrayInputStream(bytes), n -> times.add(System.nanoTime() - begin));
                assertThat(times).hasSizeGreaterThan(10);
                assertThat(times.get(times.size() - 1)).isGreaterThan(500_000_000);
                assertThat(times.get(0)).isLessThan(times.get(times.size() - 1) / 2);
            }
            assertThat(Files.size(folder.resolve("slow"))).isEqualTo(bytes.length);
        }
    }
}
