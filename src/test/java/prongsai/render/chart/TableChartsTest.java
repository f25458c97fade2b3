package prongsai.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prongsai.model.FiscalYear;
import prongsai.model.RecordId;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;
import prongsai.model.StatisticsTable.ColumnType;
import prongsai.render.chart.Stack.Part;
import prongsai.render.chart.TableCharts.Bars;

class TableChartsTest {

    private static final FiscalYear YEAR = new FiscalYear(2565);

    /** Columns as {@code title:type}; cells by column, an empty one is missing. */
    private static TableCharts of(String columns, String... rows) {
        List<Column> made = new ArrayList<>();
        for (String column : columns.split("\\|", -1)) {
            String[] parts = column.split(":", -1);
            made.add(new Column("c" + made.size(), parts[0], ColumnType.valueOf(parts[1])));
        }
        List<Map<String, String>> cells = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split("\\|", -1);
            Map<String, String> map = new HashMap<>();
            IntStream.range(0, parts.length).filter(i -> !parts[i].isEmpty()).forEach(i -> map.put("c" + i, parts[i]));
            cells.add(map);
        }
        return TableCharts.of(new StatisticsTable(
                new RecordId("statistics/2565/x"),
                "x",
                StatisticsTable.Kind.OTHER,
                YEAR,
                YEAR.period(),
                made,
                cells,
                false,
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty()));
    }

    private static Bars bars(int column, String... lengths) {
        return new Bars(
                column,
                List.of(lengths).stream()
                        .map(l -> Optional.of(l).filter(x -> !x.isEmpty()))
                        .toList());
    }

    @Test
    void drawsEachColumnOfFiguresOnItsOwnScale() {
        TableCharts charts = of("เดือน:TEXT|คำขอ:NUMBER|ค่าธรรมเนียม:MONEY", "ต.ค.|10|2500.50", "พ.ย.|5|5001");
        assertThat(charts.bars()).containsExactly(bars(1, "100%", "50%"), bars(2, "50%", "100%"));
        assertThat(charts.parts()).isEmpty();
    }

    @Test
    void leavesAGapWhereACellIsMissing() {
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ข|", "ค|0").bars()).containsExactly(bars(1, "100%", "", "0%"));
    }

    @Test
    void drawsPercentagesAgainstAHundred() {
        assertThat(of("งาน:TEXT|พึงพอใจ (ร้อยละ):NUMBER", "ก|96.4", "ข|88").bars())
                .containsExactly(bars(1, "96.4%", "88%"));
        assertThat(of("งาน:TEXT|เพิ่มขึ้น (%):NUMBER", "ก|200", "ข|50").bars()).containsExactly(bars(1, "100%", "25%"));
    }

    @Test
    void leavesOutRowsThatSumUpTheOthers() {
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ข|2", "รวม ทั้งสิ้น|6").rows())
                .containsExactly(0, 1);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ข|2", "รวมทุกงานของกอง|6").rows())
                .containsExactly(0, 1);
        assertThat(of("งาน:TEXT|คะแนน:NUMBER", "ก|4", "ข|2", "เฉลี่ย|3").rows()).containsExactly(0, 1);
    }

    @Test
    void keepsARowThatOnlySoundsLikeASum() {
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ข|2", "รวมพลังชุมชน|9").rows())
                .containsExactly(0, 1, 2);
    }

    @Test
    void drawsPartsOfAWholeTogetherWhereTheyAddUpInEveryRow() {
        TableCharts charts = of("เรื่อง:TEXT|รับ:NUMBER|เสร็จ:NUMBER|ค้าง:NUMBER", "ก|4|3|1", "ข|2|2|0", "รวม|6|5|1");
        assertThat(charts.bars()).isEmpty();
        assertThat(charts.parts())
                .contains(new TableCharts.Parts(
                        1,
                        List.of(2, 3),
                        new Stack(List.of(
                                List.of(new Part(0, "0%", "75%", "75%"), new Part(1, "75%", "25%", "100%")),
                                List.of(new Part(0, "0%", "50%", "50%"))))));
    }

    @Test
    void drawsColumnsApartWhereTheyDoNotAddUp() {
        assertThat(of("เรื่อง:TEXT|รับ:NUMBER|เสร็จ:NUMBER|ค้าง:NUMBER", "ก|4|3|1", "ข|2|2|1")
                        .bars())
                .containsExactly(bars(1, "100%", "50%"), bars(2, "100%", "66.67%"), bars(3, "100%", "100%"));
    }

    @Test
    void drawsNothingThatTheTableDoesNotSay() {
        assertThat(of("งาน:TEXT|หมายเหตุ:TEXT", "ก|x", "ข|y")).as("no figures").isEqualTo(TableCharts.NONE);
        assertThat(of("จำนวน:NUMBER|งาน:TEXT", "4|ก", "2|ข"))
                .as("rows without a name")
                .isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ก|2"))
                .as("two of one name")
                .isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "|2"))
                .as("one without a name")
                .isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "รวม|4")).as("one row").isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|0", "ข|0")).as("nothing but 0").isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|ต่าง:NUMBER", "ก|4", "ข|-2")).as("below 0").isEqualTo(TableCharts.NONE);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", "ก|4", "ข|")).as("one figure").isEqualTo(TableCharts.NONE);
    }

    @Test
    void drawsNoTableThatIsTooLongOrTooWide() {
        String[] rows = IntStream.rangeClosed(1, TableCharts.MOST_ROWS + 1)
                .mapToObj(i -> "งาน " + i + "|" + i)
                .toArray(String[]::new);
        assertThat(of("งาน:TEXT|คำขอ:NUMBER", rows)).isEqualTo(TableCharts.NONE);
        String wide = "งาน:TEXT" + "|คำขอ:NUMBER".repeat(TableCharts.MOST_COLUMNS + 1);
        assertThat(of(wide, "ก|1|2|3|4|5|6", "ข|1|2|3|4|5|6")).isEqualTo(TableCharts.NONE);
    }
}
