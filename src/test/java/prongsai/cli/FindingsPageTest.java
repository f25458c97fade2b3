package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.check.personal.PersonalData;
import prongsai.source.Concern;
import prongsai.source.ProblemCode;

/** The page of findings ({@code docs/findings.md}) explains every code, and its examples are what is really told. */
class FindingsPageTest {

    private static final Path PAGE = Path.of("docs", "findings.md");
    private static final Path SITES = Path.of("src", "test", "resources", "sites-invalid");

    /** {@code content/site.yaml:4:10: error: ...} */
    private static final Pattern LINE = Pattern.compile("(\\S.*?):[0-9]+:[0-9]+: (error|warning|info): .*");

    private static final Pattern SECTION = Pattern.compile("""
            ### `([^`]+)`

            ระดับ \\(severity\\): `([a-z]+)` · ข้อมูลประกอบ \\(arguments\\): ([^\\n]+)

            ([^\\n]*[\\u0E00-\\u0E7F][^\\n]*)

            \\*([^\\n]+)\\*

            ที่เขียนไว้ \\(written\\):

            ```(json|yaml|markdown|text)
            (.+?)
            ```

            ที่รายงาน \\(printed\\):

            ```text
            ([^\\n]+)
            ([^\\n]+)
            ```

            วิธีแก้ \\(fix\\):

            (.+)
            """, Pattern.DOTALL);

    private static String page = "";
    private static List<Section> sections = List.of();
    private static List<String> toldBySmallSites = List.of();

    /** What the page says of one code. */
    private record Section(
            String code,
            String severity,
            String arguments,
            String language,
            String written,
            String inThai,
            String inEnglish,
            String fix) {

        static Section of(String text) {
            Matcher m = SECTION.matcher(text);
            assertThat(m.matches()).as(text).isTrue();
            return new Section(
                    m.group(1), m.group(2), m.group(3), m.group(6), m.group(7), m.group(8), m.group(9), m.group(10));
        }

        String line(Language language) {
            return language == Language.TH ? inThai : inEnglish;
        }
    }

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        sections = Arrays.stream(page.split("(?=\\n##)"))
                .map(part -> part.substring(1))
                .filter(part -> part.startsWith("### "))
                .map(Section::of)
                .toList();
        List<String> told = new ArrayList<>();
        for (String site : InvalidSitesTest.sites()) {
            told.addAll(Files.readAllLines(SITES.resolve(site).resolve("expected.txt")));
        }
        toldBySmallSites = told;
    }

    @Test
    void everyCodeHasOneSectionUnderItsConcernInOrder() {
        List<String> headings =
                page.lines().filter(line -> line.matches("###? .*")).toList();
        List<String> expected = new ArrayList<>(List.of("## Contents"));
        for (Concern concern : Concern.values()) {
            expected.add("## " + name(concern));
            codes(concern).forEach(code -> expected.add("### `" + code.id() + "`"));
        }
        assertThat(headings.stream().map(h -> h.replaceFirst("## [^`]*\\(([A-Za-z]+)\\)", "## $1")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theContentsNameEveryCodeUnderItsConcern() {
        List<String> entries = page.lines()
                .filter(line -> line.matches("- \\[[^`]*\\]\\(#.*`.*"))
                .toList();
        assertThat(entries.stream().map(entry -> entry.replaceFirst(".*? \\(([A-Za-z]+)\\)\\]\\(#[^)]*\\): ", "$1: ")))
                .containsExactlyElementsOf(Arrays.stream(Concern.values())
                        .map(concern -> name(concern) + ": "
                                + codes(concern)
                                        .map(code -> "[`" + code.id() + "`](#" + code.id() + ")")
                                        .collect(Collectors.joining(", ")))
                        .toList());
    }

    @Test
    void everySectionTellsTheSeverityAndTheArguments() {
        assertThat(sections.stream().map(s -> s.code() + " " + s.severity() + " " + s.arguments()))
                .containsExactlyElementsOf(Arrays.stream(ProblemCode.values())
                        .map(code -> code.id() + " " + code.severity().name().toLowerCase(Locale.ROOT) + " "
                                + arguments(code))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyPrintedLineIsWhatTheWordsOfItsCodeSay(Language language) {
        Messages words = Messages.load("problems", language);
        for (Section section : sections) {
            assertThat(section.line(language)).matches(template(section.code(), words));
        }
    }

    @Test
    void bothLanguagesTellTheSamePlaceAndSeverity() {
        for (Section section : sections) {
            String start = start(section.inEnglish());
            assertThat(start).endsWith(": " + section.severity() + ": ");
            assertThat(start(section.inThai())).isEqualTo(start);
        }
    }

    /** Where a small site shows the mistake, the page tells what that site is told, and quotes what it wrote. */
    @Test
    void examplesAreThoseOfTheSmallSites() throws IOException {
        Messages english = Messages.load("problems", Language.EN);
        int shown = 0;
        for (Section section : sections) {
            Pattern template = template(section.code(), english);
            if (toldBySmallSites.stream()
                    .anyMatch(line -> template.matcher(line).matches())) {
                shown++;
                assertThat(List.of(section.inEnglish(), section.inThai())).allMatch(toldBySmallSites::contains);
                if (!section.language().equals("text")) {
                    assertThat(filesToldOf(section.inEnglish()))
                            .as(section.code())
                            .anyMatch(file -> file.contains(section.written()));
                }
            } else {
                assertThat(section.language()).as(section.code()).isEqualTo("text");
            }
        }
        assertThat(shown).isGreaterThan(85);
    }

    /** The files that an example's line may speak of, in every small site that is told this line. */
    private static List<String> filesToldOf(String line) throws IOException {
        Matcher m = LINE.matcher(line);
        assertThat(m.matches()).isTrue();
        List<String> files = new ArrayList<>();
        for (String site : InvalidSitesTest.sites()) {
            if (Files.readAllLines(SITES.resolve(site).resolve("expected.txt")).contains(line)) {
                files.add(Files.readString(SITES.resolve(site).resolve(m.group(1))));
            }
        }
        return files;
    }

    @Test
    void theFixIsNotWhatWasWritten() {
        assertThat(sections.stream()
                        .filter(s -> s.fix().equals("```" + s.language() + "\n" + s.written() + "\n```"))
                        .map(Section::code))
                .isEmpty();
    }

    @Test
    void noPersonalDataStandOnThePage() {
        assertThat(new PersonalData(Set.of()).find(page)).isEmpty();
    }

    private static Stream<ProblemCode> codes(Concern concern) {
        return Arrays.stream(ProblemCode.values()).filter(code -> code.concern() == concern);
    }

    private static String name(Concern concern) {
        return concern.name().charAt(0) + concern.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private static String arguments(ProblemCode code) {
        return code.arguments().isEmpty()
                ? "ไม่มี (none)"
                : code.arguments().stream().map(a -> "`" + a + "`").collect(Collectors.joining(", "));
    }

    private static String start(String line) {
        return line.replaceFirst("(: (?:error|warning|info): ).*", "$1");
    }

    /** What may be printed for a code, whatever its arguments are. */
    private static Pattern template(String code, Messages words) {
        return Pattern.compile("\\S.*?:[0-9]+:[0-9]+: (?:error|warning|info): " + anyOf(code, words) + "\\. Hint: "
                + anyOf(code + ".hint", words));
    }

    private static String anyOf(String key, Messages words) {
        Set<String> keys = words.keys();
        return Stream.of(key, key + ".none")
                .filter(keys::contains)
                .map(k -> quoted(words.raw(k), words))
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String quoted(String text, Messages words) {
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        for (MatchResult placeholder :
                Messages.PLACEHOLDER.matcher(text).results().toList()) {
            pattern.append(Pattern.quote(text.substring(end, placeholder.start())));
            pattern.append(placeholder.group(2) == null ? ".+" : kinds(placeholder.group(2), words));
            end = placeholder.end();
        }
        return pattern.append(Pattern.quote(text.substring(end))).toString();
    }

    /** The words that may stand for {@code {1:kind}}, one or several. */
    private static String kinds(String kind, Messages words) {
        String one = words.keys().stream()
                .filter(key -> key.startsWith(kind + "."))
                .map(key -> Pattern.quote(words.raw(key)))
                .collect(Collectors.joining("|", "(?:", ")"));
        return one + "(?: " + Pattern.quote(words.raw("or")) + " " + one + ")*";
    }
}
