package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.build.BuildFailure;
import prongsai.build.BuildOptions;
import prongsai.build.Progress;
import prongsai.build.SiteBuild;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;

/**
 * Every folder of {@code sites-invalid/} holds a small {@code content/} with one mistake, and in {@code expected.txt} the
 * exact problems that an officer is told, in English and then in Thai.
 *
 * <p>After a change that is meant, {@code mvn test -Dtest=InvalidSitesTest -Dgolden.update=true} writes the files anew;
 * read the difference before committing it.
 */
class InvalidSitesTest {

    private static final Path SITES = Path.of("src", "test", "resources", "sites-invalid");

    @TempDir
    static Path outs;

    static List<String> sites() throws IOException {
        try (Stream<Path> folders = Files.list(SITES)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sites")
    void tellsEveryMistakeAndNothingElse(String site) throws IOException {
        List<Problem> problems = problemsOf(SITES.resolve(site).resolve("content"));
        String told = lines(problems, Language.EN) + "\n" + lines(problems, Language.TH);
        Path expected = SITES.resolve(site).resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
    }

    @Nested
    @ExtendWith(LocaleExtension.Turkish.class)
    class OnATurkishComputer {
        @ParameterizedTest
        @MethodSource("prongsai.cli.InvalidSitesTest#sites")
        void tellsTheSame(String site) throws IOException {
            tellsEveryMistakeAndNothingElse(site);
        }
    }

    @Nested
    @ExtendWith(LocaleExtension.ThaiBuddhist.class)
    class OnAThaiComputer {
        @ParameterizedTest
        @MethodSource("prongsai.cli.InvalidSitesTest#sites")
        void tellsTheSame(String site) throws IOException {
            tellsEveryMistakeAndNothingElse(site);
        }
    }

    @Test
    void refusesSymbolicLinksThatLeaveTheFolderOrLeadToAFolder(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Path secret = Files.writeString(own.resolve("secret.md"), "---\ntitle: x\n---\n");
        Files.createDirectories(content.resolve("pages"));
        Files.createSymbolicLink(content.resolve("pages/secret.md"), secret);
        Files.createSymbolicLink(content.resolve("pages/nowhere.md"), own.resolve("absent"));
        Files.createSymbolicLink(content.resolve("news"), content.resolve("pages"));
        assertThat(lines(problemsOf(content), Language.EN)).isEqualTo("""
                content/news:1:1: error: news is a symbolic link to a folder or out of the content folder. Hint: put the file itself here
                content/pages/nowhere.md:1:1: error: nowhere.md is a symbolic link to a folder or out of the content folder. Hint: put the file itself here
                content/pages/secret.md:1:1: error: secret.md is a symbolic link to a folder or out of the content folder. Hint: put the file itself here
                """);
    }

    @Test
    void readsASymbolicLinkThatStaysInside(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("pages/structure.md"), "---\ntitel: x\n---\n");
        Files.createSymbolicLink(content.resolve("pages/other.md"), Path.of("structure.md"));
        assertThat(problemsOf(content))
                .extracting(p -> p.position().toString() + " " + p.code().id())
                .containsExactly(
                        "content/pages/other.md:2:1 missing-field",
                        "content/pages/other.md:2:1 unknown-field",
                        "content/pages/structure.md:2:1 missing-field",
                        "content/pages/structure.md:2:1 unknown-field");
    }

    @Test
    void takesNamesWithBackslashesAndControlCharactersForWhatTheyAre(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("pages"));
        Files.writeString(content.resolve("pages/x\\..\\a.md"), "---\ntitle: x\n---\n");
        Files.writeString(content.resolve("pages/a\u001b[2J\n.md"), "---\ntitle: x\n---\n");
        assertThat(lines(problemsOf(content), Language.EN)).isEqualTo("""
                content/pages/a\\u{1b}[2J .md:1:1: error: the name “a\\u{1b}[2J .md” cannot become a web address. Hint: use only the letters a-z, digits and hyphens, such as no-gift.md
                content/pages/x\\..\\a.md:1:1: error: the name “x\\..\\a.md” cannot become a web address. Hint: use only the letters a-z, digits and hyphens, such as no-gift.md
                """);
    }

    @Test
    void tellsOfTheTextAlsoWhereTheHeadIsWrong(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("news/2565"));
        Files.writeString(content.resolve("news/2565/a.md"), """
                ---
                titel: ข่าว
                date: 2565-13-01
                ---

                ดู [ประกาศ](/announcements/2565/nowhere.md) และ ![](picture.png)
                """);
        Files.writeString(content.resolve("news/2565/b.md"), "---\ntitle: [\n---\n\n[ไม่มี](nowhere.md)\n");
        Files.writeString(content.resolve("news/2565/c.md"), "title: ข่าว\n\n[ไม่มี](nowhere.md)\n");
        assertThat(lines(problemsOf(content), Language.EN)).isEqualTo("""
                content/news/2565/a.md:2:1: error: title is missing. Hint: add the field title
                content/news/2565/a.md:2:1: error: there is no field titel here. Hint: use title
                content/news/2565/a.md:3:7: error: date is “2565-13-01”, which is not a possible day. Hint: check day, month and year; write year-month-day, such as 2563-04-23
                content/news/2565/a.md:6:4: error: the link /announcements/2565/nowhere.md leads to nothing. Hint: write the path of a file from here, such as ../2563/no-gift.md, or from content/ with a leading /
                content/news/2565/a.md:6:49: error: the link picture.png leads to nothing. Hint: write the path of a file from here, such as ../2563/no-gift.md, or from content/ with a leading /
                content/news/2565/b.md:3:1: error: this cannot be read as YAML. Hint: check indentation, quotes and brackets here and on the line before; a text that begins with a sign such as * or [ needs quotes
                content/news/2565/b.md:5:1: error: the link nowhere.md leads to nothing. Hint: write the path of a file from here, such as ../2563/no-gift.md, or from content/ with a leading /
                content/news/2565/c.md:1:1: error: the file does not begin with fields between two lines of ---. Hint: write --- on the first line, then title: ... and the other fields, then --- again
                """);
    }

    @Test
    void readsOnBehindWhatARecordCannotDoWithout(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("ita"));
        Files.createDirectories(content.resolve("plans"));
        Files.writeString(content.resolve("ita/2565.json"), """
                {"fiscalYear": 2022, "overall": {"grade": "A"}, "instruments": [{"code": "ABC", "weighted": 20}],
                 "published": "2565-02-30"}
                """);
        Files.writeString(content.resolve("plans/2565.json"), """
                {"fiscalYear": 2565, "date": "2565-02-31", "sections": [
                  {"instrument": "IIT", "finding": "x", "recommendation": "x", "actions": [{"due": "2565-02-32"}]}]}
                """);
        assertThat(problemsOf(content))
                .filteredOn(p -> p.code() != ProblemCode.MISSING_FIELD)
                .extracting(p -> p.position().toString() + " " + p.code().id())
                .containsExactly(
                        "content/ita/2565.json:1:16 common-era-year",
                        "content/ita/2565.json:1:74 not-in-list",
                        "content/ita/2565.json:2:15 bad-date",
                        "content/plans/2565.json:1:30 bad-date",
                        "content/plans/2565.json:2:84 bad-date");
    }

    @Test
    void doesNotWaitForANamedPipe(@TempDir Path own) throws Exception {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("pages"));
        new ProcessBuilder("mkfifo", content.resolve("pages/pipe.md").toString())
                .start()
                .waitFor();
        assertThat(problemsOf(content))
                .extracting(p -> p.position().toString() + " " + p.code().id())
                .containsExactly("content/pages/pipe.md:1:1 unreadable-file");
    }

    @Test
    void refusesARecordThatIsTooLarge(@TempDir Path own) throws IOException {
        Path content = validContent(own);
        Files.createDirectories(content.resolve("ita"));
        Files.writeString(content.resolve("ita/2562.json"), " ".repeat((5 << 20) + 1));
        assertThat(lines(problemsOf(content), Language.EN))
                .isEqualTo("content/ita/2562.json:1:1: error: the record is larger than 5 MB."
                        + " Hint: put large data into an attachment under files/\n");
    }

    private static Path validContent(Path own) throws IOException {
        Path content = Files.createDirectories(own.resolve("content"));
        Files.writeString(content.resolve("site.yaml"), """
                name: เทศบาลตำบลตัวอย่าง
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/
                """);
        return content;
    }

    /** Without what every small site lacks: the items that nobody has disclosed on it. */
    static List<Problem> problemsOf(Path content) {
        try {
            return SiteBuild.run(options(content), Progress.NONE).problems().stream()
                    .filter(p -> p.code() != ProblemCode.ITEM_MISSING && p.code() != ProblemCode.COMPONENT_MISSING)
                    .toList();
        } catch (IOException | BuildFailure e) {
            throw new AssertionError(e);
        }
    }

    private static BuildOptions options(Path content) throws IOException {
        Path out = Files.createTempDirectory(outs, "").resolve("site");
        return new BuildOptions(content, "content", Optional.empty(), out, LocalDate.of(2020, 6, 1));
    }

    private static String lines(List<Problem> problems, Language language) {
        ProblemPrinter printer = new ProblemPrinter(language);
        return problems.stream().map(p -> printer.line(p) + "\n").collect(Collectors.joining());
    }
}
