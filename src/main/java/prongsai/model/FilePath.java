package prongsai.model;

/**
 * A file under {@code content/}, as a path from there with {@code /} between its names: {@code files/no-gift.pdf}. It
 * may hold any letters that an officer's computer gave it, but never leaves the folder.
 *
 * @param path relative, without {@code .} or {@code ..} segments
 */
public record FilePath(String path) implements Comparable<FilePath> {

    public FilePath {
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("not a path inside content: " + path);
            }
        }
    }

    /** The file's own name. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The folder, empty at the top. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    @Override
    public int compareTo(FilePath other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
