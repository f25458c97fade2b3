package prongsai.render;

/**
 * A line of a text before it is parsed: what it begins with, so far as that can be told without the lines before it.
 * Every line of every record comes by here, so nothing is copied out of the text.
 *
 * @param end where its line break stands
 */
record MarkdownLine(String source, int start, int end) {

    String text() {
        return source.substring(start, end);
    }

    /** Where the first character is that is no white space; the end if there is none. */
    private int firstIndex() {
        int i = start;
        while (i < end && Character.isWhitespace(source.charAt(i))) {
            i++;
        }
        return i;
    }

    boolean isBlank() {
        return firstIndex() == end;
    }

    /** The first character that is no white space, of a line that is not blank. */
    char first() {
        return source.charAt(firstIndex());
    }

    boolean contains(String sign) {
        int last = end - sign.length();
        for (int i = start; i <= last; i++) {
            if (source.charAt(i) == sign.charAt(0) && source.startsWith(sign, i)) {
                return true;
            }
        }
        return false;
    }

    /** The end of what opens containers at its beginning: quotations, items of lists, footnotes. */
    int endOfContainers() {
        int i = skipBlanks(start);
        for (int next = endOfContainer(i); next > i; next = endOfContainer(i)) {
            i = skipBlanks(next);
        }
        return i;
    }

    private int skipBlanks(int from) {
        int i = from;
        while (i < end && isBlank(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The end of the container that opens at {@code i}; {@code i} if none does. */
    private int endOfContainer(int i) {
        char c = i < end ? source.charAt(i) : ' ';
        if (c == '>') {
            return i + 1;
        }
        if (c == '-' || c == '+' || c == '*') {
            return isGap(i + 1) ? i + 1 : i;
        }
        if (isDigit(c)) {
            int sign = endOfNumber(i, Math.min(end, i + 9));
            return isAfterNumber(sign) && isGap(sign + 1) ? sign + 1 : i;
        }
        if (c == '[' && source.startsWith("^", i + 1)) {
            int close = source.indexOf(']', i + 2);
            return close >= 0 && close + 1 < end && source.charAt(close + 1) == ':' ? close + 2 : i;
        }
        return i;
    }

    /** Whether a marker may end here: before a blank, or where the line ends. */
    private boolean isGap(int i) {
        return i >= end || isBlank(source.charAt(i)) || (i == end - 1 && isLineBreak(source.charAt(i)));
    }

    private static boolean isLineBreak(char c) {
        return c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int endOfNumber(int from, int limit) {
        int i = from;
        while (i < limit && isDigit(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private boolean isAfterNumber(int i) {
        return i < end && (source.charAt(i) == '.' || source.charAt(i) == ')');
    }

    /** How many containers are opened before {@code limit}; signs within a footnote's label count as well. */
    int containers(int limit) {
        int opened = 0;
        for (int i = start; i < limit; i++) {
            char c = source.charAt(i);
            if (isDigit(c)) {
                i = endOfNumber(i, limit);
                opened += i < limit && isAfterNumber(i) ? 1 : 0;
                // What follows the number and is not its sign is looked at by itself.
                i -= i < limit && isAfterNumber(i) ? 0 : 1;
            } else if (c == '>' || c == '-' || c == '+' || c == '*') {
                opened++;
            } else if (c == '[' && i + 1 < limit && source.charAt(i + 1) == '^') {
                opened++;
                i++;
            }
        }
        return opened;
    }

    /** The columns of white space before {@code limit}. */
    int columns(int limit) {
        int columns = 0;
        for (int i = start; i < limit; i++) {
            columns += source.charAt(i) == '\t' ? 4 : source.charAt(i) == ' ' ? 1 : 0;
        }
        return columns;
    }

    /** Begins a paragraph of its own wherever it stands: a heading or an item; a numbered item does so only in a list. */
    boolean isOwnParagraph() {
        int i = afterIndentation();
        char c = i < end ? source.charAt(i) : ' ';
        if (c == '#') {
            int after = i;
            while (after < end && source.charAt(after) == '#') {
                after++;
            }
            return after - i <= 6 && after < end && source.charAt(after) == ' ';
        }
        return (c == '-' || c == '+' || c == '*') && isSpaceAndMore(i + 1);
    }

    boolean isNumbered() {
        int i = afterIndentation();
        int sign = endOfNumber(i, Math.min(end, i + 9));
        return sign > i && isAfterNumber(sign) && isSpaceAndMore(sign + 1);
    }

    /** Up to three spaces; a fourth begins code. */
    private int afterIndentation() {
        int i = start;
        while (i < end && i < start + 3 && source.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private boolean isSpaceAndMore(int from) {
        int i = from;
        while (i < end && source.charAt(i) == ' ') {
            i++;
        }
        return i > from && i < end;
    }

    /** The line under a table's head. */
    boolean isDelimiterRow() {
        boolean dash = false;
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            if ("-:| \t>".indexOf(c) < 0) {
                return false;
            }
            dash |= c == '-';
        }
        return dash;
    }
}
