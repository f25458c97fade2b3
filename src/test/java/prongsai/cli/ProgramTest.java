package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.build.BuildOptions;
import prongsai.build.BuildOptions.Purpose;
import prongsai.build.BuildReport;
import prongsai.build.CacheOptions;
import prongsai.build.Inputs;
import prongsai.build.Progress;
import prongsai.publish.PublishReport;
import prongsai.site.OutputPath;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourcePosition;

class ProgramTest {

    private static final Problem ERROR = new Problem(
            ProblemCode.COMMON_ERA_YEAR, new SourcePosition("content/ita/2562.json", 2, 17), "fiscalYear", 2019, 2562);
    private static final Problem WARNING = new Problem(
            ProblemCode.REMOTE_IMAGE, new SourcePosition("content/pages/a.md", 9, 1), "https://evil.example/\u001b[2J");
    private static final Problem INFO =
            new Problem(ProblemCode.UNREFERENCED_FILE, new SourcePosition("content/files/a.pdf", 1, 1), "files/a.pdf");

    private FakeComputer computer;
    private final List<BuildOptions> asked = new ArrayList<>();

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
        computer.writeContent();
    }

    private Builder finding(Problem... problems) {
        return (options, progress) -> {
            asked.add(options);
            boolean refused = List.of(problems).contains(ERROR);
            PublishReport published = new PublishReport(
                    List.of(new OutputPath("a.html"), new OutputPath("b.html")),
                    List.of(new OutputPath("c.html")),
                    List.of(),
                    70);
            return new BuildReport(List.of(problems), "/", 42, refused ? Optional.empty() : Optional.of(published));
        };
    }

    private static Builder failing(Throwable failure) {
        return (options, progress) -> {
            if (failure instanceof Error e) {
                throw e;
            }
            throw (RuntimeException) failure;
        };
    }

    private void assertEnds(int code, String out, String err, Builder builder, String... arguments) {
        assertThat(computer.run(builder, arguments)).isEqualTo(code);
        assertThat(computer.out()).isEqualTo(out);
        assertThat(computer.err()).isEqualTo(err);
    }

    @Test
    void saysItsVersion() {
        assertEnds(0, "Prongsai 1.2.3 (Java 17.0.1, Linux 6.1 amd64)\n", "", finding(), "--version");
        assertEnds(0, "Prongsai 1.2.3 (Java 17.0.1, Linux 6.1 amd64)\n", "", finding(), "-V", "build");
        assertThat(asked).isEmpty();
    }

    @Test
    void withoutACommandTheHelpIsAComplaint() {
        assertThat(computer.run(finding())).isEqualTo(2);
        String help = computer.err();
        assertThat(computer.out()).isEmpty();
        assertEnds(0, help, "", finding(), "--help");
        assertEnds(0, help, "", finding(), "help");
        assertThat(help).startsWith("โปร่งใส (Prongsai): สร้างเว็บไซต์");
    }

    @ParameterizedTest
    @ValueSource(strings = {"build", "serve", "share"})
    void helpIsGivenWhereverItIsAskedFor(String command) throws IOException {
        String help = Files.readString(Path.of("src/main/resources/messages/help-" + command + "_en.txt"));
        assertEnds(0, help, "", finding(), "help", command, "--lang", "en");
        assertEnds(0, help, "", finding(), command, "--help", "--lang=en");
        assertEnds(0, help, "", finding(), "--lang", "en", "--help", command);
        assertEnds(0, help, "", finding(), command, "-h", "--lang", "en");
        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            biuld                        | error: there is no command biuld. Hint: use build
            upload                       | error: there is no command upload. Hint: use build, check, serve, share, publish, package or help
            help srve                    | error: there is no command srve. Hint: use serve
            --contnt x                   | error: there is no option --contnt here. Hint: see prongsai --help
            build --contnt x             | error: there is no option --contnt here. Hint: use --content
            build --contnt=x             | error: there is no option --contnt here. Hint: use --content
            build --port 1               | error: there is no option --port here. Hint: see prongsai help build
            build -x                     | error: there is no option -x here. Hint: see prongsai help build
            build my content             | error: my belongs to no option. Hint: a path with spaces needs quotes; see prongsai help build
            build --out                  | error: the option --out has no value. Hint: write the value after --out
            build --out --quiet          | error: the option --out has no value. Hint: write the value after --out
            build --out a --out b        | error: the option --out stands here twice. Hint: keep one of the two
            build --quiet=yes            | error: the option --quiet takes no value. Hint: write --quiet alone
            build --today 2564-02-29     | error: “2564-02-29” is not a possible day. Hint: write year-month-day, such as --today 2563-06-01
            build --today tomorrow       | error: “tomorrow” is not a possible day. Hint: write year-month-day, such as --today 2563-06-01
            serve --port 65536           | error: “65536” is not a port. Hint: write a number from 1 to 65535, such as --port 8080
            serve --port -1              | error: “-1” is not a port. Hint: write a number from 1 to 65535, such as --port 8080
            serve --port ๘๐๘๐            | error: “๘๐๘๐” is not a port. Hint: write a number from 1 to 65535, such as --port 8080
            build --out content/site     | error: the website in content/site and the content in content would mix. Hint: choose two folders of which neither lies in the other, such as site and content
            build --out .                | error: the website in . and the content in content would mix. Hint: choose two folders of which neither lies in the other, such as site and content
            build --out x/../content     | error: the website in x/../content and the content in content would mix. Hint: choose two folders of which neither lies in the other, such as site and content
            build @file                  | error: @file belongs to no option. Hint: a path with spaces needs quotes; see prongsai help build
            """)
    void whatCannotBeUnderstoodIsWrongUsage(String line, String complaint) {
        assertEnds(2, "", complaint + "\n", finding(), (line + " --lang en").split(" +"));
        assertThat(asked).isEmpty();
    }

    @Test
    void complainsInThaiUnlessAskedOtherwise() {
        assertEnds(2, "", "error: ไม่มีคำสั่ง biuld. Hint: ใช้ build\n", finding(), "biuld");
        assertEnds(2, "", "error: ไม่มีคำสั่ง biuld. Hint: ใช้ build\n", finding(), "--lang", "th", "biuld");
        assertEnds(2, "", "error: there is no command biuld. Hint: use build\n", finding(), "--lang=en", "biuld");
    }

    @Test
    void aLanguageThatItDoesNotSpeakIsWrongUsage() {
        String complaint = "error: ไม่มีภาษา “de”. Hint: ใช้ --lang th หรือ --lang en\n";
        assertEnds(2, "", complaint, finding(), "build", "--lang", "de");
        assertEnds(2, "", complaint, finding(), "--lang", "de", "build");
        assertEnds(
                2, "", "error: ตัวเลือก --lang ไม่มีค่า. Hint: เขียนค่าต่อท้าย --lang\n", finding(), "build", "--lang");
    }

    @Test
    void aBuildIsSummedUpInOneLine() {
        assertEnds(
                0,
                "Done: 1 page changed, 2 added. Pages: 42 in site/."
                        + " Problems: error 0, warning 0, info 0. Time: 1.2 s.\n",
                "",
                finding(),
                "build",
                "--lang",
                "en");
        assertEnds(
                0,
                "เสร็จแล้ว: เปลี่ยน 1 หน้า เพิ่ม 2 หน้า · หน้าเว็บทั้งหมด 42 หน้า อยู่ใน site/"
                        + " ปัญหา: error 0, warning 0, info 0 ใช้เวลา 1.2 วินาที\n",
                "",
                finding(),
                "build");
    }

    @Test
    void errorsAreResultsToldLastAndTheExitCodeIsOne() {
        assertEnds(1, """
                content/files/a.pdf:1:1: info: no record names the file files/a.pdf, so it is not published. Hint: name it in the attachments of a record, or delete it
                content/pages/a.md:9:1: warning: the image https://evil.example/\\u{1b}[2J lies on another website and was left out. Hint: put the image under files/ and name it there
                content/ita/2562.json:2:17: error: fiscalYear is 2019, a Common Era year. Hint: 2562
                Nothing was published, and site/ is as it was. Problems: error 1, warning 1, info 1. Time: 1.2 s.
                """, "", finding(ERROR, WARNING, INFO), "build", "--lang", "en");
    }

    @Test
    void quietlyOnlyErrorsAreTold() {
        assertEnds(
                1,
                "content/ita/2562.json:2:17: error: fiscalYear is 2019, a Common Era year. Hint: 2562\n",
                "",
                finding(ERROR, WARNING, INFO),
                "build",
                "--lang",
                "en",
                "--quiet");
        assertEnds(0, "", "", finding(WARNING, INFO), "build", "--quiet");
    }

    @Test
    void aDryRunListsWhatWouldChangeBeforeItIsSummedUp() {
        assertEnds(0, """
                + /a.html
                + /b.html
                ~ /c.html
                Only tried, site/ is as it was. A build now: 1 page changed, 2 added. Pages: 42. \
                Problems: error 0, warning 0, info 0. Time: 1.2 s.
                """, "", finding(), "build", "--dry-run", "--lang", "en");
        assertEnds(0, """
                + /a.html
                + /b.html
                ~ /c.html
                ทดลองเท่านั้น site/ ยังเหมือนเดิม หากสร้างตอนนี้: เปลี่ยน 1 หน้า เพิ่ม 2 หน้า · หน้าเว็บทั้งหมด 42 หน้า \
                ปัญหา: error 0, warning 0, info 0 ใช้เวลา 1.2 วินาที
                """, "", finding(), "build", "--dry-run");
        assertEnds(0, "+ /a.html\n+ /b.html\n~ /c.html\n", "", finding(WARNING), "build", "--dry-run", "--quiet");
        assertThat(asked).extracting(BuildOptions::purpose).containsOnly(Purpose.REHEARSAL);
        computer.run(finding(), "build");
        assertThat(asked.get(3).purpose()).isEqualTo(Purpose.PUBLISHING);
    }

    @Test
    void aDryRunListsNothingWhileErrorsStand() {
        assertThat(computer.run(finding(ERROR), "build", "--dry-run", "--lang", "en"))
                .isEqualTo(1);
        assertThat(computer.out())
                .isEqualTo(
                        "content/ita/2562.json:2:17: error: fiscalYear is 2019, a Common Era year. Hint: 2562\n"
                                + "Nothing was published, and site/ is as it was. Problems: error 1, warning 0, info 0. Time: 1.2 s.\n");
    }

    @Test
    void theDefaultsAreTheFoldersHereAndTheDayInThailand() {
        computer.run(finding(), "build");
        assertThat(asked)
                .containsExactly(new BuildOptions(
                        new Inputs(
                                computer.folder.resolve("content"),
                                "content",
                                Optional.empty(),
                                LocalDate.of(2020, 6, 1)),
                        computer.folder.resolve("site"),
                        Optional.of(
                                new CacheOptions(computer.folder.resolve(".prongsai"), "1.2.3 of the tests", false)),
                        Purpose.PUBLISHING));
    }

    @Test
    void aCleanBuildIgnoresWhatIsRemembered() {
        computer.run(finding(), "build", "--clean");
        assertThat(asked).extracting(o -> o.cache().orElseThrow().ignored()).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2563-02-29", "2020-02-29"})
    void todayMayBeOfEitherEra(String today) {
        computer.run(finding(), "build", "--today", today);
        assertThat(asked).extracting(o -> o.inputs().today()).containsExactly(LocalDate.of(2020, 2, 29));
    }

    @Test
    void foldersMayLieAnywhereAndAreNamedAsTheyWereTyped() throws IOException {
        Path elsewhere = Files.createDirectories(computer.folder.resolveSibling("other/ข้อมูล 1"));
        computer.run(finding(), "build", "--content", "../other/./ข้อมูล 1/", "--out", elsewhere + "-site");
        assertThat(asked)
                .extracting(o -> o.inputs().content(), o -> o.inputs().contentName(), BuildOptions::out)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        computer.folder.resolve("../other/./ข้อมูล 1/"),
                        "../other/ข้อมูล 1",
                        Path.of(elsewhere + "-site")));
    }

    @Test
    void templatesAreThoseNamedOrThoseHereOrThoseBesideTheProgram() throws IOException {
        Path home = Files.createDirectories(computer.folder.resolveSibling("home"));
        computer.withHome(home);
        computer.run(finding(), "build");
        Path beside = Files.createDirectories(home.resolve("templates"));
        computer.run(finding(), "build");
        Path here = Files.createDirectories(computer.folder.resolve("templates"));
        computer.run(finding(), "build");
        Path named = Files.createDirectories(computer.folder.resolve("ours"));
        computer.run(finding(), "build", "--templates", "ours");
        assertThat(asked)
                .extracting(o -> o.inputs().templates())
                .containsExactly(Optional.empty(), Optional.of(beside), Optional.of(here), Optional.of(named));
    }

    @Test
    void aFolderThatIsMissingIsTheComputersFault() {
        assertEnds(
                3,
                "",
                "error: there is no content folder nowhere."
                        + " Hint: go to the folder that holds content/ (with cd), or name it with --content\n",
                finding(),
                "build",
                "--content",
                "nowhere",
                "--lang",
                "en");
        assertEnds(
                3,
                "",
                "error: there is no folder of templates nowhere."
                        + " Hint: correct --templates, or leave it out to use the templates that come with Prongsai\n",
                finding(),
                "build",
                "--templates",
                "nowhere",
                "--lang",
                "en");
    }

    @Test
    void aLinkToTheContentIsNoWayToMixTheFolders() throws IOException {
        Files.createSymbolicLink(computer.folder.resolve("site"), computer.folder.resolve("content"));
        assertThat(computer.run(finding(), "build")).isEqualTo(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void progressIsOneLineOnATerminalThatIsWipedAtTheEnd() {
        Builder builder = (options, progress) -> {
            progress.waiting();
            progress.stage(Progress.Stage.READING);
            progress.stage(Progress.Stage.RENDERING);
            progress.page(1, 200);
            progress.page(3, 200);
            progress.page(2, 200);
            progress.page(200, 200);
            progress.stage(Progress.Stage.PUBLISHING);
            return finding().build(options, progress);
        };
        computer.withTerminal();
        computer.run(builder, "build", "--lang", "en");
        assertThat(computer.err())
                .isEqualTo("\rAnother build is at work on the same website. Waiting ..."
                        + "\rReading the records ...                                  "
                        + "\rMaking the pages ...   "
                        + "\rMaking the pages ... 1 of 200"
                        + "\rMaking the pages ... 3 of 200"
                        + "\rMaking the pages ... 200 of 200"
                        + "\rPublishing ...                 "
                        + "\r              \r");
        computer.run(builder, "build", "--lang", "en", "--quiet");
        assertThat(computer.err()).isEmpty();
    }

    @Test
    void nobodyIsShownProgressWithoutATerminal() {
        computer.run(
                (options, progress) -> {
                    progress.stage(Progress.Stage.READING);
                    progress.page(1, 1);
                    return finding().build(options, progress);
                },
                "build");
        assertThat(computer.err()).isEmpty();
    }

    @Test
    void aBugIsReportedInAFileAndNotOnTheConsole() throws IOException {
        int code = computer.run(failing(new IllegalStateException("ก\u001b[2J")), "build", "--lang", "en");
        assertThat(code).isEqualTo(70);
        assertThat(computer.left()).hasSize(1);
        Path report = computer.left().get(0);
        assertThat(computer.out()).isEmpty();
        assertThat(computer.err())
                .isEqualTo("error: this is a fault of Prongsai and none of yours (IllegalStateException)."
                        + " Hint: send the file " + report
                        + " to those who look after Prongsai; the website is whole\n");
        assertThat(Files.readString(report)).startsWith("""
                        Prongsai 1.2.3
                        Java 17.0.1, Linux 6.1 amd64
                        2020-05-31T17:30:01.250Z
                        prongsai build --lang en

                        java.lang.IllegalStateException: ก\u001b[2J
                        \tat prongsai.cli.ProgramTest.""");
    }

    @Test
    void aBugThatCannotBeWrittenDownIsStillABug() throws IOException {
        Files.delete(computer.temporary);
        assertEnds(
                70,
                "",
                "error: this is a fault of Prongsai and none of yours (StackOverflowError)."
                        + " Hint: tell those who look after Prongsai what you typed; the website is whole\n",
                failing(new StackOverflowError()),
                "build",
                "--lang",
                "en");
    }

    @Test
    void whatTheDiskRefusesIsTheComputersFault() {
        assertEnds(
                3,
                "",
                "error: a file or folder cannot be used: /srv/content."
                        + " Hint: check that it is there, that you may use it and that the disk has room\n",
                failing(new UncheckedIOException(new AccessDeniedException("/srv/content"))),
                "build",
                "--lang",
                "en");
    }

    @Test
    void aComputerWithoutMemoryIsNoBug() {
        assertEnds(
                3,
                "",
                "error: this computer has not enough memory left. Hint: close other programs, then try again\n",
                failing(new OutOfMemoryError()),
                "build",
                "--lang",
                "en");
        assertThat(computer.left()).isEmpty();
    }
}
