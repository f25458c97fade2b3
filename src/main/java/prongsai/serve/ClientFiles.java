package prongsai.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** What the preview itself serves, under a path that no site can have since its names do not begin with a dot. */
final class ClientFiles {

    static final String FOLDER = "/.prongsai/";
    static final String EVENTS = FOLDER + "events";
    static final String SCRIPT = FOLDER + "preview.js";
    static final String STYLE = FOLDER + "preview.css";

    private final Map<String, byte[]> files = Map.of(SCRIPT, load("preview.js"), STYLE, load("preview.css"));

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static byte[] load(String name) {
        try (InputStream in = ClientFiles.class.getResourceAsStream("/preview/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
