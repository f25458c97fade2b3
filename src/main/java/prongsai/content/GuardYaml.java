package prongsai.content;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import prongsai.model.Allowance;
import prongsai.model.ThaiDate;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.Value;
import prongsai.source.YamlText;

/**
 * Writes {@code guard.yaml} (ข้อมูลส่วนบุคคลที่อนุญาตให้เผยแพร่).
 *
 * <pre>{@code
 * String text = GuardYaml.withEntry(Optional.empty(), salt, allowance).orElseThrow();
 * }</pre>
 */
public final class GuardYaml {

    private static final String HEADING = """
            # ข้อมูลส่วนบุคคลที่อนุญาตให้เผยแพร่ เขียนโดยคำสั่ง check --allow
            # ห้ามเขียนหมายเลขจริงลงในไฟล์นี้
            """;

    private GuardYaml() {}

    /**
     * The text of the file with one more entry. What the file holds already stays as it is, comments included.
     *
     * @param existing the file's text without byte order mark; empty if there is no file
     * @param salt written if the file has none; otherwise the entry's hash must be made with the salt of the file
     * @return empty if the existing text is no list of allowances that can be read
     */
    public static Optional<String> withEntry(Optional<String> existing, String salt, Allowance entry) {
        String before = existing.orElse("");
        String lineEnd = before.contains("\r\n") ? "\r\n" : "\n";
        if (before.lines()
                .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"))) {
            String start = before.isBlank() ? HEADING : endLine(before, lineEnd);
            return Optional.of(
                    start + "salt: " + quoted(salt) + lineEnd + "allow:" + lineEnd + block(entry, "  ", lineEnd));
        }
        List<List<String>> wanted = new ArrayList<>(entries(before));
        wanted.add(values(entry));
        // YAML has many forms; what each attempt wrote is read again, and only what says the right thing is used.
        return mapping(before)
                .flatMap(fields -> candidates(before, fields, entry, lineEnd)
                        .filter(text -> sameValues(entries(text), wanted) && sameSalt(before, text))
                        .findFirst());
    }

    private static Stream<String> candidates(String text, Value.Mapping fields, Allowance entry, String lineEnd) {
        Optional<Value> allow = fields.get("allow");
        if (allow.isEmpty()) {
            return Stream.of(endLine(text, lineEnd) + "allow:" + lineEnd + block(entry, "  ", lineEnd));
        }
        if (!(allow.get() instanceof Value.Sequence list)) {
            return Stream.empty();
        }
        int start = offset(text, list.position());
        Stream<String> flow = Stream.of(inBrackets(text, start, list.items().isEmpty(), entry));
        if (list.items().isEmpty()) {
            int end = text.indexOf(']', start) + 1;
            String item = lineEnd + block(entry, "  ", lineEnd);
            // The line's own end and a comment on it stay behind the entry.
            return Stream.concat(
                    Stream.of(text.substring(0, start).stripTrailing()
                            + item
                            + text.substring(end).stripLeading()),
                    flow);
        }
        Value last = list.items().get(list.items().size() - 1);
        return Stream.concat(afterLast(text, last.position(), entry, lineEnd).stream(), flow);
    }

    /** {@code [{...}, old entries]}: in brackets the beginning is easier to find than the end. */
    private static String inBrackets(String text, int start, boolean isFirst, Allowance entry) {
        int inside = Math.min(text.length(), start + 1);
        StringBuilder item = new StringBuilder("{");
        item.append(String.join(", ", fields(entry))).append(isFirst ? "}" : "}, ");
        return text.substring(0, inside) + item + text.substring(inside);
    }

    /** Puts the entry below the last one, indented like it. */
    private static Optional<String> afterLast(String text, SourcePosition last, Allowance entry, String lineEnd) {
        int at = offset(text, last);
        int line = at - last.column() + 1;
        int dash = text.lastIndexOf('-', at);
        if (dash < line || !text.substring(line, dash).isBlank()) {
            return Optional.empty();
        }
        String indent = text.substring(line, dash);
        int end = endOfItem(text, at, indent.length());
        String rest = text.substring(end);
        return Optional.of(endLine(text.substring(0, end), lineEnd) + block(entry, indent, lineEnd) + rest);
    }

    /** Offset after the last line that belongs to an item: lines deeper than its dash, without blank ones at the end. */
    private static int endOfItem(String text, int at, int indent) {
        int end = lineAfter(text, at);
        int line = end;
        while (line < text.length()) {
            int next = lineAfter(text, line);
            String content = text.substring(line, next);
            int depth = content.length() - content.stripLeading().length();
            if (!content.isBlank() && depth <= indent) {
                return end;
            }
            end = content.isBlank() ? end : next;
            line = next;
        }
        return end;
    }

    private static int lineAfter(String text, int offset) {
        int newline = text.indexOf('\n', offset);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static String endLine(String text, String lineEnd) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + lineEnd;
    }

    private static String block(Allowance entry, String indent, String lineEnd) {
        return indent + "- " + String.join(lineEnd + indent + "  ", fields(entry)) + lineEnd;
    }

    private static List<String> fields(Allowance entry) {
        List<String> fields = new ArrayList<>();
        fields.add("hash: " + quoted(entry.hash()));
        fields.add("reason: " + quoted(entry.reason()));
        fields.add("by: " + quoted(entry.by()));
        entry.until().ifPresent(day -> fields.add("until: " + ThaiDate.write(day)));
        return fields;
    }

    /** In quotes, with an escape for everything that could end the quotes or that nobody could see. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').appendCodePoint(c);
            } else if (isPlain(c)) {
                out.appendCodePoint(c);
            } else if (c <= Character.MAX_VALUE) {
                out.append("\\u").append(HexFormat.of().toHexDigits((char) c).toUpperCase(Locale.ROOT));
            } else {
                out.append("\\U").append(HexFormat.of().toHexDigits(c).toUpperCase(Locale.ROOT));
            }
        });
        return out.append('"').toString();
    }

    private static boolean isPlain(int c) {
        int type = Character.getType(c);
        return c == ' '
                || !(Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || type == Character.FORMAT
                        || type == Character.SURROGATE
                        || type == Character.PRIVATE_USE
                        || type == Character.UNASSIGNED);
    }

    private static int offset(String text, SourcePosition position) {
        int line = 0;
        for (int i = 1; i < position.line(); i++) {
            line = lineAfter(text, line);
        }
        return line + position.column() - 1;
    }

    private static Optional<Value.Mapping> mapping(String text) {
        return YamlText.parse(new SourceFile("guard.yaml", text), new Problems())
                .filter(v -> v instanceof Value.Mapping)
                .map(v -> (Value.Mapping) v);
    }

    private static boolean sameSalt(String before, String after) {
        Optional<String> salt = mapping(before).flatMap(m -> scalar(m, "salt"));
        return salt.isPresent() && salt.equals(mapping(after).flatMap(m -> scalar(m, "salt")));
    }

    /** The same entries in whatever order. */
    private static boolean sameValues(List<List<String>> found, List<List<String>> wanted) {
        List<List<String>> rest = new ArrayList<>(wanted);
        return found.size() == wanted.size() && found.stream().allMatch(rest::remove);
    }

    private static List<String> values(Allowance entry) {
        return List.of(
                entry.hash(),
                entry.reason(),
                entry.by(),
                entry.until().map(ThaiDate::write).orElse(""));
    }

    private static List<List<String>> entries(String text) {
        Optional<Value> allow = mapping(text).flatMap(m -> m.get("allow"));
        if (allow.isEmpty() || !(allow.get() instanceof Value.Sequence list)) {
            return List.of();
        }
        return list.items().stream()
                .filter(item -> item instanceof Value.Mapping)
                .map(item -> Stream.of("hash", "reason", "by", "until")
                        .map(name -> scalar((Value.Mapping) item, name).orElse(""))
                        .toList())
                .toList();
    }

    private static Optional<String> scalar(Value.Mapping fields, String name) {
        return fields.get(name).filter(v -> v instanceof Value.Scalar).map(v -> ((Value.Scalar) v).text());
    }
}
