package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.publish.LinkedSite;
import prongsai.publish.QuickFolder;

/** The line to the server is cut before any one act; what is then on the server is what a citizen sees. */
class DeploymentCutTest {

    private Path home = Path.of("");

    @BeforeTry
    @BeforeEach
    void makeHome() throws Exception {
        home = QuickFolder.make();
    }

    @AfterTry
    @AfterEach
    void removeHome() throws Exception {
        QuickFolder.remove(home);
    }

    private Path folder(String name) throws Exception {
        return Files.createDirectories(home.resolve(name));
    }

    /** What is on the server when nothing went wrong. */
    private SortedMap<String, String> undisturbed(LinkedSite site) throws Exception {
        Path server = folder("undisturbed");
        new Computer(folder("clean"), "nobody").build(site).force(FaultyRemote.sound(server));
        return LinkedSite.tree(server);
    }

    @Test
    void aCutBeforeAnyActLeavesAWholeSiteThatTheNextRunCompletes() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            LinkedSite old = LinkedSite.random(seed);
            LinkedSite next = LinkedSite.random(seed + 100);
            SortedMap<String, String> expected = undisturbed(next);
            boolean survived = false;
            for (int acts = 0; !survived; acts++) {
                Path server = folder("server" + seed + "-" + acts);
                Computer computer = new Computer(folder("computer" + seed + "-" + acts), "somchai");
                computer.build(old).publish(FaultyRemote.sound(server));
                computer.build(next);
                survived = publishes(computer, FaultyRemote.cutAfter(server, acts));
                assertThat(LinkedSite.faults(server))
                        .as("seed %d, %d acts", seed, acts)
                        .isEmpty();
                computer.publish(FaultyRemote.sound(server));
                assertThat(LinkedSite.tree(server))
                        .as("seed %d, %d acts", seed, acts)
                        .isEqualTo(expected);
            }
        }
    }

    /** The paths at which something else stands than should, or is missing, or stands though nothing should. */
    private static SortedSet<String> differences(Path server, SortedMap<String, String> expected) {
        SortedMap<String, String> actual = LinkedSite.tree(server);
        TreeSet<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(actual.keySet());
        paths.removeIf(path -> Objects.equals(actual.get(path), expected.get(path)));
        return paths;
    }

    private static boolean publishes(Computer computer, Remote remote) throws Exception {
        try {
            computer.publish(remote);
            return true;
        } catch (DeploymentFailure e) {
            assertThat(e.remote().map(RemoteFailure::reason)).contains(Reason.CONNECTION_LOST);
            return false;
        }
    }

    @Property(tries = 60)
    void afterAnyNumberOfCutsTheSiteIsWholeAndTheNextRunCompletesWhateverItPublishes(@ForAll Random random)
            throws Exception {
        Path server = folder("server");
        Computer computer = new Computer(folder("computer"), "somchai");
        computer.build(LinkedSite.random(random.nextInt(50))).publish(FaultyRemote.sound(server));
        for (int cuts = random.nextInt(4); cuts >= 0; cuts--) {
            computer.build(LinkedSite.random(random.nextInt(50)));
            publishes(computer, FaultyRemote.cutAfter(server, random.nextInt(120)));
            assertThat(LinkedSite.faults(server)).isEmpty();
        }
        LinkedSite last = LinkedSite.random(random.nextInt(50));
        computer.build(last).publish(FaultyRemote.sound(server));
        assertThat(differences(server, undisturbed(last))).isEmpty();
    }

    /** A page that stands half added or half deleted must not be reached again before it is the new one. */
    @Test
    void twoCutsNeverLeadVisitorsToWhatTheFirstLeftUnfinished() throws Exception {
        LinkedSite bare = LinkedSite.of(1, Map.of("index.html", List.of()));
        LinkedSite wide = LinkedSite.of(
                2,
                Map.of(
                        "index.html",
                        List.of("y.html", "z.html"),
                        "y.html",
                        List.of("z.html"),
                        "z.html",
                        List.of("y.html")));
        LinkedSite toFirst = LinkedSite.of(3, Map.of("index.html", List.of("y.html"), "y.html", List.of()));
        LinkedSite toLast = LinkedSite.of(4, Map.of("index.html", List.of("z.html"), "z.html", List.of()));
        assertWholeAfterTwoCuts(bare, wide, toFirst);
        assertWholeAfterTwoCuts(wide, bare, toLast);
    }

    private void assertWholeAfterTwoCuts(LinkedSite before, LinkedSite first, LinkedSite second) throws Exception {
        Set<SortedMap<String, String>> halves = new HashSet<>();
        boolean survived = false;
        for (int acts = 0; !survived; acts++) {
            survived = cut(before, first, acts);
            boolean half = Files.exists(home.resolve("server/y.html")) != Files.exists(home.resolve("server/z.html"));
            if (half && halves.add(LinkedSite.tree(home.resolve("server")))) {
                assertWholeAfterAnotherCut(before, first, acts, second);
            }
            removeHome();
            makeHome();
        }
        assertThat(halves).isNotEmpty();
    }

    private void assertWholeAfterAnotherCut(LinkedSite before, LinkedSite first, int acts, LinkedSite second)
            throws Exception {
        boolean survived = false;
        for (int more = 0; !survived; more++) {
            removeHome();
            makeHome();
            cut(before, first, acts);
            survived = publishes(
                    new Computer(folder("computer"), "somchai").build(second),
                    FaultyRemote.cutAfter(folder("server"), more));
            assertThat(LinkedSite.faults(folder("server")))
                    .as("%d and %d acts", acts, more)
                    .isEmpty();
        }
    }

    private boolean cut(LinkedSite before, LinkedSite next, int acts) throws Exception {
        Computer computer = new Computer(folder("computer"), "somchai");
        computer.build(before).publish(FaultyRemote.sound(folder("server")));
        return publishes(computer.build(next), FaultyRemote.cutAfter(folder("server"), acts));
    }

    @Property(tries = 40)
    void anotherComputerCompletesWhatOneBegan(@ForAll Random random) throws Exception {
        Path server = folder("server");
        LinkedSite next = LinkedSite.random(random.nextInt(50));
        Computer one = new Computer(folder("one"), "somchai");
        one.build(LinkedSite.random(random.nextInt(50))).publish(FaultyRemote.sound(server));
        publishes(one.build(next), FaultyRemote.cutAfter(server, random.nextInt(120)));
        // Whoever comes must wait for the lock to grow old; here nobody does.
        deleteLock(server);
        new Computer(folder("two"), "malee").build(next).publish(FaultyRemote.sound(server));
        assertThat(differences(server, undisturbed(next))).isEmpty();
    }

    /** The second was cut before it had replaced what the first had put there. */
    @Test
    void aThirdComputerKnowsWhatTwoCutsWithDifferentContentLeft() throws Exception {
        LinkedSite last = LinkedSite.random(9);
        SortedMap<String, String> expected = undisturbed(last);
        for (int acts = 0; acts < 60; acts += 2) {
            Path copy = folder("server" + acts);
            new Computer(folder("start" + acts), "somchai")
                    .build(LinkedSite.random(2))
                    .publish(FaultyRemote.sound(copy));
            for (int site : List.of(106, 107)) {
                Computer other = new Computer(folder("cut" + acts + "-" + site), "malee");
                publishes(other.build(LinkedSite.random(site)), FaultyRemote.cutAfter(copy, acts));
                deleteLock(copy);
            }
            new Computer(folder("third" + acts), "wichai").build(last).publish(FaultyRemote.sound(copy));
            assertThat(differences(copy, expected)).as("%d acts", acts).isEmpty();
        }
    }

    @Property(tries = 40)
    void anyComputerCompletesWhatOthersBegan(@ForAll Random random) throws Exception {
        Path server = folder("server");
        new Computer(folder("start"), "somchai")
                .build(LinkedSite.random(random.nextInt(50)))
                .publish(FaultyRemote.sound(server));
        for (int cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
            Computer other = new Computer(folder("cut" + cuts), "malee");
            other.build(LinkedSite.random(random.nextInt(50)));
            publishes(other, FaultyRemote.cutAfter(server, random.nextInt(120)));
            assertThat(LinkedSite.faults(server)).isEmpty();
            deleteLock(server);
        }
        LinkedSite last = LinkedSite.random(random.nextInt(50));
        new Computer(folder("last"), "wichai").build(last).publish(FaultyRemote.sound(server));
        assertThat(differences(server, undisturbed(last))).isEmpty();
    }

    private static void deleteLock(Path server) throws Exception {
        Path lock = server.resolve(Bookkeeping.LOCK);
        if (Files.exists(lock)) {
            Files.deleteIfExists(lock.resolve("owner"));
            Files.delete(lock);
        }
    }

    @Property(tries = 30)
    void aLineThatFailsNowAndThenOnlyTakesLonger(@ForAll Random random) throws Exception {
        Path server = folder("server");
        Computer computer = new Computer(folder("computer"), "somchai");
        LinkedSite next = LinkedSite.random(random.nextInt(50));
        computer.build(LinkedSite.random(random.nextInt(50))).publish(FaultyRemote.sound(server));
        FaultyRemote bad = new FaultyRemote(
                server, 4, act -> random.nextInt(25) == 0 ? Optional.of(Reason.CONNECTION_LOST) : Optional.empty());
        computer.build(next).publish(bad);
        assertThat(differences(server, undisturbed(next))).isEmpty();
    }

    @Test
    void aServerThatLetsOneInAtATimeIsServedByOne() throws Exception {
        Path server = folder("server");
        int[] connections = {0};
        FaultyRemote narrow = new FaultyRemote(
                server,
                4,
                act -> act.equals("connect") && connections[0]++ > 0
                        ? Optional.of(Reason.TOO_MANY_CONNECTIONS)
                        : Optional.empty());
        LinkedSite site = LinkedSite.large(1, 40);
        new Computer(folder("computer"), "somchai").build(site).publish(narrow);
        assertThat(differences(server, undisturbed(site))).isEmpty();
    }

    @Test
    void aFullDiskOnTheServerIsToldAndChangesNothingThatVisitorsSee() throws Exception {
        Path server = folder("server");
        Computer computer = new Computer(folder("computer"), "somchai");
        LinkedSite old = LinkedSite.random(1);
        computer.build(old).publish(FaultyRemote.sound(server));
        computer.build(LinkedSite.random(101));
        FaultyRemote full = new FaultyRemote(
                server, 1, act -> act.equals("write") ? Optional.of(Reason.DISK_FULL) : Optional.empty());
        DeploymentFailure failure = catchThrowableOfType(DeploymentFailure.class, () -> computer.publish(full));
        assertThat(failure.remote().map(RemoteFailure::reason)).contains(Reason.DISK_FULL);
        assertThat(LinkedSite.faults(server)).isEmpty();
        for (var file : old.files().entrySet()) {
            assertThat(server.resolve(file.getKey())).hasContent(file.getValue());
        }
        assertThat(List.of(server.resolve(Bookkeeping.MANIFEST).toFile().isFile()))
                .containsExactly(true);
    }
}
