package prongsai.content;

import java.util.Optional;
import prongsai.model.FilePath;

/**
 * Where a record of a collection may lie, and the name that it gets from there.
 *
 * @param collection the folder at the top of {@code content/}
 * @param yearly whether a folder of the fiscal year stands between
 * @param extension of the record's file
 */
record RecordPlace(String collection, boolean yearly, String extension) {

    private static final String INDEX = "/index";

    /** The path without its extension and without {@code /index}: {@code announcements/2563/no-gift}. */
    static String nameOf(FilePath path) {
        String text = path.path();
        int dot = text.lastIndexOf('.');
        String bare = dot > text.lastIndexOf('/') ? text.substring(0, dot) : text;
        return bare.endsWith(INDEX) ? bare.substring(0, bare.length() - INDEX.length()) : bare;
    }

    /** The year folder as written, where this collection has one and the path has the right depth. */
    Optional<String> yearFolder(String name) {
        int first = name.indexOf('/');
        int last = name.lastIndexOf('/');
        boolean three = last > first && name.indexOf('/', first + 1) == last;
        return yearly && three ? Optional.of(name.substring(first + 1, last)) : Optional.empty();
    }

    /** A right path of such a record. */
    String example(String year) {
        boolean namedByYear = collection.equals("ita") || collection.equals("plans");
        return collection + "/" + (yearly ? year + "/name" : namedByYear ? year : "name") + "." + extension;
    }

    boolean hasRightDepth(String name) {
        long slashes = name.chars().filter(c -> c == '/').count();
        return slashes == (yearly ? 2 : 1);
    }
}
