package prongsai.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import prongsai.model.ActionPlan;
import prongsai.model.ActionPlan.Status;
import prongsai.model.StatisticsTable;
import prongsai.render.Charts.Bar;
import prongsai.render.Charts.PartFigure;
import prongsai.render.Charts.StackRow;
import prongsai.render.Charts.StackView;
import prongsai.render.RecordViews.Cell;
import prongsai.render.chart.Stack;
import prongsai.render.chart.TableCharts;

/** Pictures of counts: the progress of a plan, and tables of statistics. */
final class FigureCharts {

    private static final String UNKNOWN = "ไม่มีข้อมูล";
    private static final List<Status> STATUSES =
            List.of(Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED, Status.UNCLEAR);

    private final ThaiText text;

    FigureCharts(ThaiText text) {
        this.text = text;
    }

    /** Bars of one column of a table. */
    record ColumnChart(String caption, String summary, List<Bar> bars) {}

    /** The charts of a table of statistics. */
    record TableView(List<ColumnChart> columns, Optional<StackView> parts) {
        static final TableView NONE = new TableView(List.of(), Optional.empty());
    }

    /** How far each instrument's actions have come; nothing without an action. */
    Optional<StackView> progress(ActionPlan plan) {
        List<ActionPlan.Section> sections =
                plan.sections().stream().filter(s -> !s.actions().isEmpty()).toList();
        if (sections.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = List.of("ดำเนินการแล้ว", "กำลังดำเนินการ", "ยังไม่ดำเนินการ", "สถานะในต้นฉบับไม่ชัดเจน");
        List<List<BigDecimal>> counts =
                sections.stream().map(FigureCharts::counts).toList();
        Stack stack = Stack.of(counts);
        List<StackRow> rows = IntStream.range(0, sections.size())
                .mapToObj(i -> row(
                        sections.get(i).instrument() + " "
                                + ThaiText.instrument(sections.get(i).instrument()),
                        stack.bars().get(i),
                        names,
                        counts.get(i).stream().map(BigDecimal::toPlainString).toList(),
                        Integer.toString(sections.get(i).actions().size())))
                .toList();
        long done = plan.actions().stream()
                .filter(a -> a.currentStatus() == Status.DONE)
                .count();
        return Optional.of(new StackView(
                "ความก้าวหน้าของแผน " + text.fiscalYear(plan.year()) + " จำนวนเรื่องตามสถานะ",
                "ดำเนินการแล้ว " + done + " จาก " + plan.actions().size() + " เรื่อง",
                names,
                rows));
    }

    private static List<BigDecimal> counts(ActionPlan.Section section) {
        return STATUSES.stream()
                .map(status -> BigDecimal.valueOf(section.actions().stream()
                        .filter(a -> a.currentStatus() == status)
                        .count()))
                .toList();
    }

    /** A part of nothing is named in the table alone. */
    private StackRow row(String label, List<Stack.Part> parts, List<String> names, List<String> figures, String total) {
        List<PartFigure> named = IntStream.range(0, names.size())
                .mapToObj(i -> new PartFigure(i, names.get(i), text.amount(figures.get(i)), figures.get(i)))
                .toList();
        return new StackRow(label, parts, named, text.amount(total), total);
    }

    /** The charts of a table whose cells are already worded. */
    TableView of(StatisticsTable table, List<String> titles, List<List<Cell>> cells) {
        TableCharts charts = TableCharts.of(table);
        return new TableView(
                charts.bars().stream()
                        .map(b -> column(table, charts, b, titles, cells))
                        .toList(),
                charts.parts().map(p -> parts(table, charts, p, titles, cells)));
    }

    private ColumnChart column(
            StatisticsTable table,
            TableCharts charts,
            TableCharts.Bars drawn,
            List<String> titles,
            List<List<Cell>> cells) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < drawn.lengths().size(); i++) {
            List<Cell> row = cells.get(charts.rows().get(i));
            Cell figure = row.get(drawn.column());
            Optional<String> length = drawn.lengths().get(i);
            bars.add(new Bar(
                    row.get(0).text(),
                    length,
                    length.isPresent() ? figure.text() : UNKNOWN,
                    length.isPresent() ? figure.plain() : "",
                    "",
                    Optional.empty()));
        }
        String caption = titles.get(drawn.column());
        return new ColumnChart(caption, "แผนภูมิแท่ง " + caption + " " + rows(table, charts), bars);
    }

    private static String rows(StatisticsTable table, TableCharts charts) {
        return "แยกตาม" + table.columns().get(0).title() + " " + charts.rows().size() + " รายการ";
    }

    private StackView parts(
            StatisticsTable table,
            TableCharts charts,
            TableCharts.Parts drawn,
            List<String> titles,
            List<List<Cell>> cells) {
        List<String> names = drawn.columns().stream().map(titles::get).toList();
        List<StackRow> rows = IntStream.range(0, charts.rows().size())
                .mapToObj(i -> {
                    List<Cell> row = cells.get(charts.rows().get(i));
                    return row(
                            row.get(0).text(),
                            drawn.stack().bars().get(i),
                            names,
                            drawn.columns().stream()
                                    .map(c -> row.get(c).plain())
                                    .toList(),
                            row.get(drawn.whole()).plain());
                })
                .toList();
        String caption = titles.get(drawn.whole()) + " แยกเป็น "
                + Stream.of(names)
                        .flatMap(List::stream)
                        .reduce((a, b) -> a + " · " + b)
                        .orElse("");
        return new StackView(caption, "แผนภูมิแท่ง " + caption + " " + rows(table, charts), names, rows);
    }
}
