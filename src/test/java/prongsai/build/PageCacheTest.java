package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.check.PageFacts;
import prongsai.model.FilePath;
import prongsai.site.Fingerprint;
import prongsai.site.Route;
import prongsai.source.Digest;

class PageCacheTest {

    private static final String GENERATOR = "test";
    private static final int PAGES = 20;
    private static final int LINKS = 500;
    private static final int BUILDS = 12;

    @TempDir
    Path folder;

    /** Every build renders all pages anew, as a new template has it do, but for one page, which stays. */
    @Test
    void remembersThePagesOfTheLastBuildHoweverManyBuildsThereWere() throws IOException {
        Path file = folder.resolve("pages");
        Route staying = route(0);
        long largest = 0;
        for (int build = 0; build < BUILDS; build++) {
            PageCache cache = PageCache.load(file, GENERATOR);
            for (int page = 0; page < PAGES && build > 0; page++) {
                int made = page == 0 ? 0 : build - 1;
                assertThat(cache.find(route(page)))
                        .as("page %s in build %s", page, build)
                        .contains(page(page, made));
            }
            if (build == 0) {
                cache.put(staying, page(0, 0));
            } else {
                cache.keep(staying);
            }
            for (int page = 1; page < PAGES; page++) {
                cache.put(route(page), page(page, build));
            }
            cache.save(file, GENERATOR);
            largest = Math.max(largest, Files.size(file));
        }
        assertThat(PageCache.load(file, GENERATOR).find(staying)).contains(page(0, 0));
        // Of texts that no page names any more it keeps some, not all.
        assertThat(Files.size(file)).isLessThan(largest);
        assertThat(PageCache.load(file, "another").find(staying)).isEmpty();
    }

    private static Route route(int page) {
        return Route.of("p" + page);
    }

    private static Remembered page(int page, int build) {
        Digest key = Digest.of(new byte[] {(byte) page, (byte) build});
        List<String> links = IntStream.range(0, LINKS)
                .mapToObj(i -> "link/%d/%d/%d/".formatted(page, build, i))
                .toList();
        return new Remembered(
                key,
                Fingerprint.of(new byte[] {(byte) build}),
                List.of(new FilePath("announcements/2563/p" + page + ".md")),
                List.of(),
                new PageFacts(links, List.of("a" + page), List.of(), List.of()));
    }
}
