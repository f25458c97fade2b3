package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no simulation shows: a real process, really killed, at a moment that nobody chose. */
class KilledProcessTest {

    private static final int KILLS = Boolean.getBoolean("long") ? 200 : 20;

    @Test
    void aSiteIsWholeWheneverTheProcessThatPublishesItIsKilled(@TempDir Path home) throws Exception {
        Path site = home.resolve("site");
        List<LinkedSite> versions = List.of(
                LinkedSite.large(0, PublishingProcess.PAGES),
                LinkedSite.large(1, PublishingProcess.PAGES),
                LinkedSite.large(2, PublishingProcess.PAGES));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Ledger.Phase, Integer> phases = new EnumMap<>(Ledger.Phase.class);
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = PublishingProcess.start("loop", site);
            assertThat(PublishingProcess.firstLine(process)).isEqualTo("0");
            Thread.sleep(random.nextInt(60), random.nextInt(1_000_000));
            PublishingProcess.kill(process);
            assertThat(LinkedSite.faults(site))
                    .as("kill %s of seed %s", kill, seed)
                    .isEmpty();
            assertThat(pagesOf(site))
                    .allSatisfy((path, text) -> assertThat(versions)
                            .anyMatch(version -> text.equals(version.files().get(path))));
            for (Ledger.Phase phase : Ledger.Phase.values()) {
                if (Files.exists(site.resolve(phase.file()))) {
                    phases.merge(phase, 1, Integer::sum);
                }
            }
        }
        DyingDisk.publish(versions.get(0), site);
        DyingDisk.publish(versions.get(0), home.resolve("clean"));
        assertThat(LinkedSite.tree(site)).isEqualTo(LinkedSite.tree(home.resolve("clean")));
        System.out.println("killed " + KILLS + " times, of which while " + phases);
    }

    private static SortedMap<String, String> pagesOf(Path site) {
        TreeMap<String, String> pages = new TreeMap<>(LinkedSite.tree(site));
        pages.keySet().removeIf(path -> !path.endsWith(".html"));
        return pages;
    }
}
