package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of files, by the passages that each gives. */
class AttachmentReaderTest {

    private static final Charset THAI_WINDOWS = Charset.forName("x-windows-874");

    @TempDir
    Path folder;

    private Found read(String name, byte[] bytes) throws IOException {
        return Found.in(folder, name, bytes);
    }

    @Test
    void givesEachLineOfATableAndItsCells() throws IOException {
        String csv = "\ufeffชื่อ,เลข\r\n\"สมชาย, ก\",1-1017-00203-45-1\r\n\r\nจบ\r\n";
        Found found = read("ก.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(found.passages)
                .containsExactly(
                        "LINE 1 | ชื่อ,เลข",
                        "LINE 1 | ชื่อ\tเลข",
                        "LINE 2 | \"สมชาย, ก\",1-1017-00203-45-1",
                        "LINE 2 | สมชาย, ก\t1-1017-00203-45-1",
                        "LINE 4 | จบ");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void readsTheCodePageOfThaiWindowsAndBothOrdersOfUtf16() throws IOException {
        String text = "เลขที่ ๑๑๐๑๗\r\nก";
        String[] expected = {"LINE 1 | เลขที่ ๑๑๐๑๗", "LINE 2 | ก"};
        assertThat(read("a.txt", text.getBytes(THAI_WINDOWS)).passages).containsExactly(expected);
        assertThat(read("a.txt", text.getBytes(StandardCharsets.UTF_8)).passages)
                .containsExactly(expected);
        assertThat(read("a.txt", text.getBytes(StandardCharsets.UTF_16)).passages)
                .containsExactly(expected);
        assertThat(read("a.txt", ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE)).passages)
                .containsExactly(expected);
        assertThat(read("a.txt", "ab 12".getBytes(StandardCharsets.UTF_16LE)).passages)
                .containsExactly("LINE 1 | ab 12");
    }

    @Test
    void joinsANumberThatGoesOverTwoLines() throws IOException {
        assertThat(read("a.md", "เลข 1-1017-\n00203-45-1 ครับ".getBytes(StandardCharsets.UTF_8)).passages)
                .containsExactly("LINE 1 | เลข 1-1017-", "LINE 1-2 | 1-1017-\n00203-45-1", "LINE 2 | 00203-45-1 ครับ");
    }

    @Test
    void readsTheEscapesOfJson() throws IOException {
        assertThat(read("a.json", "{\"a\":\"\\u0e01\\u0031\"}".getBytes(StandardCharsets.UTF_8)).passages)
                .containsExactly("LINE 1 | {\"a\":\"\\u0e01\\u0031\"}", "LINE 1 | {\"a\":\"ก1\"}");
    }

    @Test
    void joinsTheRunsOfAParagraphAndTheCellsOfARow() throws IOException {
        byte[] docx = Office.word(
                        "<w:p><w:r><w:t>เลข 11017</w:t></w:r><w:r><w:t>00203</w:t></w:r><w:r><w:t>451</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>")
                .bytes();
        Found found = read("a.docx", docx);
        assertThat(found.of(Place.Kind.PART))
                .containsExactly("PART document | เลข 1101700203451\n1\n2", "PART document | 1\t2");
        assertThat(found.unreadable).isEmpty();
    }

    @Test
    void givesNumbersOfCellsInPlainDigits() throws IOException {
        byte[] xlsx = Office.workbook(
                        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><r><t>สม</t></r><r><t>ชาย</t></r></is></c>"
                                + "<c r=\"B2\"><v>1.101700203451E12</v></c></row>")
                .bytes();
        Found found = read("a.xlsx", xlsx);
        assertThat(found.of(Place.Kind.CELL))
                .containsExactly(
                        "CELL ข้อมูล!A2 | สมชาย",
                        "CELL ข้อมูล!B2 | 1101700203451",
                        "CELL ข้อมูล!A2:B2 | สมชาย\t1101700203451");
        assertThat(found.unreadable).isEmpty();
    }
}
