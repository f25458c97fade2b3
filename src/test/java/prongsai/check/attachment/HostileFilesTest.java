package prongsai.check.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to take all time or memory, or to fall over. */
@Tag("alone")
class HostileFilesTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private Found read(String name, byte[] bytes) throws IOException {
        return Found.in(folder, name, bytes);
    }

    @Test
    void stopsAtAnArchiveThatUnpacksToAGigabyte() throws IOException {
        byte[] zeros = new Archive().with("zeros.bin", new byte[64 * MEGABYTE]).bytes();
        Archive outer = new Archive();
        for (int i = 0; i < 16; i++) {
            outer.with(i + ".zip", zeros);
        }
        Found found = read("a.zip", outer.bytes());
        assertThat(found.unreadable).contains(Unreadable.UNKNOWN_KIND);
        assertThat(read("b.zip", texts(outer).bytes()).unreadable).containsExactly(Unreadable.TOO_LARGE);
    }

    private static Archive texts(Archive archive) {
        byte[] line = "ก ข ค ง จ ".repeat(100_000).concat("\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < 24; i++) {
            lines.writeBytes(line);
        }
        byte[] inner = new Archive().with("a.txt", lines.toByteArray()).bytes();
        Archive outer = new Archive();
        for (int i = 0; i < 20; i++) {
            outer.with(i + ".zip", inner);
        }
        return outer;
    }

    @Test
    void goesAsDeepAsAllowedAndNoDeeper() throws IOException {
        byte[] nested = "1101700203451".getBytes(StandardCharsets.UTF_8);
        String name = "a.txt";
        for (int i = 1; i <= 5; i++) {
            nested = new Archive().with(name, nested).bytes();
            name = i + ".zip";
            Found found = read(name, nested);
            boolean isAllowed = i <= AttachmentLimits.USUAL.depth();
            assertThat(found.of(Place.Kind.LINE)).hasSize(isAllowed ? 1 : 0);
            assertThat(found.unreadable)
                    .isEqualTo(isAllowed ? java.util.Set.of() : java.util.Set.of(Unreadable.TOO_DEEP));
        }
    }

    @Test
    void givesNamesAndTextsOfAnArchive() throws IOException {
        byte[] zip = new Archive()
                .with("../../บัตร 1101700203451.txt", "ในแฟ้ม")
                .with(
                        "a/b.xlsx",
                        Office.workbook("<row><c r=\"B2\"><v>7</v></c></row>").bytes())
                .bytes();
        assertThat(read("a.zip", zip).passages)
                .containsExactly(
                        "WHOLE  | ../../บัตร 1101700203451.txt\na/b.xlsx",
                        "LINE ../../บัตร 1101700203451.txt: 1 | ในแฟ้ม",
                        "PART a/b.xlsx: workbook | ข้อมูล",
                        "CELL a/b.xlsx: ข้อมูล!B2 | 7");
    }

    @Test
    void countsEntries() throws IOException {
        Archive archive = new Archive();
        for (int i = 0; i < 100_000; i++) {
            archive.with(i + ".txt", new byte[0]);
        }
        assertThat(read("a.zip", archive.bytes()).unreadable).containsExactly(Unreadable.TOO_LARGE);
    }

    @Test
    void expandsNoEntities() throws IOException {
        String bomb =
                "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"1234567890\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        byte[] docx = Office.of("word/document.xml")
                .with(
                        "word/document.xml",
                        bomb + "<w:document " + Office.WORD + "><w:p><w:r><w:t>A&b;&x;</w:t></w:r></w:p></w:document>")
                .bytes();
        Found found = read("a.docx", docx);
        assertThat(found.passages).containsExactly("PART document | A");
        assertThat(found.unreadable).containsExactly(Unreadable.CORRUPT);
    }

    @Test
    void stopsInElementsThatAreTooDeep() throws IOException {
        byte[] docx =
                Office.word("<w:p>".repeat(100_000) + "</w:p>".repeat(100_000)).bytes();
        assertThat(read("a.docx", docx).unreadable).containsExactly(Unreadable.TOO_DEEP);
        byte[] svg = ("<svg>" + "<g>".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.svg", svg).unreadable).containsExactly(Unreadable.TOO_DEEP);
    }

    @Test
    void stopsWhereCellsMultiplyOneText() throws IOException {
        StringBuilder rows = new StringBuilder("<row>");
        for (int i = 0; i < 10_000; i++) {
            rows.append("<c r=\"A1\" t=\"s\"><v>0</v></c>");
        }
        byte[] xlsx = Office.workbook(rows + "</row>")
                .with("xl/sharedStrings.xml", "<sst><si><t>" + "ก".repeat(32_000) + "</t></si></sst>")
                .bytes();
        assertThat(read("a.xlsx", xlsx).unreadable).containsExactly(Unreadable.TOO_LARGE);
    }

    @Test
    void givesUpAfterTheTimeAllowed() throws IOException {
        AttachmentLimits limits = new AttachmentLimits(1L << 30, 1L << 30, 4, 10, Duration.ofMillis(200));
        byte[] csv = "1,2,3\n".repeat(20 * MEGABYTE / 6).getBytes(StandardCharsets.UTF_8);
        long start = System.nanoTime();
        Found found = Found.in(folder, "a.csv", csv, limits);
        assertThat(found.unreadable).containsExactly(Unreadable.TOO_SLOW);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void neverThrowsWhateverIsBroken() throws IOException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            for (Sample sample : samples()) {
                for (byte[] broken : broken(sample.bytes())) {
                    Found once = read(sample.name(), broken);
                    Found again = read(sample.name(), broken);
                    assertThat(again.passages).isEqualTo(once.passages);
                    assertThat(again.unreadable).isEqualTo(once.unreadable);
                }
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private record Sample(String name, byte[] bytes) {}

    private static List<Sample> samples() throws IOException {
        byte[] docx = Office.word("<w:p><w:r><w:t>เลข 1101700203451</w:t></w:r></w:p>")
                .bytes();
        return List.of(
                new Sample("a.pdf", PdfFile.of(PdfFile.page(PdfFile.text(50, 700, "1101700203451")))),
                new Sample("a.docx", docx),
                new Sample(
                        "a.xlsx",
                        Office.workbook("<row><c r=\"B2\"><v>1101700203451</v></c></row>")
                                .bytes()),
                new Sample("a.zip", new Archive().stored("a.docx", docx).bytes()),
                new Sample("a.xls", OldOfficeTest.workbook()),
                new Sample("a.ppt", OldOfficeTest.slides()),
                new Sample("a.jpg", Pictures.jpeg()));
    }

    /** Cut off at twelve places, and with bytes turned at forty. */
    private static List<byte[]> broken(byte[] bytes) {
        List<byte[]> all = new ArrayList<>();
        Stream.iterate(1, i -> i + 1)
                .limit(12)
                .forEach(i -> all.add(java.util.Arrays.copyOf(bytes, bytes.length * i / 13)));
        for (int i = 0; i < 40; i++) {
            byte[] turned = bytes.clone();
            for (int at = i * 7; at < bytes.length; at += bytes.length / 5 + 1) {
                turned[at] ^= (byte) (1 << (i % 8));
            }
            all.add(turned);
        }
        return all;
    }

    @Test
    void readsAFileByWhatItIsAndNotByItsName() throws IOException {
        byte[] pdf = PdfFile.of(PdfFile.page(PdfFile.text(50, 700, "1101700203451")));
        assertThat(read("a.jpg", pdf).passages).containsExactly("PAGE 1 | 1101700203451");
        assertThat(read("a.xls", "<table><tr><td>1</td><td>2</td></tr></table>".getBytes(StandardCharsets.UTF_8))
                        .passages)
                .contains("WHOLE  | 1\t2");
    }

    @Test
    void leavesNothingOnTheDisk() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        read("a.zip", new Archive().with("a.docx", Office.word("").bytes()).bytes());
        try (Stream<Path> files = Files.list(temporary)) {
            assertThat(files.filter(f -> f.getFileName().toString().startsWith("prongsai-")
                            && f.toString().endsWith(".part")))
                    .isEmpty();
        }
    }
}
