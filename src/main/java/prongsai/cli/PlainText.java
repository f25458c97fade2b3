package prongsai.cli;

import java.util.Set;
import prongsai.check.personal.PersonalData;

/** What others wrote, made fit for a console. */
final class PlainText {

    /** Longer than any name or address that an officer could check by eye. */
    private static final int LONGEST = 240;

    private static final PersonalData PERSONAL = new PersonalData(Set.of());

    private PlainText() {}

    /**
     * The text on one line, without anything that a terminal would obey: control characters, escape sequences and marks
     * that turn the direction of writing are shown by their number. The marks that Thai text is broken by stay. Personal
     * data are masked, as what is printed may end in a log.
     */
    static String of(String text) {
        return visible(PERSONAL.masked(text));
    }

    /** The same, cut where it is longer than anybody reads. */
    static String shortened(String text) {
        // Masked before it is cut, lest the cut go through a number and leave most of it.
        String masked = PERSONAL.masked(text);
        return masked.codePointCount(0, masked.length()) <= LONGEST
                ? visible(masked)
                : visible(masked.substring(0, masked.offsetByCodePoints(0, LONGEST))) + "…";
    }

    /** The text as it is, but for personal data. */
    static String masked(String text) {
        return PERSONAL.masked(text);
    }

    /** One line as {@link #of}, but for personal data, of which it has none or what is permitted. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
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
