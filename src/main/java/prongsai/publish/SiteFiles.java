package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;

/**
 * Looks at what stands under the site's folder, without following any link in it. What it has seen of folders it
 * remembers, so it is to be thrown away once they change.
 */
final class SiteFiles {

    enum Type {
        ABSENT,
        FILE,
        FOLDER,
        /** A link or a device. */
        OTHER,
        /** A file stands where one of the path's folders should be. */
        UNDER_FILE,
        /** A link or a device stands where one of the path's folders should be. */
        UNDER_OTHER
    }

    /**
     * What stands at a path.
     *
     * @param at the path, or the folder of it that is no folder
     * @param size in bytes, of a file
     * @param changedAt when a file's bytes, or anything else about it, last changed
     */
    record Found(Type type, String at, long size, FileTime changedAt) {}

    private static final FileTime NEVER = FileTime.fromMillis(0);

    private final Path root;
    private final boolean unix;
    private final Map<String, Type> folders = new HashMap<>();

    SiteFiles(Path root) {
        this.root = root;
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
    }

    Path resolve(OutputPath path) {
        return root.resolve(path.text());
    }

    Found look(OutputPath path) throws IOException {
        for (String folder : path.folders()) {
            Type type = folders.get(folder);
            if (type == null) {
                type = stat(folder).type();
                folders.put(folder, type);
            }
            switch (type) {
                case ABSENT -> {
                    return new Found(Type.ABSENT, path.text(), 0, NEVER);
                }
                case FILE -> {
                    return new Found(Type.UNDER_FILE, folder, 0, NEVER);
                }
                case OTHER -> {
                    return new Found(Type.UNDER_OTHER, folder, 0, NEVER);
                }
                default -> {}
            }
        }
        return stat(path.text());
    }

    private Found stat(String path) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(
                    root.resolve(path),
                    (unix ? "unix:ctime," : "") + "lastModifiedTime,size,isRegularFile,isDirectory",
                    NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return new Found(Type.ABSENT, path, 0, NEVER);
        }
        if (get(attributes, "isDirectory", Boolean.class)) {
            return new Found(Type.FOLDER, path, 0, NEVER);
        }
        if (!get(attributes, "isRegularFile", Boolean.class)) {
            return new Found(Type.OTHER, path, 0, NEVER);
        }
        return new Found(Type.FILE, path, get(attributes, "size", Long.class), changedAt(attributes));
    }

    /** Bytes can be changed and the time of it set back; on Unix the time of that is kept too, and cannot be set. */
    private FileTime changedAt(Map<String, Object> attributes) {
        FileTime bytes = get(attributes, "lastModifiedTime", FileTime.class);
        FileTime inode = unix ? get(attributes, "ctime", FileTime.class) : bytes;
        return inode.compareTo(bytes) > 0 ? inode : bytes;
    }

    private static <T> T get(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name), name));
    }

    /** Whether a file stands there with just these bytes. One that cannot be read is not known to have them. */
    boolean holds(OutputPath path, Fingerprint bytes) throws IOException {
        Found found = look(path);
        return found.type() == Type.FILE && found.size() == bytes.size() && reads(path, bytes);
    }

    private boolean reads(OutputPath path, Fingerprint bytes) {
        try (InputStream in = Files.newInputStream(resolve(path), NOFOLLOW_LINKS)) {
            return Fingerprint.of(in).equals(bytes);
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether two paths lead to one file, as two cases of one name do on some file systems. */
    boolean sameFile(OutputPath one, OutputPath other) throws IOException {
        return look(one).type() == Type.FILE
                && look(other).type() == Type.FILE
                && Files.isSameFile(resolve(one), resolve(other));
    }
}
