package prongsai.source;

import java.util.Arrays;

/**
 * The text of a file, with line and column of every offset.
 *
 * <p>Offsets are kept and lines are looked up when somebody asks, because most text has no problem.
 */
public final class SourceFile {

    private final String path;
    private final String text;
    private int[] lineStarts = {};

    /**
     * @param path shown to the officer, with {@code /} between names
     * @param text whole text without byte order mark
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** The position of an offset from 0 to the text's length. */
    public synchronized SourcePosition at(int offset) {
        if (lineStarts.length == 0) {
            lineStarts = findLineStarts(text);
        }
        int found = Arrays.binarySearch(lineStarts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(path, line + 1, offset - lineStarts[line] + 1);
    }

    private static int[] findLineStarts(String text) {
        int lines = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            lines++;
        }
        int[] starts = new int[lines];
        int next = 1;
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts[next++] = i + 1;
        }
        return starts;
    }
}
