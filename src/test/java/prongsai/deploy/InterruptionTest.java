package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.deploy.Interruption.Outcome;
import prongsai.publish.LinkedSite;
import prongsai.publish.QuickFolder;

/** An officer stops a publication in the middle. */
class InterruptionTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Path home = Path.of("");

    @BeforeEach
    void makeHome() throws Exception {
        home = QuickFolder.make();
    }

    @AfterEach
    void removeHome() throws Exception {
        QuickFolder.remove(home);
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(home.resolve(name));
    }

    /** The last act on this line is the one during which the end is asked for. */
    private static FaultyRemote stopAfter(Path server, int acts, Interruption interruption) {
        int[] left = {acts};
        return new FaultyRemote(server, 1, act -> {
            if (left[0]-- == 0) {
                interruption.request();
            }
            return Optional.empty();
        });
    }

    private static boolean isStopped(Computer computer, Remote remote, Interruption interruption) throws Exception {
        try {
            computer.run(remote, computer.options(DeploymentOptions.From.BUILD, false, false), interruption);
            return false;
        } catch (DeploymentFailure e) {
            assertThat(e.reason()).isEqualTo(Reason.INTERRUPTED);
            return true;
        }
    }

    private static void assertEndsSoon(
            Computer computer, Remote remote, DeploymentProgress stops, Interruption interruption, Duration pause) {
        DeploymentOptions options = computer.options(DeploymentOptions.From.BUILD, false, false);
        DeploymentFailure failure = assertTimeoutPreemptively(
                SOON,
                () -> catchThrowableOfType(
                        DeploymentFailure.class, () -> Deployment.run(remote, options, stops, interruption, pause)));
        assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
    }

    @Test
    void stoppedAtAnyActTheSiteIsWholeAndAnotherComputerGoesOnAtOnce() throws Exception {
        LinkedSite old = LinkedSite.random(2);
        LinkedSite next = LinkedSite.random(106);
        Path undisturbed = folder("undisturbed");
        new Computer(folder("clean"), "nobody").build(next).publish(FaultyRemote.sound(undisturbed));
        List<Outcome> outcomes = new ArrayList<>();
        boolean stopped = true;
        for (int acts = 0; stopped; acts++) {
            Path server = folder("server" + acts);
            Computer one = new Computer(folder("one" + acts), "somchai");
            one.build(old).publish(FaultyRemote.sound(server));
            Interruption interruption = new Interruption();
            stopped = isStopped(one.build(next), stopAfter(server, acts, interruption), interruption);
            outcomes.add(interruption.await(Duration.ZERO));
            assertThat(LinkedSite.faults(server)).as("%d acts", acts).isEmpty();
            assertThat(server.resolve(Bookkeeping.LOCK)).as("%d acts", acts).doesNotExist();
            new Computer(folder("two" + acts), "malee").build(next).publish(FaultyRemote.sound(server));
            assertThat(LinkedSite.tree(server)).as("%d acts", acts).isEqualTo(LinkedSite.tree(undisturbed));
        }
        assertThat(outcomes.stream().distinct()).containsExactly(Outcome.NOTHING_BEGUN, Outcome.LEFT, Outcome.DONE);
    }

    @Test
    void whereTheServerIsGoneItSaysThatTheLockIsStillThere() throws Exception {
        Path server = folder("server");
        Interruption interruption = new Interruption();
        FaultyRemote cut = new FaultyRemote(server, 1, act -> {
            if (act.equals("write") && Files.exists(server.resolve(Bookkeeping.UPLOADS))) {
                interruption.request();
                return Optional.of(RemoteFailure.Reason.CONNECTION_LOST);
            }
            return interruption.isRequested() ? Optional.of(RemoteFailure.Reason.CONNECTION_LOST) : Optional.empty();
        });
        assertThat(isStopped(new Computer(folder("one"), "somchai").build(LinkedSite.random(2)), cut, interruption))
                .isTrue();
        assertThat(interruption.await(Duration.ZERO)).isEqualTo(Outcome.LOCKED);
        assertThat(server.resolve(Bookkeeping.LOCK)).exists();
    }

    @Test
    void aPauseBeforeTheNextTryIsNotWaitedFor() throws Exception {
        Path server = folder("server");
        Interruption interruption = new Interruption();
        FaultyRemote gone = new FaultyRemote(server, 1, act -> Optional.of(RemoteFailure.Reason.UNREACHABLE));
        Computer computer = new Computer(folder("one"), "somchai").build(LinkedSite.random(2));
        DeploymentProgress stops = new DeploymentProgress() {
            @Override
            public void retrying(RemoteFailure failure) {
                interruption.request();
            }
        };
        assertEndsSoon(computer, gone, stops, interruption, Duration.ofMinutes(5));
        assertThat(interruption.await(Duration.ZERO)).isEqualTo(Outcome.NOTHING_BEGUN);
    }

    @Test
    void aLargeFileOnASlowLineIsDroppedInTheMiddle() throws Exception {
        LinkedSite small = LinkedSite.of(1, Map.of("index.html", List.of()));
        TreeMap<String, String> files = new TreeMap<>(small.files());
        files.put("large.txt", "โปร่งใส\n".repeat(300_000));
        LinkedSite site = new LinkedSite(files);
        TestCertificate certificate = TestCertificate.make(home);
        Path server = folder("server");
        List<Integer> ports = new ArrayList<>(CuttingProxy.freePorts(20));
        try (TestSftpServer sftp = TestSftpServer.start(server);
                TestFtpServer ftp = TestFtpServer.start(
                        TestFtpServer.factory(server), ports, Target.Encryption.EXPLICIT, Optional.of(certificate))) {
            Target.Sftp overSsh = sftp.target(home.resolve("known"), sftp.port(), PATIENCE);
            Remote overLine = Remotes.of(
                    TestSftpServer.at(CuttingProxy.HOST, overSsh, home.resolve("known_line")),
                    TestSecrets.of(TestSftpServer.PASSWORD),
                    InstantSource.system());
            try (CuttingProxy proxy = CuttingProxy.before(sftp.port())) {
                proxy.slow(500_000);
                stopInTheMiddle(new Computer(folder("ssh"), "somchai").build(site), overLine);
            }
            assertThat(server.resolve(Bookkeeping.LOCK)).doesNotExist();
            ports.add(ftp.port());
            overLine = Remotes.of(
                    TestFtpServer.at(CuttingProxy.HOST, ftp.target(ftp.port(), PATIENCE)),
                    TestSecrets.of(TestFtpServer.PASSWORD),
                    InstantSource.system());
            try (CuttingProxy proxy = CuttingProxy.before(ports)) {
                proxy.slow(500_000);
                stopInTheMiddle(new Computer(folder("ftp"), "somchai").build(site), overLine);
            }
            assertThat(server.resolve(Bookkeeping.LOCK)).doesNotExist();
            assertThat(server.resolve("large.txt")).doesNotExist();
        }
    }

    /** The rest of the file would take a quarter of a minute. */
    private static void stopInTheMiddle(Computer computer, Remote line) throws Exception {
        Interruption interruption = new Interruption();
        DeploymentProgress stops = new DeploymentProgress() {
            @Override
            public void sent(long sent, long of, int files, int ofFiles) {
                if (sent > 100_000) {
                    interruption.request();
                }
            }
        };
        assertEndsSoon(computer, line, stops, interruption, Duration.ofMillis(1));
        assertThat(interruption.await(Duration.ZERO)).isEqualTo(Outcome.LEFT);
    }
}
