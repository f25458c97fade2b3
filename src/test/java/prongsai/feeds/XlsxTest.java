package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class XlsxTest {

    @Test
    void aNumberIsANumberWithItsTwoDecimals() throws IOException {
        assertThat(cells(figure("75.40"), figure("12"), figure("-0.5")))
                .isEqualTo("<c s=\"2\"><v>75.40</v></c><c><v>12</v></c><c><v>-0.5</v></c>");
    }

    @Test
    void aNumberThatASpreadsheetWouldRoundIsAText() throws IOException {
        assertThat(cells(figure("1234567890123456")))
                .isEqualTo("<c t=\"inlineStr\"><is><t>1234567890123456</t></is></c>");
    }

    @Test
    void noTextIsAFormulaOrMarkup() throws IOException {
        assertThat(cells(Cell.of("=1+1"), Cell.of("<a&\"b\">")))
                .isEqualTo("<c t=\"inlineStr\"><is><t>=1+1</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t>&lt;a&amp;&quot;b&quot;&gt;</t></is></c>");
    }

    @Test
    void whatXmlCannotHoldIsLeftOutAndSpacesAreKept() throws IOException {
        assertThat(cells(Cell.of("ก\u0000\uD800\uFFFF😀"), Cell.of(" ก\n")))
                .isEqualTo("<c t=\"inlineStr\"><is><t>ก😀</t></is></c>"
                        + "<c t=\"inlineStr\"><is><t xml:space=\"preserve\"> ก\n</t></is></c>");
    }

    @Test
    void aTextLongerThanACellIsCut() throws IOException {
        assertThat(cells(Cell.of("ก".repeat(32_768))))
                .isEqualTo("<c t=\"inlineStr\"><is><t>" + "ก".repeat(32_766) + "…</t></is></c>");
    }

    @Test
    void emptyCellsKeepTheirPlace() throws IOException {
        assertThat(cells(Cell.none(), new Cell.Truth(false))).isEqualTo("<c/><c t=\"b\"><v>0</v></c>");
    }

    private static Cell figure(String number) {
        return new Cell.Figure(new BigDecimal(number));
    }

    /** The second row. */
    private static String cells(Cell... cells) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Xlsx.write("x", Stream.of(Cell.texts("หัว"), Arrays.asList(cells)), List.of(10), file);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                    return xml.substring(xml.lastIndexOf("<row>") + 5, xml.lastIndexOf("</row>"));
                }
            }
        }
        throw new AssertionError("no sheet");
    }
}
