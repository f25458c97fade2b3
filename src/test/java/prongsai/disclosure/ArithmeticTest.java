package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.disclosure.ArithmeticFinding.IndicatorDiffers;
import prongsai.disclosure.ArithmeticFinding.InstrumentDiffers;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

class ArithmeticTest {

    private static List<ArithmeticFinding> check(Results results) {
        FiscalYear year = results.build().year();
        return Arithmetic.check(results.build(), Catalogues.builtIn().of(year).orElseThrow());
    }

    /** Each finding's kind and working. */
    private static List<String> workings(Results results) {
        return check(results).stream()
                .map(f -> f.getClass().getSimpleName() + ": " + f.working())
                .toList();
    }

    @Test
    void thePrintedResultHasExactlyTwoContradictions() {
        assertThat(workings(Results.printed()))
                .containsExactly(
                        "InstrumentDiffers: (80.64 + 87.50) ÷ 2 = 84.07; 84.07 × 40 % = 33.63;"
                                + " 24.15 + 24.02 + 33.63 = 81.80; 24.15 + 24.02 + 33.17 = 81.34",
                        "RankingDiffers: 80.64 ≠ 80.65");
    }

    @Test
    void aFindingCarriesBothFiguresAndTheWholeWorking() {
        InstrumentDiffers finding = (InstrumentDiffers) check(Results.printed()).get(0);

        assertThat(finding.instrument()).isEqualTo(Instrument.OIT);
        assertThat(finding.printed()).isEqualTo(Score.of("33.17"));
        assertThat(finding.recomputed().weighted().rounded()).isEqualTo(Score.of("33.63"));
        assertThat(finding.recomputed().weighted().value()).isEqualByComparingTo("33.628");
        assertThat(finding.recomputed().mean().value()).isEqualByComparingTo("84.07");
        assertThat(finding.recomputed().weight()).isEqualTo(40);
        assertThat(finding.sum().orElseThrow().printedSum()).isEqualTo(new BigDecimal("81.34"));
        assertThat(finding.sum().orElseThrow().recomputedSum()).isEqualTo(new BigDecimal("81.80"));
        assertThat(finding.sum().orElseThrow().overall()).isEqualTo(Score.of("81.80"));
    }

    @Test
    void aResultThatAddsUpHasNone() {
        assertThat(check(Results.consistent())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"80.63, true", "80.64, true", "80.65, true", "80.66, false", "80.62, false"})
    void aMeanMayDifferByOneHundredth(String printed, boolean agrees) {
        // The mean of these five is exactly 80.64.
        Results results = Results.consistent().indicator("9", printed, "100", "87.5", "85.7", "50", "80");

        assertThat(check(results).isEmpty()).isEqualTo(agrees);
    }

    @Test
    void anIndicatorThatItsSubIndicatorsContradictExplainsTheInstrumentToo() {
        Results results = Results.consistent().indicator("9", "81.64", "100", "87.5", "85.71", "50", "80");

        assertThat(workings(results))
                .containsExactly("IndicatorDiffers: (100.00 + 87.50 + 85.71 + 50.00 + 80.00) ÷ 5 = 80.64;"
                        + " (80.64 + 87.50) ÷ 2 = 84.07; 84.07 × 40 % = 33.63");
        IndicatorDiffers finding = (IndicatorDiffers) check(results).get(0);
        assertThat(finding.printed()).isEqualTo(Score.of("81.64"));
        assertThat(finding.recomputed().value()).isEqualByComparingTo("80.642");
    }

    @Test
    void anIndicatorWithoutSubIndicatorsIsTakenAsPrinted() {
        assertThat(check(Results.consistent().indicator("9", "80.64"))).isEmpty();
    }

    @Test
    void someSubIndicatorsWithoutTheOthersGiveNoMean() {
        assertThat(check(Results.consistent().indicator("9", "80.64", "100", "87.5")))
                .isEmpty();
    }

    @Test
    void aTotalThatNoPartExplainsIsAFindingOfItsOwn() {
        assertThat(workings(Results.consistent().overall("82.30", "B")))
                .containsExactly("OverallDiffers: 24.15 + 24.02 + 33.63 = 81.80");
    }

    @Test
    void anInstrumentThatIsWrongTogetherWithTheTotalIsOneFinding() {
        assertThat(workings(
                        Results.consistent().weighted("24.15", "24.02", "33.17").overall("81.34", "B")))
                .containsExactly("InstrumentDiffers: (80.64 + 87.50) ÷ 2 = 84.07; 84.07 × 40 % = 33.63;"
                        + " 24.15 + 24.02 + 33.63 = 81.80; 24.15 + 24.02 + 33.17 = 81.34");
    }

    @Test
    void aTotalThatNeitherSumExplainsIsASecondFinding() {
        assertThat(check(
                        Results.consistent().weighted("24.15", "24.02", "33.17").overall("80.00", "B")))
                .extracting(f -> f.getClass().getSimpleName())
                .containsExactly("InstrumentDiffers", "OverallDiffers");
    }

    @Test
    void aMissingIndicatorLeavesItsInstrumentUnjudged() {
        Results results = new Results(2562).overall("81.80", "B").weighted("24.15", "24.02", "33.63");

        assertThat(check(results.indicator("9", "10"))).isEmpty();
    }

    @Test
    void theRankingMustDescend() {
        Results results = Results.consistent()
                .ranked("1", "88.19")
                .ranked("7", "83.36")
                .ranked("10", "87.50")
                .ranked("5", "81.30");

        assertThat(workings(results)).containsExactly("RankingOrder: 83.36 < 87.50");
    }

    @Test
    void aWrongFigureInTheRankingIsNotAlsoAWrongPlace() {
        Results results =
                Results.consistent().ranked("1", "88.19").ranked("10", "88.50").ranked("7", "83.36");

        assertThat(workings(results)).containsExactly("RankingDiffers: 87.50 ≠ 88.50");
    }

    @Test
    void equalScoresMayStandInEitherOrder() {
        Results results = new Results(2562).indicator("1", "80").indicator("2", "80.00");

        assertThat(check(results.ranked("2", "80").ranked("1", "80.0"))).isEmpty();
    }

    @Test
    void theGradeMustBeTheOneThatTheTotalEarns() {
        assertThat(workings(Results.consistent().overall("81.80", "A"))).containsExactly("GradeDiffers: 81.80 ≥ 75.00");
    }

    @Test
    void anUnknownGradeIsNotJudged() {
        assertThat(check(Results.consistent().overall("81.80", "B+"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ผ่าน, 0", "ผ่านดี, 1", "ต้องปรับปรุง, 1"})
    void since2566TheGradeLooksAtEveryInstrument(String grade, int findings) {
        // The total is over 85, but the open data instrument alone has 80.
        Results results = new Results(2566).overall("87.50", grade).weighted("27.75", "27.75", "32.00");
        for (int i = 1; i <= 8; i++) {
            results.indicator(Integer.toString(i), "92.5");
        }
        results.indicator("9", "80").indicator("10", "80");

        assertThat(check(results)).hasSize(findings);
    }
}
