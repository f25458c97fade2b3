package prongsai.serve;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What lies under some folders at one moment, without a look into the files.
 *
 * @param folders every folder, and the given ones if they are there
 * @param files every file that can be content or a template
 */
record TreeSnapshot(List<Path> folders, Map<Path, Stamp> files) {

    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    /** What changes when a file is written or another takes its place. */
    record Stamp(long size, FileTime modified, Optional<Object> identity) {
        static Stamp of(BasicFileAttributes file) {
            return new Stamp(file.size(), file.lastModifiedTime(), Optional.ofNullable(file.fileKey()));
        }
    }

    TreeSnapshot {
        folders = List.copyOf(folders);
        files = Map.copyOf(files);
    }

    /** What lies there now; what cannot be read is passed over, since the build will tell of it. */
    static TreeSnapshot of(List<Path> roots) {
        List<Path> folders = new ArrayList<>();
        Map<Path, Stamp> files = new HashMap<>();
        for (Path root : roots) {
            walk(root, folders, files);
        }
        return new TreeSnapshot(folders, files);
    }

    /** Whether a build takes no notice of a name: what editors, version control and systems keep for themselves. */
    static boolean isIgnored(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.startsWith("~$") || LITTER.contains(name);
    }

    /** The files that are not as they were before. */
    Set<Path> differences(TreeSnapshot before) {
        Set<Path> paths = new HashSet<>(files.keySet());
        paths.addAll(before.files.keySet());
        paths.removeIf(path -> Objects.equals(files.get(path), before.files.get(path)));
        return paths;
    }

    private static void walk(Path root, List<Path> folders, Map<Path, Stamp> files) {
        try {
            Path top = root.toRealPath();
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!folder.equals(top) && isIgnored(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    folders.add(folder);
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
        } catch (IOException notThere) {
            // A folder that is not there holds nothing.
        }
    }

    private static Stamp target(Path link, BasicFileAttributes ownAttributes) {
        try {
            return Stamp.of(Files.readAttributes(link, BasicFileAttributes.class));
        } catch (IOException leadsNowhere) {
            return Stamp.of(ownAttributes);
        }
    }
}
