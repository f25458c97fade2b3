package prongsai.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a file stands in the finished site, from its top folder: {@code oit/2563/o42/index.html}.
 *
 * <p>Only letters that mean the same in a URL, on every file system and in every normalisation form, so that a path
 * never needs escaping and never leaves the folder: {@code a-z A-Z 0-9 . _ -} in each segment. A segment neither ends
 * with a dot (Windows drops it) nor begins with one, because such names belong to others ({@code .git},
 * {@code .htaccess}) or to the publisher's own bookkeeping; {@code .well-known} and {@code .nojekyll} are the exceptions
 * that the web knows.
 *
 * @param text segments joined by {@code /}
 */
public record OutputPath(String text) implements Comparable<OutputPath> {

    // Linux allows 4,096 bytes in all; the rest is left to the folder that the site stands in.
    private static final int LONGEST = 1_024;

    private static final String NAME =
            "(?:\\.well-known|\\.nojekyll|[A-Za-z0-9_-](?:[A-Za-z0-9._-]{0,253}[A-Za-z0-9_-])?)";

    private static final Pattern FORM = Pattern.compile(NAME + "(?:/" + NAME + ")*");

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException when it is not such a path
     */
    public OutputPath {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a path inside a site: " + text);
        }
    }

    public static boolean isValid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /** The folders above the file, the outermost first: {@code oit}, {@code oit/2563}. */
    public List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            folders.add(text.substring(0, slash));
        }
        return folders;
    }

    @Override
    public int compareTo(OutputPath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
