package prongsai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;
import prongsai.source.Problem;
import prongsai.source.Problems;
import prongsai.source.SourceFile;

class ReadCacheTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_500_000_000_000L);

    private static final String VERSION = "1.0";

    /** How often a file was made old. */
    private int aged;

    private Path folder = Path.of("");
    private Path content = Path.of("");
    private Path cacheFile = Path.of("");

    @BeforeTry
    void write() throws IOException {
        folder = Files.createTempDirectory("read-cache");
        content = Files.createDirectory(folder.resolve("content"));
        cacheFile = folder.resolve("read");
        put("site.yaml", """
                name: เทศบาลตำบลตัวอย่าง
                kind: municipality
                district: เมือง
                province: สุโขทัย
                baseUrl: https://example.go.th/
                """);
        put("files/a.pdf", "a");
        put("files/b.pdf", "b");
        put("announcements/2563/one.md", announcement("หนึ่ง", "attachments: [{file: files/a.pdf, title: ก}]"));
        put("announcements/2563/two.md", announcement("สอง", "colour: red"));
        put("news/2563/three.md", "---\ntitle: สาม\ndate: 2563-01-02\nimage: files/b.pdf\nimageAlt: ภาพ\n---\nข่าว\n");
        put("pages/about.md", "---\ntitle: เกี่ยวกับ\n---\nก\n");
        all().forEach(this::age);
    }

    @AfterTry
    void clear() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    private static String announcement(String title, String more) {
        return "---\ntitle: " + title + "\nkind: report\ndate: 2563-01-02\n" + more + "\n---\nเนื้อความ\n";
    }

    @Example
    void aFileThatIsTheSameIsNotOpened() throws IOException {
        assertThat(cached()).isEqualTo(clean());
        replaceKeepingTheStamp("announcements/2563/one.md", "หนึ่ง", "สี่สิ");
        assertThat(cached()).contains("title=หนึ่ง").doesNotContain("title=สี่สิ");
    }

    @Example
    void whatIsForgottenOnceAllIsReadIsReadAnew() throws IOException {
        cached();
        ReadCache cache = ReadCache.open(cacheFile, VERSION);
        assertThat(read(cache)).isEqualTo(clean());
        replaceKeepingTheStamp("announcements/2563/one.md", "หนึ่ง", "สี่สิ");
        assertThat(read(cache)).contains("title=สี่สิ").isEqualTo(clean());
    }

    @Example
    void aFileChangedAsTheEarlierRunBeganIsComparedByItsBytes() throws IOException {
        Path file = content.resolve("announcements/2563/one.md");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        assertThat(cached()).contains("title=หนึ่ง");
        replaceKeepingTheStamp("announcements/2563/one.md", "หนึ่ง", "สี่สิ");
        assertThat(cached()).contains("title=สี่สิ").isEqualTo(clean());
    }

    @Example
    void aFileFromTheFutureIsComparedByItsBytes() throws IOException {
        Path file = content.resolve("announcements/2563/one.md");
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() + 100_000_000L));
        cached();
        replaceKeepingTheStamp("announcements/2563/one.md", "หนึ่ง", "สี่สิ");
        assertThat(cached()).contains("title=สี่สิ").isEqualTo(clean());
    }

    @Example
    void aChangedFileIsReadAgain() throws IOException {
        cached();
        put("announcements/2563/one.md", announcement("หนึ่งใหม่", ""));
        assertThat(cached()).contains("title=หนึ่งใหม่").isEqualTo(clean());
    }

    @Example
    void aFileThatIsOnlyTouchedIsTheSame() throws IOException {
        cached();
        Files.setLastModifiedTime(
                content.resolve("announcements/2563/one.md"), FileTime.fromMillis(1_500_000_001_000L));
        assertThat(cached()).isEqualTo(clean());
    }

    @Example
    void problemsOfUnchangedFilesAreToldAgain() throws IOException {
        put("announcements/2563/two.md", announcement("สอง", "state: draft\nsignedBy: {name: ก}"));
        age(content.resolve("announcements/2563/two.md"));
        cached();
        assertThat(cached())
                .contains("DRAFT_SIGNED, position=content/announcements/2563/two.md:6")
                .isEqualTo(clean());
    }

    @Example
    void anAttachmentThatIsGoneIsMissedThoughTheRecordThatNamesItIsUnchanged() throws IOException {
        cached();
        Files.delete(content.resolve("files/a.pdf"));
        assertThat(cached()).contains("MISSING_ATTACHMENT").isEqualTo(clean());
        put("files/a.pdf", "a");
        assertThat(cached()).doesNotContain("MISSING_ATTACHMENT").isEqualTo(clean());
    }

    @Example
    void theLikelyNameOfAMissingFileIsLookedForEveryTime() throws IOException {
        Files.move(content.resolve("files/a.pdf"), content.resolve("files/aa1.pdf"));
        cached();
        Files.move(content.resolve("files/aa1.pdf"), content.resolve("files/aa.pdf"));
        assertThat(cached()).isEqualTo(clean());
    }

    @Example
    void aRecordWhoseAddressIsTakenIsLeftOutThoughItIsUnchanged() throws IOException {
        cached();
        put("announcements/2563/one/index.md", announcement("อีกหนึ่ง", ""));
        assertThat(cached()).contains("DUPLICATE_URL").isEqualTo(clean());
    }

    @Example
    void aCacheThatIsTornOrForeignIsAsGoodAsNone() throws IOException {
        cached();
        byte[] whole = Files.readAllBytes(cacheFile);
        // What a cache that is believed would say.
        replaceKeepingTheStamp("announcements/2563/one.md", "หนึ่ง", "สี่สิ");
        assertThat(cached()).contains("title=หนึ่ง");
        Random random = new Random(1);
        for (int i = 0; i < 60; i++) {
            byte[] broken = whole.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 + random.nextInt(255));
            assertReadAnew(broken);
            assertReadAnew(java.util.Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
        assertReadAnew(java.util.Arrays.copyOf(whole, whole.length + 1));
        Files.write(cacheFile, whole);
        assertThat(read(ReadCache.open(cacheFile, "1.1"))).contains("title=สี่สิ");
    }

    private void assertReadAnew(byte[] cache) throws IOException {
        Files.write(cacheFile, cache);
        assertThat(read(ReadCache.open(cacheFile, VERSION))).contains("title=สี่สิ");
    }

    @Example
    void aCacheThatIsAFolderOrCannotBeWrittenIsAsGoodAsNone() throws IOException {
        Files.createDirectory(cacheFile);
        assertThat(read(ReadCache.open(cacheFile, VERSION))).isEqualTo(clean());
        assertThat(read(ReadCache.open(folder.resolve("nowhere/read"), VERSION)))
                .isEqualTo(clean());
    }

    @Example
    void savingLeavesNothingElseBehind() throws IOException {
        cached();
        cached();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()).sorted()).containsExactly("content", "read");
        }
    }

    @Property(tries = 15)
    void afterAnyEditsTheCacheSaysWhatACleanRunSays(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        for (int step = 0; step < 12; step++) {
            edit(random);
            assertThat(cached()).as("seed " + seed + ", step " + step).isEqualTo(clean());
        }
    }

    private void edit(Random random) throws IOException {
        String name = List.of("announcements/2563/", "news/2563/", "announcements/2564/")
                        .get(random.nextInt(3)) + (char) ('a' + random.nextInt(4)) + ".md";
        switch (random.nextInt(6)) {
            case 0 -> Files.deleteIfExists(content.resolve(name));
            case 1 -> Files.deleteIfExists(content.resolve("files/" + (char) ('a' + random.nextInt(3)) + ".pdf"));
            case 2 -> put("files/" + (char) ('a' + random.nextInt(3)) + ".pdf", "a");
            case 3 -> age(content.resolve("site.yaml"));
            default -> put(name, randomRecord(random, name.startsWith("news")));
        }
        if (random.nextBoolean() && Files.exists(content.resolve(name))) {
            age(content.resolve(name));
        }
    }

    private static String randomRecord(Random random, boolean news) {
        List<String> lines = new ArrayList<>(List.of(
                "unit: กองคลัง",
                "fiscalYear: 2563",
                "fiscalYear: 2020",
                "summary: \"สรุป: ก\"",
                "state: revoked",
                "replacedBy: announcements/2563/b",
                "signedBy: {name: นาย ก, position: นายก}",
                "period: {from: 2562-10-01, to: 2563-09-30}",
                "period: {from: 2563-10-01, to: 2563-09-30}",
                "discloses: [{topic: hr-policy, components: [a, b]}, {topic: laws}]",
                "attachments: [{file: files/a.pdf}, {file: files/b.pdf, title: ข}]",
                "attachments: [{file: ../x.pdf}]",
                "channels: [website, line]",
                "formerly: [announcements/2560/x]",
                "source: {title: ก, part: ข, file: files/c.pdf}",
                "updated: 2563-02-30",
                "updated: 2563-03-01",
                "number: \"12\"",
                "number: 12"));
        java.util.Collections.shuffle(lines, random);
        List<String> chosen = lines.subList(0, random.nextInt(6));
        String special =
                news ? "image: files/" + (char) ('a' + random.nextInt(3)) + ".pdf\nimageAlt: ภาพ" : "kind: order";
        return "---\ntitle: เรื่อง " + random.nextInt(9) + "\ndate: 2563-01-0" + (1 + random.nextInt(9)) + "\n"
                + special + "\n" + String.join("\n", chosen) + "\n---\n\nเนื้อความ " + random.nextInt(9) + "\n";
    }

    private String clean() throws IOException {
        return read(ReadCache.none());
    }

    private String cached() throws IOException {
        ReadCache cache = ReadCache.open(cacheFile, VERSION);
        String read = read(cache);
        cache.save();
        return read;
    }

    /** Everything that reading gives. */
    private String read(ReadCache cache) throws IOException {
        Problems problems = new Problems();
        Content read = ContentReader.read(content, "content", cache, problems);
        StringBuilder all = new StringBuilder();
        read.records()
                .forEach(entry -> all.append(entry.path())
                        .append(' ')
                        .append(entry.record())
                        .append(entry.source().digest())
                        .append(entry.at("/date"))
                        .append(entry.at("/nothing"))
                        .append(entry.has("summary"))
                        .append('\n'));
        read.sources().stream().map(SourceFile::path).forEach(all::append);
        problems.sorted().stream()
                .map(Problem::toString)
                .forEach(p -> all.append('\n').append(p));
        return all.toString();
    }

    private void put(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** What the file system's time cannot tell. */
    private void replaceKeepingTheStamp(String path, String from, String to) throws IOException {
        Path file = content.resolve(path);
        FileTime modified = Files.getLastModifiedTime(file);
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
        Files.setLastModifiedTime(file, modified);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Each time to another time: a file of the same size and the same time in the same place is taken for the same. */
    private void age(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.fromMillis(LONG_AGO.toMillis() + 1000L * aged++));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
