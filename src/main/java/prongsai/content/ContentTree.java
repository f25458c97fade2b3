package prongsai.content;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.model.FilePath;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;

/**
 * The files of a content folder by their path, as they lie on disk. Symbolic links that leave the folder are problems and
 * are not followed; what operating systems leave behind ({@code .DS_Store}, {@code Thumbs.db}) is not content.
 */
public final class ContentTree {

    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    private final ContentRoot root;
    private final SortedMap<FilePath, ContentFile> files = new TreeMap<>();

    private ContentTree(ContentRoot root) {
        this.root = root;
    }

    /**
     * Lists the files below {@code root}.
     *
     * @param displayRoot how the officer names the folder
     * @throws IOException if the folder cannot be listed
     */
    public static ContentTree list(Path root, String displayRoot, Problems problems) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(displayRoot);
        }
        Path realRoot = root.toRealPath();
        ContentTree tree = new ContentTree(new ContentRoot(realRoot, displayRoot));
        Files.walkFileTree(realRoot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden = !folder.equals(realRoot) && isHidden(folder);
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (!isHidden(file)) {
                    tree.add(file, attributes, problems);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                problems.add(ProblemCode.UNREADABLE_FILE, SourcePosition.startOf(tree.show(path(tree.relative(file)))));
                return FileVisitResult.CONTINUE;
            }
        });
        return tree;
    }

    private void add(Path file, BasicFileAttributes attributes, Problems problems) {
        String name = relative(file);
        FilePath path = path(name);
        if (attributes.isOther()) {
            // A named pipe would keep the reader waiting for ever.
            problems.add(ProblemCode.UNREADABLE_FILE, SourcePosition.startOf(show(path)));
            return;
        }
        if (!attributes.isSymbolicLink()) {
            // Nearly always one string for both.
            String onDisk = name.equals(path.path()) ? path.path() : name;
            files.put(path, new ContentFile(path, root, onDisk, FileStamp.of(attributes)));
            return;
        }
        try {
            Path target = file.toRealPath();
            BasicFileAttributes found =
                    Files.readAttributes(target, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!target.startsWith(root.location()) || !found.isRegularFile()) {
                problems.add(ProblemCode.LINK_OUT, SourcePosition.startOf(show(path)), path.name());
                return;
            }
            files.put(path, new ContentFile(path, root, target.toString(), FileStamp.of(found)));
        } catch (IOException e) {
            problems.add(ProblemCode.LINK_OUT, SourcePosition.startOf(show(path)), path.name());
        }
    }

    private static boolean isHidden(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(".") || name.startsWith("~$") || LITTER.contains(name);
    }

    /** The way from the root to a file below it, with {@code /} between names. */
    private String relative(Path file) {
        String separator = file.getFileSystem().getSeparator();
        String whole = root.location().toString();
        int start = whole.endsWith(separator) ? whole.length() : whole.length() + 1;
        return file.toString().substring(start).replace(separator, "/");
    }

    // Composed form: a Mac gives the same Thai and Latin name in another form than it was typed.
    private static FilePath path(String relative) {
        return new FilePath(composed(relative));
    }

    private static String composed(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) > 0x7F) {
                return Normalizer.normalize(name, Normalizer.Form.NFC);
            }
        }
        return name;
    }

    /** Of the names and stamps of all files: what has the same is the same content, as far as stamps can tell. */
    public Digest digest() {
        return digest(Set.of());
    }

    /**
     * The same, but of some files the names alone.
     *
     * @param named paths of those files
     */
    public Digest digest(Set<String> named) {
        DigestMaker maker = new DigestMaker().text(root.displayRoot());
        for (ContentFile file : files.values()) {
            maker.text(file.path().path());
            if (!named.contains(file.path().path())) {
                FileStamp stamp = file.stamp();
                maker.number(stamp.size()).number(stamp.modified()).number(stamp.key());
            }
        }
        return maker.make();
    }

    /**
     * When the file that was changed last was changed, in nanoseconds since 1970.
     *
     * @param without paths of files that do not count
     */
    public long youngest(Set<String> without) {
        return files.values().stream()
                .filter(f -> !without.contains(f.path().path()))
                .mapToLong(f -> f.stamp().modified())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    SortedMap<FilePath, ContentFile> files() {
        return files;
    }

    Optional<ContentFile> file(FilePath path) {
        return Optional.ofNullable(files.get(new FilePath(composed(path.path()))));
    }

    /** The path as the officer would type it. */
    String show(FilePath path) {
        return root.show(path);
    }
}
