package prongsai.content;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import prongsai.model.FilePath;

/** How records write the paths of files and other records. */
public final class ContentPaths {

    private ContentPaths() {}

    /**
     * A path written in front matter, JSON or YAML: from {@code content/}, or beside the record where it begins with
     * {@code ./}.
     *
     * @return empty where the path leaves {@code content/} or is absolute
     */
    public static Optional<FilePath> resolve(String written, FilePath record) {
        return written.startsWith("./") ? join(record.folder(), written) : join("", written);
    }

    /**
     * A link of a Markdown text: beside the record, or from the top of {@code content/} where it begins with {@code /}.
     *
     * @return empty where the path leaves {@code content/}
     */
    public static Optional<FilePath> resolveLink(String written, FilePath record) {
        return written.startsWith("/") ? join("", written.substring(1)) : join(record.folder(), written);
    }

    private static Optional<FilePath> join(String folder, String relative) {
        if (relative.startsWith("/") || relative.indexOf('\\') >= 0 || relative.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : (folder + "/" + relative).split("/", -1)) {
            if (segment.equals("..")) {
                if (segments.pollLast() == null) {
                    return Optional.empty();
                }
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return segments.isEmpty() ? Optional.empty() : Optional.of(new FilePath(String.join("/", segments)));
    }
}
