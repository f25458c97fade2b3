package prongsai.render;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text in the form in which texts are compared: by Unicode's compatibility form (NFKC), Thai digits as Arabic ones,
 * capitals as small letters, tone marks before a nikhahit, without characters that nobody sees, and one space for every gap.
 */
public final class FoldedText {

    private static final char NIKHAHIT = 'ํ';

    /** Characters that stand in the text as they are written, whatever stands beside them: nearly all of a Thai text. */
    private static final boolean[] STAYS = stays();

    private char[] chars;
    private int length;
    private boolean gap;
    /** Whether it has what takes all of Unicode's rules. */
    private boolean unusual;
    /** Whether a tone mark stands behind a nikhahit. */
    private boolean tones;

    private char last;

    FoldedText(int room) {
        chars = new char[room];
    }

    private static boolean[] stays() {
        boolean[] stays = new boolean['๛' + 1];
        for (char c = '!'; c < 0x7F; c++) {
            stays[c] = c < 'A' || c > 'Z';
        }
        for (char c = 'ก'; c < stays.length; c++) {
            stays[c] = !(c >= 'ุ' && c <= 'ฺ') && !isTone(c) && c != 'ำ' && !(c >= '๐' && c <= '๙');
        }
        return stays;
    }

    public static String of(String text) {
        FoldedText folded = new FoldedText(text.length());
        folded.add(text.toCharArray(), 0, text.length());
        return folded.whole().toString();
    }

    public int length() {
        return length;
    }

    /** The characters, and some that are not of the text behind {@link #length}. */
    public char[] chars() {
        return chars;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }

    /** Adds characters as they are written. */
    void add(char[] text, int from, int to) {
        int i = from;
        while (i < to) {
            int start = i;
            while (i < to && text[i] < STAYS.length && STAYS[text[i]]) {
                i++;
            }
            if (i > start) {
                put(text, start, i);
                last = text[i - 1];
            }
            if (i < to) {
                add(text[i++]);
            }
        }
    }

    private void put(char[] text, int from, int to) {
        put(text[from]);
        int more = to - from - 1;
        room(more);
        System.arraycopy(text, from + 1, chars, length, more);
        length += more;
    }

    private void room(int more) {
        if (length + more > chars.length) {
            chars = Arrays.copyOf(chars, 2 * chars.length + more);
        }
    }

    /** Adds a character as it is written. */
    void add(char c) {
        if (c < 0x80) {
            if (c > ' ') {
                put(c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c);
            } else {
                gap |= length > 0;
            }
        } else if (c >= 'ก' && c <= '๛') {
            unusual |= isOutOfOrder(last, c);
            put(c);
        } else {
            unusual |= !isPlain(c);
            put(c);
        }
        last = c;
    }

    /** Unicode puts signs below a letter before tone marks. */
    private static boolean isOutOfOrder(char before, char c) {
        return c >= 'ุ' && c <= 'ฺ' && (isTone(before) || (before >= 'ุ' && before < c && c == 'ฺ'));
    }

    private static boolean isPlain(char c) {
        return switch (c) {
            case '·', '×', '–', '—', '‘', '’', '“', '”', '•', '↩', '\uFE0E' -> true;
            default -> false;
        };
    }

    private void put(char c) {
        room(4);
        if (gap) {
            chars[length++] = ' ';
            gap = false;
        }
        if (c == 'ำ') {
            chars[length++] = NIKHAHIT;
            chars[length++] = 'า';
        } else {
            tones |= isTone(c) && length > 0 && chars[length - 1] == NIKHAHIT;
            chars[length++] = c >= '๐' && c <= '๙' ? (char) (c - '๐' + '0') : c;
        }
    }

    private static boolean isTone(char c) {
        return c >= '่' && c <= '๋';
    }

    /** The text when all of it has been added. */
    FoldedText whole() {
        FoldedText folded = unusual ? byAllRules() : this;
        if (folded.tones) {
            folded.putTonesFirst();
        }
        return folded;
    }

    /** What was done so far is done again to no effect. */
    private FoldedText byAllRules() {
        String plain = Normalizer.normalize(toString(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        FoldedText folded = new FoldedText(plain.length() + 4);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                folded.gap |= folded.length > 0;
            } else if (!isInvisible(c)) {
                folded.put(c);
            }
        }
        return folded;
    }

    private void putTonesFirst() {
        for (int i = 1; i < length; i++) {
            if (isTone(chars[i]) && chars[i - 1] == NIKHAHIT) {
                chars[i - 1] = chars[i];
                chars[i] = NIKHAHIT;
            }
        }
    }

    /** Soft hyphen, and what has no width of its own. */
    private static boolean isInvisible(char c) {
        return c == '\u00AD' || (c >= '\u200B' && c <= '\u200D') || c == '\u2060' || c == '\uFEFF';
    }
}
