package prongsai.render.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;

/**
 * Which charts a table of statistics (ข้อมูลเชิงสถิติ) can be drawn as; none where its columns or rows do not fit one.
 *
 * <p>The first column must name the rows: text or days, each different. Every other column of figures becomes bars on a
 * scale of its own, since nothing says that two columns count the same thing. Only where one column is in every row the
 * sum of the others do they share a scale, as parts of the whole.
 *
 * @param rows places of the rows that are drawn; rows that sum up the others are not among them
 * @param bars one chart a column
 * @param parts at most one chart, instead of bars
 */
public record TableCharts(List<Integer> rows, List<Bars> bars, Optional<Parts> parts) {

    /** Nothing to draw. */
    public static final TableCharts NONE = new TableCharts(List.of(), List.of(), Optional.empty());

    /** Longer tables are read more easily than their charts. */
    public static final int MOST_ROWS = 40;
    /** More charts than this on a page say less than the table. */
    public static final int MOST_COLUMNS = 5;
    /** Kinds of filling that can be told apart without colour. */
    public static final int MOST_PARTS = 4;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> SUMS = Set.of(
            "รวม",
            "รวมทั้งสิ้น",
            "รวมทั้งหมด",
            "รวมทั้งปี",
            "รวมทุกเดือน",
            "รวมเป็นเงิน",
            "ยอดรวม",
            "ทั้งหมด",
            "เฉลี่ย",
            "ค่าเฉลี่ย",
            "เฉลี่ยรวม",
            "เฉลี่ยต่อเดือน",
            "total");

    public TableCharts {
        rows = List.copyOf(rows);
        bars = List.copyOf(bars);
    }

    /**
     * Bars of one column.
     *
     * @param column its place in the table
     * @param lengths by row drawn; absent where the table has no figure
     */
    public record Bars(int column, List<Optional<String>> lengths) {
        public Bars {
            lengths = List.copyOf(lengths);
        }
    }

    /**
     * A whole and its parts.
     *
     * @param whole the column of the whole
     * @param columns those of the parts
     */
    public record Parts(int whole, List<Integer> columns, Stack stack) {
        public Parts {
            columns = List.copyOf(columns);
        }
    }

    /** Chooses the charts of a table. */
    public static TableCharts of(StatisticsTable table) {
        return new Choice(table).make();
    }

    private static final class Choice {

        private final StatisticsTable table;
        private final List<Integer> figures;

        Choice(StatisticsTable table) {
            this.table = table;
            this.figures = IntStream.range(0, table.columns().size())
                    .filter(i -> table.columns().get(i).type().isNumeric())
                    .boxed()
                    .toList();
        }

        TableCharts make() {
            if (figures.isEmpty() || figures.contains(0)) {
                return NONE;
            }
            List<Integer> rows = IntStream.range(0, table.rows().size())
                    .filter(r -> !isSum(r))
                    .boxed()
                    .toList();
            if (rows.size() < 2 || rows.size() > MOST_ROWS || !named(rows)) {
                return NONE;
            }
            Optional<Parts> parts = parts(rows);
            if (parts.isPresent()) {
                return new TableCharts(rows, List.of(), parts);
            }
            if (figures.size() > MOST_COLUMNS) {
                return NONE;
            }
            List<Bars> bars = new ArrayList<>();
            for (int column : figures) {
                bars(column, rows).ifPresent(bars::add);
            }
            return bars.isEmpty() ? NONE : new TableCharts(rows, bars, Optional.empty());
        }

        private String label(int row) {
            return table.rows()
                    .get(row)
                    .getOrDefault(table.columns().get(0).key(), "")
                    .strip();
        }

        private boolean named(List<Integer> rows) {
            Set<String> seen = new HashSet<>();
            return rows.stream().map(this::label).allMatch(l -> !l.isEmpty() && seen.add(l));
        }

        /** By its name, or as a row called a sum of something that is the sum of all rows above it. */
        private boolean isSum(int row) {
            String label = label(row).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
            return SUMS.contains(label)
                    || (label.startsWith("รวม") && row > 1 && figures.stream().allMatch(c -> sumsUp(row, c)));
        }

        private boolean sumsUp(int row, int column) {
            BigDecimal above = IntStream.range(0, row)
                    .mapToObj(r -> figure(r, column).orElse(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return figure(row, column).orElse(BigDecimal.ZERO).compareTo(above) == 0;
        }

        private Optional<BigDecimal> figure(int row, int column) {
            Map<String, String> cells = table.rows().get(row);
            return Optional.ofNullable(cells.get(table.columns().get(column).key()))
                    .map(BigDecimal::new);
        }

        private Optional<Bars> bars(int column, List<Integer> rows) {
            List<BigDecimal> known =
                    rows.stream().flatMap(r -> figure(r, column).stream()).toList();
            BigDecimal max = known.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
            if (known.size() < 2 || max.signum() == 0 || known.stream().anyMatch(f -> f.signum() < 0)) {
                return Optional.empty();
            }
            boolean ofHundred = isPercentage(table.columns().get(column)) && max.compareTo(HUNDRED) <= 0;
            Scale scale = Scale.upTo(ofHundred ? HUNDRED : max);
            return Optional.of(new Bars(
                    column,
                    rows.stream()
                            .map(r -> figure(r, column).map(scale::percent))
                            .toList()));
        }

        private static boolean isPercentage(Column column) {
            return column.title().contains("ร้อยละ") || column.title().contains("%");
        }

        private Optional<Parts> parts(List<Integer> rows) {
            if (figures.size() < 3 || figures.size() > MOST_PARTS + 1 || !oneType() || !complete(rows)) {
                return Optional.empty();
            }
            return figures.stream()
                    .filter(whole -> rows.stream().allMatch(r -> isWhole(whole, r)))
                    .filter(whole -> rows.stream()
                            .anyMatch(r -> figure(r, whole).orElseThrow().signum() > 0))
                    .findFirst()
                    .map(whole -> parts(whole, rows));
        }

        private boolean oneType() {
            return figures.stream()
                            .map(c -> table.columns().get(c).type())
                            .distinct()
                            .count()
                    == 1;
        }

        private boolean complete(List<Integer> rows) {
            return rows.stream()
                    .allMatch(r -> figures.stream()
                            .allMatch(c ->
                                    figure(r, c).filter(f -> f.signum() >= 0).isPresent()));
        }

        private boolean isWhole(int whole, int row) {
            BigDecimal sum = others(whole).stream()
                    .map(c -> figure(row, c).orElseThrow())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(figure(row, whole).orElseThrow()) == 0;
        }

        private List<Integer> others(int whole) {
            return figures.stream().filter(c -> c != whole).toList();
        }

        private Parts parts(int whole, List<Integer> rows) {
            List<Integer> columns = others(whole);
            List<List<BigDecimal>> figures = rows.stream()
                    .map(r -> columns.stream()
                            .map(c -> figure(r, c).orElseThrow())
                            .toList())
                    .toList();
            return new Parts(whole, columns, Stack.of(figures));
        }
    }
}
