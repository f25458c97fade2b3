package prongsai.check.personal;

import org.jspecify.annotations.Nullable;

/** A text as the rules for personal data look at it: characters, runs of digits, and the words around them. */
final class NumberText {

    final char[] view;
    final DigitRuns runs;
    private @Nullable Words words;

    /**
     * @param view characters as {@link Glyphs} or {@link SourceView} sees them
     */
    NumberText(char[] view) {
        this.view = view;
        this.runs = new DigitRuns(view);
    }

    /** The words; looked for when a number first asks for them, as most texts hold none that does. */
    Words words() {
        Words found = words;
        if (found == null) {
            found = new Words(view);
            words = found;
        }
        return found;
    }

    /** The character before an offset, unseen ones left out; a line end before the text's beginning. */
    char before(int offset) {
        int i = offset - 1;
        while (i >= 0 && offset - i < 20 && view[i] == Glyphs.UNSEEN) {
            i--;
        }
        return i < 0 ? '\n' : view[i];
    }

    /** The character at or after an offset, unseen ones left out; a line end after the text's end. */
    char after(int offset) {
        int i = offset;
        while (i < view.length && i - offset < 20 && view[i] == Glyphs.UNSEEN) {
            i++;
        }
        return i >= view.length ? '\n' : view[i];
    }

    /** The Latin letters, digits and underscores that stand directly before an offset, in lower case; at most 16. */
    String wordBefore(int offset) {
        int start = offset;
        while (start > 0 && offset - start < 16 && isWord(view[start - 1])) {
            start--;
        }
        StringBuilder word = new StringBuilder();
        for (int i = start; i < offset; i++) {
            char c = view[i];
            word.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return word.toString();
    }

    private static boolean isWord(char c) {
        return Glyphs.isLatin(c) || Glyphs.isDigit(c) || c == '_';
    }

    /** Whether some text stands at an offset after spaces. */
    boolean says(int offset, String expected) {
        int i = offset;
        while (i < view.length && i - offset < 4 && (view[i] == ' ' || view[i] == Glyphs.UNSEEN)) {
            i++;
        }
        if (i + expected.length() > view.length) {
            return false;
        }
        for (int k = 0; k < expected.length(); k++) {
            if (view[i + k] != expected.charAt(k)) {
                return false;
            }
        }
        return true;
    }
}
