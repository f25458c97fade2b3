package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As many pages as a municipality has after some decades. */
class TenThousandFilesTest {

    private static final int FILES = 10_000;

    /** One page in five differs from version to version, another comes or goes. */
    private static LinkedSite version(int version) {
        TreeMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            if (i % 5 != version) {
                String text = i % 5 == 4 ? "page " + i + " of version " + version : "page " + i;
                files.put("news/" + i % 40 + "/page-" + i + "/index.html", text);
            }
        }
        return new LinkedSite(files);
    }

    @Test
    void areAddedChangedAndDeletedLikeAFew(@TempDir Path home) throws Exception {
        Path site = home.resolve("site");
        DyingDisk.publish(version(0), site);
        PublishReport report = DyingDisk.publish(version(1), site);
        assertThat(report.added()).hasSize(FILES / 5);
        assertThat(report.changed()).hasSize(FILES / 5);
        assertThat(report.removed()).hasSize(FILES / 5);
        assertThat(report.unchanged()).isEqualTo(FILES * 2 / 5);
        DyingDisk.publish(version(1), home.resolve("clean"));
        assertThat(LinkedSite.tree(site)).isEqualTo(LinkedSite.tree(home.resolve("clean")));
        assertThat(LinkedSite.tree(home).keySet()).noneMatch(name -> name.contains("prongsai-stage"));
    }

    @Test
    void areWholeAfterAKillInTheMiddleOfEachPhase(@TempDir Path home) throws Exception {
        Path site = home.resolve("site");
        DyingDisk.publish(version(1), home.resolve("clean"));
        Map<Ledger.Phase, Integer> middles =
                Map.of(Ledger.Phase.ADDING, 3_000, Ledger.Phase.REPLACING, 5_000, Ledger.Phase.DELETING, 8_000);
        for (var middle : middles.entrySet()) {
            DyingDisk.publish(version(0), site);
            assertThat(DyingDisk.survivesPublishing(version(1), site, middle.getValue()))
                    .isFalse();
            assertThat(site.resolve(middle.getKey().file())).exists();
            DyingDisk.publish(version(1), site);
            assertThat(LinkedSite.tree(site)).isEqualTo(LinkedSite.tree(home.resolve("clean")));
        }
    }
}
