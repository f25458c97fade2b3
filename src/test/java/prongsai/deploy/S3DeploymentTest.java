package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.publish.LinkedSite;

/** Whole publications to a bucket. */
final class S3DeploymentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Path home = Path.of("");
    private Path server = Path.of("");
    private TestBucket bucket;

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = folder;
        server = Files.createDirectories(folder.resolve("store/ita"));
        bucket = TestBucket.start(home.resolve("store"), Optional.empty());
    }

    @AfterEach
    void stop() {
        bucket.close();
    }

    private Computer computer(String name) throws Exception {
        return new Computer(Files.createDirectories(home.resolve(name)), name);
    }

    private Remote remote() {
        return remote(bucket.target("ita"));
    }

    private static Remote remote(Target.Bucket target) {
        return Remotes.of(target, TestSecrets.of(TestBucket.SECRET), InstantSource.system());
    }

    private SortedMap<String, String> standing() {
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.tree(server));
        files.remove(Bookkeeping.MANIFEST);
        return files;
    }

    private List<String> changes() {
        return bucket.requests().stream()
                .filter(request -> request.startsWith("PUT") || request.startsWith("DELETE"))
                .filter(request -> !request.contains(Bookkeeping.LOCK))
                .map(request -> request.replace("ita/", ""))
                .toList();
    }

    @Test
    void aSiteGoesOutChangesAndComesBack() throws Exception {
        Computer computer = computer("somchai");
        LinkedSite first = LinkedSite.large(1, 40);
        LinkedSite second = LinkedSite.large(2, 40);

        computer.build(first).publish(remote());
        assertThat(standing()).isEqualTo(first.files());
        assertThat(computer.publish(remote()).bytes()).isZero();
        computer.build(second).publish(remote());
        assertThat(standing()).isEqualTo(second.files());
        computer.rollBack(remote());
        assertThat(standing()).isEqualTo(first.files());
    }

    @Test
    void aBucketMayBeTheSiteAsAWhole() throws Exception {
        LinkedSite site = LinkedSite.large(1, 6);
        computer("somchai").build(site).publish(remote(bucket.target("")));
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.tree(home.resolve("store")));
        files.keySet().removeIf(path -> path.equals(Bookkeeping.MANIFEST) || path.equals("ita/"));
        assertThat(files).isEqualTo(site.files());
    }

    /** An object is there whole or not at all, so none is sent twice under two names, and no folder is made. */
    @Test
    void sendsEachFileOnceUnderItsNameInTheOrderThatKeepsTheSiteWhole() throws Exception {
        LinkedSite before =
                LinkedSite.of(1, Map.of("index.html", List.of("a.html"), "a.html", List.of(), "old/x.html", List.of()));
        LinkedSite after = LinkedSite.of(
                2, Map.of("index.html", List.of("new/b.html"), "a.html", List.of(), "new/b.html", List.of()));
        Computer computer = computer("somchai");
        computer.build(before).publish(remote());
        bucket.forgetRequests();
        computer.build(after).publish(remote());

        assertThat(changes().subList(0, 4))
                .containsExactly(
                        "PUT " + Bookkeeping.BEGUN,
                        "PUT " + Bookkeeping.UNREACHED,
                        "PUT new/b.html",
                        "DELETE " + Bookkeeping.UNREACHED);
        assertThat(changes().subList(4, 6)).containsExactlyInAnyOrder("PUT a.html", "PUT index.html");
        assertThat(changes().subList(6, changes().size()))
                .containsExactly(
                        "PUT " + Bookkeeping.UNREACHED,
                        "DELETE old/x.html",
                        "DELETE " + Bookkeeping.UNREACHED,
                        "PUT " + Bookkeeping.MANIFEST,
                        "DELETE " + Bookkeeping.BEGUN);
        assertThat(standing()).isEqualTo(after.files());
    }

    @Test
    void asksOnceForAllThatStandsThere() throws Exception {
        Computer computer = computer("somchai");
        computer.build(LinkedSite.large(1, 40)).publish(remote());
        bucket.forgetRequests();
        computer.publish(remote());
        assertThat(bucket.requests())
                .filteredOn(request -> !request.contains(Bookkeeping.LOCK))
                .containsExactly(
                        // Whether it lets us in; whether there is a lock, twice; whether the lock can go; the files.
                        "GET ",
                        "GET ",
                        "GET ita/" + Bookkeeping.BEGUN,
                        "HEAD ita/" + Bookkeeping.MANIFEST,
                        "GET ",
                        "GET ");
    }

    @Test
    void aListingOfManyPagesIsReadToItsEnd() throws Exception {
        bucket.objects().namesAPage = 3;
        Computer computer = computer("somchai");
        LinkedSite site = LinkedSite.large(1, 40);
        computer.build(site).publish(remote());
        assertThat(computer.publish(remote()).bytes()).isZero();
        Files.writeString(server.resolve("p3/q39/index.html"), "x");
        assertThat(failureOf(computer).arguments()).containsExactly("p3/q39/index.html");
    }

    private DeploymentFailure failureOf(Computer computer) {
        return catchThrowableOfType(DeploymentFailure.class, () -> computer.publish(remote()));
    }

    /** Of the same size, in the same second: only the tag tells. */
    @Test
    void aFileThatOthersChangedIsToldBeforeAnythingIsOverwritten() throws Exception {
        Computer computer = computer("somchai");
        LinkedSite site = LinkedSite.large(1, 12);
        computer.build(site).publish(remote());
        var time = Files.getLastModifiedTime(server.resolve("index.html"));
        String text = Files.readString(server.resolve("index.html"));
        Files.writeString(server.resolve("index.html"), text.replace("<html>", "<HTML>"));
        Files.setLastModifiedTime(server.resolve("index.html"), time);
        bucket.forgetRequests();

        DeploymentFailure failure = failureOf(computer);

        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_CHANGES);
        assertThat(failure.arguments()).containsExactly("index.html");
        assertThat(changes()).isEmpty();
        computer.force(remote());
        assertThat(standing()).isEqualTo(site.files());
    }

    @Test
    void aFileThatIsNotOursStays() throws Exception {
        Files.createDirectories(server.resolve("others"));
        Files.writeString(server.resolve("others/a.html"), "theirs");
        Computer computer = computer("somchai");
        computer.build(LinkedSite.large(1, 12)).publish(remote());
        computer.build(LinkedSite.large(2, 12)).publish(remote());
        assertThat(standing()).containsEntry("others/a.html", "theirs");
    }

    @Test
    void aStoreWhoseTagsMeanNothingIsReadAndNotBelieved() throws Exception {
        bucket.objects().liesAboutTags = true;
        Computer computer = computer("somchai");
        LinkedSite first = LinkedSite.large(1, 12);
        LinkedSite second = LinkedSite.large(2, 12);
        computer.build(first).publish(remote());
        assertThat(computer.publish(remote()).bytes()).isZero();
        computer.build(second).publish(remote());
        assertThat(standing()).isEqualTo(second.files());
    }

    @Test
    void aStoreThatLiesAboutSizesIsToldAndNotBelieved() throws Exception {
        bucket.objects().liesAboutSizesBy = 1;
        LinkedSite site = LinkedSite.large(1, 12);
        Computer computer = computer("somchai");
        DeploymentFailure failure = failureOf(computer.build(site));
        assertThat(failure.reason()).isEqualTo(Reason.SIZE_DIFFERS);
        assertThat(standing()).doesNotContainKey("index.html");

        bucket.objects().liesAboutSizesBy = 0;
        computer.publish(remote());
        assertThat(standing()).isEqualTo(site.files());
    }

    @Test
    void bytesThatThisComputerHasLostAreNotSent() throws Exception {
        Computer computer = computer("somchai");
        LinkedSite first = LinkedSite.of(1, Map.of("index.html", List.of()));
        computer.build(first).publish(remote());
        computer.build(LinkedSite.of(2, Map.of("index.html", List.of()))).publish(remote());
        try (var kept = Files.walk(home.resolve("somchai/memory/files"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("<html>1", "<html>9"));
            }
        }
        DeploymentFailure failure = catchThrowableOfType(DeploymentFailure.class, () -> computer.rollBack(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.SITE_DAMAGED);
        assertThat(standing().get("index.html")).startsWith("<html>2");
    }

    @Test
    void aComputerSetToThaiSignsWithTheYearThatStoresCount() throws Exception {
        Locale before = Locale.getDefault();
        LinkedSite site = LinkedSite.of(1, Map.of("index.html", List.of()));
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH-u-ca-buddhist-nu-thai"));
            computer("somchai").build(site).publish(remote());
        } finally {
            Locale.setDefault(before);
        }
        assertThat(standing()).isEqualTo(site.files());
    }

    @Test
    void ofTwoOfficersAtOnceOneWaits() throws Exception {
        LinkedSite site = LinkedSite.large(1, 60);
        List<Computer> officers =
                List.of(computer("somchai").build(site), computer("malee").build(site));
        assertThat(Computer.publishedAtOnce(officers, this::remote)).isPositive();
        assertThat(standing()).isEqualTo(site.files());
    }

    /** Cut before each single request, or every third where time is short, then gone on with. */
    @Test
    void aStoreThatStopsAtAnyRequestKeepsAWholeSiteThatTheNextRunCompletes() throws Exception {
        LinkedSite before =
                LinkedSite.of(1, Map.of("index.html", List.of("a.html"), "a.html", List.of(), "old/x.html", List.of()));
        LinkedSite after = LinkedSite.of(
                2, Map.of("index.html", List.of("new/b.html"), "a.html", List.of(), "new/b.html", List.of()));
        int step = Boolean.getBoolean("long") ? 1 : 3;
        for (int survives = 0, cut = 1; cut > 0; survives += step) {
            Computer computer = computer("computer" + survives);
            computer.build(before).force(remote());
            computer.build(after);
            AtomicInteger left = new AtomicInteger(survives);
            bucket.fault =
                    (request, length) -> left.getAndDecrement() > 0 ? Optional.empty() : Optional.of("503 SlowDown");
            DeploymentFailure failure = failureOf(computer);
            cut = failure == null ? 0 : 1;
            if (failure != null) {
                assertThat(failure.remote().map(RemoteFailure::reason))
                        .contains(RemoteFailure.Reason.TOO_MANY_CONNECTIONS);
            }
            assertThat(LinkedSite.faults(server))
                    .as("after %d requests", survives)
                    .isEmpty();
            bucket.fault = (request, length) -> Optional.empty();
            computer.publish(remote());
            assertThat(standing()).as("after %d requests", survives).isEqualTo(after.files());
        }
    }

    @Test
    void aLineThatIsCutAtAnyByteLeavesAWholeSiteThatTheNextRunCompletes() throws Exception {
        Random random = new Random(6);
        try (CuttingProxy proxy = CuttingProxy.before(bucket.port())) {
            Remote proxied = remote(bucket.target(CuttingProxy.HOST, "ita", PATIENCE));
            Computer computer = computer("somchai");
            computer.build(LinkedSite.large(0, 30)).publish(remote());
            int cut = 0;
            for (int round = 1; round <= (Boolean.getBoolean("long") ? 40 : 6); round++) {
                LinkedSite next = LinkedSite.large(round, 30);
                computer.build(next);
                proxy.cutAfter(random.nextInt(150_000));
                DeploymentFailure failure =
                        catchThrowableOfType(DeploymentFailure.class, () -> computer.publish(proxied));
                if (failure != null) {
                    assertThat(failure.remote().orElseThrow().isPassing()).isTrue();
                    cut++;
                }
                assertThat(LinkedSite.faults(server)).as("round %d", round).isEmpty();
                proxy.heal();
                computer.publish(proxied);
                assertThat(standing()).as("round %d", round).isEqualTo(next.files());
            }
            assertThat(cut).isPositive();
        }
    }

    @Test
    void aSlowDownPassesByWaiting() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        bucket.fault = (request, length) -> request.startsWith("PUT") && refused.incrementAndGet() % 3 == 1
                ? Optional.of("503 SlowDown")
                : Optional.empty();
        LinkedSite site = LinkedSite.large(1, 20);
        computer("somchai").build(site).publish(remote());
        assertThat(standing()).isEqualTo(site.files());
        assertThat(refused.get()).isGreaterThan(20);
    }

    @Test
    void aStoreWithoutRoomIsToldAndTheNextRunHeals() throws Exception {
        Computer computer = computer("somchai");
        computer.build(LinkedSite.large(1, 20)).publish(remote());
        LinkedSite next = LinkedSite.large(2, 20);
        computer.build(next);
        bucket.fault = (request, length) ->
                request.startsWith("PUT ita/p") ? Optional.of("507 InsufficientCapacity") : Optional.empty();
        DeploymentFailure failure = failureOf(computer);
        assertThat(failure.remote().map(RemoteFailure::reason)).contains(RemoteFailure.Reason.DISK_FULL);
        assertThat(LinkedSite.faults(server)).isEmpty();
        bucket.fault = (request, length) -> Optional.empty();
        computer.publish(remote());
        assertThat(standing()).isEqualTo(next.files());
    }
}
