package prongsai.source;

import java.util.Comparator;

/**
 * A place in a file, as editors count: {@code content/site.yaml:4:13}.
 *
 * @param file path as the officer typed or would type it, with {@code /} between names
 * @param line from 1
 * @param column from 1, in UTF-16 units
 */
public record SourcePosition(String file, int line, int column) implements Comparable<SourcePosition> {

    private static final Comparator<SourcePosition> ORDER = Comparator.comparing(SourcePosition::file)
            .thenComparingInt(SourcePosition::line)
            .thenComparingInt(SourcePosition::column);

    public SourcePosition {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line " + line + " and column " + column + " count from 1");
        }
    }

    /** The beginning of a file: for what is wrong with the file as a whole. */
    public static SourcePosition startOf(String file) {
        return new SourcePosition(file, 1, 1);
    }

    @Override
    public int compareTo(SourcePosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
