package prongsai.source;

import java.util.Arrays;

/**
 * The text of a file as it was read, with line and column of every offset. Who holds it holds all of the text: it is for
 * the time of one piece of work, a {@link SourceFile} for longer.
 *
 * <p>Offsets are kept and lines are looked up when somebody asks, because most text has no problem.
 */
public final class SourceText {

    private static final int[] NOT_LOOKED_UP = {};

    private final String path;
    private final String text;

    /** Written once; two threads that both find nothing here write the same. */
    private volatile int[] lineStarts = NOT_LOOKED_UP;

    /**
     * @param path shown to the officer, with {@code /} between names
     * @param text whole text without byte order mark
     */
    SourceText(String path, String text) {
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
    public SourcePosition at(int offset) {
        int[] starts = lineStarts;
        if (starts.length == 0) {
            starts = findLineStarts(text);
            lineStarts = starts;
        }
        int found = Arrays.binarySearch(starts, offset);
        int line = found >= 0 ? found : -found - 2;
        return new SourcePosition(path, line + 1, offset - starts[line] + 1);
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
