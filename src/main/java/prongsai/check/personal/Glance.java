package prongsai.check.personal;

/**
 * A quick look for digits that may be one number. It says yes to every text that {@link DigitRuns} or {@link SourceView}
 * make a number of, and to some others.
 */
final class Glance {

    private static final byte WALL = 0;
    private static final byte GAP = 1;
    private static final byte DIGIT = 2;
    /** What begins a tag, an escape or a character beyond the basic plane. */
    private static final byte SIGN = 3;

    /** What each of the first 128 characters is. */
    private static final byte[] ASCII = ascii();

    private Glance() {}

    private static byte[] ascii() {
        byte[] kinds = new byte[128];
        for (char c = 0; c < kinds.length; c++) {
            char meaning = Glyphs.of(c);
            kinds[c] = Glyphs.isDigit(meaning) ? DIGIT : DigitRuns.mayStandBetween(meaning) ? GAP : WALL;
        }
        for (char c : "<&\\%".toCharArray()) {
            kinds[c] = SIGN;
        }
        return kinds;
    }

    /** Whether some digits may stand in a row, or some other sign for one. */
    static boolean mayHold(char[] text, int from, int to, int digits) {
        int found = 0;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c >= '\u0E00' && c < '\u0E50') {
                found = 0;
                continue;
            }
            byte kind = c < ASCII.length ? ASCII[c] : beyond(c);
            if (kind == SIGN) {
                char next = i + 1 < to ? text[i + 1] : ' ';
                if (mayBeEscape(c, next)) {
                    return true;
                }
                kind = c == '\\' ? GAP : WALL;
            }
            if (kind == DIGIT) {
                if (++found == digits) {
                    return true;
                }
            } else if (kind == WALL) {
                found = 0;
            }
        }
        return false;
    }

    private static byte beyond(char c) {
        if (Character.isHighSurrogate(c)) {
            return SIGN;
        }
        char meaning = Glyphs.of(c);
        if (Glyphs.isDigit(meaning)) {
            return DIGIT;
        }
        return meaning < ASCII.length && DigitRuns.mayStandBetween(meaning) ? GAP : WALL;
    }

    private static boolean mayBeEscape(char c, char next) {
        return switch (c) {
            case '<' -> Glyphs.isLatin(next) || next == '/' || next == '!';
            case '&' -> Glyphs.isLatin(next) || next == '#';
            case '%' -> Character.digit(next, 16) >= 0;
            case '\\' -> next == 'n' || next == 'r' || next == 't' || next == 'u';
            default -> true;
        };
    }
}
