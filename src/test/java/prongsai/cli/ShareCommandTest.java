package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** {@code prongsai share}: what an officer copies, to the letter. */
class ShareCommandTest {

    private static final Path TEXTS = Path.of("src/test/resources/share");
    private static final String RECORD = "content/announcements/2563/asset-use.md";

    private FakeComputer computer;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
        computer.write("content/site.yaml", """
                name: เทศบาลตำบลตัวอย่าง
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/ita/
                numerals: thai
                contact: {address: เลขที่ 9 ถนนกลาง, postcode: "50000", phone: "053-000000", email: saraban@example.go.th}
                units: [สำนักปลัดเทศบาล, กองคลัง]
                """);
        record("ประกาศแนวทางการยืมทรัพย์สินของราชการ", """
                number: 5/2563
                unit: กองคลัง
                summary: ผู้ยืมต้องยื่นคำขอก่อนใช้สามวัน
                signedBy: {name: นายทดสอบ ระบบดี, position: นายกเทศมนตรี}
                attachments: [{file: files/form.txt, title: แบบขอยืมทรัพย์สิน}]
                """, "ข้อความ");
        computer.write("content/files/form.txt", "แบบ");
    }

    private void record(String title, String fields, String body) throws IOException {
        computer.write(RECORD, """
                ---
                title: %s
                kind: announcement
                date: 2563-05-01
                %s---

                %s
                """.formatted(title, fields, body));
    }

    private int share(String... arguments) {
        return computer.run(
                SiteBuild::run,
                Stream.concat(Stream.of("share"), Stream.of(arguments)).toArray(String[]::new));
    }

    private void assertShared(String file, String... arguments) throws IOException {
        assertThat(share(arguments)).as(computer.err()).isZero();
        Path expected = TEXTS.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(TEXTS);
            Files.writeString(expected, computer.out());
        }
        assertThat(computer.out()).isEqualTo(Files.readString(expected));
        assertThat(computer.err()).isEmpty();
    }

    private void assertRefused(int code, String complaint, String... arguments) {
        assertThat(share(arguments)).isEqualTo(code);
        assertThat(computer.err()).isEqualTo(complaint + "\n");
        assertThat(computer.out()).isEmpty();
    }

    @Test
    void writesAllFourTextsOfARecord() throws IOException {
        assertShared("all.txt", "announcements/2563/asset-use");
    }

    @Test
    void onlyTheHeadingsSpeakTheLanguageOfTheConsole() throws IOException {
        share("announcements/2563/asset-use");
        String thai = computer.out();
        share("announcements/2563/asset-use", "--lang", "en");
        assertThat(computer.out().lines().filter(line -> line.startsWith("=== ")))
                .containsExactly(
                        "=== Post ===",
                        "=== LINE message ===",
                        "=== Letter to community leaders ===",
                        "=== Internal circular ===");
        assertThat(withoutHeadings(computer.out())).isEqualTo(withoutHeadings(thai));
    }

    private static List<String> withoutHeadings(String text) {
        return text.lines().filter(line -> !line.startsWith("=== ")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"post", "line", "letter", "circular"})
    void oneTextAloneHasNoHeading(String kind) throws IOException {
        assertShared(kind + ".txt", "announcements/2563/asset-use", "--only", kind);
    }

    @Test
    void whatIsNotKnownIsADottedLineAndNothingIsInvented() throws IOException {
        computer.writeContent();
        computer.write("content/services/water.md", "---\ntitle: ขอใช้น้ำประปา\n---\n");
        assertShared("least.txt", "services/water");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/announcements/2563/asset-use.md",
                "./content/announcements/2563/asset-use.md",
                "announcements/2563/asset-use.md",
                "announcements/2563/asset-use/",
                "announcements\\2563\\asset-use",
                "content/announcements/2563/asset-use/index.md"
            })
    void takesTheNameAsAnOfficerTypesIt(String typed) throws IOException {
        assertShared("line.txt", typed, "--only", "line");
    }

    @Test
    void textsThatAttackArePlainTextAndObeyedByNoTerminal() throws IOException {
        record(
                "\"<script>alert(1)</script> ${7*7} <#if x> &amp; \\e[2J\\u202E\\r\\nsecond line\"",
                "summary: \"a\\n\\n=== b === \\a\"\n",
                "x");
        assertThat(share("announcements/2563/asset-use", "--only", "line")).isZero();
        assertThat(computer.out()).isEqualTo("""
                เทศบาลตำบลตัวอย่าง แจ้ง
                ประกาศเทศบาลตำบลตัวอย่าง เรื่อง <script>alert(1)</script> ${7*7} <#if x> &amp; [2J second line (๑ พฤษภาคม ๒๕๖๓)
                a === b ===
                https://www.example.go.th/ita/announcements/2563/asset-use/
                """);
    }

    @Test
    void aMunicipalityCanWriteItsOwnWords() throws IOException {
        computer.write("own/share/post.ftl", "<#ftl output_format=\"plainText\">ด่วน <${record.title}> ${record.url}");
        assertThat(share("announcements/2563/asset-use", "--only", "post", "--templates", "own"))
                .isZero();
        assertThat(computer.out())
                .isEqualTo("ด่วน <ประกาศแนวทางการยืมทรัพย์สินของราชการ>"
                        + " https://www.example.go.th/ita/announcements/2563/asset-use/\n");
        assertShared("line.txt", "announcements/2563/asset-use", "--only", "line", "--templates", "own");
    }

    @Test
    void aTemplateThatIsWrongIsSaidWithItsPlace() throws IOException {
        computer.write("own/share/post.ftl", "\n${record.nothing}");
        assertThat(share("announcements/2563/asset-use", "--templates", "own", "--lang", "en"))
                .isEqualTo(1);
        assertThat(computer.out()).isEmpty();
        assertThat(computer.err()).contains("own/share/post.ftl:2:3: error: ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            announcements/2563/asset-us  | there is no record announcements/2563/asset-us in content/. Hint: use announcements/2563/asset-use
            anouncements/2563/asset-use  | there is no record anouncements/2563/asset-use in content/. Hint: use announcements/2563/asset-use
            news/2563/something-else     | there is no record news/2563/something-else in content/. Hint: write the path of its file in content/, such as announcements/2563/no-gift
            ` `                          | no record was named. Hint: write its name behind the command, such as prongsai share announcements/2563/no-gift
            """)
    void aNameThatNoRecordHasIsWrongUsage(String typed, String complaint) {
        assertRefused(2, "error: " + complaint, typed, "--lang", "en");
    }

    @Test
    void aTextThatThereIsNotIsWrongUsage() {
        assertRefused(
                2,
                "error: there is no text of the kind “fax”. Hint: use --only post, line, letter or circular",
                "announcements/2563/asset-use",
                "--only",
                "fax",
                "--lang",
                "en");
        assertRefused(
                2,
                "error: no record was named. Hint: write its name behind the command, such as prongsai share announcements/2563/no-gift",
                "--lang",
                "en");
    }

    @Test
    void nobodyIsToldOfASampleText() throws IOException {
        record("ร่าง", "state: draft\n", "x");
        assertRefused(
                1,
                "error: announcements/2563/asset-use is a sample text and no announcement, so nobody should be told of it."
                        + " Hint: once it is signed, change state: draft to issued and write its date",
                "announcements/2563/asset-use",
                "--lang",
                "en");
    }

    @Test
    void nobodyIsToldOfWhatIsRevoked() throws IOException {
        record("เดิม", "state: revoked\n", "x");
        assertRefused(
                1,
                "error: announcements/2563/asset-use has been revoked, so nobody should be told of it."
                        + " Hint: take the record that replaces it; see replacedBy in its file",
                "announcements/2563/asset-use",
                "--lang",
                "en");
    }

    @Test
    void somebodysNumberIsNotWrittenAndNotShown() throws IOException {
        record("ผู้ยืม 1-1017-00230-70-8", "", "x");
        assertThat(share("announcements/2563/asset-use", "--lang", "en")).isEqualTo(1);
        assertThat(computer.out()).isEmpty();
        assertThat(computer.err())
                .startsWith("content/announcements/2563/asset-use.md:2:")
                .doesNotContain("00230");
    }

    @Test
    void mistakesOfTheRecordAreTold() throws IOException {
        record("ก", "numbr: 5\n", "x");
        assertThat(share("announcements/2563/asset-use", "--lang", "en")).isEqualTo(1);
        assertThat(computer.out()).isEmpty();
        assertThat(computer.err()).startsWith("content/announcements/2563/asset-use.md:5:1: error: ");
    }

    @Test
    void mistakesOfOtherRecordsAreNot() throws IOException {
        computer.write("content/pages/broken.md", "---\ntitel: x\n---\n");
        assertShared("line.txt", "announcements/2563/asset-use", "--only", "line");
    }

    @Test
    void withoutContentItIsTheComputer() {
        assertThat(share("a/b", "--content", "none")).isEqualTo(3);
    }
}
