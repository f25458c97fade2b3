package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.build.BuildOptions.Purpose;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;

/** Whatever was edited: a build with what is remembered is a build from nothing. */
class IncrementalBuildTest {

    private static final Path TEMPLATES = Path.of("templates");
    private static final int EDITS = 6;

    private static final Set<OutputPath> OPEN = Stream.of(
                    "index.html", "announcements/index.html", "announcements/2565/no-gift/index.html")
            .map(OutputPath::new)
            .collect(Collectors.toSet());

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Boolean.getBoolean("long") ? 400 : 24);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void givesTheBytesAndTheProblemsOfACleanBuild(long seed, @TempDir Path folder) throws Exception {
        // A preview shows some pages before others, and leaves what is outdated, and ends in the same.
        Purpose purpose = seed % 3 == 0 ? Purpose.PREVIEW : Purpose.PUBLISHING;
        RandomEdits edits = new RandomEdits(seed, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path clean = folder.resolve("clean");
        Path incremental = folder.resolve("incremental");
        List<String> made = new ArrayList<>();
        edits.growOld();
        for (int i = 0; i < EDITS; i++) {
            Optional<CacheOptions> cache = cache(folder);
            BuildReport expected = build(edits, clean, Optional.empty(), Purpose.PUBLISHING, Progress.NONE);
            if (purpose == Purpose.PREVIEW) {
                build(edits, incremental, cache, purpose, new Audience(OPEN, () -> {}, new AtomicInteger(i * 7)));
            }
            BuildReport report = build(edits, incremental, cache, purpose, new Audience(OPEN, () -> {}));
            String told = String.join("\n", made);
            assertThat(Sites.lines(report.problems())).as(told).isEqualTo(Sites.lines(expected.problems()));
            assertThat(report.pages()).as(told).isEqualTo(expected.pages());
            assertThat(report.published().isPresent())
                    .as(told)
                    .isEqualTo(expected.published().isPresent());
            // A page that is looked at may be there before an error is found in another.
            if (report.published().isPresent() || purpose != Purpose.PREVIEW) {
                assertThat(Sites.bytes(incremental)).as(told).isEqualTo(Sites.bytes(clean));
            }
            if (report.published().isEmpty() && i > 0) {
                edits.undo();
                made.add("undo");
            }
            made.add(edits.next());
            if (seed % 4 != 0) {
                edits.growOld();
            }
        }
    }

    @Test
    void aTextThatChangesIsAllTheWork(@TempDir Path folder) throws Exception {
        RandomEdits edits = new RandomEdits(1, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path site = folder.resolve("site");
        Optional<CacheOptions> cache = cache(folder);
        edits.growOld();
        Stages whole = new Stages();
        Stages nothing = new Stages();
        Stages text = new Stages();
        build(edits, site, cache, Purpose.PUBLISHING, whole);
        build(edits, site, cache, Purpose.PUBLISHING, nothing);
        Path record = edits.content().resolve("announcements/2565/no-gift.md");
        Files.writeString(record, Files.readString(record) + "\nอีกย่อหน้าหนึ่ง\n");
        BuildReport report = build(edits, site, cache, Purpose.PUBLISHING, text);
        assertThat(whole.heard).contains(Progress.Stage.READING, Progress.Stage.RENDERING);
        assertThat(nothing.heard).isEmpty();
        assertThat(text.heard).containsExactly(Progress.Stage.PUBLISHING);
        List<String> changed = report.published().orElseThrow().changed().stream()
                .map(path -> path.text())
                .filter(path -> !path.startsWith("search/terms/"))
                .toList();
        assertThat(changed).containsExactly("announcements/2565/no-gift/index.html", "data/files.csv");
    }

    @Test
    void whatWasChangedJustBeforeABuildIsNoWorkForTheNext(@TempDir Path folder) throws Exception {
        RandomEdits edits = new RandomEdits(1, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path site = folder.resolve("site");
        Path record = edits.content().resolve("announcements/2565/no-gift.md");
        String text = Files.readString(record);
        edits.growOld();
        build(edits, site, cache(folder), Purpose.PUBLISHING, Progress.NONE);
        // A whole build reads the first, one of a text alone the others; the last is what the first build knew.
        for (String change : List.of("title: อื่น\n", "title: อื่น\nย่อหน้า\n", "title: อื่น\n")) {
            String head = change.substring(0, change.indexOf('\n'));
            String more = change.substring(change.indexOf('\n') + 1);
            Files.writeString(record, text.replaceFirst("title: [^\n]*", head) + more);
            Stages first = new Stages();
            Stages next = new Stages();
            Stages later = new Stages();
            build(edits, site, cache(folder), Purpose.PUBLISHING, first);
            build(edits, site, cache(folder), Purpose.PUBLISHING, next);
            assertAsFromNothing(edits, site, folder);
            build(edits, site, cache(folder), Purpose.PUBLISHING, later);
            assertThat(first.heard).as(change).contains(Progress.Stage.PUBLISHING);
            assertThat(next.heard).as(change).isEmpty();
            assertThat(later.heard).as(change).isEmpty();
        }
    }

    @Test
    void inAPreviewThePageOfANewTitleComesBeforeTheLists(@TempDir Path folder) throws Exception {
        RandomEdits edits = new RandomEdits(1, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path site = folder.resolve("site");
        edits.growOld();
        build(edits, site, cache(folder), Purpose.PREVIEW, Progress.NONE);
        Path record = edits.content().resolve("announcements/2565/no-gift.md");
        // Once more, from a site that was published in two steps; the second time with words that the search has to
        // find.
        for (String text : List.of("", "\nคำที่ไม่มีมาก่อน\n")) {
            String title = "ชื่อใหม่" + text.length();
            Files.writeString(record, Files.readString(record).replaceFirst("title: [^\n]*", "title: " + title) + text);
            edits.growOld();
            List<String> shown = new ArrayList<>();
            build(
                    edits,
                    site,
                    cache(folder),
                    Purpose.PREVIEW,
                    new Audience(Set.of(), () -> shown.addAll(pagesThatSay(title, site))));
            assertThat(shown).containsExactly("announcements/2565/no-gift/index.html");
            assertAsFromNothing(edits, site, folder);
        }
    }

    @Test
    void inAPreviewAPageThatIsLookedAtComesBeforeAllOthers(@TempDir Path folder) throws Exception {
        RandomEdits edits = new RandomEdits(1, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path site = folder.resolve("site");
        edits.growOld();
        build(edits, site, cache(folder), Purpose.PREVIEW, Progress.NONE);
        Set<OutputPath> open = Set.of(new OutputPath("announcements/index.html"), new OutputPath("404.html"));
        changeAllPages(edits, "คำใหม่");
        edits.growOld();
        List<String> shown = new ArrayList<>();
        build(
                edits,
                site,
                cache(folder),
                Purpose.PREVIEW,
                new Audience(open, () -> shown.addAll(pagesThatSay("คำใหม่", site))));
        assertThat(shown).containsExactlyInAnyOrder("announcements/index.html", "404.html");
        assertAsFromNothing(edits, site, folder);
    }

    @Test
    void inAPreviewAPageThatWasShownFirstIsPutBackWhereAnotherHasAnError(@TempDir Path folder) throws Exception {
        RandomEdits edits = new RandomEdits(1, folder, Sites.fixture("another-municipality"), TEMPLATES);
        Path site = folder.resolve("site");
        edits.growOld();
        build(edits, site, cache(folder), Purpose.PREVIEW, Progress.NONE);
        SortedMap<String, Fingerprint> before = Sites.bytes(site);
        changeAllPages(edits, "คำใหม่");
        Path record = edits.content().resolve("announcements/2565/no-gift.md");
        Files.writeString(record, Files.readString(record) + "\n[ไม่มี](no-such-record.md)\n");
        edits.growOld();
        List<List<String>> shown = new ArrayList<>();
        BuildReport report = build(
                edits,
                site,
                cache(folder),
                Purpose.PREVIEW,
                new Audience(
                        Set.of(new OutputPath("announcements/index.html")),
                        () -> shown.add(pagesThatSay("คำใหม่", site))));
        assertThat(report.published()).isEmpty();
        assertThat(shown).containsExactly(List.of("announcements/index.html"), List.of());
        assertThat(Sites.bytes(site)).isEqualTo(before);
    }

    private static void assertAsFromNothing(RandomEdits edits, Path site, Path folder) throws Exception {
        Path clean = folder.resolve("clean");
        build(edits, clean, Optional.empty(), Purpose.PUBLISHING, Progress.NONE);
        assertThat(Sites.bytes(site)).isEqualTo(Sites.bytes(clean));
    }

    /** Gives every page a word, which the search has to find, and a style under another name. */
    private static void changeAllPages(RandomEdits edits, String word) throws IOException {
        edit(edits, "layouts/base.ftlh", text -> text.replaceFirst("<main id[^>]*>", "$0<p>" + word + "</p>"));
        edit(edits, "assets/css/base.css", text -> text + "main { color: #123; }");
    }

    private static void edit(RandomEdits edits, String template, UnaryOperator<String> change) throws IOException {
        Path own = edits.templates().resolve(template);
        Files.createDirectories(own.getParent());
        Files.writeString(own, change.apply(Files.readString(TEMPLATES.resolve(template))));
    }

    private static Optional<CacheOptions> cache(Path folder) {
        return Optional.of(new CacheOptions(folder.resolve("cache"), "test", false));
    }

    private static List<String> pagesThatSay(String text, Path site) {
        try (Stream<Path> files = Files.walk(site)) {
            List<String> pages = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                if (Files.readString(file).contains(text)) {
                    pages.add(site.relativize(file).toString());
                }
            }
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Looks at some pages, and at the whole site when some have come first.
     *
     * @param patience how many pages more are waited for
     */
    private record Audience(Set<OutputPath> open, Runnable seen, AtomicInteger patience) implements Progress, Viewers {
        Audience(Set<OutputPath> open, Runnable seen) {
            this(open, seen, new AtomicInteger(Integer.MAX_VALUE));
        }

        @Override
        public Viewers viewers() {
            return this;
        }

        @Override
        public void see(String basePath) {
            seen.run();
        }

        @Override
        public boolean isOutdated() {
            return patience.decrementAndGet() < 0;
        }

        @Override
        public void stage(Stage stage) {}

        @Override
        public void page(int done, int of) {}
    }

    /** The stages of a build. */
    private static class Stages implements Progress {
        private final List<Stage> heard = new ArrayList<>();

        @Override
        public void stage(Stage stage) {
            heard.add(stage);
        }

        @Override
        public void page(int done, int of) {}
    }

    private static BuildReport build(
            RandomEdits edits, Path out, Optional<CacheOptions> cache, Purpose purpose, Progress progress)
            throws BuildFailure {
        Inputs inputs = new Inputs(edits.content(), "content", Optional.of(edits.templates()), edits.today());
        return SiteBuild.run(new BuildOptions(inputs, out, cache, purpose), progress);
    }
}
