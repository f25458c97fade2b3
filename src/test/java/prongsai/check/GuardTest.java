package prongsai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.site.Route;
import prongsai.source.Problems;
import prongsai.source.SourceFile;

/** Personal data in a whole content; what counts as such is tried in the package {@code personal}. */
class GuardTest {

    /** An invented number with a right check digit. */
    private static final String ID = "3109900000025";

    private static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void setUp() throws IOException {
        write("site.yaml", """
                name: เทศบาลตำบลตัวอย่าง
                district: เมือง
                province: กระบี่
                baseUrl: https://www.example.go.th/
                contact: {phone: "075-641422, 081-000-1234"}
                """);
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Guard guard() throws IOException {
        Content content = ContentReader.read(folder, "content", new Problems());
        return Guard.of(content, TODAY);
    }

    private static void addPage(Guard guard, String html, SourceFile origin) {
        PageChecks checks = new PageChecks(new LinkChecker("/", origin, file -> false), guard);
        checks.add(Route.HOME, checks.look(html), origin, Map.of());
    }

    private List<String> found() {
        return problems.sorted().stream()
                .map(p -> p.position() + " " + p.code().id() + " " + p.arguments())
                .toList();
    }

    @Test
    void looksEvenThroughARecordThatIsNoRightRecord() throws IOException {
        write("pages/broken.md", "---\ntitel: x\n---\n" + ID + "\n");
        guard().checkRecords(problems);
        assertThat(found()).containsExactly("content/pages/broken.md:4:1 personal-id [3-xxxx-xxxxx-02-5, , ]");
    }

    @Test
    void passesOverTheTelephonesThatTheAgencyDeclares() throws IOException {
        write("pages/a.md", "---\ntitle: x\n---\n081-000-1234 และ 081-000-9999\n");
        guard().checkRecords(problems);
        assertThat(found()).containsExactly("content/pages/a.md:4:18 personal-mobile [08x-xxx-xx99, , ]");
    }

    @Test
    void namesTheLineOfATableAndReadsItsRowsByTheirHeading() throws IOException {
        write("files/a.csv", "ชื่อ,จำนวน,ยอด\nก,3109900,000025\n");
        write("files/b.csv", "ชื่อ,เลขประจำตัวประชาชน,\nก,3109900,000025\n");
        guard().checkFiles(problems);
        assertThat(found()).containsExactly("content/files/b.csv:2:1 personal-id [3-xxxx-xxxxx-02-5, , ]");
    }

    @Test
    void looksAtTheNamesOfFoldersAndAtCellsThatGoOverLines() throws IOException {
        write("files/" + ID + "/a.txt", "x");
        write("files/b.csv", "ชื่อ,เลขประจำตัวประชาชน\nก,\"3109900\n000025\"\n");
        guard().checkFiles(problems);
        assertThat(found())
                .containsExactlyInAnyOrder(
                        "content/files/" + ID + "/a.txt:1:1 personal-id [3-xxxx-xxxxx-02-5, name, 3-xxxx-xxxxx-02-5]",
                        "content/files/b.csv:1:1 personal-id [3-xxxx-xxxxx-02-5, line, 2-3]");
    }

    @Test
    void namesTheCellOfAHiddenSheetOnceThoughItsRowHoldsTheNumberToo() throws IOException {
        Path book = folder.resolve("files/ข้อมูล.xlsx");
        Files.createDirectories(book.getParent());
        String types = "http://schemas.openxmlformats.org/";
        zip(
                book,
                "[Content_Types].xml",
                "<Types xmlns='" + types + "package/2006/content-types'/>",
                "_rels/.rels",
                "<Relationships xmlns='" + types + "package/2006/relationships'><Relationship Id='r1' Type='" + types
                        + "officeDocument/2006/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns='" + types + "spreadsheetml/2006/main' xmlns:r='" + types
                        + "officeDocument/2006/relationships'><sheets>"
                        + "<sheet name='รายชื่อ' sheetId='1' state='hidden' r:id='r1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + types + "package/2006/relationships'><Relationship Id='r1' Type='" + types
                        + "officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns='" + types + "spreadsheetml/2006/main'><sheetData><row r='3'>"
                        + "<c r='A3'><v>1</v></c><c r='B3'><v>3.109900000025E12</v></c></row></sheetData></worksheet>");
        guard().checkFiles(problems);
        assertThat(found())
                .containsExactly("content/files/ข้อมูล.xlsx:1:1 personal-id [3-xxxx-xxxxx-02-5, cell, รายชื่อ!B3]");
    }

    private static void zip(Path file, String... namesAndTexts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void aFileThatCannotBeReadIsNoPass() throws IOException {
        write("files/a.pdf", "%PDF-1.4 " + ID);
        write("files/b.rar", "Rar!\u001a\u0007\u0001\u0000");
        guard().checkFiles(problems);
        assertThat(found())
                .contains("content/files/a.pdf:1:1 unsearchable-file [corrupt]")
                .contains("content/files/b.rar:1:1 unsearchable-file [unknown-kind]");
    }

    @Test
    void findsInTheFinishedPageWhatStandsApartInItsRecord() throws IOException {
        Guard guard = guard();
        SourceFile origin = new SourceFile("content/pages/a.md", "");
        addPage(guard, "<p>31099<em>00000</em>025</p><img alt='081-000-9999'>", origin);
        addPage(guard, "<p>1<td>2</p><svg><path d='M3109900000025'/></svg>", origin);
        guard.checkPages(problems);
        assertThat(found())
                .containsExactly(
                        "content/pages/a.md:1:1 personal-id [3-xxxx-xxxxx-02-5, , ]",
                        "content/pages/a.md:1:1 personal-mobile [08x-xxx-xx99, , ]");
    }

    @Test
    void doesNotRepeatForThePageWhatItToldOfTheRecord() throws IOException {
        write("pages/a.md", "---\ntitle: x\n---\n" + ID + "\n");
        Guard guard = guard();
        guard.checkRecords(problems);
        addPage(guard, "<p>" + ID + "</p>", new SourceFile("content/pages/a.md", ""));
        guard.checkPages(problems);
        assertThat(found()).containsExactly("content/pages/a.md:4:1 personal-id [3-xxxx-xxxxx-02-5, , ]");
    }

    @Test
    void locatesTheNumbersOfAFileThatMayBePermitted() throws IOException {
        write("files/a.csv", "ก\n" + ID + "\n");
        assertThat(guard().in("content/files/a.csv"))
                .extracting(l -> l.position() + " " + l.number().masked())
                .containsExactly("content/files/a.csv:2:1 3-xxxx-xxxxx-02-5");
        assertThat(guard().in("content/files/none.csv")).isEmpty();
    }
}
