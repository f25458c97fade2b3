package prongsai.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run of questions or items as the indicator table shows it: I1 to I6, six of them.
 *
 * @param first code of the first, {@code I1}
 * @param last code of the last, {@code I6}
 * @param count how many there are; fewer than the codes suggest where a year left one out
 */
public record QuestionRange(String first, String last, int count) {

    private static final Pattern FORM = Pattern.compile("([A-Z]+)([0-9]{1,4})(?:\\s*-\\s*([A-Z]*)([0-9]{1,4}))?");

    /** Reads {@code I1-I6}, {@code I1 - 6} or {@code I1}; empty where the text is no such run. */
    public static Optional<QuestionRange> parse(String written) {
        Matcher form = FORM.matcher(written.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String letters = form.group(1);
        int from = Integer.parseInt(form.group(2));
        if (form.group(4) == null) {
            return Optional.of(new QuestionRange(letters + from, letters + from, 1));
        }
        int to = Integer.parseInt(form.group(4));
        boolean sameLetters = form.group(3).isEmpty() || form.group(3).equals(letters);
        return sameLetters && to >= from
                ? Optional.of(new QuestionRange(letters + from, letters + to, to - from + 1))
                : Optional.empty();
    }

    static Optional<QuestionRange> of(List<OitItem> items) {
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuestionRange(
                        items.get(0).code(), items.get(items.size() - 1).code(), items.size()));
    }
}
