package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.publish.LinkedSite;

/** Whole publications over SFTP and FTPS, and over a line that is cut at any byte. */
class DeploymentOverWireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Path home = Path.of("");
    private Path server = Path.of("");

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = folder;
        server = folder("server");
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(home.resolve(name));
    }

    private SortedMap<String, String> standing() {
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.tree(server));
        files.remove(Bookkeeping.MANIFEST);
        return files;
    }

    private Remote sftp(TestSftpServer started, int port) {
        return Remotes.of(
                started.target(home.resolve("known_hosts"), port, PATIENCE),
                TestSecrets.of(TestSftpServer.PASSWORD),
                InstantSource.system());
    }

    @Test
    void aSiteGoesOutByFtpWithTlsChangesAndComesBack() throws Exception {
        TestCertificate certificate = TestCertificate.make(home);
        try (TestFtpServer started =
                TestFtpServer.start(server, Target.Encryption.EXPLICIT, Optional.of(certificate))) {
            Remote remote = Remotes.of(
                    started.target(started.port(), PATIENCE),
                    TestSecrets.of(TestFtpServer.PASSWORD),
                    InstantSource.system());
            Computer computer = new Computer(folder("computer"), "somchai");
            LinkedSite first = LinkedSite.large(1, 40);
            LinkedSite second = LinkedSite.large(2, 40);
            computer.build(first).publish(remote);
            assertThat(standing()).isEqualTo(first.files());
            assertThat(computer.publish(remote).bytes()).isZero();
            computer.build(second).publish(remote);
            assertThat(standing()).isEqualTo(second.files());
            computer.rollBack(remote);
            assertThat(standing()).isEqualTo(first.files());
        }
    }

    @Test
    void aLineThatIsCutAtAnyByteLeavesAWholeSiteThatTheNextRunCompletes() throws Exception {
        Random random = new Random(6);
        try (TestSftpServer started = TestSftpServer.start(server);
                CuttingProxy proxy = CuttingProxy.before(started.port())) {
            Computer computer = new Computer(folder("computer"), "somchai");
            Remote direct = sftp(started, started.port());
            Remote proxied = new Remote() {
                private final Target.Sftp target =
                        started.target(home.resolve("known_hosts_proxy"), started.port(), PATIENCE);

                @Override
                public Connection connect() throws RemoteFailure {
                    return Remotes.of(through(target), TestSecrets.of(TestSftpServer.PASSWORD), InstantSource.system())
                            .connect();
                }

                @Override
                public int connections() {
                    return 2;
                }
            };
            Files.writeString(
                    home.resolve("known_hosts_proxy"),
                    started.knownHost(started.port()).replace("127.0.0.1", CuttingProxy.HOST));
            computer.build(LinkedSite.large(0, 30)).publish(direct);
            int cut = 0;
            for (int round = 1; round <= 8; round++) {
                LinkedSite next = LinkedSite.large(round, 30);
                computer.build(next);
                proxy.cutAfter(random.nextInt(200_000));
                cut += isCut(computer, proxied) ? 1 : 0;
                assertThat(LinkedSite.faults(server)).as("round %d", round).isEmpty();
                proxy.heal();
                computer.publish(proxied);
                assertThat(standing()).as("round %d", round).isEqualTo(next.files());
            }
            assertThat(cut).isPositive();
        }
    }

    private Target.Sftp through(Target.Sftp target) {
        return new Target.Sftp(
                new Target.Account(
                        target.account().user(),
                        CuttingProxy.HOST,
                        target.account().port()),
                target.folder(),
                target.key(),
                target.agent(),
                home.resolve("known_hosts_proxy"),
                target.connections(),
                target.patience());
    }

    private static boolean isCut(Computer computer, Remote remote) throws Exception {
        try {
            computer.publish(remote);
            return false;
        } catch (DeploymentFailure e) {
            assertThat(e.reason()).isEqualTo(Reason.REMOTE);
            return true;
        }
    }

    @Test
    void ofTwoOfficersAtOnceOneWaits() throws Exception {
        LinkedSite site = LinkedSite.large(1, 60);
        try (TestSftpServer started = TestSftpServer.start(server)) {
            List<Computer> officers = List.of(
                    new Computer(folder("somchai"), "somchai").build(site),
                    new Computer(folder("malee"), "malee").build(site));
            assertThat(Computer.publishedAtOnce(officers, () -> sftp(started, started.port())))
                    .isPositive();
            assertThat(standing()).isEqualTo(site.files());
        }
    }

    @Test
    void aWrongPasswordIsToldAtOnce() throws Exception {
        try (TestSftpServer started = TestSftpServer.start(server)) {
            Remote remote = Remotes.of(
                    started.target(home.resolve("known_hosts"), started.port(), PATIENCE),
                    TestSecrets.of("wrong"),
                    InstantSource.system());
            Computer computer = new Computer(folder("computer"), "somchai").build(LinkedSite.random(1));
            DeploymentFailure failure = catchThrowableOfType(DeploymentFailure.class, () -> computer.publish(remote));
            assertThat(failure.remote().map(RemoteFailure::reason)).contains(RemoteFailure.Reason.LOGIN_REFUSED);
            assertThat(standing()).isEqualTo(new TreeMap<>(java.util.Map.of("/", "")));
        }
    }

    @Test
    void aSlowLineOnlyTakesLongerAndTellsHowFarItIs() throws Exception {
        try (TestSftpServer started = TestSftpServer.start(server);
                CuttingProxy proxy = CuttingProxy.before(started.port())) {
            Computer computer = new Computer(folder("computer"), "somchai");
            LinkedSite site = LinkedSite.large(1, 4);
            computer.build(site);
            Target.Sftp target = started.target(home.resolve("known_hosts"), started.port(), PATIENCE);
            Files.writeString(
                    home.resolve("known_hosts_proxy"),
                    started.knownHost(started.port()).replace("127.0.0.1", CuttingProxy.HOST));
            proxy.slow(30_000);
            List<Long> told = new ArrayList<>();
            DeploymentProgress progress = new DeploymentProgress() {
                @Override
                public synchronized void sent(long sent, long of, int files, int ofFiles) {
                    told.add(sent);
                }
            };
            Deployment.run(
                    Remotes.of(through(target), TestSecrets.of(TestSftpServer.PASSWORD), InstantSource.system()),
                    computer.options(DeploymentOptions.From.BUILD, false, false),
                    progress,
                    new Interruption());
            assertThat(standing()).isEqualTo(site.files());
            long all = site.files().values().stream()
                    .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                    .sum();
            assertThat(told).hasSizeGreaterThan(site.files().size()).last().isEqualTo(all);
        }
    }

    /** A server that lets nobody write, or has no room, from some moment on. */
    private void refuseWrites(TestSftpServer started, IOException refusal, AtomicBoolean now) {
        SftpFileSystemAccessor refusing = new SftpFileSystemAccessor() {
            @Override
            public SeekableByteChannel openFile(
                    SftpSubsystemProxy subsystem,
                    FileHandle handle,
                    Path file,
                    String name,
                    Set<? extends OpenOption> options,
                    FileAttribute<?>... attributes)
                    throws IOException {
                if (now.get() && options.contains(StandardOpenOption.WRITE)) {
                    throw refusal;
                }
                return SftpFileSystemAccessor.super.openFile(subsystem, handle, file, name, options, attributes);
            }
        };
        started.server()
                .setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                        .withFileSystemAccessor(refusing)
                        .build()));
    }

    private DeploymentFailure failureOfRefusedWrites(IOException refusal) throws Exception {
        AtomicBoolean refuses = new AtomicBoolean();
        try (TestSftpServer started = TestSftpServer.start(server)) {
            refuseWrites(started, refusal, refuses);
            Remote remote = sftp(started, started.port());
            Computer computer = new Computer(folder("computer"), "somchai");
            computer.build(LinkedSite.large(1, 20)).publish(remote);
            LinkedSite next = LinkedSite.large(2, 20);
            computer.build(next);
            refuses.set(true);
            DeploymentFailure failure = catchThrowableOfType(DeploymentFailure.class, () -> computer.publish(remote));
            assertThat(LinkedSite.faults(server)).isEmpty();
            refuses.set(false);
            computer.publish(remote);
            assertThat(standing()).isEqualTo(next.files());
            return failure;
        }
    }

    @Test
    void aServerThatDoesNotPermitItIsToldAndTheNextRunHeals() throws Exception {
        DeploymentFailure failure = failureOfRefusedWrites(new AccessDeniedException("x"));
        assertThat(failure.remote().map(RemoteFailure::reason)).contains(RemoteFailure.Reason.NOT_PERMITTED);
    }

    /** SFTP has no word for a full disk that OpenSSH would use: it says "Failure", and so do we. */
    @Test
    void aServerWithoutRoomIsToldAndTheNextRunHeals() throws Exception {
        DeploymentFailure failure =
                failureOfRefusedWrites(new FileSystemException("x", null, "No space left on device"));
        assertThat(failure.remote().map(RemoteFailure::reason).orElseThrow())
                .isIn(RemoteFailure.Reason.REFUSED, RemoteFailure.Reason.DISK_FULL);
    }
}
