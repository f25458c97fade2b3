package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class PlainYamlTest {

    private static final List<String> KEYS =
            List.of("title", "date", "unit", "topic", "no", "y", "a1", "1a", "ก", "\"q\"", "is it", "-", "null");
    private static final List<String> SCALARS = List.of(
            "ประกาศ",
            "\"ประกาศ: 1\"",
            "'a'",
            "'it''s'",
            "\"\"",
            "\"a\\tb\"",
            "2563-01-02",
            "2563-1-2",
            "2563",
            "0123",
            "1 ถนน",
            "1_000",
            "0x1F",
            "1e3",
            "81.80",
            "12:30:45",
            "2001-12-14t21:59:43Z",
            "~",
            "null",
            "yes",
            "No",
            "true",
            "True",
            "-",
            "- a",
            "-1",
            "+1",
            ".5",
            ".inf",
            "1n",
            "12a",
            "1 x",
            "a: b",
            "a:b",
            "a #b",
            "a#b",
            "#a",
            "http://x.go.th/?a=1#b",
            "*a",
            "&a b",
            "!t a",
            "!!str 1",
            "|",
            ">",
            "@a",
            "`a",
            "%a",
            "a, b",
            "[a",
            "a]",
            "{a",
            "a}",
            "<<",
            "=",
            "?",
            "? a",
            ":",
            "::",
            "a:",
            "a\u00a0b",
            "\u00a0a",
            "a\u2028b",
            "a\u0085b",
            "\ufeffa",
            "😀",
            "a\u0007",
            "a\tb",
            "a ",
            "  a",
            "...",
            "---",
            "\"a\" b",
            "\"a\"b",
            "\"a\" # c",
            "a # c",
            "x\\y",
            "1234567890");
    private static final List<String> GLUE = List.of(" ", "  ", "", "\t", "   ");

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void readsNothingOtherThanTheLibrary(@ForAll("documents") String text) {
        Statistics.label("read")
                .collect(agree(text))
                .coverage(c -> c.check(true).percentage(p -> p > 5));
    }

    /** Whether the text is read at all; if it is, it must be as the library reads it. */
    private static boolean agree(String text) {
        SourceText file = new SourceText("a.yaml", "---\n" + text);
        Optional<Value> plain = PlainYaml.parse(file, 4, file.text().length());
        plain.ifPresent(value -> assertThat(tree(value)).isEqualTo(byLibrary(file)));
        return plain.isPresent();
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void readsNothingOtherThanTheLibraryWhenALetterIsChanged(
            @ForAll("documents") String text, @ForAll int where, @ForAll("letters") String letter) {
        int at = Math.floorMod(where, text.length() + 1);
        agree(text.substring(0, at) + letter + text.substring(Math.min(at + 1, text.length())));
    }

    /** For YAML a line ends also where our eyes see none, and so does a comment. */
    @Example
    void leavesStrangeCharactersInCommentsToTheLibrary() {
        for (String strange : List.of("\u0085", "\u2028", "\u2029", "\ufeff", "\u0007", "\ud800", "\t", "\u00a0")) {
            assertThat(agree("# a" + strange + "b\ntitle: ก\n")).as(strange).isFalse();
            assertThat(agree("title: ก\n # a" + strange + "b: c\n")).as(strange).isFalse();
        }
        assertThat(agree("# ก: 1 \ntitle: ก\n")).isTrue();
    }

    /** Were it too shy, it would be of no use. */
    @Example
    void readsWhatOfficersWrite() {
        String text = """
                title: ประกาศ เรื่อง ก (ฉบับที่ 1)
                # ผู้ลงนาม
                signedBy: {name: นายสมชาย ใจดี, position: "นายก: เทศมนตรี"}

                date: 2563-05-01
                fiscalYear: 2563
                address: 1 ถนนเทศบาล
                link: https://www.example.go.th/a
                discloses: [{topic: hr-policy, components: [policy, signed]}, {topic: laws}]
                attachments:
                  - file: files/a.pdf
                    title: ก
                  - {file: files/b.pdf}
                channels:
                - website
                - line
                period:
                  from: 2562-10-01
                  to: 2563-09-30
                """;
        SourceText file = new SourceText("a.yaml", text);
        assertThat(PlainYaml.parse(file, 0, text.length()).map(PlainYamlTest::tree))
                .contains(byLibrary(file));
    }

    @Example
    void readsTheFixturesAsTheLibraryDoes() throws IOException {
        int read = 0;
        for (Path path : markdownAndYaml()) {
            String whole = Files.readString(path).replace("\r\n", "\n");
            int end = whole.startsWith("---\n") ? whole.indexOf("\n---", 4) + 1 : whole.length();
            int start = whole.startsWith("---\n") ? 4 : 0;
            SourceText file = new SourceText("a.md", whole);
            Optional<Value> plain = end < start ? Optional.empty() : PlainYaml.parse(file, start, end);
            if (plain.isPresent()) {
                read++;
                assertThat(tree(plain.get())).as(path.toString()).isEqualTo(byLibrary(file, start, end));
            }
        }
        assertThat(read).isGreaterThan(200);
    }

    private static List<Path> markdownAndYaml() throws IOException {
        List<Path> found = new java.util.ArrayList<>();
        for (String root : List.of("content", "src/test/resources")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().matches(".*\\.(md|yaml)"))
                        .filter(PlainYamlTest::isText)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isText(Path path) {
        try {
            return Files.isRegularFile(path)
                    && !new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.UTF_8)
                            .contains("\ufffd");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String byLibrary(SourceText file) {
        return byLibrary(
                file, file.text().startsWith("---\n") ? 4 : 0, file.text().length());
    }

    private static String byLibrary(SourceText file, int start, int end) {
        Problems problems = new Problems();
        String tree = YamlText.parseAny(file, start, end, problems)
                .map(PlainYamlTest::tree)
                .orElse("");
        return tree + problems.sorted().stream().map(Problem::toString).collect(Collectors.joining());
    }

    private static String tree(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return mapping.position()
                    + mapping.fields().entrySet().stream()
                            .map(f -> f.getKey() + "=" + tree(f.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"))
                    + new TreeMap<>(mapping.names());
        }
        return value instanceof Value.Sequence list
                ? list.position()
                        + list.items().stream()
                                .map(PlainYamlTest::tree)
                                .toList()
                                .toString()
                : value.toString();
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(
                " ", "\n", ":", "-", "#", "[", "]", "{", "}", ",", "\"", "'", "\t", "ก", "0", "\\", "  ", "\n ", "|");
    }

    @Provide
    Arbitrary<String> documents() {
        return lines(0, 2).map(lines -> String.join("\n", lines) + "\n");
    }

    /** Fields at an indentation, each on its lines. */
    private static Arbitrary<List<String>> lines(int indent, int depth) {
        Arbitrary<List<String>> field = depth == 0
                ? line(indent)
                : Arbitraries.frequencyOf(
                        Tuple.of(4, line(indent)),
                        Tuple.of(1, nested(indent, depth)),
                        Tuple.of(
                                1,
                                Arbitraries.of("", "# note", " ", "  # note", "#a\u2028b", "# \u0085b: c")
                                        .map(List::of)));
        return field.list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(fields -> fields.stream().flatMap(List::stream).toList());
    }

    private static Arbitrary<List<String>> line(int indent) {
        return Combinators.combine(plainly(KEYS, 5), plainly(GLUE, 1), value(), plainly(List.of("", " ", " # c"), 1))
                .as((key, glue, value, tail) -> List.of(" ".repeat(indent) + key + ":" + glue + value + tail));
    }

    private static Arbitrary<List<String>> nested(int indent, int depth) {
        Arbitrary<List<String>> items = Arbitraries.integers()
                .between(0, 3)
                .flatMap(deeper -> Arbitraries.oneOf(
                        lines(indent + deeper, depth - 1),
                        value().list()
                                .ofMinSize(1)
                                .ofMaxSize(3)
                                .map(values -> values.stream()
                                        .map(v -> " ".repeat(indent + deeper) + "- " + v)
                                        .toList()),
                        lines(indent + deeper + 2, depth - 1)
                                .map(fields -> IntStream.range(0, fields.size())
                                        .mapToObj(i -> i == 0 && fields.get(0).length() > indent + deeper + 2
                                                ? " ".repeat(indent + deeper) + "- "
                                                        + fields.get(0).substring(indent + deeper + 2)
                                                : fields.get(i))
                                        .toList())));
        return Combinators.combine(plainly(KEYS, 5), items)
                .as((key, lines) -> Stream.concat(Stream.of(" ".repeat(indent) + key + ":"), lines.stream())
                        .toList());
    }

    private static Arbitrary<String> value() {
        Arbitrary<String> scalar = plainly(SCALARS, 4);
        Arbitrary<String> pair = Combinators.combine(plainly(KEYS, 4), plainly(GLUE, 1), scalar)
                .as((key, glue, value) -> key + ":" + glue + value);
        Arbitrary<String> list = scalar.list().ofMaxSize(3).map(items -> "[" + String.join(", ", items) + "]");
        Arbitrary<String> mapping = pair.list().ofMaxSize(3).map(items -> "{" + String.join(", ", items) + "}");
        Arbitrary<String> deep =
                Arbitraries.oneOf(list, mapping).list().ofMaxSize(2).map(l -> "[" + String.join(",", l) + "]");
        return Arbitraries.frequencyOf(Tuple.of(6, scalar), Tuple.of(1, list), Tuple.of(1, mapping), Tuple.of(1, deep));
    }

    /** Mostly the first, which are the ordinary ones, or any. */
    private static Arbitrary<String> plainly(List<String> values, int ordinary) {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of(values.subList(0, ordinary))), Tuple.of(1, Arbitraries.of(values)));
    }
}
