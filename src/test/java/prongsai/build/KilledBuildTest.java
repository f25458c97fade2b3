package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.site.Fingerprint;

/** Whole builds of a real site, with their cache, in a process of their own that is killed whenever it may be. */
class KilledBuildTest {

    private static final int KILLS = Boolean.getBoolean("long") ? 200 : 20;

    /** What is waited for before the last random moment: a publication is short, and most moments are before it. */
    private static final List<String> EVENTS = List.of(
            "",
            ".site.prongsai-stage",
            "site/.prongsai-manifest.adding.json",
            "site/.prongsai-manifest.replacing.json",
            "site/.prongsai-manifest.deleting.json");

    @TempDir
    Path home;

    private Path site = Path.of("");
    private final List<SortedMap<String, Fingerprint>> clean = new ArrayList<>();
    private final Map<String, Integer> found = new TreeMap<>();

    @BeforeEach
    void buildEachVersionInAFolderOfItsOwn(@TempDir Path elsewhere) throws Exception {
        site = home.resolve("site");
        for (int version = 0; version < ChangingContent.VERSIONS; version++) {
            Path own = elsewhere.resolve("version" + version);
            ChangingContent.write(own.resolve("content"), version);
            Sites.buildWell(own.resolve("content"), own.resolve("site"));
            assertThat(WholeSite.deadLinks(own.resolve("site"))).isEmpty();
            assertThat(WholeSite.reachable(own.resolve("site"))).isGreaterThan(70);
            clean.add(Sites.bytes(own.resolve("site")));
        }
        assertThat(clean).doesNotHaveDuplicates();
    }

    @Test
    void theSiteIsWholeWheneverABuildIsKilledAndTheNextBuildIsLikeACleanOne() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        build(0);
        List<String> left = names(home);
        long time = timeOfABuild(1);
        int version = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int next = (version + 1 + random.nextInt(2)) % ChangingContent.VERSIONS;
            ChangingContent.write(home.resolve("content"), next);
            killDuringABuild(EVENTS.get(kill % EVENTS.size()), time, random);
            assertThat(WholeSite.deadLinks(site))
                    .as("kill %s of seed %s", kill, seed)
                    .isEmpty();
            assertThat(halfPages(version, next))
                    .as("kill %s of seed %s", kill, seed)
                    .isEmpty();
            // Every other time the next build is another, and starts from the mixture.
            version = random.nextBoolean() ? next : random.nextInt(ChangingContent.VERSIONS);
            build(version);
            assertThat(Sites.bytes(site)).as("kill %s of seed %s", kill, seed).isEqualTo(clean.get(version));
            assertThat(names(home)).as("kill %s of seed %s", kill, seed).isEqualTo(left);
        }
        System.out.println("killed " + KILLS + " builds, of which left " + found);
    }

    private void build(int version) throws Exception {
        ChangingContent.write(home.resolve("content"), version);
        assertThat(BuildingProcess.build(home).published()).isPresent();
    }

    private long timeOfABuild(int version) throws Exception {
        ChangingContent.write(home.resolve("content"), version);
        long start = System.nanoTime();
        assertThat(BuildingProcess.start(home).waitFor()).isZero();
        assertThat(Sites.bytes(site)).isEqualTo(clean.get(version));
        return System.nanoTime() - start;
    }

    private void killDuringABuild(String event, long time, Random random) throws Exception {
        Process process = BuildingProcess.start(home);
        try {
            if (event.isEmpty()) {
                Thread.sleep(random.nextInt((int) (time / 1_000_000)));
            } else {
                Path sign = home.resolve(event);
                while (process.isAlive() && !Files.exists(sign)) {
                    Thread.sleep(0, 300_000);
                }
                Thread.sleep(random.nextInt(event.startsWith("site/") ? 6 : 60), random.nextInt(1_000_000));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        String state = EVENTS.stream()
                .filter(e -> !e.isEmpty() && Files.exists(home.resolve(e)))
                .reduce((one, later) -> later)
                .orElse("nothing");
        found.merge(state.replaceFirst(".*manifest\\.|\\.site\\.", ""), 1, Integer::sum);
    }

    /** Pages that are of neither version. */
    private List<String> halfPages(int old, int next) throws IOException {
        List<String> half = new ArrayList<>();
        Sites.bytes(site).forEach((path, bytes) -> {
            boolean whole = bytes.equals(clean.get(old).get(path))
                    || bytes.equals(clean.get(next).get(path));
            if (path.endsWith(".html") && !whole) {
                half.add(path);
            }
        });
        return half;
    }

    /** What stands beside the site and in the cache, and all that is hidden in the site. */
    private static List<String> names(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.map(path -> home.relativize(path).toString())
                    .filter(name -> !name.startsWith("content/"))
                    .filter(name -> !name.startsWith("site/") || name.contains("prongsai"))
                    .sorted()
                    .toList();
        }
    }
}
