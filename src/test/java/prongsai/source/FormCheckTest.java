package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

class FormCheckTest {

    private static final SchemaDocuments DOCUMENTS = new SchemaDocuments(RecordSchema::text);
    private static final SchemaJudge JUDGE = new SchemaJudge();

    private static final List<String> KINDS = List.of(
            "announcement",
            "news",
            "memo",
            "page",
            "service",
            "site",
            "guard",
            "statistics",
            "plan",
            "result",
            "topics");

    /** Values that some field has. */
    private static final List<String> VALUES = List.of(
            "ก",
            "\"\"",
            "\" \"",
            "\"\\u00a0\"",
            "\"\\n\"",
            "2563-01-02",
            "\"2563-01-02\\n\"",
            "\"๒๕๖๓-01-02\"",
            "2563",
            "2563.0",
            "\"2563\"",
            "0x1F",
            "1_000",
            "12345678901234567890123456789012345678901234567890",
            "81.80",
            "-1",
            "101",
            "100",
            "true",
            "false",
            "null",
            "~",
            "draft",
            "issued",
            "report",
            "policy",
            "done",
            "website",
            "municipality",
            "approved",
            "announcements/2563/a",
            "announcements",
            "/a",
            "a/",
            "a//b",
            "a/b",
            "[]",
            "{}",
            "[ก]",
            "[\"\"]",
            "[1]",
            "[website]",
            "[website, none]",
            "[{topic: a}]",
            "[{topic: A}]",
            "[{topic: a, components: [b, c]}]",
            "[{topic: a, components: b}]",
            "[{topic: a, more: b}]",
            "[{file: a.pdf}]",
            "[{title: a}]",
            "[{file: a.pdf, title: b}]",
            "{from: 2562-10-01, to: 2563-09-30}",
            "{from: 2562-10-01}",
            "{name: ก}",
            "{name: ก, position: ข}",
            "{position: ข}",
            "{title: ก, file: a.pdf}",
            "{page: 1}",
            "https://a.go.th/",
            "\"a@b.go.th\"",
            "\"#0b5d4e\"",
            "\"053-000000\"",
            "[{text: ก, minutes: 5}]",
            "[{name: ก, position: ข, decision: approved}]",
            "[{key: a, title: ก, type: number}]",
            "{postcode: 8117}",
            "{postcode: \"81170\"}",
            "{postcode: true}",
            "{phone: 5}",
            "{map: {lat: a, lon: 1}}",
            "{facebook: true}",
            "{facebook: https://a.go.th/}",
            "{facebook: false}",
            "{facebook: 1}",
            "[{a: 1}]");

    @Property(tries = 4000, edgeCases = EdgeCasesMode.NONE)
    void acceptsNothingThatTheValidatorDoesNot(@ForAll("documents") Map.Entry<String, String> document) {
        String schema = document.getKey() + ".schema.json";
        Optional<Value> value = YamlText.parse(new SourceFile("a.yaml", document.getValue()), new Problems());
        if (value.isEmpty()) {
            return;
        }
        boolean accepted = FormCheck.of(schema, DOCUMENTS).accepts(value.get());
        Statistics.label("accepted")
                .collect(accepted)
                .coverage(c -> c.check(true).percentage(p -> p > 5));
        if (accepted) {
            Problems problems = new Problems();
            JUDGE.check(schema, value.get(), problems);
            assertThat(problems.sorted()).as(document.toString()).isEmpty();
        }
    }

    /** Were it never sure, it would be of no use. */
    @Example
    void isSureOfTheRecordsOfTheFixtures() throws IOException {
        List<String> unsure = new ArrayList<>();
        int sure = 0;
        for (Path path : announcements()) {
            Problems problems = new Problems();
            Optional<FrontMatter> head = TextReader.read(Located.at(path, "a.md"), problems)
                    .flatMap(file -> FrontMatter.read(file, problems));
            if (head.isPresent() && problems.sorted().isEmpty()) {
                JUDGE.check("announcement.schema.json", head.get().fields(), problems);
                boolean accepted = FormCheck.of("announcement.schema.json", DOCUMENTS)
                        .accepts(head.get().fields());
                if (accepted) {
                    sure++;
                    assertThat(problems.sorted()).isEmpty();
                } else if (problems.sorted().isEmpty()) {
                    unsure.add(path.toString());
                }
            }
        }
        assertThat(unsure).hasSizeLessThan(3);
        assertThat(sure).isGreaterThan(40);
    }

    private static List<Path> announcements() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            return files.filter(f -> f.toString().replace('\\', '/').matches(".*/announcements/.*\\.md"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    @Provide
    Arbitrary<Map.Entry<String, String>> documents() {
        return Arbitraries.of(KINDS).flatMap(kind -> fields(kind).map(text -> Map.entry(kind, text)));
    }

    private static Arbitrary<String> fields(String kind) {
        Value.Mapping schema = (Value.Mapping) DOCUMENTS.named(kind + ".schema.json");
        List<String> names = new ArrayList<>(
                ((Value.Mapping) schema.at("/properties")).fields().keySet());
        List<String> required = ((Value.Sequence) schema.at("/required"))
                .items().stream().map(v -> ((Value.Scalar) v).text()).toList();
        Arbitrary<String> name = Arbitraries.frequencyOf(
                Tuple.of(20, Arbitraries.of(names)), Tuple.of(1, Arbitraries.of("colour", "other", "ก")));
        Arbitrary<Map.Entry<String, String>> field = Combinators.combine(
                        name, Arbitraries.of(VALUES), Arbitraries.integers().between(0, 9))
                .as((n, v, chance) -> Map.entry(n, chance < 8 ? usual(kind, n) : v));
        return field.list().ofMaxSize(4).map(more -> {
            Map<String, String> fields = new LinkedHashMap<>();
            required.forEach(r -> fields.put(r, usual(kind, r)));
            fields.put(
                    names.contains("date") ? "date" : names.get(0),
                    usual(kind, names.contains("date") ? "date" : names.get(0)));
            more.forEach(f -> fields.put(f.getKey(), f.getValue()));
            StringBuilder text = new StringBuilder();
            fields.forEach((n, v) -> text.append(n).append(": ").append(v).append('\n'));
            return text.toString();
        });
    }

    /** A value that the field mostly has. */
    private static String usual(String kind, String name) {
        return switch (name) {
            case "date", "updated" -> "2563-01-02";
            case "fiscalYear", "basedOn", "currentYear" -> "2563";
            case "state" -> "draft";
            case "kind" -> kind.equals("site") ? "municipality" : "report";
            case "discloses" -> "[{topic: a, components: [b, c]}]";
            case "attachments" -> "[{file: a.pdf, title: b}]";
            case "channels" -> kind.equals("site") ? "{}" : "[website]";
            case "formerly" -> "[announcements/2563/a]";
            case "replacedBy", "memo" -> "announcements/2563/a";
            case "period" -> "{from: 2562-10-01, to: 2563-09-30}";
            case "signedBy", "preparedBy" -> "{name: ก, position: ข}";
            case "source" -> "{title: ก, file: a.pdf}";
            case "baseUrl" -> "https://a.go.th/";
            case "contact" ->
                "{address: 1 ก, postcode: 81170, phone: \"053-000000\", email: \"a@b.go.th\", map: {lat: 18, lon: 98.98}}";
            case "topics", "overall" -> "{}";
            case "allow", "units", "executives", "renewals", "notApplicable", "rows", "columns", "steps" -> "[]";
            default -> "ก";
        };
    }
}
