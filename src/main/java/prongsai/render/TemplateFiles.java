package prongsai.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files under {@code templates/}: a municipality's own folder first, then the bundled ones, path by path.
 *
 * <p>{@code files.read("assets/css/base.css")} gives the municipality's {@code base.css} where it keeps one.
 */
public final class TemplateFiles {
    private static final String BUNDLED = "templates/";

    private final Optional<Path> own;

    private TemplateFiles(Optional<Path> own) {
        this.own = own;
    }

    /** The bundled templates alone. */
    public static TemplateFiles bundled() {
        return new TemplateFiles(Optional.empty());
    }

    /**
     * The bundled templates below a municipality's own folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static TemplateFiles withOwn(Path folder) throws IOException {
        return new TemplateFiles(Optional.of(folder.toRealPath()));
    }

    /** The municipality's own folder, with symbolic links resolved. */
    Optional<Path> own() {
        return own;
    }

    /** Whether a file exists in either place. */
    public boolean exists(String path) {
        try (InputStream in = resource(path)) {
            return in != null || ownFile(path).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * The whole content of one file.
     *
     * @param path below the template folder, with forward slashes
     * @throws NoSuchFileException if neither place has it, or the path leads out of the folder
     */
    public byte[] read(String path) throws IOException {
        Optional<Path> file = ownFile(path);
        if (file.isPresent()) {
            return Files.readAllBytes(file.get());
        }
        try (InputStream in = resource(path)) {
            if (in == null) {
                throw new NoSuchFileException(path);
            }
            return in.readAllBytes();
        }
    }

    /** The content of one UTF-8 file; see {@link #read}. */
    public String readText(String path) throws IOException {
        return new String(read(path), StandardCharsets.UTF_8);
    }

    private Optional<Path> ownFile(String path) {
        return own.flatMap(folder -> {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            return staysInside(folder, file) ? Optional.of(file) : Optional.empty();
        });
    }

    /** A folder on the way may be a link that leads out. */
    private static boolean staysInside(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable InputStream resource(String path) {
        if (path.isEmpty() || path.startsWith("/") || path.contains("..") || path.contains("\\")) {
            return null;
        }
        return TemplateFiles.class.getClassLoader().getResourceAsStream(BUNDLED + path);
    }
}
