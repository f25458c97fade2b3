package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.PublishFailure.Reason;

/** Somebody has edited, merged, cut, forged or deleted the manifest. */
class DamagedManifestTest {

    private static final LinkedSite OLD = LinkedSite.random(1);
    private static final LinkedSite NEXT = LinkedSite.random(2);

    @TempDir
    Path home;

    private Path site = Path.of("");
    private Path manifest = Path.of("");
    private SortedMap<String, String> clean = new TreeMap<>();

    @BeforeEach
    void publishOld() throws Exception {
        DyingDisk.publish(NEXT, home.resolve("clean"));
        clean = LinkedSite.tree(home.resolve("clean"));
        site = home.resolve("site");
        DyingDisk.publish(OLD, site);
        manifest = site.resolve(Ledger.MANIFEST);
    }

    @Test
    void linesThatTheFilesBearOutStillCount() throws Exception {
        Files.writeString(manifest, "<<<<<<< HEAD\n" + Files.readString(manifest) + ">>>>>>> main\n");
        DyingDisk.publish(NEXT, site);
        assertThat(LinkedSite.tree(site)).isEqualTo(clean);
    }

    @Test
    void ofACutManifestTheFilesOfTheLostLinesAreForeign() throws Exception {
        Files.writeString(manifest, Files.readString(manifest).substring(0, 60));
        PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> DyingDisk.publish(NEXT, site));
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_FILE);
        List<String> different = OLD.files().keySet().stream()
                .filter(path -> NEXT.files().containsKey(path))
                .filter(path -> !NEXT.files().get(path).equals(OLD.files().get(path)))
                .toList();
        assertThat(failure.paths()).isEqualTo(different).isNotEmpty();
        assertThat(site.resolve("index.html")).hasContent(OLD.files().get("index.html"));
    }

    @Test
    void withoutAManifestTheSameSiteIsOursAgain() throws Exception {
        SortedMap<String, String> before = LinkedSite.tree(site);
        Files.delete(manifest);
        assertThat(DyingDisk.publish(OLD, site).unchanged())
                .isEqualTo(OLD.files().size());
        assertThat(LinkedSite.tree(site)).isEqualTo(before);
    }

    @Test
    void aForgedLineReachesNoFileOutsideTheSite() throws Exception {
        Path outside = Files.writeString(home.resolve("outside.html"), "abc");
        Path git =
                Files.writeString(Files.createDirectories(site.resolve(".git")).resolve("config"), "abc");
        String text = Files.readString(manifest);
        for (String path : List.of("../outside.html", outside.toString(), ".git/config")) {
            text = text.replace(
                    "\"files\": [\n",
                    "\"files\": [\n    {\"path\": \"" + path
                            + "\", \"size\": 3, \"sha256\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"},\n");
        }
        Files.writeString(manifest, text);
        DyingDisk.publish(NEXT, site);
        assertThat(outside).hasContent("abc");
        assertThat(git).hasContent("abc");
    }

    @Test
    void aManifestThatIsALinkIsNotFollowed() throws Exception {
        Path elsewhere = home.resolve("elsewhere");
        Files.move(manifest, elsewhere);
        String text = Files.readString(elsewhere);
        Files.createSymbolicLink(manifest, elsewhere);
        DyingDisk.publish(OLD, site);
        assertThat(manifest).isRegularFile();
        assertThat(Files.isSymbolicLink(manifest)).isFalse();
        assertThat(elsewhere).hasContent(text);
    }

    @Test
    void whateverBytesTheManifestHoldsNoForeignFileIsLostAndNoLiveFileOfTheNewSiteIsMissing() throws Exception {
        Random random = new Random(1);
        Path foreign = Files.writeString(site.resolve("CNAME"), "www.example.go.th");
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            for (String name : List.of(Ledger.MANIFEST, Ledger.Phase.values()[i % 3].file())) {
                if (random.nextBoolean()) {
                    Files.write(site.resolve(name), noise);
                }
            }
            DyingDisk.publish(OLD, site);
            assertThat(LinkedSite.faults(site)).isEmpty();
            assertThat(foreign).hasContent("www.example.go.th");
            assertThat(LinkedSite.tree(site).keySet()).containsAll(OLD.files().keySet());
        }
    }

    @Test
    void aDamagedRecordOfAnInterruptedPublicationDeletesNothing() throws Exception {
        String text = Files.readString(manifest);
        for (Ledger.Phase phase : Ledger.Phase.values()) {
            for (String damaged : List.of("", "{", "\u0000\uffff", text.substring(0, 300))) {
                Files.writeString(site.resolve(phase.file()), damaged);
                publishOldAndNeverMissAFile();
                assertThat(site.resolve(phase.file())).doesNotExist();
            }
        }
    }

    @Test
    void anInterruptedPublicationIsNotUndoneOnTheWordOfADamagedManifest() throws Exception {
        String text = Files.readString(manifest);
        Files.writeString(site.resolve(Ledger.Phase.ADDING.file()), text);
        Files.writeString(manifest, text.substring(0, 300));
        publishOldAndNeverMissAFile();
    }

    /** Stops before each change and looks. */
    private void publishOldAndNeverMissAFile() throws Exception {
        boolean survived = false;
        for (int changes = 0; !survived; changes++) {
            survived = DyingDisk.survivesPublishing(OLD, site, changes);
            assertThat(LinkedSite.tree(site)).containsAllEntriesOf(OLD.files());
        }
    }

    @Test
    void aDamagedManifestMakesNoForeignFileOurs() throws Exception {
        Path foreign = Files.writeString(site.resolve("mine.html"), "abc");
        String line = "    {\"path\": \"mine.html\", \"size\": 3, \"sha256\": \"" + "0".repeat(64) + "\"},\n";
        Files.writeString(manifest, Files.readString(manifest).replace("\"files\": [\n", "\"files\": [\n" + line));
        DyingDisk.publish(NEXT, site);
        assertThat(foreign).hasContent("abc");
    }
}
