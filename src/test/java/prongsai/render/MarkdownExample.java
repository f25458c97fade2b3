package prongsai.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.model.Numerals;

/**
 * One example of a data file: after {@code %% name} the Markdown, then parts that begin with {@code %% part}.
 * {@code {U+202E}} stands for a character that must not be seen, or not be trimmed, in a source file.
 *
 * @param parts expected text by the name of the part; {@code options} is not expected but given
 */
record MarkdownExample(String file, String name, String markdown, Map<String, String> parts) {

    private static final List<String> PARTS = List.of("options", "html", "problems", "plain", "headings", "links");

    private static final Pattern CHARACTER = Pattern.compile("\\{U\\+([0-9A-F]{4,5})}");

    /** All examples, in the order of the files' names. */
    static List<MarkdownExample> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/markdown"))) {
            return files.filter(f -> f.toString().endsWith(".txt"))
                    .sorted()
                    .flatMap(f -> read(f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<MarkdownExample> read(Path file) {
        List<MarkdownExample> examples = new ArrayList<>();
        String name = "";
        String part = "";
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        for (String line : (readString(file) + "%% \n").lines().toList()) {
            String title = line.startsWith("%% ") ? line.substring(3) : "";
            if (PARTS.contains(title)) {
                part = title;
            } else if (line.startsWith("%% ")) {
                if (!name.isEmpty()) {
                    examples.add(example(file, name, texts));
                }
                name = title;
                part = "";
                texts.clear();
            } else {
                texts.computeIfAbsent(part, p -> new StringBuilder())
                        .append(line)
                        .append('\n');
            }
        }
        return examples;
    }

    private static MarkdownExample example(Path file, String name, Map<String, StringBuilder> texts) {
        Map<String, String> parts = new LinkedHashMap<>();
        texts.forEach((part, text) ->
                parts.put(part, decode(text.toString().stripTrailing().replaceAll("^\\n+", ""))));
        String markdown = Optional.ofNullable(parts.remove("")).orElse("") + "\n";
        return new MarkdownExample(file.getFileName().toString(), name, markdown, parts);
    }

    static String decode(String text) {
        return CHARACTER
                .matcher(text)
                .replaceAll(m ->
                        Character.toString(Integer.parseInt(m.group(1), 16)).replace("\\", "\\\\"));
    }

    private static String readString(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MarkdownOptions options() {
        Map<String, String> given = Stream.of(parts.getOrDefault("options", "").split("\\s+"))
                .filter(o -> !o.isEmpty())
                .collect(Collectors.toMap(o -> o.replaceAll("=.*", ""), o -> o.replaceAll(".*=", "")));
        return new MarkdownOptions(
                Integer.parseInt(given.getOrDefault("top", "2")),
                given.getOrDefault("prefix", ""),
                Numerals.valueOf(given.getOrDefault("numerals", "thai").toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
