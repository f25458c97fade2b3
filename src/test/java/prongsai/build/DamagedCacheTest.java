package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.build.BuildOptions.Purpose;
import prongsai.site.Fingerprint;

/** A cache that cannot be trusted is no cache, and never a wrong page. */
class DamagedCacheTest {

    private static final Path TEMPLATES = Path.of("templates");

    @TempDir
    private Path folder;

    private RandomEdits edits;
    private Path site;
    private Path cache;

    /** The same for every damage, and so built once. */
    private static Optional<SortedMap<String, Fingerprint>> built = Optional.empty();

    private SortedMap<String, Fingerprint> clean;

    @BeforeEach
    void buildAndEdit() throws Exception {
        edits = new RandomEdits(7, folder.resolve("work"), Sites.fixture("another-municipality"), TEMPLATES);
        site = folder.resolve("site");
        cache = folder.resolve("cache");
        edits.growOld();
        build(site, cache);
        Path record = edits.content().resolve("announcements/2565/no-gift.md");
        Files.writeString(record, Files.readString(record) + "\nอีกย่อหน้าหนึ่ง\n");
        if (built.isEmpty()) {
            build(folder.resolve("clean"), folder.resolve("no-cache"));
            built = Optional.of(Sites.bytes(folder.resolve("clean")));
        }
        clean = built.orElseThrow();
    }

    /** What may happen to a file. */
    private interface Damage {
        void to(Path file) throws IOException;
    }

    static Stream<Arguments> damages() {
        return Stream.of("last", "read", "pages", "files", "made")
                .flatMap(file -> Stream.of(
                        Arguments.of(file, "empty", (Damage) f -> Files.write(f, new byte[0])),
                        Arguments.of(file, "cut in half", (Damage) f -> keep(f, Files.size(f) / 2)),
                        Arguments.of(file, "without its last byte", (Damage) f -> keep(f, Files.size(f) - 1)),
                        Arguments.of(file, "one bit is another", (Damage) DamagedCacheTest::flip),
                        Arguments.of(file, "of another program", (Damage) DamagedCacheTest::rename),
                        Arguments.of(file, "a folder", (Damage) DamagedCacheTest::replaceByFolder),
                        Arguments.of(file, "gone", (Damage) Files::delete)));
    }

    private static void keep(Path file, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) size));
    }

    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private static void rename(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("generator-1");
        bytes[at] = 'G';
        Files.write(file, bytes);
    }

    private static void replaceByFolder(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectories(file.resolve("x"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("damages")
    void isAsGoodAsNone(String file, String what, Damage damage) throws Exception {
        damage.to(cache.resolve(file));
        assertThat(build(site, cache).published()).isPresent();
        assertThat(Sites.bytes(site)).isEqualTo(clean);
    }

    @Test
    void thatBelongsToAnotherContentIsOfNoUse() throws Exception {
        RandomEdits other =
                new RandomEdits(8, folder.resolve("other"), Sites.fixture("another-municipality"), TEMPLATES);
        other.growOld();
        Path theirs = folder.resolve("theirs");
        build(other, folder.resolve("other-site"), theirs);
        build(site, theirs);
        assertThat(Sites.bytes(site)).isEqualTo(clean);
    }

    @Test
    void whereNothingCanBeWrittenTheSiteIsMade() throws Exception {
        Path file = folder.resolve("a-file");
        Files.writeString(file, "where the folder should be");
        build(site, file);
        assertThat(Sites.bytes(site)).isEqualTo(clean);
    }

    @Test
    void doesNotHideWhatHappenedToTheSite() throws Exception {
        build(site, cache);
        Files.delete(site.resolve("index.html"));
        Files.writeString(site.resolve("announcements/index.html"), "somebody was here");
        build(site, cache);
        assertThat(Sites.bytes(site)).isEqualTo(clean);
    }

    @Test
    void isNotMissedWhereTheTemplatesCannotAllBeLookedAt() throws Exception {
        Files.createSymbolicLink(edits.templates().resolve("loop"), edits.templates());
        build(site, cache);
        assertThat(Sites.bytes(site)).isEqualTo(clean);
    }

    @Test
    void makesAnotherFolderTheSameSite() throws Exception {
        build(folder.resolve("elsewhere"), cache);
        assertThat(Sites.bytes(folder.resolve("elsewhere"))).isEqualTo(clean);
    }

    private BuildReport build(Path out, Path cacheFolder) throws BuildFailure {
        return build(edits, out, cacheFolder);
    }

    private static BuildReport build(RandomEdits edits, Path out, Path cacheFolder) throws BuildFailure {
        Inputs inputs = new Inputs(edits.content(), "content", Optional.of(edits.templates()), edits.today());
        CacheOptions cache = new CacheOptions(cacheFolder, "generator-1", false);
        return SiteBuild.run(new BuildOptions(inputs, out, Optional.of(cache), Purpose.PUBLISHING), Progress.NONE);
    }
}
