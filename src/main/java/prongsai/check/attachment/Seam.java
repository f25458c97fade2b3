package prongsai.check.attachment;

import java.util.Optional;

/** Where one piece of text ends and the next begins: a number may go over from one to the other. */
final class Seam {

    /** Longer than any number with its separators. */
    private static final int REACH = 40;

    private String tail = "";

    /** The digits at the end of the last piece and at the start of this one, if both are there. */
    Optional<String> next(String text) {
        String before = tail;
        String stripped = text.strip();
        tail = tailOf(stripped);
        String head = headOf(stripped);
        return before.isEmpty() || head.isEmpty() ? Optional.empty() : Optional.of(before + "\n" + head);
    }

    private static String tailOf(String text) {
        int from = text.length();
        while (from > 0 && text.length() - from < REACH && isOfNumber(text.charAt(from - 1))) {
            from--;
        }
        String run = text.substring(from).strip();
        return hasDigit(run) ? run : "";
    }

    private static String headOf(String text) {
        int to = 0;
        while (to < text.length() && to < REACH && isOfNumber(text.charAt(to))) {
            to++;
        }
        String run = text.substring(0, to).strip();
        return hasDigit(run) ? run : "";
    }

    private static boolean hasDigit(String run) {
        return run.chars().anyMatch(Character::isDigit);
    }

    private static boolean isOfNumber(char c) {
        return Character.isDigit(c)
                || c == ' '
                || c == '\u00a0'
                || c == '-'
                || c == '\u2010'
                || c == '\u2011'
                || c == '\u2013';
    }
}
