package prongsai.render.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Scores over the years: a column a year, a dot where a score is known, a line between years that follow each other, and
 * the pass mark of each year. A year without a score has no dot, and no line leads over it.
 *
 * @param height of the drawing, {@code 16.4em}
 * @param bottom where the scale begins, in points; not always 0, so it must be said
 * @param years in order, the first at the left
 * @param lines between dots
 * @param passes the pass mark, a piece a year
 */
public record YearPlot(String height, BigDecimal bottom, List<Column> years, List<Line> lines, List<Pass> passes) {

    /** More years than this cannot keep their figures apart on a narrow screen. */
    public static final int MOST = 5;

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final BigDecimal STEP = BigDecimal.TEN;
    /** Em above the scale, for the figure over the highest dot. */
    private static final BigDecimal HEAD = new BigDecimal("2.2");

    private static final BigDecimal BODY = new BigDecimal("11");
    private static final BigDecimal FOOT = new BigDecimal("2");
    /** Em from a dot's middle to its figure. */
    private static final BigDecimal LIFT = new BigDecimal("0.9");

    public YearPlot {
        years = List.copyOf(years);
        lines = List.copyOf(lines);
        passes = List.copyOf(passes);
    }

    /** What is known of a year, in points of 0 to 100. */
    public record Year(Optional<BigDecimal> score, Optional<BigDecimal> pass) {}

    /**
     * One year.
     *
     * @param x the middle of its column
     * @param dot absent where no score is known
     */
    public record Column(String x, Optional<Dot> dot) {}

    /**
     * A score.
     *
     * @param y of its middle
     * @param figure the foot of the figure over it
     */
    public record Dot(String y, String figure) {}

    /** A line from dot to dot. */
    public record Line(String x1, String y1, String x2, String y2) {}

    /**
     * A pass mark over the width of a year's column.
     *
     * @param first whether the year before had another, so that this one must be named
     * @param label the foot of its name
     */
    public record Pass(String x1, String x2, String y, boolean first, String label, BigDecimal mark) {}

    /**
     * Draws years that follow each other without a break.
     *
     * @throws IllegalArgumentException without a year, or with more than {@value #MOST}
     */
    public static YearPlot of(List<Year> years) {
        if (years.isEmpty() || years.size() > MOST) {
            throw new IllegalArgumentException(years.size() + " years do not fit");
        }
        return new Drawing(years).make();
    }

    private static final class Drawing {

        private final List<Year> years;
        private final Scale up;
        private final Scale across;

        Drawing(List<Year> years) {
            this.years = years;
            this.up = new Scale(bottom(years), FULL);
            this.across = Scale.upTo(BigDecimal.valueOf(2L * years.size()));
        }

        /** The ten below the lowest figure, with half a step to spare. */
        private static BigDecimal bottom(List<Year> years) {
            BigDecimal low = years.stream()
                    .flatMap(y -> Stream.concat(y.score().stream(), y.pass().stream()))
                    .reduce(FULL, BigDecimal::min);
            return low.subtract(BigDecimal.valueOf(5))
                    .divide(STEP, 0, RoundingMode.FLOOR)
                    .multiply(STEP)
                    .max(BigDecimal.ZERO);
        }

        YearPlot make() {
            List<Column> columns = new ArrayList<>();
            List<Line> lines = new ArrayList<>();
            List<Pass> passes = new ArrayList<>();
            for (int i = 0; i < years.size(); i++) {
                Year year = years.get(i);
                columns.add(new Column(middle(i), year.score().map(this::dot)));
                if (i > 0) {
                    line(i - 1, i).ifPresent(lines::add);
                }
                if (year.pass().isPresent()) {
                    passes.add(pass(i, year.pass().get()));
                }
            }
            BigDecimal height = HEAD.add(BODY).add(FOOT);
            return new YearPlot(Scale.decimal(height) + "em", up.from(), columns, lines, passes);
        }

        private Optional<Line> line(int from, int to) {
            return years.get(from)
                    .score()
                    .flatMap(a -> years.get(to).score().map(b -> new Line(middle(from), y(a), middle(to), y(b))));
        }

        private Pass pass(int i, BigDecimal mark) {
            boolean first = i == 0
                    || years.get(i - 1)
                            .pass()
                            .filter(before -> before.compareTo(mark) == 0)
                            .isEmpty();
            String label = em(depth(mark).subtract(new BigDecimal("0.4")));
            return new Pass(edge(i), edge(i + 1), y(mark), first, label, mark);
        }

        private Dot dot(BigDecimal score) {
            return new Dot(y(score), em(depth(score).subtract(LIFT)));
        }

        private String middle(int i) {
            return across.percent(BigDecimal.valueOf(2L * i + 1));
        }

        private String edge(int i) {
            return across.percent(BigDecimal.valueOf(2L * i));
        }

        private String y(BigDecimal value) {
            return em(depth(value));
        }

        private BigDecimal depth(BigDecimal value) {
            return HEAD.add(BODY.multiply(BigDecimal.ONE.subtract(up.share(value))));
        }

        private static String em(BigDecimal number) {
            return Scale.decimal(number) + "em";
        }
    }
}
