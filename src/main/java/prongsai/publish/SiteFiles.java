package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;

/**
 * Looks at what stands under the site's folder, without following any link in it. What it has seen of folders it
 * remembers, so it is to be thrown away once they change. Several threads may use one.
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
     * @param changedAt when a file's bytes, or the names in a folder, or anything else about it, last changed
     */
    record Found(Type type, String at, long size, FileTime changedAt) {
        boolean isFile(long bytes) {
            return type == Type.FILE && size == bytes;
        }
    }

    // From stat(2), the same in every Unix.
    private static final int UNIX_TYPE = 0170000;
    private static final int UNIX_FILE = 0100000;
    private static final int UNIX_FOLDER = 0040000;

    private static final FileTime NEVER = FileTime.fromMillis(0);
    private static final Found TOP = new Found(Type.FOLDER, "", 0, NEVER);

    private final Path root;
    private final boolean unix;
    private final String attributes;
    private final Map<String, Found> folders = new ConcurrentHashMap<>();

    SiteFiles(Path root) {
        this.root = root;
        this.unix = root.getFileSystem().supportedFileAttributeViews().contains("unix");
        // The fewer are asked for the better: each is looked up by its name.
        this.attributes =
                unix ? "unix:mode,size,lastModifiedTime,ctime" : "isRegularFile,isDirectory,size,lastModifiedTime";
    }

    Path resolve(OutputPath path) {
        return resolve(path.text());
    }

    Path resolve(String path) {
        return root.resolve(path);
    }

    Found look(OutputPath path) throws IOException {
        return look(path.text(), lookAtFolder(path.folder()));
    }

    /** The same of a folder, which is remembered. */
    Found lookAtFolder(String folder) throws IOException {
        if (folder.isEmpty()) {
            return TOP;
        }
        Found found = folders.get(folder);
        if (found == null) {
            Found above = lookAtFolder(OutputPath.folderOf(folder));
            if (above.type() == Type.ABSENT) {
                // A new site has a folder for each page, all of which are below one that is not there.
                return above;
            }
            found = look(folder, above);
            folders.put(folder, found);
        }
        return found;
    }

    private Found look(String path, Found folder) throws IOException {
        return switch (folder.type()) {
            case FOLDER -> stat(path);
            case FILE -> new Found(Type.UNDER_FILE, folder.at(), 0, NEVER);
            case OTHER -> new Found(Type.UNDER_OTHER, folder.at(), 0, NEVER);
            case ABSENT, UNDER_FILE, UNDER_OTHER -> folder;
        };
    }

    /**
     * Whether a file of this size stands there and nothing has happened to it since a time when one stood there, as far as
     * the times tell: most files of a site are asked for no more than this, at the price of one look a file.
     */
    boolean isUntouched(OutputPath path, long size, FileTime since) throws IOException {
        String folder = path.folder();
        // Another folder, or a link, cannot have taken its place without a change of the one that it is in. The top one
        // changes with every publication, so that those in it have to answer for themselves.
        String above = OutputPath.folderOf(folder);
        if (!isSettled(above.isEmpty() ? folder : above, since)) {
            return false;
        }
        Found found = stat(path.text());
        return found.isFile(size) && isBefore(found, since);
    }

    private boolean isSettled(String folder, FileTime since) throws IOException {
        if (folder.isEmpty()) {
            return true;
        }
        Found found = lookAtFolder(folder);
        return found.type() == Type.FOLDER && isBefore(found, since) && isSettled(OutputPath.folderOf(folder), since);
    }

    private static boolean isBefore(Found found, FileTime time) {
        return found.changedAt().compareTo(time) < 0;
    }

    private Found stat(String path) throws IOException {
        Map<String, Object> found;
        try {
            found = Files.readAttributes(root.resolve(path), attributes, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return new Found(Type.ABSENT, path, 0, NEVER);
        }
        Type type = typeOf(found);
        return new Found(type, path, type == Type.FILE ? get(found, "size", Long.class) : 0, changedAt(found));
    }

    private Type typeOf(Map<String, Object> found) {
        int mode = unix ? get(found, "mode", Integer.class) & UNIX_TYPE : 0;
        if (unix ? mode == UNIX_FILE : get(found, "isRegularFile", Boolean.class)) {
            return Type.FILE;
        }
        return (unix ? mode == UNIX_FOLDER : get(found, "isDirectory", Boolean.class)) ? Type.FOLDER : Type.OTHER;
    }

    /** Bytes can be changed and the time of it set back; on Unix the time of that is kept too, and cannot be set. */
    private FileTime changedAt(Map<String, Object> found) {
        FileTime bytes = get(found, "lastModifiedTime", FileTime.class);
        FileTime inode = unix ? get(found, "ctime", FileTime.class) : bytes;
        return inode.compareTo(bytes) > 0 ? inode : bytes;
    }

    private static <T> T get(Map<String, Object> attributes, String name, Class<T> type) {
        return type.cast(Objects.requireNonNull(attributes.get(name), name));
    }

    /** Whether a file stands there with just these bytes. One that cannot be read is not known to have them. */
    boolean holds(OutputPath path, Fingerprint bytes) throws IOException {
        return look(path).isFile(bytes.size()) && reads(path, bytes);
    }

    /** The same, or nothing yet: a power cut, unlike a kill, may leave a new file empty. */
    boolean holdsOrBegan(OutputPath path, Fingerprint bytes) throws IOException {
        return look(path).isFile(0) || holds(path, bytes);
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
