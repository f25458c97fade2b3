package prongsai.model;

/**
 * One segment of a URL that never changes, made from a record's file name.
 *
 * @param text {@code [a-z0-9-]+}
 */
public record Slug(String text) {

    public Slug {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a slug: " + text);
        }
    }

    public static boolean isValid(String text) {
        return !text.isEmpty() && end(text, 0) == text.length();
    }

    /** Where the letters that a slug may have end, from an offset on: names are checked a million times on a large site. */
    static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    @Override
    public String toString() {
        return text;
    }
}
