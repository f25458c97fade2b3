package prongsai.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What lies under some folders at one moment: every file that can be content or a template, without a look into it. */
final class TreeSnapshot {

    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    /** What changes when a file is written or another takes its place. */
    record Stamp(long size, FileTime modified, Optional<Object> identity) {
        static Stamp of(BasicFileAttributes file) {
            return new Stamp(file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey()));
        }
    }

    private TreeSnapshot() {}

    /**
     * What lies there now; what cannot be read is passed over, since the build will tell of it.
     *
     * @param roots folders, whether or not they are there
     * @param entered gets each folder before what is in it is looked at
     */
    static Map<Path, Stamp> of(List<Path> roots, Consumer<Path> entered) {
        Map<Path, Stamp> files = new HashMap<>();
        for (Path root : roots) {
            try {
                walk(root.toRealPath(), entered, files);
            } catch (IOException notThere) {
                // A folder that is not there holds nothing.
            }
        }
        return files;
    }

    /**
     * What lies at one path in such a folder now: a file, a folder with all that is in it, or nothing.
     *
     * @param entered gets each folder before what is in it is looked at
     */
    static Map<Path, Stamp> at(Path path, Consumer<Path> entered) {
        Map<Path, Stamp> files = new HashMap<>();
        try {
            walk(path, entered, files);
        } catch (IOException gone) {
            // As if it had not been there.
        }
        return files;
    }

    /** Whether a build takes no notice of a name: what editors, version control and systems keep for themselves. */
    static boolean isIgnored(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$") || LITTER.contains(name);
    }

    private static void walk(Path top, Consumer<Path> entered, Map<Path, Stamp> files) throws IOException {
        Files.walkFileTree(top, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (!folder.equals(top) && isIgnored(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                entered.accept(folder);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isIgnored(file)) {
                    files.put(file, attributes.isSymbolicLink() ? target(file, attributes) : Stamp.of(attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static Stamp target(Path link, BasicFileAttributes ownAttributes) {
        try {
            return Stamp.of(Files.readAttributes(link, BasicFileAttributes.class));
        } catch (IOException leadsNowhere) {
            return Stamp.of(ownAttributes);
        }
    }
}
