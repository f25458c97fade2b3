package prongsai.site;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a file stands in the finished site, from its top folder: {@code oit/2563/o42/index.html}.
 *
 * <p>Only letters that mean the same in a URL, on every file system and in every normalisation form, so that a path
 * never needs escaping and never leaves the folder: {@code a-z A-Z 0-9 . _ -} in each segment. A segment neither ends
 * with a dot (Windows drops it) nor begins with one, because such names belong to others ({@code .git})
 * or to the publisher's own bookkeeping; {@code .well-known} and {@code .nojekyll}, which the web knows, are the exceptions,
 * and {@code .htaccess} at the top, which Apache knows.
 *
 * @param text segments joined by {@code /}
 */
public record OutputPath(String text) implements Comparable<OutputPath> {

    // Linux allows 4,096 bytes in all; the rest is left to the folder that the site stands in.
    private static final int LONGEST = 1_024;

    private static final int LONGEST_NAME = 255;

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

    /** By hand and not by a pattern: tens of thousands of paths are checked in a program that has just started. */
    public static boolean isValid(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        int begin = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', begin)) {
            if (!isName(text, begin, slash)) {
                return false;
            }
            begin = slash + 1;
        }
        return isName(text, begin, text.length());
    }

    private static boolean isName(String text, int begin, int end) {
        if (begin == end || end - begin > LONGEST_NAME || text.charAt(end - 1) == '.') {
            return false;
        }
        if (text.charAt(begin) == '.') {
            return isNameOfTheWeb(text.substring(begin, end)) || isOfApache(text, begin, end);
        }
        for (int i = begin; i < end; i++) {
            if (!isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameOfTheWeb(String name) {
        return name.equals(".well-known") || name.equals(".nojekyll");
    }

    /** Only at the top: in a folder such a file would be somebody else's. */
    private static boolean isOfApache(String text, int begin, int end) {
        return begin == 0 && end == text.length() && text.equals(".htaccess");
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '-' && c <= '9' && c != '/') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** The folder that the file is in, {@code oit/2563/o42}; empty for one at the top. */
    public String folder() {
        return folderOf(text);
    }

    /** The folder that a file or folder is in, of which the paths are known to be right; empty at the top. */
    public static String folderOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** The folders above the file, the outermost first: {@code oit}, {@code oit/2563}. */
    public List<String> folders() {
        List<String> folders = new ArrayList<>();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            folders.add(text.substring(0, slash));
        }
        return folders;
    }

    // What a record has of itself is put together at run time, which a short run feels.
    @Override
    public boolean equals(Object other) {
        return other instanceof OutputPath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
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
