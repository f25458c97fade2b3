package prongsai.cli;

/** What others wrote, made fit for a console. */
final class PlainText {

    /** Longer than any name or address that an officer could check by eye. */
    private static final int LONGEST = 240;

    private PlainText() {}

    /**
     * The text on one line, without anything that a terminal would obey: control characters, escape sequences and marks
     * that turn the direction of writing are shown by their number. The marks that Thai text is broken by stay.
     */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    /** The same, cut where it is longer than anybody reads. */
    static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return of(text);
        }
        return of(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "…";
    }

    private static void append(StringBuilder out, int c) {
        if (Character.isWhitespace(c)) {
            out.append(' ');
        } else if (isHarmless(c)) {
            out.appendCodePoint(c);
        } else {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        }
    }

    private static boolean isHarmless(int c) {
        // Zero-width space, non-joiner and joiner.
        if (c >= 0x200B && c <= 0x200D) {
            return true;
        }
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
