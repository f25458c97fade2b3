package prongsai.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the preview itself serves, under a path that no site can have since its names do not begin with a dot. */
final class ClientFiles {

    static final String FOLDER = "/.prongsai/";
    static final String EVENTS = FOLDER + "events";
    static final String SCRIPT = FOLDER + "preview.js";
    static final String STYLE = FOLDER + "preview.css";

    private static final List<String> FONTS = List.of("sarabun-thai-400.woff2", "sarabun-thai-600.woff2");

    private final Map<String, byte[]> files = new HashMap<>();

    ClientFiles() {
        files.put(SCRIPT, load("/preview/preview.js"));
        files.put(STYLE, load("/preview/preview.css"));
        // For the page of problems, which has no site to get a font from; not every computer has a Thai one.
        FONTS.forEach(font -> files.put(FOLDER + font, load("/templates/assets/fonts/" + font)));
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    private static byte[] load(String name) {
        try (InputStream in = ClientFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
