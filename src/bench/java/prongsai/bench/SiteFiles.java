package prongsai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a finished site, and when each was last written. Names that begin with a dot are a generator's own notes.
 *
 * @param stamps by the path in the site, with slashes
 */
record SiteFiles(Path root, Map<String, Stamp> stamps) {

    /** A file that is written anew gets another time, or at least another key, even where its bytes stay. */
    record Stamp(long size, FileTime time, String key) {}

    static SiteFiles of(Path root) throws IOException {
        Map<String, Stamp> stamps = new HashMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return folder.getFileName().toString().startsWith(".")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!file.getFileName().toString().startsWith(".")) {
                    String path = root.relativize(file).toString().replace('\\', '/');
                    stamps.put(
                            path,
                            new Stamp(attributes.size(), attributes.lastModifiedTime(), "" + attributes.fileKey()));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new SiteFiles(root, stamps);
    }

    /** Files that were written, added or deleted since. */
    Set<String> changedSince(SiteFiles before) {
        Set<String> changed = new TreeSet<>(stamps.keySet());
        changed.addAll(before.stamps.keySet());
        changed.removeIf(path -> stamps.containsKey(path) && stamps.get(path).equals(before.stamps.get(path)));
        return changed;
    }

    /** Files whose bytes are not the same in both. */
    Set<String> differencesFrom(SiteFiles other) {
        Set<String> different = new TreeSet<>(stamps.keySet());
        different.addAll(other.stamps.keySet());
        different.removeIf(path ->
                stamps.containsKey(path) && other.stamps.containsKey(path) && same(root.resolve(path), other, path));
        return different;
    }

    private static boolean same(Path file, SiteFiles other, String path) {
        try {
            return Files.mismatch(file, other.root.resolve(path)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Such as {@code 440 files, 8.1 MB}. */
    String size() {
        long bytes = stamps.values().stream().mapToLong(Stamp::size).sum();
        return String.format(Locale.ROOT, "%,d files, %.1f MB", stamps.size(), bytes / 1e6);
    }
}
