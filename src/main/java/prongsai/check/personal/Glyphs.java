package prongsai.check.personal;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What a character means inside a number, whatever it looks like: every script's digits are Arabic digits, every dash is a
 * hyphen, every space a space. What nobody sees is {@link #UNSEEN}.
 */
final class Glyphs {

    /** Stands for characters without width or ink: zero-width spaces, soft hyphens, marks of direction. */
    static final char UNSEEN = '\0';

    private static final int BLOCK = 256;

    private static final char THAI = '\u0E00';

    // One entry for each UTF-16 unit, as a look-up is far cheaper than Unicode's categories: nearly all text is of two
    // blocks.
    private static final char[] LATIN_MEANINGS = meanings(0);
    private static final char[] THAI_MEANINGS = meanings(THAI);

    /** The other blocks, made when a text first asks for them. */
    private static final AtomicReferenceArray<char[]> MEANINGS =
            new AtomicReferenceArray<>((Character.MAX_VALUE + 1) / BLOCK);

    private Glyphs() {}

    /** Whether a text may hold so many digits; most texts of a table hold fewer, and nothing else need be asked of them. */
    static boolean mayHold(String text, int digits) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // An escape, or half of a character beyond the basic plane, may stand for a digit.
            boolean may = isDigit(of(c)) || c == '&' || c == '\\' || c == '%' || Character.isHighSurrogate(c);
            if (may && ++found == digits) {
                return true;
            }
        }
        return false;
    }

    /** The characters of a text by their meaning; same length, so that offsets are the text's own. */
    static char[] read(char[] text) {
        char[] view = new char[text.length];
        for (int i = 0; i < view.length; i++) {
            char c = text[i];
            char next = i + 1 < view.length ? text[i + 1] : ' ';
            if (c >= THAI && c < THAI + BLOCK) {
                view[i] = THAI_MEANINGS[c - THAI];
            } else if (Character.isSurrogatePair(c, next)) {
                view[i] = of(Character.toCodePoint(c, next));
                view[++i] = UNSEEN;
            } else if (c == '\r' && next == '\n') {
                view[i] = UNSEEN;
            } else {
                view[i] = of(c);
            }
        }
        return view;
    }

    /** What a UTF-16 unit means. */
    static char of(char c) {
        if (c < BLOCK) {
            return LATIN_MEANINGS[c];
        }
        if (c >= THAI && c < THAI + BLOCK) {
            return THAI_MEANINGS[c - THAI];
        }
        char[] block = MEANINGS.get(c / BLOCK);
        if (block == null) {
            block = meanings(c / BLOCK * BLOCK);
            MEANINGS.set(c / BLOCK, block);
        }
        return block[c % BLOCK];
    }

    /** What a character means; one beyond the basic plane that is neither digit nor unseen is just a sign. */
    static char of(int codePoint) {
        if (codePoint <= Character.MAX_VALUE) {
            return of((char) codePoint);
        }
        int digit = Character.digit(codePoint, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        return isUnseen(codePoint) ? UNSEEN : '\uFFFD';
    }

    static boolean isDigit(char meaning) {
        return meaning >= '0' && meaning <= '9';
    }

    static boolean isLatin(char meaning) {
        return isBetween(meaning, 'a', 'z') || isBetween(meaning, 'A', 'Z');
    }

    private static char[] meanings(int first) {
        char[] meanings = new char[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            meanings[i] = meaning((char) (first + i));
        }
        return meanings;
    }

    private static char meaning(char c) {
        int digit = isBetween(c, '①', '⑨') ? c - '①' + 1 : c == '⓪' ? 0 : Character.digit(c, 10);
        if (digit >= 0) {
            return (char) ('0' + digit);
        }
        if (isLineEnd(c)) {
            return '\n';
        }
        if (isUnseen(c)) {
            return UNSEEN;
        }
        if (Character.getType(c) == Character.SPACE_SEPARATOR || "\u3164\u2800".indexOf(c) >= 0) {
            return ' ';
        }
        if (Character.getType(c) == Character.DASH_PUNCTUATION || "\u2212\u2043\u02D7\u2796".indexOf(c) >= 0) {
            return '-';
        }
        if (c >= '\u2500' && c <= '\u257F') {
            return '|';
        }
        return sign(c);
    }

    private static char sign(char c) {
        return switch (c) {
            case '\u00B7', '\u2022', '\u2024', '\u2027', '\u2219', '\u3002', '\uFF0E' -> '.';
            case '\u2044', '\u2215', '\uFF0F' -> '/';
            case '\uFF3F', '\u2017' -> '_';
            case '\u00A6', '\u2758', '\uFF5C', '[', ']', '\u25A1', '\u2610' -> '|';
            case '\uFF0C', ';', ':', '\uFF1A' -> ',';
            case '\uFF0B' -> '+';
            case '`', '~', '>', '\\', '"', '\'', '\u2018', '\u2019', '\u201C', '\u201D' -> '*';
            case '\uFF08' -> '(';
            case '\uFF09' -> ')';
            default -> c;
        };
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r' || c == '\f' || c == '\u000B' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isUnseen(int c) {
        return c != '\t'
                && (Character.getType(c) == Character.FORMAT
                        || Character.isISOControl(c)
                        || isBetween(c, 0x0300, 0x036F)
                        || isBetween(c, 0x20D0, 0x20FF)
                        || isBetween(c, 0xFE00, 0xFE0F)
                        || isBetween(c, 0x180B, 0x180F)
                        || c == 0x115F
                        || c == 0x1160
                        || isBetween(c, 0xE0000, 0xE0FFF));
    }

    private static boolean isBetween(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
