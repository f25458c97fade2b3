package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

    private static String csv(String... cells) {
        return new String(Csv.of(List.of(List.of(cells))), StandardCharsets.UTF_8);
    }
}
