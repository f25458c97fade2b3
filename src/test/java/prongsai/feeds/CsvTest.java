package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void quotesWhatWouldBreakARow() {
        assertThat(csv("ก,ข", "ค \"ง\"", "จ\nฉ")).isEqualTo("\uFEFF\"ก,ข\",\"ค \"\"ง\"\"\",\"จ\nฉ\"\r\n");
    }

    @Test
    void neutralizesWhatASpreadsheetWouldCalculate() {
        assertThat(csv("=1+1", "+66", "-1", "@SUM(A1)", "\t=1", "a=1"))
                .isEqualTo("\uFEFF'=1+1,'+66,'-1,'@SUM(A1),'\t=1,a=1\r\n");
    }

    @Test
    void aNumberStaysANumberEvenANegativeOne() {
        Cell number = new Cell.Figure(new BigDecimal("-1.50"));
        assertThat(csv(List.of(number, Cell.none(), new Cell.Truth(true)))).isEqualTo("\uFEFF-1.50,,true\r\n");
    }

    @Test
    void severalTextsShareACell() {
        assertThat(csv(List.of(Cell.of(List.of("ก", "ข")), Cell.of(List.of())))).isEqualTo("\uFEFFก; ข,\r\n");
    }

    private static String csv(String... cells) {
        return csv(Cell.texts(cells));
    }

    private static String csv(List<Cell> row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Csv.write(Stream.of(row), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
