package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code sites/} is a small {@code content/} about one idea. Its {@code expected/} holds the list of all
 * files of the site, all problems, and under {@code pages/} the main part of the pages that tell.
 *
 * <p>After a change that is meant, {@code mvn test -Dtest=WholeSitesTest -Dgolden.update=true} writes the files anew;
 * read the difference before committing it.
 */
class WholeSitesTest {

    static List<String> ideas() throws IOException {
        try (Stream<Path> folders = Files.list(Sites.FIXTURES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("ideas")
    void isBuiltAsExpected(String idea, @TempDir Path out) throws Exception {
        Path site = out.resolve("site");
        BuildReport report = Sites.build(Sites.fixture(idea), site);
        Path expected = Sites.FIXTURES.resolve(idea).resolve("expected");
        assertSame(expected.resolve("problems.txt"), Sites.lines(report.problems()));
        assertSame(expected.resolve("files.txt"), files(site));
        for (Path page : pages(expected.resolve("pages"))) {
            String name = expected.resolve("pages").relativize(page).toString();
            assertSame(page, Sites.main(site.resolve(name)));
        }
    }

    /** The fingerprint in an asset's name is left out, or every change of a style would change these lists. */
    private static String files(Path site) throws IOException {
        return Sites.bytes(site).keySet().stream()
                .map(name -> name.replaceAll("^(assets/.*)[.-][0-9a-f]{8,}(\\.[a-z0-9]+)$", "$1-*$2") + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> pages = Files.walk(folder)) {
            return pages.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void assertSame(Path expected, String actual) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).as(expected.toString()).isEqualTo(Files.readString(expected));
    }
}
