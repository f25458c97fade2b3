package prongsai.source;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The YAML at the head of a Markdown record, between two lines of three hyphens.
 *
 * @param fields its fields with positions
 * @param bodyStart offset of the text after it
 */
public record FrontMatter(Value.Mapping fields, int bodyStart) {

    private static final String FENCE = "---";

    /** Reads the head of a Markdown file; empty, with a problem that says why, where there is none. */
    public static Optional<FrontMatter> read(SourceFile source, Problems problems) {
        return read(source.openHead(), problems);
    }

    /**
     * Reads the head of a Markdown text.
     *
     * @param file the whole text, or the head of it that ends with the front matter
     */
    public static Optional<FrontMatter> read(SourceText file, Problems problems) {
        String text = file.text();
        if (!isOpened(text)) {
            problems.add(ProblemCode.FRONT_MATTER_MISSING, SourcePosition.startOf(file.path()));
            return Optional.empty();
        }
        int end = end(text);
        if (end < 0) {
            problems.add(ProblemCode.FRONT_MATTER_NOT_CLOSED, SourcePosition.startOf(file.path()));
            return Optional.empty();
        }
        return parse(file, after(text, 0), end, after(text, end), problems);
    }

    /**
     * Where the text behind the head begins, whatever is wrong with the head.
     *
     * @param text a whole file
     * @return empty where no head begins or ends
     */
    public static OptionalInt bodyStart(String text) {
        int end = isOpened(text) ? end(text) : -1;
        return end < 0 ? OptionalInt.empty() : OptionalInt.of(after(text, end));
    }

    private static boolean isOpened(String text) {
        return isFence(text, 0, lineEnd(text, 0));
    }

    /** Where the line begins that ends the head of a text that has the beginning of one; -1 where there is none. */
    private static int end(String text) {
        for (int line = after(text, 0); line < text.length(); line = lineEnd(text, line) + 1) {
            if (isFence(text, line, lineEnd(text, line))) {
                return line;
            }
        }
        return -1;
    }

    /** Where the line after the one at an offset begins. */
    private static int after(String text, int line) {
        return Math.min(lineEnd(text, line) + 1, text.length());
    }

    private static Optional<FrontMatter> parse(SourceText file, int start, int end, int bodyStart, Problems problems) {
        Optional<Value> plain = PlainYaml.parse(file, start, end);
        if (plain.isPresent() && plain.get() instanceof Value.Mapping fields) {
            return Optional.of(new FrontMatter(fields, bodyStart));
        }
        if (file.text().substring(start, end).lines().noneMatch(FrontMatter::isField)) {
            problems.add(ProblemCode.FRONT_MATTER_MISSING, SourcePosition.startOf(file.path()));
            return Optional.empty();
        }
        Optional<Value> value = YamlText.parseAny(file, start, end, problems);
        if (value.isPresent() && value.get() instanceof Value.Mapping fields) {
            return Optional.of(new FrontMatter(fields, bodyStart));
        }
        value.ifPresent(other -> problems.add(ProblemCode.NOT_FIELDS, other.position()));
        return Optional.empty();
    }

    private static boolean isFence(String text, int from, int to) {
        return text.startsWith(FENCE, from)
                && text.substring(from, to).stripTrailing().equals(FENCE);
    }

    private static boolean isField(String line) {
        return !line.isBlank() && !line.stripLeading().startsWith("#");
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
