package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statistics (ข้อมูลเชิงสถิติ) as a table.
 *
 * @param rows cells as text by the column's key; a column without a cell is absent from the map
 * @param none says plainly that there was nothing to report, which is itself a disclosure
 */
public record StatisticsTable(
        RecordId id,
        String title,
        Kind kind,
        FiscalYear year,
        Period covered,
        List<Column> columns,
        List<Map<String, String>> rows,
        boolean none,
        List<Claim> discloses,
        Optional<LocalDate> updated,
        List<String> formerly,
        Optional<Source> source)
        implements PublicRecord {

    public StatisticsTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(Map::copyOf).toList();
        discloses = List.copyOf(discloses);
        formerly = List.copyOf(formerly);
    }

    @Override
    public Optional<LocalDate> date() {
        return Optional.empty();
    }

    @Override
    public Optional<FiscalYear> fiscalYear() {
        return Optional.of(year);
    }

    @Override
    public Optional<Period> period() {
        return Optional.of(covered);
    }

    /** What the figures are about. */
    public enum Kind {
        /** เรื่องร้องเรียน */
        COMPLAINTS,
        /** การให้บริการ */
        SERVICES,
        /** ความพึงพอใจ */
        SATISFACTION,
        /** งบประมาณ */
        BUDGET,
        /** การจัดซื้อจัดจ้าง */
        PROCUREMENT,
        /** อื่น ๆ */
        OTHER
    }

    /** A column of the table. */
    public record Column(String key, String title, ColumnType type) {}

    /** How the cells of a column are read and shown. */
    public enum ColumnType {
        TEXT,
        NUMBER,
        /** Baht (บาท). */
        MONEY,
        DATE;

        public boolean isNumeric() {
            return this == NUMBER || this == MONEY;
        }
    }
}
