package prongsai.model;

/**
 * A record's name: its path from {@code content/} without the extension, such as {@code announcements/2563/no-gift}.
 * {@code evidence}, {@code memo}, {@code replacedBy} and {@code formerly} are written in this form.
 *
 * @param path slugs joined by {@code /}
 */
public record RecordId(String path) implements Comparable<RecordId> {

    public RecordId {
        if (!isValid(path)) {
            throw new IllegalArgumentException("not a record's name: " + path);
        }
    }

    public static boolean isValid(String path) {
        int segments = 0;
        for (int from = 0; from <= path.length(); segments++) {
            int end = Slug.end(path, from);
            boolean complete = end == path.length() || path.charAt(end) == '/';
            if (end == from || !complete) {
                return false;
            }
            from = end + 1;
        }
        return segments > 1;
    }

    /** The last segment, the record's own name. */
    public Slug slug() {
        return new Slug(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The first segment: {@code announcements}, {@code pages}, ... */
    public String collection() {
        return path.substring(0, path.indexOf('/'));
    }

    @Override
    public int compareTo(RecordId other) {
        return path.compareTo(other.path);
    }

    @Override
    public String toString() {
        return path;
    }
}
