package prongsai.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import prongsai.render.chart.YearPlot.Column;
import prongsai.render.chart.YearPlot.Dot;
import prongsai.render.chart.YearPlot.Line;
import prongsai.render.chart.YearPlot.Pass;
import prongsai.render.chart.YearPlot.Year;

class YearPlotTest {

    private static final BigDecimal PASS = new BigDecimal("85");

    private static Year year(String score, String pass) {
        return new Year(decimal(score), decimal(pass));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    @Test
    void placesDotsLinesAndThePassMark() {
        YearPlot plot = YearPlot.of(List.of(year("80", "85"), year("90", "85")));
        assertThat(plot)
                .isEqualTo(new YearPlot(
                        "15.2em",
                        new BigDecimal("70"),
                        List.of(
                                new Column("25%", Optional.of(new Dot("9.53em", "8.63em"))),
                                new Column("75%", Optional.of(new Dot("5.87em", "4.97em")))),
                        List.of(new Line("25%", "9.53em", "75%", "5.87em")),
                        List.of(
                                new Pass("0%", "50%", "7.7em", true, "7.3em", PASS),
                                new Pass("50%", "100%", "7.7em", false, "7.3em", PASS))));
    }

    @Test
    void leavesAGapWhereAYearHasNoScoreAndDrawsNoLineOverIt() {
        YearPlot plot = YearPlot.of(List.of(year("80", ""), year("", ""), year("90", "")));
        assertThat(plot.years()).extracting(c -> c.dot().isPresent()).containsExactly(true, false, true);
        assertThat(plot.lines()).isEmpty();
        assertThat(plot.passes()).isEmpty();
    }

    @Test
    void namesAPassMarkWhereItChangesAndWhereTheYearBeforeHasNone() {
        YearPlot plot = YearPlot.of(
                List.of(year("80", "80"), year("80", "85"), year("80", "85.0"), year("80", ""), year("80", "85")));
        assertThat(plot.passes()).extracting(Pass::first).containsExactly(true, true, false, true);
    }

    @Test
    void beginsAtTheTenBelowTheLowestFigureAndNeverBelowNothing() {
        assertThat(YearPlot.of(List.of(year("75", "85"))).bottom()).isEqualByComparingTo("70");
        assertThat(YearPlot.of(List.of(year("74.99", "85"))).bottom()).isEqualByComparingTo("60");
        assertThat(YearPlot.of(List.of(year("100", ""))).bottom()).isEqualByComparingTo("90");
        assertThat(YearPlot.of(List.of(year("3", "85"))).bottom()).isEqualByComparingTo("0");
    }

    @Test
    void refusesMoreYearsThanStandApartOnAPhone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> YearPlot.of(Collections.nCopies(6, year("80", "85"))))
                .withMessage("6 years do not fit");
    }
}
