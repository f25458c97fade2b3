package prongsai.browser;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs that these tests use and a machine may lack. */
final class Needs {

    /** What {@code ./verify} sets: it has installed everything, so that nothing may be passed over. */
    private static final boolean REQUIRED = Boolean.getBoolean("browser.required");

    private Needs() {}

    /** The program that an environment variable names, or else the first of these that is there. */
    static Path program(String variable, List<String> places, String hint) {
        Stream<String> named = Optional.ofNullable(System.getenv(variable)).filter(v -> !v.isBlank()).stream();
        return Stream.concat(named, places.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> missing(places.get(0) + " is missing. " + hint));
    }

    /** A file that npm installs. */
    static Path file(Path path, String hint) {
        if (!Files.isRegularFile(path)) {
            throw missing(path + " is missing. " + hint);
        }
        return path;
    }

    // Both ways throw; the declared type lets a caller write `throw missing(...)`.
    private static IllegalStateException missing(String reason) {
        if (REQUIRED) {
            fail(reason);
        }
        return abort(reason);
    }
}
