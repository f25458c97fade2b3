package prongsai.feeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import prongsai.model.PublicRecord;
import prongsai.site.DataColumn;
import prongsai.site.DatasetInfo;
import prongsai.site.DatasetInfo.Form;
import prongsai.site.OutputFile;

/**
 * A dataset (ชุดข้อมูล): a table whose columns are explained.
 *
 * @param rows makes them anew each time, each with a cell for every column: ten thousand are in memory only one by one
 */
record Dataset(DatasetInfo info, Supplier<Stream<List<Cell>>> rows) {

    /** What is told of a dataset whatever it holds; see {@link DatasetInfo}. */
    record Head(
            String name,
            String title,
            String description,
            DatasetInfo.Kind kind,
            DatasetInfo.Frequency frequency,
            List<String> keywords) {

        DatasetInfo with(List<DataColumn> columns, int rows, Optional<LocalDate> modified) {
            return new DatasetInfo(name, title, description, kind, frequency, keywords, columns, rows, modified);
        }
    }

    /**
     * A small dataset.
     *
     * @param records that it is made from
     */
    static Dataset of(
            Head head, List<DataColumn> columns, Stream<? extends PublicRecord> records, List<List<Cell>> rows) {
        return new Dataset(head.with(columns, rows.size(), lastChange(records)), rows::stream);
    }

    /** The latest day that a record tells of itself. */
    static Optional<LocalDate> lastChange(Stream<? extends PublicRecord> records) {
        return records.flatMap(r -> r.lastChange().stream()).max(LocalDate::compareTo);
    }

    /** Its files. CSV and JSON name the columns by their keys, the spreadsheet by their titles. */
    List<MadeFile> files(DatasetJson json) {
        return List.of(
                table(Form.CSV, out -> Csv.write(under(heads(DataColumn::key)), out)),
                table(Form.XLSX, out -> Xlsx.write(info.name(), under(heads(DataColumn::title)), widths(), out)),
                table(Form.JSON, out -> json.write(this, out)),
                new MadeFile(info.file(Form.SCHEMA), OutputFile.Kind.DATA, () -> json.schema(info)));
    }

    private MadeFile table(Form form, OutputFile.Writing writing) {
        return MadeFile.table(info.file(form), OutputFile.Kind.DATA, writing);
    }

    private List<Cell> heads(Function<DataColumn, String> word) {
        return info.columns().stream().map(word).map(Cell::of).toList();
    }

    private Stream<List<Cell>> under(List<Cell> head) {
        return Stream.concat(Stream.of(head), rows.get());
    }

    private List<Integer> widths() {
        return info.columns().stream().map(c -> width(c.type())).toList();
    }

    private static int width(DataColumn.Type type) {
        return switch (type) {
            case WHOLE, DECIMAL, YEAR, DAY, TRUTH -> 14;
            case TEXT -> 32;
            case TEXTS, ADDRESS, ADDRESSES -> 50;
        };
    }
}
