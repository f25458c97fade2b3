package prongsai.serve;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import prongsai.site.OutputPath;

/** The files of a finished site by the addresses that they are served at. Shows nothing outside its folder. */
final class SiteFolder {

    private final Path root;
    private final String basePath;
    private final UrlPath base;

    private SiteFolder(Path root, String basePath, UrlPath base) {
        this.root = root;
        this.basePath = basePath;
        this.base = base;
    }

    /**
     * A folder as it is now.
     *
     * @param basePath the path that the site lives under, percent-encoded, from {@code /} to {@code /}
     * @throws IOException if the folder is not there
     */
    static SiteFolder of(Path folder, String basePath) throws IOException {
        UrlPath base = UrlPath.parse(basePath).orElseThrow(() -> new IllegalArgumentException(basePath));
        return new SiteFolder(folder.toRealPath(), basePath, base);
    }

    /** Where an address leads that has no page itself: the top to the site, a folder without its slash to the folder. */
    Optional<String> elsewhere(String rawPath) {
        Optional<UrlPath> path = UrlPath.parse(rawPath);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (path.get().segments().isEmpty() && !base.segments().isEmpty()) {
            return Optional.of(basePath);
        }
        boolean isFolder = !path.get().folder()
                && new UrlPath(path.get().segments(), true)
                        .below(base)
                        .flatMap(this::resolve)
                        .filter(Files::isDirectory)
                        .isPresent();
        return isFolder ? Optional.of(rawPath + "/") : Optional.empty();
    }

    /** The file that an address means, if it really lies in the folder: a link that leads out means nothing. */
    Optional<Path> file(String rawPath) {
        return UrlPath.parse(rawPath)
                .flatMap(path -> path.below(base))
                .flatMap(path -> resolve(path).map(found -> path.folder() ? found.resolve("index.html") : found))
                .filter(this::isShown);
    }

    /** The same, as the place that it has in the site. */
    Optional<OutputPath> path(String rawPath) {
        return file(rawPath)
                .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
                .filter(OutputPath::isValid)
                .map(OutputPath::new);
    }

    /** The page that says that nothing is at an address, if the site has its own. */
    Optional<Path> notFoundPage() {
        return Optional.of(root.resolve("404.html")).filter(this::isShown);
    }

    private Optional<Path> resolve(UrlPath path) {
        try {
            return Optional.of(root.resolve(String.join("/", path.segments())));
        } catch (InvalidPathException noNameHere) {
            return Optional.empty();
        }
    }

    private boolean isShown(Path file) {
        try {
            return Files.isRegularFile(file) && file.toRealPath().startsWith(root);
        } catch (IOException gone) {
            return false;
        }
    }
}
