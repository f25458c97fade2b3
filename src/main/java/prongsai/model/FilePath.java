package prongsai.model;

import org.jspecify.annotations.Nullable;

/**
 * A file under {@code content/}, as a path from there with {@code /} between its names: {@code files/no-gift.pdf}. It
 * may hold any letters that an officer's computer gave it, but never leaves the folder.
 *
 * @param path relative, without {@code .} or {@code ..} segments
 */
public record FilePath(String path) implements Comparable<FilePath> {

    public FilePath {
        int from = 0;
        while (from <= path.length()) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            int length = end - from;
            if (length == 0 || (length <= 2 && path.startsWith("..".substring(0, length), from))) {
                throw new IllegalArgumentException("not a path inside content: " + path);
            }
            from = end + 1;
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

    // Written out, since what a record has of its own is put together anew in every run, and this is in the way of all.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FilePath file && path.equals(file.path);
    }

    @Override
    public int hashCode() {
        return path.hashCode();
    }

    @Override
    public String toString() {
        return path;
    }
}
