package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.DAY;
import static prongsai.site.DataColumn.Type.DECIMAL;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.TRUTH;
import static prongsai.site.DataColumn.Type.WHOLE;
import static prongsai.site.DataColumn.Type.YEAR;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.content.Entry;
import prongsai.model.PublicRecord;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;
import prongsai.model.StatisticsTable.ColumnType;
import prongsai.model.ThaiDate;
import prongsai.render.ThaiText;
import prongsai.site.Collection;
import prongsai.site.DataColumn;
import prongsai.site.DataColumn.Code;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;
import prongsai.source.StableName;

/** All tables of statistics as one, a row for each of their cells: each table has columns of its own. */
final class StatisticsData {

    private static final List<Code> KINDS = Arrays.stream(StatisticsTable.Kind.values())
            .map(k -> new Code(StableName.of(k), ThaiText.kind(k)))
            .toList();

    private static final List<Code> TYPES = List.of(
            new Code(StableName.of(ColumnType.TEXT), "ข้อความ"),
            new Code(StableName.of(ColumnType.NUMBER), "จำนวน"),
            new Code(StableName.of(ColumnType.MONEY), "จำนวนเงิน"),
            new Code(StableName.of(ColumnType.DATE), "วันที่"));

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of(YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณของตาราง")
                    .in("พ.ศ."),
            DataColumn.of(TEXT, "table", "ตาราง", "ชื่อตาราง"),
            DataColumn.of(TEXT, "kind", "ประเภท", "เรื่องของตัวเลขในตาราง").with(KINDS),
            DataColumn.of(DAY, "from", "ตั้งแต่วันที่", "วันแรกของช่วงเวลาในตาราง"),
            DataColumn.of(DAY, "to", "ถึงวันที่", "วันสุดท้ายของช่วงเวลาในตาราง"),
            DataColumn.of(TRUTH, "none", "ไม่มีรายการ", "หน่วยงานรายงานว่าไม่มีข้อมูลที่ต้องแสดงในช่วงเวลานี้"),
            DataColumn.of(WHOLE, "row", "แถวที่", "ลำดับแถวในตาราง เริ่มจาก 1 ว่างเมื่อตารางไม่มีแถว"),
            DataColumn.of(TEXT, "column", "คอลัมน์", "ชื่อคอลัมน์ในตาราง"),
            DataColumn.of(TEXT, "type", "ชนิดของค่า", "ชนิดของค่าในคอลัมน์ของตาราง")
                    .with(TYPES),
            DataColumn.of(TEXT, "text", "ข้อความ", "ค่าของช่องที่เป็นข้อความ หรือวันที่ (ค.ศ.)"),
            DataColumn.of(DECIMAL, "number", "ตัวเลข", "ค่าของช่องที่เป็นจำนวน"),
            DataColumn.of(TEXT, "unit", "หน่วย", "บาท สำหรับจำนวนเงิน"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของตาราง ไม่เปลี่ยนตลอดไป"));

    private static final Dataset.Head STATISTICS = new Dataset.Head(
            "statistics",
            "ข้อมูลเชิงสถิติ",
            "ตารางสถิติทุกตารางรวมกัน แถวละหนึ่งช่องของตาราง เพราะแต่ละตารางมีคอลัมน์ไม่เหมือนกัน",
            Kind.STATISTICS,
            Frequency.IRREGULAR,
            List.of("สถิติ", "เรื่องร้องเรียน", "การให้บริการ", "งบประมาณ"));

    private final Addresses addresses;
    private final List<List<Cell>> rows = new ArrayList<>();

    private StatisticsData(Addresses addresses) {
        this.addresses = addresses;
    }

    static Dataset dataset(Site site, Addresses addresses) {
        StatisticsData data = new StatisticsData(addresses);
        List<Entry<? extends PublicRecord>> listed = site.listed(Collection.STATISTICS);
        listed.forEach(e -> data.add((StatisticsTable) e.record()));
        return Dataset.of(STATISTICS, COLUMNS, listed.stream().map(Entry::record), data.rows);
    }

    private void add(StatisticsTable table) {
        if (table.rows().isEmpty()) {
            rows.add(row(table, Cell.none(), Optional.empty(), Optional.empty()));
        }
        int number = 0;
        for (Map<String, String> cells : table.rows()) {
            number++;
            for (Column column : table.columns()) {
                rows.add(
                        row(table, Cell.of(number), Optional.of(column), Optional.ofNullable(cells.get(column.key()))));
            }
        }
    }

    private List<Cell> row(StatisticsTable table, Cell number, Optional<Column> column, Optional<String> written) {
        Optional<ColumnType> type = column.map(Column::type);
        boolean numeric = type.filter(ColumnType::isNumeric).isPresent();
        return List.of(
                Cell.of(table.year().year()),
                Cell.of(table.title()),
                Cell.of(StableName.of(table.kind())),
                Cell.day(Optional.of(table.covered().from())),
                Cell.day(Optional.of(table.covered().to())),
                new Cell.Truth(table.none()),
                number,
                Cell.of(column.map(Column::title)),
                Cell.of(type.map(StableName::of)),
                numeric ? Cell.none() : Cell.of(written.map(w -> text(w, type))),
                numeric
                        ? written.<Cell>map(w -> new Cell.Figure(new BigDecimal(w)))
                                .orElse(Cell.none())
                        : Cell.none(),
                type.filter(ColumnType.MONEY::equals).isPresent() ? Cell.of("บาท") : Cell.none(),
                Cell.of(addresses.of(table.id())));
    }

    private static String text(String written, Optional<ColumnType> type) {
        return type.filter(ColumnType.DATE::equals).isPresent()
                ? ThaiDate.parse(written).map(Object::toString).orElse(written)
                : written;
    }
}
