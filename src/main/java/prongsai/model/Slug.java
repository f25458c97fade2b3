package prongsai.model;

import java.util.regex.Pattern;

/**
 * One segment of a URL that never changes, made from a record's file name.
 *
 * @param text {@code [a-z0-9-]+}
 */
public record Slug(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9-]+");

    public Slug {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a slug: " + text);
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
