package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process is killed before any one change to the disk; what is then under the folder is what a citizen sees. */
class SitePublisherCrashTest {

    /** A site, and how many changes to the disk its publication survives. */
    record Attempt(long seed, int survives) {}

    private Path home = Path.of("");

    @BeforeTry
    @BeforeEach
    void makeHome() throws IOException {
        home = QuickFolder.make();
    }

    @AfterTry
    @AfterEach
    void removeHome() throws IOException {
        QuickFolder.remove(home);
    }

    @Test
    void aKillBeforeAnyChangeLeavesAWholeSiteThatTheNextBuildCompletes() throws Exception {
        for (long seed = 1; seed <= 5; seed++) {
            LinkedSite old = LinkedSite.random(seed);
            LinkedSite next = LinkedSite.random(seed + 100);
            SortedMap<String, String> clean = cleanTree(home.resolve("clean" + seed), next);
            boolean survived = false;
            for (int changes = 0; !survived; changes++) {
                Path site = home.resolve("site" + seed + "-" + changes);
                DyingDisk.publish(old, site);
                survived = DyingDisk.survivesBuilding(next, site, changes);
                assertThat(LinkedSite.faults(site))
                        .as("%s of %s", changes, seed)
                        .isEmpty();
                assertThat(pages(site)).allMatch(page -> isOf(page, List.of(old, next)));
                DyingDisk.publish(next, site);
                assertThat(LinkedSite.tree(site)).as("%s of %s", changes, seed).isEqualTo(clean);
                assertThat(leftovers(home)).isEmpty();
                new Disk().deleteTree(site);
            }
        }
    }

    @Property(tries = 300)
    void howeverOftenItIsKilledTheSiteIsWholeAndTheLastBuildIsLikeACleanOne(@ForAll("histories") List<Attempt> history)
            throws Exception {
        Path site = Files.createDirectory(home.resolve("site"));
        Set<String> foreign = putForeignFiles(site);
        List<LinkedSite> published = new ArrayList<>();
        for (Attempt attempt : history) {
            LinkedSite next = LinkedSite.random(attempt.seed());
            published.add(next);
            DyingDisk.survivesPublishing(next, site, attempt.survives());
            assertThat(LinkedSite.faults(site)).as("after %s", attempt).isEmpty();
            assertThat(pages(site)).allMatch(page -> isOf(page, published));
        }
        LinkedSite last = published.get(published.size() - 1);
        DyingDisk.publish(last, site);

        Path cleanSite = Files.createDirectory(home.resolve("clean"));
        assertThat(putForeignFiles(cleanSite)).isEqualTo(foreign);
        DyingDisk.publish(last, cleanSite);
        assertThat(LinkedSite.tree(site)).isEqualTo(LinkedSite.tree(cleanSite));
        assertThat(LinkedSite.tree(site).keySet()).containsAll(foreign);
        assertThat(leftovers(home)).isEmpty();
    }

    /** The longest chain of cause and effect: what one kill leaves, the next publication builds on, and is killed too. */
    @Test
    void aKillAfterAKillLeavesAWholeSite() throws Exception {
        // The first kill leaves an added page whose own link leads to nothing yet; the second site has that page.
        killTwice(
                LinkedSite.of(1, Map.of("index.html", List.of())),
                LinkedSite.of(
                        2, Map.of("index.html", List.of("m.html"), "m.html", List.of("z.html"), "z.html", List.of())),
                LinkedSite.of(3, Map.of("index.html", List.of("m.html"), "m.html", List.of())));
        // The first kill leaves a page that was to be deleted after the one that it leads to; the second site has it
        // again.
        killTwice(
                LinkedSite.of(
                        1, Map.of("index.html", List.of("z.html"), "m.html", List.of(), "z.html", List.of("m.html"))),
                LinkedSite.of(2, Map.of("index.html", List.of())),
                LinkedSite.of(3, Map.of("index.html", List.of("z.html"), "z.html", List.of())));
        killTwice(LinkedSite.random(42), LinkedSite.random(7), LinkedSite.random(19));
    }

    private void killTwice(LinkedSite old, LinkedSite next, LinkedSite last) throws Exception {
        boolean firstSurvived = false;
        for (int first = 0; !firstSurvived; first++) {
            boolean secondSurvived = false;
            for (int second = 0; !secondSurvived; second++) {
                Path site = home.resolve("site");
                DyingDisk.publish(old, site);
                firstSurvived = DyingDisk.survivesPublishing(next, site, first);
                secondSurvived = DyingDisk.survivesPublishing(last, site, second);
                assertThat(LinkedSite.faults(site)).as("%s, %s", first, second).isEmpty();
                new Disk().deleteTree(site);
            }
        }
    }

    @Test
    void aFileThatWasNotOursIsStillThereAfterAKill() throws Exception {
        LinkedSite next = LinkedSite.random(2);
        boolean survived = false;
        for (int changes = 0; !survived; changes++) {
            Path site = home.resolve("site");
            DyingDisk.publish(LinkedSite.random(1), site);
            String ours = "index.html";
            String theirs = next.files().keySet().stream()
                    .filter(path -> !LinkedSite.random(1).files().containsKey(path))
                    .findFirst()
                    .orElseThrow();
            Path file = site.resolve(theirs);
            Files.createDirectories(file.getParent());
            Files.writeString(file, next.files().get(theirs));
            survived = DyingDisk.survivesPublishing(next, site, changes);
            Stage.open(site, Patience.NONE).close();
            boolean secondSurvived = DyingDisk.survivesPublishing(next, site, 1 + changes / 2);
            assertThat(file)
                    .as("%s, %s", changes, secondSurvived)
                    .hasContent(next.files().get(theirs));
            assertThat(site.resolve(ours)).exists();
            new Disk().deleteTree(site);
        }
    }

    @Test
    void aFileThatSomebodyPutsWhereAKilledBuildWantedToPutOneIsNotLost() throws Exception {
        LinkedSite old = LinkedSite.random(1);
        LinkedSite next = LinkedSite.random(2);
        Path site = home.resolve("site");
        int put = 0;
        boolean survived = false;
        for (int changes = 0; !survived; changes++) {
            DyingDisk.publish(old, site);
            survived = DyingDisk.survivesPublishing(next, site, changes);
            if (Files.exists(site.resolve(Ledger.Phase.ADDING.file()))) {
                for (String path : next.files().keySet()) {
                    Path file = site.resolve(path);
                    if (!old.files().containsKey(path) && !Files.exists(file)) {
                        Files.createDirectories(file.getParent());
                        Files.writeString(file, "mine");
                        put++;
                        PublishFailure failure =
                                catchThrowableOfType(PublishFailure.class, () -> DyingDisk.publish(next, site));
                        assertThat(failure.paths()).isEqualTo(List.of(path));
                        assertThat(file).hasContent("mine");
                        break;
                    }
                }
            }
            new Disk().deleteTree(site);
        }
        assertThat(put).isPositive();
    }

    @Provide
    Arbitrary<List<Attempt>> histories() {
        Arbitrary<Long> seeds = Arbitraries.longs().between(1, 60);
        Arbitrary<Integer> survives = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 50)), Tuple.of(1, Arbitraries.just(DyingDisk.NEVER)));
        return Combinators.combine(seeds, survives)
                .as(Attempt::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static Set<String> putForeignFiles(Path site) throws IOException {
        Files.writeString(site.resolve("CNAME"), "www.example.go.th");
        Files.writeString(Files.createDirectories(site.resolve(".git/refs")).resolve("main"), "ref");
        Files.writeString(Files.createDirectories(site.resolve("news/2563/a")).resolve(".htaccess"), "Deny");
        Files.createSymbolicLink(site.resolve("latest"), Path.of("news"));
        return Set.of("CNAME", ".git/refs/main", "news/2563/a/.htaccess", "latest");
    }

    private static SortedMap<String, String> cleanTree(Path site, LinkedSite of) throws PublishFailure {
        DyingDisk.publish(of, site);
        return LinkedSite.tree(site);
    }

    private static Set<Map.Entry<String, String>> pages(Path site) {
        Set<Map.Entry<String, String>> pages =
                new HashSet<>(LinkedSite.tree(site).entrySet());
        pages.removeIf(file -> !file.getKey().endsWith(".html"));
        return pages;
    }

    private static boolean isOf(Map.Entry<String, String> page, List<LinkedSite> versions) {
        return versions.stream()
                .anyMatch(site -> page.getValue().equals(site.files().get(page.getKey())));
    }

    private static Set<String> leftovers(Path home) {
        Set<String> names = new HashSet<>(LinkedSite.tree(home).keySet());
        names.removeIf(name -> !name.contains(".prongsai-")
                || name.endsWith("/.prongsai-manifest.json")
                || name.endsWith("/.prongsai-lock"));
        return names;
    }
}
