package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.feeds.MadeFile;
import prongsai.feeds.picture.DrawingFailure;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.source.Digest;

class MakingTest {

    private static final String GENERATOR = "this one";

    @TempDir
    Path folder;

    private final AtomicInteger made = new AtomicInteger();

    @Test
    void whatShowsTheSameIsNotMadeAgainUntilSomebodyOpensIt() throws Exception {
        MadeCache first = MadeCache.empty();
        OutputFile before = make(first, picture(1));
        first.save(folder.resolve("made"), GENERATOR);

        OutputFile after = make(MadeCache.load(folder.resolve("made"), GENERATOR), picture(1));

        assertThat(made).hasValue(1);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        try (InputStream bytes = after.open()) {
            assertThat(bytes.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("picture");
        }
        assertThat(made).hasValue(2);
    }

    @Test
    void whatShowsSomethingElseIsMadeAgainOnce() throws Exception {
        MadeCache first = MadeCache.empty();
        make(first, picture(1));
        first.save(folder.resolve("made"), GENERATOR);

        make(MadeCache.load(folder.resolve("made"), GENERATOR), picture(2));

        assertThat(made).hasValue(2);
    }

    @Test
    void whatAnotherProgramRememberedCountsForNothing() throws Exception {
        MadeCache first = MadeCache.empty();
        make(first, picture(1));
        first.save(folder.resolve("made"), GENERATOR);

        make(MadeCache.load(folder.resolve("made"), "another"), picture(1));

        assertThat(made).hasValue(2);
    }

    @Test
    void aPictureThatCannotBeDrawnIsAFailureOfItsOwnKind() {
        MadeFile broken = new MadeFile(
                new OutputPath("a.png"),
                OutputFile.Kind.DATA,
                out -> {
                    throw new DrawingFailure(new InternalError("no fonts"));
                },
                false,
                Optional.of(new Digest(1, 1)));

        assertThatThrownBy(() -> make(MadeCache.empty(), broken))
                .isInstanceOfSatisfying(
                        BuildFailure.class, e -> assertThat(e.reason()).isEqualTo(BuildFailure.Reason.NO_DRAWING));
    }

    private MadeFile picture(int shows) {
        return new MadeFile(
                new OutputPath("a.png"),
                OutputFile.Kind.DATA,
                out -> {
                    made.incrementAndGet();
                    out.write("picture".getBytes(StandardCharsets.UTF_8));
                },
                false,
                Optional.of(new Digest(shows, 0)));
    }

    private static OutputFile make(MadeCache cache, MadeFile file) throws Exception {
        return new Making(cache, new Drawn(), FileSink.COMPARING)
                .make(List.of(file))
                .get(0);
    }
}
