package prongsai.check.personal;

import java.util.Arrays;

/**
 * The runs of digits of a text and what stands between them. Digits with nothing but unseen characters or markup signs
 * between them are one run, as they are for a reader.
 */
final class DigitRuns {

    // What stands in the gap before a run.
    static final int SPACE = 1;
    static final int TAB = 1 << 1;
    static final int LINE = 1 << 2;
    static final int DASH = 1 << 3;
    static final int DOT = 1 << 4;
    static final int SLASH = 1 << 5;
    static final int UNDERSCORE = 1 << 6;
    static final int PIPE = 1 << 7;
    static final int MARKUP = 1 << 8;
    static final int COMMA = 1 << 9;
    static final int PARENTHESIS = 1 << 10;
    static final int PLUS = 1 << 11;
    /** Something that ends a number: a letter, or more signs than separate two groups. */
    static final int WALL = 1 << 12;

    static final int WHITE = SPACE | TAB | LINE;

    private static final int MOST_SPACES = 12;
    private static final int MOST_SIGNS = 6;
    private static final int MOST_LINES = 2;

    /** What each meaning below 128 contributes to a gap. */
    private static final int[] SIGNS = signs();

    private final char[] view;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] lengths = new int[64];
    private int[] gaps = new int[64];
    private int size;

    /**
     * Finds all runs in one pass.
     *
     * @param view characters as {@link Glyphs} sees them
     */
    DigitRuns(char[] view) {
        this.view = view;
        scan();
    }

    private static int[] signs() {
        int[] signs = new int[128];
        Arrays.fill(signs, WALL);
        signs[' '] = SPACE;
        signs['\t'] = TAB;
        signs['\n'] = LINE;
        signs['-'] = DASH;
        signs['.'] = DOT;
        signs['/'] = SLASH;
        signs['_'] = UNDERSCORE;
        signs['|'] = PIPE;
        signs['*'] = MARKUP;
        signs[','] = COMMA;
        signs['('] = PARENTHESIS;
        signs[')'] = PARENTHESIS;
        signs['+'] = PLUS;
        return signs;
    }

    /** Whether a meaning below 128 may stand between two digits of one number. */
    static boolean mayStandBetween(char meaning) {
        return meaning == Glyphs.UNSEEN || SIGNS[meaning] != WALL;
    }

    int size() {
        return size;
    }

    /** Offset of a run's first digit. */
    int start(int run) {
        return starts[run];
    }

    /** Offset after a run's last digit. */
    int end(int run) {
        return ends[run];
    }

    /** Number of digits. */
    int length(int run) {
        return lengths[run];
    }

    /** What stands before a run; {@link #WALL} before the first. */
    int gapBefore(int run) {
        return gaps[run];
    }

    /** What stands after a run; {@link #WALL} after the last. */
    int gapAfter(int run) {
        return run + 1 < size ? gaps[run + 1] : WALL;
    }

    /** The first digit of a run. */
    char first(int run) {
        return view[starts[run]];
    }

    /** The digits of some runs that follow one another. */
    String digits(int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = starts[from]; i < ends[to]; i++) {
            if (Glyphs.isDigit(view[i])) {
                digits.append(view[i]);
            }
        }
        return digits.toString();
    }

    private void scan() {
        int i = 0;
        int gap = WALL;
        int afterLast = 0;
        while (i < view.length) {
            if (!Glyphs.isDigit(view[i])) {
                i++;
                continue;
            }
            gap = size == 0 ? WALL : gap(afterLast, i);
            int start = i;
            int length = 0;
            int end = i;
            while (i < view.length && (view[i] == Glyphs.UNSEEN || Glyphs.isDigit(view[i]))) {
                if (view[i] != Glyphs.UNSEEN) {
                    length++;
                    end = i + 1;
                }
                i++;
            }
            add(start, end, length, gap);
            afterLast = end;
        }
    }

    private int gap(int from, int to) {
        int gap = 0;
        int spaces = 0;
        int signs = 0;
        int lines = 0;
        for (int i = from; i < to; i++) {
            char c = view[i];
            if (c == Glyphs.UNSEEN) {
                continue;
            }
            int sign = c < SIGNS.length ? SIGNS[c] : WALL;
            gap |= sign;
            if (sign == LINE) {
                lines++;
            } else if (sign == SPACE || sign == TAB) {
                spaces++;
            } else {
                signs++;
            }
            if (gap >= WALL || spaces > MOST_SPACES || signs > MOST_SIGNS || lines > MOST_LINES) {
                return WALL;
            }
        }
        return gap;
    }

    private void add(int start, int end, int length, int gap) {
        if (gap == MARKUP) {
            ends[size - 1] = end;
            lengths[size - 1] += length;
            return;
        }
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            lengths = Arrays.copyOf(lengths, larger);
            gaps = Arrays.copyOf(gaps, larger);
        }
        starts[size] = start;
        ends[size] = end;
        lengths[size] = length;
        gaps[size++] = gap;
    }
}
