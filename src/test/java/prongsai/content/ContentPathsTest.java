package prongsai.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import prongsai.model.FilePath;

class ContentPathsTest {

    private static final FilePath RECORD = new FilePath("announcements/2563/no-gift.md");

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of("..", ".", "", "files", "แผน.pdf", "...", "a b", "..a", "%2e%2e", "C:")
                .list()
                .ofMaxSize(9)
                .map(parts -> String.join("/", parts));
    }

    @Property
    void aPathNeverLeavesContent(@ForAll("soups") String written) {
        for (Optional<FilePath> file :
                java.util.List.of(ContentPaths.resolve(written, RECORD), ContentPaths.resolveLink(written, RECORD))) {
            Path content = Path.of("/content");
            assertThat(file.map(f -> content.resolve(f.path()).normalize()).filter(p -> !p.startsWith(content)))
                    .isEmpty();
        }
    }

    @Property
    void aPathMeansWhatAFileSystemMeansByIt(@ForAll("soups") String written) {
        if (!written.startsWith("/") && !written.startsWith("./")) {
            assertThat(ContentPaths.resolve(written, RECORD)).isEqualTo(inside(Path.of("/content/" + written)));
        }
        if (!written.startsWith("/")) {
            assertThat(ContentPaths.resolveLink(written, RECORD))
                    .isEqualTo(inside(Path.of("/content/" + RECORD.folder() + "/" + written)));
        }
    }

    /** Walks step by step, as a path that leaves the folder and comes back has left it. */
    private static Optional<FilePath> inside(Path path) {
        Path here = Path.of("/");
        for (Path step : path) {
            here = here.resolve(step).normalize();
            if (!here.startsWith("/content")) {
                return Optional.empty();
            }
        }
        return here.equals(Path.of("/content"))
                ? Optional.empty()
                : Optional.of(new FilePath(Path.of("/content").relativize(here).toString()));
    }

    @Example
    void backslashesAndNullsAreNoPaths() {
        assertThat(ContentPaths.resolve("files\\x.pdf", RECORD)).isEmpty();
        assertThat(ContentPaths.resolve("files/x\0.pdf", RECORD)).isEmpty();
        assertThat(ContentPaths.resolve("/etc/passwd", RECORD)).isEmpty();
        assertThat(ContentPaths.resolveLink("//etc/passwd", RECORD)).isEmpty();
    }

    @Example
    void startsAtTheTopOrBesideTheRecord() {
        assertThat(ContentPaths.resolve("files/x.pdf", RECORD)).hasValue(new FilePath("files/x.pdf"));
        assertThat(ContentPaths.resolve("./x.pdf", RECORD)).hasValue(new FilePath("announcements/2563/x.pdf"));
        assertThat(ContentPaths.resolveLink("x.pdf", RECORD)).hasValue(new FilePath("announcements/2563/x.pdf"));
        assertThat(ContentPaths.resolveLink("../../files/x.pdf", RECORD)).hasValue(new FilePath("files/x.pdf"));
        assertThat(ContentPaths.resolveLink("/files/x.pdf", RECORD)).hasValue(new FilePath("files/x.pdf"));
        assertThat(ContentPaths.resolveLink("../../../x.pdf", RECORD)).isEmpty();
    }
}
