package prongsai.content;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.model.FilePath;

/**
 * Where a record of a collection may lie, and the name that it gets from there.
 *
 * @param collection the folder at the top of {@code content/}
 * @param yearly whether a folder of the fiscal year stands between
 * @param extension of the record's file
 */
record RecordPlace(String collection, boolean yearly, String extension) {

    private static final Pattern INDEX = Pattern.compile("(.+)/index");

    /** The path without its extension and without {@code /index}: {@code announcements/2563/no-gift}. */
    static String nameOf(FilePath path) {
        String text = path.path();
        int dot = text.lastIndexOf('.');
        String bare = dot > text.lastIndexOf('/') ? text.substring(0, dot) : text;
        Matcher index = INDEX.matcher(bare);
        return index.matches() ? index.group(1) : bare;
    }

    /** The year folder as written, where this collection has one and the path has the right depth. */
    Optional<String> yearFolder(String name) {
        String[] segments = name.split("/", -1);
        return yearly && segments.length == 3 ? Optional.of(segments[1]) : Optional.empty();
    }

    /** A right path of such a record. */
    String example(String year) {
        boolean namedByYear = collection.equals("ita") || collection.equals("plans");
        return collection + "/" + (yearly ? year + "/name" : namedByYear ? year : "name") + "." + extension;
    }

    boolean hasRightDepth(String name) {
        return name.split("/", -1).length == (yearly ? 3 : 2);
    }
}
