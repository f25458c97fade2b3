package prongsai.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import prongsai.model.FiscalYear;
import prongsai.model.Period;
import prongsai.model.RecordId;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;
import prongsai.model.StatisticsTable.ColumnType;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** Reads {@code statistics/<year>/<slug>.json}. */
final class StatisticsReader {

    private StatisticsReader() {}

    static Optional<StatisticsTable> read(RecordId id, Fields fields, Problems problems) {
        Map<String, SourcePosition> keys = new TreeMap<>();
        List<Column> columns = fields.list("columns", c -> column(c, keys, problems));
        List<Map<String, String>> rows = rows(fields, columns, problems);
        return fields.ifWhole(new StatisticsTable(
                id,
                fields.required(fields.text("title"), ""),
                fields.required(fields.constant("kind", StatisticsTable.Kind.class), StatisticsTable.Kind.OTHER),
                fields.required(fields.fiscalYear("fiscalYear"), new FiscalYear(FiscalYear.FIRST)),
                fields.required(fields.period("period"), new Period(LocalDate.EPOCH, LocalDate.EPOCH)),
                columns,
                rows,
                fields.isTrue("none"),
                HeaderReader.claims(fields),
                fields.date("updated"),
                fields.addresses("formerly"),
                HeaderReader.source(fields)));
    }

    /**
     * @param keys the columns before this one, and where their keys stand
     */
    private static Optional<Column> column(Fields c, Map<String, SourcePosition> keys, Problems problems) {
        Optional<String> key = c.text("key");
        Optional<String> title = c.text("title");
        Optional<ColumnType> type = c.constant("type", ColumnType.class);
        if (key.isEmpty() || title.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        SourcePosition first = keys.putIfAbsent(key.get(), c.position("key"));
        if (first != null) {
            problems.add(ProblemCode.DUPLICATE_FIELD, c.position("key"), key.get(), first.line());
            return Optional.empty();
        }
        return Optional.of(new Column(key.get(), title.get(), type.get()));
    }

    private static List<Map<String, String>> rows(Fields fields, List<Column> columns, Problems problems) {
        List<String> keys = columns.stream().map(Column::key).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (Value item : fields.items("rows")) {
            if (item instanceof Value.Mapping mapping) {
                rows.add(row(fields.of(mapping), mapping, columns, keys, problems));
            }
        }
        return rows;
    }

    private static Map<String, String> row(
            Fields row, Value.Mapping mapping, List<Column> columns, List<String> keys, Problems problems) {
        for (String name : mapping.fields().keySet()) {
            if (!keys.contains(name)) {
                String known = Nearest.of(name, keys).orElseGet(() -> String.join(", ", keys));
                problems.add(ProblemCode.UNKNOWN_COLUMN, mapping.nameOf(name), name, known);
            }
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (Column column : columns) {
            cell(row, column, problems).ifPresent(text -> cells.put(column.key(), text));
        }
        return cells;
    }

    /** The cell as it was written; empty where there is none, or one that its column cannot hold. */
    private static Optional<String> cell(Fields row, Column column, Problems problems) {
        Optional<String> cell = row.textOrNumber(column.key());
        if (cell.isEmpty()) {
            return cell;
        }
        if (column.type().isNumeric() && row.number(column.key()).isEmpty()) {
            problems.add(ProblemCode.NOT_A_NUMBER, row.position(column.key()), column.key(), cell.get());
            return Optional.empty();
        }
        if (column.type() == ColumnType.DATE) {
            return row.day(column.key(), cell.get()).map(day -> cell.get());
        }
        return cell;
    }
}
