package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.build.SiteBuild;

/**
 * The command {@code check} with the real pipeline behind it.
 *
 * <p>After a change that is meant, {@code mvn test -Dtest=CheckCommandTest -Dgolden.update=true} writes the reports under
 * {@code src/test/resources/check/} anew; read the difference before committing it.
 */
class CheckCommandTest {

    private static final Path REPORTS = Path.of("src/test/resources/check");
    private static final Path LEAKS = Path.of("src/test/resources/sites-invalid/personal-data");

    private FakeComputer computer;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
    }

    private int check(String... arguments) {
        String[] all = Stream.concat(Stream.of("check"), Stream.of(arguments)).toArray(String[]::new);
        return computer.run(SiteBuild::run, all);
    }

    /** Puts a folder of content before the program. */
    private void take(Path content) throws IOException {
        try (Stream<Path> files = Files.walk(content)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = computer.folder
                        .resolve("content")
                        .resolve(content.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "th, text, report_th.txt",
        "en, text, report_en.txt",
        "th, json, report_th.json",
        "en, json, report_en.json"
    })
    void reportsKhlongPhon(String language, String format, String report) throws IOException {
        take(Path.of("content"));
        assertThat(check("--lang", language, "--format", format)).isZero();
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(REPORTS);
            Files.writeString(REPORTS.resolve(report), computer.out());
        }
        assertThat(computer.out()).isEqualTo(Files.readString(REPORTS.resolve(report)));
        assertThat(computer.err()).isEmpty();
    }

    @Test
    void findsTheTwoContradictionsOfTheReportAndNoOther() throws IOException {
        take(Path.of("content"));
        check("--format", "json");
        assertThat(findings().filter(f -> f.get("code").asText().matches("(score|ranking|grade)-.*")))
                .extracting(f ->
                        f.get("file").asText() + " " + f.get("arguments").get(1).asText() + " "
                                + f.get("arguments").get(2).asText())
                .containsExactly("content/ita/2562.json 33.17 33.63", "content/ita/2562.json 80.65 80.64");
    }

    private Stream<JsonNode> findings() throws IOException {
        return new ObjectMapper().readTree(computer.out()).get("findings").valueStream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content",
                "src/test/resources/sites-invalid/personal-data/content",
                "src/test/resources/sites-invalid/nine-mistakes-in-nine-files/content",
                "src/test/resources/sites/another-municipality/content"
            })
    void dataKeepToTheirSchema(String content) throws IOException {
        take(Path.of(content));
        check("--format", "json");
        String text = Files.readString(Path.of("docs/schema/check-report.schema.json"));
        Schema schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(id -> text))
                .getSchema(SchemaLocation.of("https://schema.invalid/check-report.schema.json"));
        assertThat(schema.validate(computer.out(), InputFormat.JSON)).isEmpty();
        assertThat(findings()).isNotEmpty();
    }

    @Test
    void writesNothing() throws IOException {
        computer.writeContent();
        assertThat(check()).isZero();
        try (Stream<Path> files = Files.list(computer.folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly("content");
        }
        assertThat(computer.left()).isEmpty();
    }

    @Test
    void endsWithOneOnErrorsAndWhenStrictOnWarnings() throws IOException {
        computer.writeContent();
        assertThat(check()).isZero();
        assertThat(check("--strict")).isEqualTo(1);
        computer.write("content/pages/structure.md", "---\ntitel: x\n---\n");
        assertThat(check()).isEqualTo(1);
    }

    @Test
    void reportsTheItemsOfTheYearAskedFor() throws IOException {
        computer.writeContent();
        check("--year", "2568", "--lang", "en");
        assertThat(lastLine())
                .isEqualTo("Items of 2568: complete 0, incomplete 0, missing 28."
                        + " Forecast of OIT: 0.00 of 100 (0.00 of 40). Findings: error 0, warning 28, info 0.");
    }

    private String lastLine() {
        return computer.out().lines().reduce((a, b) -> b).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --year 2599    | there is no catalogue of items for fiscal year 2599. Hint: use a year from 2562 to 2568
            --year 63      | “63” is not a fiscal year of the Buddhist Era. Hint: write a year such as --year 2563
            --format xml   | “xml” is not a form of the report. Hint: use --format text or --format json
            --until 2564-09-30 | nothing says which number is permitted. Hint: add --allow with the place of the number, such as --allow content/files/list.pdf
            --allow content/site.yaml | a permission needs a reason and a name. Hint: add --reason and --by
            --allow a --reason b --by c --until 31-12-2563 | “31-12-2563” is not a possible day. Hint: write year-month-day, such as --until 2564-09-30
            --allow content/none.md --reason b --by c | no personal data stand at content/none.md. Hint: write the file as the finding names it, such as content/news/2563/a.md:12
            """)
    void saysWhatCannotBeUnderstood(String arguments, String complaint) throws IOException {
        computer.writeContent();
        assertThat(check((arguments + " --lang en").split(" "))).isEqualTo(2);
        assertThat(computer.err()).isEqualTo("error: " + complaint + "\n");
        assertThat(computer.out()).isEmpty();
    }

    @Test
    void permitsTheNumbersOfALineAndNothingElse() throws IOException {
        take(LEAKS.resolve("content"));
        check("--lang", "en");
        List<String> before = errors();
        assertThat(check(
                        "--allow",
                        "content/news/2563/list.md:8",
                        "--reason",
                        "คำสั่งศาล",
                        "--by",
                        "ปลัดเทศบาล",
                        "--until",
                        "2563-09-30",
                        "--lang",
                        "en"))
                .isZero();
        assertThat(computer.out()).isEqualTo("Permitted: 3-xxxx-xxxxx-02-5. Written to content/guard.yaml.\n");
        check("--lang", "en");
        assertThat(errors())
                .isEqualTo(before.stream()
                        .filter(line -> !line.startsWith("content/news/2563/list.md:8:"))
                        .toList());
        assertThat(Files.readString(computer.folder.resolve("content/guard.yaml")))
                .doesNotContain("3109900000025");
    }

    @Test
    void aPermissionThatHasRunOutPermitsNothing() throws IOException {
        take(LEAKS.resolve("content"));
        check("--lang", "en");
        List<String> before = errors();
        check(
                "--allow",
                "content/news/2563/list.md:8",
                "--reason",
                "คำสั่งศาล",
                "--by",
                "ปลัดเทศบาล",
                "--until",
                "2563-05-31");
        check("--lang", "en");
        assertThat(errors()).isEqualTo(before);
        assertThat(computer.out().lines().filter(line -> line.startsWith("content/guard.yaml")))
                .containsExactly(
                        "content/guard.yaml:8:12: warning: the permission to publish a number (“คำสั่งศาล”) ended on"
                                + " 2563-05-31. Hint: take the number out, or permit it again with check --allow");
    }

    private List<String> errors() {
        return computer.out().lines().filter(line -> line.contains(": error: ")).toList();
    }

    @Test
    void aGuardFileWithAnErrorIsLeftAsItIs() throws IOException {
        take(LEAKS.resolve("content"));
        computer.write("content/guard.yaml", "salt: [\n");
        assertThat(check("--allow", "content/news/2563/list.md:8", "--reason", "ก", "--by", "ข", "--lang", "en"))
                .isEqualTo(1);
        assertThat(computer.err())
                .isEqualTo("error: content/guard.yaml cannot be changed, for it has an error."
                        + " Hint: run prongsai check, and correct what it says of this file\n");
        assertThat(Files.readString(computer.folder.resolve("content/guard.yaml")))
                .isEqualTo("salt: [\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void noNumberIsEverShownWhole(String format) throws IOException {
        take(LEAKS.resolve("content"));
        check("--format", format);
        assertThat(computer.out())
                .doesNotContainPattern("[0-9๐-๙]{9,}")
                .doesNotContain("081-234", "089-876", "815-0-1");
    }
}
