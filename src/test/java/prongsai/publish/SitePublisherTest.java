package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.PublishFailure.Reason;
import prongsai.site.OutputFile;
import prongsai.site.OutputFile.Kind;
import prongsai.site.OutputPath;

class SitePublisherTest {

    @TempDir
    Path home;

    private Path site = Path.of("");

    @BeforeEach
    void nameSite() {
        site = home.resolve("site");
    }

    @Test
    void theFirstPublicationMakesTheFolderAndLeavesNothingElse() throws Exception {
        PublishReport report = publish(Map.of("index.html", "home", "ita/2562/index.html", "score"));

        assertThat(report)
                .isEqualTo(new PublishReport(paths("index.html", "ita/2562/index.html"), List.of(), List.of(), 0));
        assertThat(LinkedSite.tree(home))
                .isEqualTo(Map.of(
                        "site/index.html",
                        "home",
                        "site/ita/2562/index.html",
                        "score",
                        "site/.prongsai-lock",
                        "",
                        "site/.prongsai-manifest.json",
                        """
                        {
                          "format": "prongsai-manifest 1",
                          "files": [
                            {"path": "index.html", "size": 4, "sha256": "4ea140588150773ce3aace786aeef7f4049ce100fa649c94fbbddb960f1da942"},
                            {"path": "ita/2562/index.html", "size": 5, "sha256": "a575b79868a2336db378ac89cb6c7d93272b4bb8e74d1096e8630765cf480ef5"}
                          ]
                        }
                        """));
    }

    @Test
    void reportsWhatWasAddedChangedRemovedAndLeft() throws Exception {
        publish(Map.of("a.html", "1", "b.html", "1", "c.html", "1", "d/index.html", "1"));
        assertThat(publish(Map.of("a.html", "1", "b.html", "2", "e.html", "1", "f.html", "1")))
                .isEqualTo(new PublishReport(
                        paths("e.html", "f.html"), paths("b.html"), paths("c.html", "d/index.html"), 1));
    }

    @Test
    void publishingTheSameSiteAgainTouchesNoFileAndNotTheManifest() throws Exception {
        Map<String, String> files = Map.of("a.html", "1", "b/index.html", "1");
        publish(files);
        Map<String, Object> before = identities();
        assertThat(publish(files)).isEqualTo(new PublishReport(List.of(), List.of(), List.of(), 2));
        assertThat(identities()).isEqualTo(before);
    }

    @Test
    void aChangeTouchesOnlyTheFileAndTheManifest() throws Exception {
        publish(Map.of("a.html", "1", "b/index.html", "1", "c.html", "1"));
        Map<String, Object> before = identities();
        publish(Map.of("a.html", "1", "b/index.html", "2", "c.html", "1"));
        Map<String, Object> after = identities();
        before.entrySet().removeAll(after.entrySet());
        assertThat(before).containsOnlyKeys("b/index.html", ".prongsai-manifest.json");
    }

    @Test
    void foldersThatTheSiteNoLongerNeedsGoUnlessSomethingElseIsInThem() throws Exception {
        publish(Map.of("index.html", "1", "a/b/c/index.html", "1", "d/e/index.html", "1"));
        write("d/note.txt", "mine");
        publish(Map.of("index.html", "1"));
        assertThat(owned()).isEqualTo(Map.of("index.html", "1", "d/note.txt", "mine"));
    }

    @Test
    void aFileOfOursThatWasEditedOrDeletedOrReplacedByALinkIsHealed() throws Exception {
        Map<String, String> files = Map.of("a.html", "11", "b.html", "22", "c.html", "33", "d.html", "44");
        publish(files);
        write("a.html", "xx");
        Files.delete(site.resolve("b.html"));
        Path outside = Files.writeString(home.resolve("outside"), "mine");
        Files.delete(site.resolve("c.html"));
        Files.createSymbolicLink(site.resolve("c.html"), outside);

        assertThat(publish(files))
                .isEqualTo(new PublishReport(List.of(), paths("a.html", "b.html", "c.html"), List.of(), 1));
        assertThat(owned()).isEqualTo(files);
        assertThat(outside).hasContent("mine");
    }

    @Test
    void anEditWhoseTimeWasSetBackIsHealed() throws Exception {
        publish(Map.of("a.html", "11"));
        FileTime before = Files.getLastModifiedTime(site.resolve("a.html"));
        write("a.html", "xx");
        Files.setLastModifiedTime(site.resolve("a.html"), before);
        publish(Map.of("a.html", "11"));
        assertThat(owned()).isEqualTo(Map.of("a.html", "11"));
    }

    @Test
    void anEditMadeWhileTheClockWasBehindIsHealed() throws Exception {
        publish(Map.of("a.html", "11"));
        write("a.html", "xx");
        // As if the site had been published in the year 2100, and the clock set right since.
        Files.setLastModifiedTime(site.resolve(Ledger.MANIFEST), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));
        publish(Map.of("a.html", "11"));
        assertThat(owned()).isEqualTo(Map.of("a.html", "11"));
    }

    @Test
    void anEditIsHealedInACopyWhoseFilesAllHaveTheTimeOfTheCopy() throws Exception {
        publish(Map.of("a.html", "11"));
        write("a.html", "xx");
        Thread.sleep(20);
        Files.writeString(site.resolve(Ledger.MANIFEST), Files.readString(site.resolve(Ledger.MANIFEST)));
        publish(Map.of("a.html", "11"));
        assertThat(owned()).isEqualTo(Map.of("a.html", "11"));
    }

    @Test
    void aFileThatIsNotOursStopsThePublicationBeforeAnythingChanges() throws Exception {
        publish(Map.of("a.html", "1"));
        write("b.html", "mine");
        Files.createDirectories(site.resolve("c.html/deep"));
        write("d", "mine");
        Files.createSymbolicLink(site.resolve("e"), home);
        SortedMap<String, String> before = LinkedSite.tree(home);

        PublishFailure failure = failure(
                Map.of("a.html", "2", "b.html", "1", "c.html", "1", "d/x.html", "1", "e/x.html", "1", "e/y.html", "1"));
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_FILE);
        assertThat(failure.paths()).isEqualTo(List.of("b.html", "c.html/deep", "d", "e"));
        assertThat(failure.begun()).isFalse();
        assertThat(LinkedSite.tree(home)).isEqualTo(before);
    }

    @Test
    void aFileThatIsNotOursButHasOurBytesBecomesOurs() throws Exception {
        write("a.html", "1");
        Map<String, Object> before = identities();
        assertThat(publish(Map.of("a.html", "1"))).isEqualTo(new PublishReport(List.of(), List.of(), List.of(), 1));
        assertThat(identities()).containsAllEntriesOf(before);
        publish(Map.of("a.html", "2", "b.html", "1"));
        assertThat(owned()).isEqualTo(Map.of("a.html", "2", "b.html", "1"));
    }

    @Test
    void nothingIsDeletedThroughAFolderThatBecameALink() throws Exception {
        publish(Map.of("index.html", "1", "files/a.pdf", "1"));
        Files.move(site.resolve("files"), home.resolve("archive"));
        Files.createSymbolicLink(site.resolve("files"), home.resolve("archive"));
        publish(Map.of("index.html", "1"));
        assertThat(home.resolve("archive/a.pdf")).hasContent("1");
        assertThat(site.resolve("files")).isSymbolicLink();
    }

    @Test
    void theSitesFolderMayBeASymbolicLink() throws Exception {
        Path real = Files.createDirectories(home.resolve("www/html"));
        Files.createSymbolicLink(site, real);
        publish(Map.of("index.html", "1"));
        assertThat(site).isSymbolicLink();
        assertThat(real.resolve("index.html")).hasContent("1");
        assertThat(LinkedSite.tree(home).keySet())
                .containsExactly(
                        "site", "www/html/.prongsai-lock", "www/html/.prongsai-manifest.json", "www/html/index.html");
    }

    @Test
    void aFileOrALinkToNothingIsNoFolderForASite() throws Exception {
        Files.writeString(site, "mine");
        assertThat(failure(Map.of("index.html", "1")).reason()).isEqualTo(Reason.NOT_A_FOLDER);
        Files.delete(site);
        Files.createSymbolicLink(site, home.resolve("nothing"));
        PublishFailure failure = failure(Map.of("index.html", "1"));
        assertThat(failure.reason()).isEqualTo(Reason.NOT_A_FOLDER);
        assertThat(failure.paths()).isEqualTo(List.of(site.toString()));
    }

    @Test
    void aFileGivesItsNameToAFolderAndAFolderItsNameToAFile() throws Exception {
        Map<String, String> old = Map.of("a", "1", "b/c/x.html", "1", "b/y.html", "1");
        Map<String, String> next = Map.of("a/x.html", "1", "b", "1");
        publish(old);
        assertThat(publish(next))
                .isEqualTo(
                        new PublishReport(paths("a/x.html", "b"), List.of(), paths("a", "b/c/x.html", "b/y.html"), 0));
        assertThat(owned()).isEqualTo(next);
        publish(old);
        assertThat(owned()).isEqualTo(old);
    }

    @Test
    void namesThatDifferOnlyInCaseAreRefusedBeforeAnythingChanges() throws Exception {
        publish(Map.of("a.html", "1"));
        SortedMap<String, String> before = LinkedSite.tree(home);
        Map<List<String>, List<String>> clashes = Map.of(
                List.of("files/I.pdf", "files/i.pdf"), List.of("files/I.pdf", "files/i.pdf"),
                List.of("A/x.html", "a/y.html"), List.of("A/x.html", "a/y.html"),
                List.of("a", "a/x.html"), List.of("a", "a/x.html"),
                List.of("a.html", "a.html"), List.of("a.html", "a.html"));
        Locale locale = Locale.getDefault();
        try {
            // Where I and i are not two cases of one letter.
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (var clash : clashes.entrySet()) {
                List<OutputFile> files = new ArrayList<>();
                clash.getKey().forEach(path -> files.add(file(path, "1")));
                PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> publish(files));
                assertThat(failure.reason()).isEqualTo(Reason.NAME_CLASH);
                assertThat(failure.paths()).isEqualTo(clash.getValue());
            }
        } finally {
            Locale.setDefault(locale);
        }
        assertThat(LinkedSite.tree(home)).isEqualTo(before);
    }

    @Test
    void aNameMayChangeItsCase() throws Exception {
        publish(Map.of("files/Notice.pdf", "1"));
        publish(Map.of("files/notice.pdf", "2"));
        assertThat(owned()).isEqualTo(Map.of("files/notice.pdf", "2"));
    }

    @Test
    void aSourceIsCopiedAndStays() throws Exception {
        Path source = Files.writeString(home.resolve("ประกาศ ๑.pdf"), "signed");
        OutputFile file = OutputFile.ofFile(new OutputPath("files/notice.pdf"), Kind.DATA, source);
        publish(List.of(file));
        assertThat(source).hasContent("signed");
        assertThat(owned()).isEqualTo(Map.of("files/notice.pdf", "signed"));
    }

    @Test
    void aSourceThatChangesDuringTheBuildStopsThePublicationBeforeAnythingChanges() throws Exception {
        publish(Map.of("index.html", "1"));
        SortedMap<String, String> before = LinkedSite.tree(site);
        Path source = Files.writeString(home.resolve("a.pdf"), "signed");
        OutputFile file = OutputFile.ofFile(new OutputPath("files/notice.pdf"), Kind.DATA, source);
        Files.writeString(source, "forged");

        PublishFailure failure =
                catchThrowableOfType(PublishFailure.class, () -> publish(List.of(file("index.html", "2"), file)));
        assertThat(failure.reason()).isEqualTo(Reason.CONTENT_CHANGED);
        assertThat(failure.paths()).isEqualTo(List.of("files/notice.pdf"));
        assertThat(LinkedSite.tree(site)).isEqualTo(before);
    }

    @Test
    void aStageThatIsClosedWithoutAPublicationLeavesTheSiteByteForByte() throws Exception {
        publish(Map.of("index.html", "1"));
        Map<String, Object> before = identities();
        try (Stage stage = Stage.open(site, Patience.NONE)) {
            stage.write(new OutputPath("index.html"), Kind.PAGE, "2".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(identities()).isEqualTo(before);
    }

    @Test
    void addsThenReplacesThenDeletesAndNamesEachPhase() throws Exception {
        publish(List.of(
                file(Kind.PAGE, "index.html", "1"),
                file(Kind.PAGE, "about/index.html", "1"),
                file(Kind.PAGE, "old/index.html", "1"),
                file(Kind.PAGE, "z/index.html", "1"),
                file(Kind.FEED, "feed.xml", "1"),
                file(Kind.DATA, "items.csv", "1"),
                file(Kind.ASSET, "assets/style.1.css", "1")));
        Files.delete(site.resolve("z/index.html"));
        List<String> changes = new ArrayList<>();
        Disk disk = new Disk() {
            @Override
            void before(String change, Path path) throws IOException {
                if (path.startsWith(site.toRealPath()) && !path.endsWith(".prongsai-probe")) {
                    changes.add(change + " " + site.toRealPath().relativize(path));
                }
            }
        };
        try (Stage stage = Stage.open(site, Patience.NONE, disk)) {
            SitePublisher.publish(
                    stage,
                    List.of(
                            file(Kind.FEED, "feed.xml", "2"),
                            file(Kind.FEED, "atom.xml", "1"),
                            file(Kind.PAGE, "404.html", "1"),
                            file(Kind.PAGE, "index.html", "2"),
                            file(Kind.PAGE, "about/index.html", "2"),
                            file(Kind.PAGE, "new/index.html", "1"),
                            file(Kind.PAGE, "z/index.html", "1"),
                            file(Kind.DATA, "items.csv", "2"),
                            file(Kind.DATA, "new/items.csv", "1"),
                            file(Kind.ASSET, "assets/style.2.css", "2")));
        }
        assertThat(changes)
                .containsExactly(
                        "move .prongsai-manifest.adding.json",
                        "move assets/style.2.css",
                        "create folder new",
                        "move new/items.csv",
                        "move new/index.html",
                        "move atom.xml",
                        "move .prongsai-manifest.replacing.json",
                        "move z/index.html",
                        "move 404.html",
                        "move items.csv",
                        "move about/index.html",
                        "move index.html",
                        "move feed.xml",
                        "move .prongsai-manifest.deleting.json",
                        "delete old/index.html",
                        "delete folder old",
                        "delete assets/style.1.css",
                        "delete folder assets",
                        "set time .prongsai-manifest.deleting.json",
                        "move .prongsai-manifest.json");
    }

    @Test
    void theSameBytesComeOutWhateverTheOrderOfTheFiles() throws Exception {
        List<OutputFile> files =
                new ArrayList<>(List.of(file("b.html", "1"), file("a.html", "1"), file("I.html", "1")));
        publish(files);
        SortedMap<String, String> first = LinkedSite.tree(site);
        new Disk().deleteTree(site);
        Collections.reverse(files);
        publish(files);
        assertThat(LinkedSite.tree(site)).isEqualTo(first);
    }

    private PublishReport publish(Map<String, String> files) throws PublishFailure {
        List<OutputFile> site = new ArrayList<>();
        files.forEach((path, text) -> site.add(file(path, text)));
        return publish(site);
    }

    private PublishReport publish(List<OutputFile> files) throws PublishFailure {
        try (Stage stage = Stage.open(site, Patience.NONE)) {
            return SitePublisher.publish(stage, files);
        }
    }

    private PublishFailure failure(Map<String, String> files) {
        return catchThrowableOfType(PublishFailure.class, () -> publish(files));
    }

    private void write(String path, String text) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static OutputFile file(String path, String text) {
        return file(Kind.PAGE, path, text);
    }

    private static OutputFile file(Kind kind, String path, String text) {
        return OutputFile.ofBytes(new OutputPath(path), kind, text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<OutputPath> paths(String... paths) {
        return Arrays.stream(paths).map(OutputPath::new).toList();
    }

    private Map<String, String> owned() {
        TreeMap<String, String> tree = new TreeMap<>(LinkedSite.tree(site));
        tree.keySet().removeIf(path -> path.startsWith(".prongsai-"));
        return tree;
    }

    /** What tells whether a file was touched: which file it is, and when it was written. */
    private Map<String, Object> identities() throws IOException {
        TreeMap<String, Object> identities = new TreeMap<>();
        for (String path : LinkedSite.tree(site).keySet()) {
            BasicFileAttributes file = Files.readAttributes(site.resolve(path), BasicFileAttributes.class);
            identities.put(path, file.fileKey() + " " + file.lastModifiedTime());
        }
        return identities;
    }
}
