package prongsai.source;

import java.util.Optional;

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
        int begin = lineEnd(text, 0);
        if (!isFence(text, 0, begin)) {
            problems.add(ProblemCode.FRONT_MATTER_MISSING, SourcePosition.startOf(file.path()));
            return Optional.empty();
        }
        int start = Math.min(begin + 1, text.length());
        for (int line = start; line < text.length(); line = lineEnd(text, line) + 1) {
            int end = lineEnd(text, line);
            if (isFence(text, line, end)) {
                return parse(file, start, line, Math.min(end + 1, text.length()), problems);
            }
        }
        problems.add(ProblemCode.FRONT_MATTER_NOT_CLOSED, SourcePosition.startOf(file.path()));
        return Optional.empty();
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
