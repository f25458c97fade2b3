package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.PublishFailure.Reason;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputFile.Kind;
import prongsai.site.OutputPath;

/** What nobody has touched is neither read nor written again; what somebody has touched, in whatever way, is healed. */
class UntouchedFilesTest {

    private static final Map<String, String> SITE =
            Map.of("index.html", "1", "a/b/x/index.html", "1", "a/index.html", "1", "t/index.html", "1");

    @TempDir
    Path home;

    private Path site = Path.of("");
    private final List<String> changes = new ArrayList<>();

    @BeforeEach
    void publishSlowly() throws Exception {
        site = home.resolve("site");
        publish(SITE);
        changes.clear();
    }

    /** A site whose files were there for a moment before it was complete, as those of every larger site are. */
    private class SlowDisk extends Disk {
        @Override
        void before(String change, Path path) {
            changes.add(change + " " + path);
            if (path.endsWith(Ledger.Phase.DELETING.file()) && change.equals("move")) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private PublishReport publish(Map<String, String> files) throws PublishFailure {
        try (Stage stage = Stage.open(site, Patience.NONE, new SlowDisk())) {
            return SitePublisher.publish(stage, staged(stage, files));
        }
    }

    private static List<OutputFile> staged(Stage stage, Map<String, String> files) throws PublishFailure {
        List<OutputFile> staged = new ArrayList<>();
        for (var file : new TreeMap<>(files).entrySet()) {
            byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
            staged.add(stage.write(new OutputPath(file.getKey()), Kind.PAGE, bytes));
        }
        return staged;
    }

    private List<String> written() {
        return changes.stream()
                .filter(change -> change.matches("write .*-stage/[0-9]+"))
                .toList();
    }

    private Map<String, String> owned() {
        TreeMap<String, String> tree = new TreeMap<>(LinkedSite.tree(site));
        tree.keySet().removeIf(path -> path.startsWith(".prongsai-"));
        return tree;
    }

    private static PublishReport changed(String path) {
        return new PublishReport(List.of(), List.of(new OutputPath(path)), List.of(), SITE.size() - 1);
    }

    @Test
    void aPageThatTheSiteHasIsNotStaged() throws Exception {
        assertThat(publish(SITE)).isEqualTo(new PublishReport(List.of(), List.of(), List.of(), SITE.size()));
        assertThat(written()).isEmpty();
    }

    @Test
    void onlyThePageThatChangedIsStaged() throws Exception {
        Map<String, String> next = new TreeMap<>(SITE);
        next.put("a/b/x/index.html", "2");
        assertThat(publish(next)).isEqualTo(changed("a/b/x/index.html"));
        assertThat(owned()).isEqualTo(next);
        // The page, the new manifest, and an empty file that tells the time.
        assertThat(written()).hasSize(3);
    }

    @Test
    void aFileThatTheSiteHasIsNotOpened() throws Exception {
        List<OutputFile> files = new ArrayList<>();
        SITE.forEach((path, text) -> files.add(new OutputFile(
                new OutputPath(path), Kind.PAGE, Fingerprint.of(text.getBytes(StandardCharsets.UTF_8)), () -> {
                    throw new AssertionError("opened " + path);
                })));
        try (Stage stage = Stage.open(site, Patience.NONE)) {
            assertThat(SitePublisher.publish(stage, files).unchanged()).isEqualTo(SITE.size());
        }
    }

    /** Of a stage that is told rightly the manifest is the one it was told; of any other, what is written. */
    @Test
    void whatMostLikelyStandsThereChangesNothing() throws Exception {
        Manifest right =
                Manifest.parse(Files.readString(site.resolve(Ledger.MANIFEST))).manifest();
        Map<OutputPath, Fingerprint> files = new TreeMap<>(right.files());
        files.put(new OutputPath("index.html"), Fingerprint.of(new byte[] {'2'}));
        for (Manifest likely : List.of(right, new Manifest(files), Manifest.EMPTY)) {
            try (Stage stage = Stage.open(site, Patience.NONE, Durability.POWER_CUT, likely)) {
                assertThat(stage.ledger().holdings().owned()).isEqualTo(right);
                assertThat(stage.ledger().holdings().owned() == likely).isEqualTo(likely.equals(right));
                assertThat(SitePublisher.publish(stage, staged(stage, SITE)).unchanged())
                        .isEqualTo(SITE.size());
            }
        }
    }

    @Test
    void aPageThatIsEditedWhileTheSiteIsMadeStopsThePublicationBeforeAnythingChanges() throws Exception {
        for (String edit : List.of("x", "xx", "")) {
            try (Stage stage = Stage.open(site, Patience.NONE)) {
                List<OutputFile> files = staged(stage, SITE);
                write("a/index.html", edit);
                PublishFailure failure =
                        catchThrowableOfType(PublishFailure.class, () -> SitePublisher.publish(stage, files));
                assertThat(failure.reason()).isEqualTo(Reason.CONTENT_CHANGED);
                assertThat(failure.paths()).isEqualTo(List.of("a/index.html"));
                assertThat(failure.begun()).isFalse();
            }
            assertThat(publish(SITE)).isEqualTo(changed("a/index.html"));
        }
    }

    @Test
    void aPageThatIsDeletedWhileTheSiteIsMadeStopsThePublicationBeforeAnythingChanges() throws Exception {
        try (Stage stage = Stage.open(site, Patience.NONE)) {
            List<OutputFile> files = staged(stage, SITE);
            Files.delete(site.resolve("t/index.html"));
            PublishFailure failure =
                    catchThrowableOfType(PublishFailure.class, () -> SitePublisher.publish(stage, files));
            assertThat(failure.reason()).isEqualTo(Reason.CONTENT_CHANGED);
        }
        assertThat(publish(SITE)).isEqualTo(changed("t/index.html"));
    }

    @Test
    void anEditWhoseTimeWasSetBackIsHealed() throws Exception {
        FileTime before = Files.getLastModifiedTime(site.resolve("a/b/x/index.html"));
        write("a/b/x/index.html", "x");
        Files.setLastModifiedTime(site.resolve("a/b/x/index.html"), before);
        assertThat(publish(SITE)).isEqualTo(changed("a/b/x/index.html"));
        assertThat(owned()).isEqualTo(SITE);
    }

    @Test
    void anOlderFolderThatTookTheNameOfOneOfOursIsHealed() throws Exception {
        for (String folder : List.of("t", "a/b/x")) {
            Path older = Files.createDirectory(home.resolve("older"));
            Files.writeString(older.resolve("index.html"), "x");
            pause();
            write("index.html", "0");
            publish(SITE);
            new Disk().deleteTree(site.resolve(folder));
            Files.move(older, site.resolve(folder));
            assertThat(publish(SITE)).isEqualTo(changed(folder + "/index.html"));
            assertThat(owned()).isEqualTo(SITE);
        }
    }

    @Test
    void aFolderAboveThatWasExchangedForAnOlderOneIsHealed() throws Exception {
        Path older = Files.createDirectories(home.resolve("older/x")).getParent();
        Files.writeString(older.resolve("x/index.html"), "x");
        pause();
        write("index.html", "0");
        publish(SITE);
        new Disk().deleteTree(site.resolve("a/b"));
        Files.move(older, site.resolve("a/b"));
        assertThat(publish(SITE)).isEqualTo(changed("a/b/x/index.html"));
    }

    @Test
    void aFolderThatBecameALinkIsForeignHoweverOldItsFilesAre() throws Exception {
        Files.move(site.resolve("a/b"), home.resolve("archive"));
        Files.createSymbolicLink(site.resolve("a/b"), home.resolve("archive"));
        PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> publish(SITE));
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_FILE);
        assertThat(failure.paths()).isEqualTo(List.of("a/b"));
    }

    @Test
    void anEditFromTheFutureIsHealed() throws Exception {
        write("a/index.html", "x");
        Files.setLastModifiedTime(site.resolve("a/index.html"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        assertThat(publish(SITE)).isEqualTo(changed("a/index.html"));
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(site.resolve(path), text);
    }
}
