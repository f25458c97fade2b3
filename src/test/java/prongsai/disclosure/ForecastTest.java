package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import prongsai.model.FiscalYear;
import prongsai.model.Score;

class ForecastTest {

    private static final ItemStatus COMPLETE = new ItemStatus.Complete();
    private static final ItemStatus MISSING = new ItemStatus.Missing(List.of());
    private static final ItemStatus INCOMPLETE = new ItemStatus.Incomplete(List.of());
    private static final ItemStatus NOT_APPLICABLE = new ItemStatus.NotApplicable("ไม่มี");

    private final Catalogues catalogues = Catalogues.builtIn();

    private DisclosureReport report(int year, java.util.function.Function<String, ItemStatus> status) {
        Catalogue catalogue = catalogues.of(new FiscalYear(year)).orElseThrow();
        return new DisclosureReport(
                catalogue,
                catalogue.items().stream()
                        .map(i -> new ItemReport(i, List.of(), status.apply(i.code())))
                        .toList());
    }

    @Test
    void theItemsThatEarnedThePrintedResultOf2562GiveItsFigures() {
        // One of eight items missing in 9.2, one of seven in 9.3, two of four in 9.4, one of five in 9.5, two of
        // eight in 10.1: the table prints 100, 87.5, 85.71, 50, 80 and 75, 100.
        Set<String> missing = Set.of("O10", "O18", "O25", "O26", "O29", "O34", "O35");
        Forecast forecast = Forecast.of(report(2562, c -> missing.contains(c) ? MISSING : COMPLETE))
                .orElseThrow();

        assertThat(forecast.indicators())
                .flatExtracting(Forecast.IndicatorForecast::subIndicators)
                .extracting(s -> s.code() + " " + s.score().rounded())
                .containsExactly(
                        "9.1 100.00", "9.2 87.50", "9.3 85.71", "9.4 50.00", "9.5 80.00", "10.1 75.00", "10.2 100.00");
        assertThat(forecast.indicators())
                .extracting(i -> i.code() + " " + i.score().rounded())
                .containsExactly("9 80.64", "10 87.50");
        assertThat(forecast.score().rounded()).hasToString("84.07");
        assertThat(forecast.weighted().rounded()).hasToString("33.63");
    }

    @Test
    void anIncompleteItemEarnsNothing() {
        assertThat(Forecast.of(report(2563, c -> INCOMPLETE)).orElseThrow().score())
                .isEqualByComparingTo(Score.of("0"));
    }

    @Test
    void eachItemCostsItsShareAndTheDearestComesFirst() {
        Forecast forecast = Forecast.of(
                        report(2563, c -> Set.of("O1", "O25", "O42", "O43").contains(c) ? MISSING : COMPLETE))
                .orElseThrow();

        assertThat(forecast.costs())
                .extracting(c -> c.item().item().code() + " " + new Score(c.points()).rounded() + " "
                        + new Score(c.totalPoints()).rounded())
                .containsExactly("O42 12.50 5.00", "O43 12.50 5.00", "O25 2.50 1.00", "O1 1.11 0.44");
    }

    @Test
    void whatDoesNotApplyIsLeftOutOfTheMean() {
        Forecast forecast = Forecast.of(report(2563, c -> switch (c) {
                    case "O42" -> NOT_APPLICABLE;
                    case "O43" -> MISSING;
                    default -> COMPLETE;
                }))
                .orElseThrow();

        assertThat(forecast.score()).isEqualByComparingTo(Score.of("75"));
        assertThat(forecast.worth("O43").orElseThrow().points()).isEqualByComparingTo("25");
        assertThat(forecast.worth("O42")).isEmpty();
    }

    @Test
    void aYearInWhichNothingAppliesHasNoForecast() {
        assertThat(Forecast.of(report(2563, c -> NOT_APPLICABLE))).isEmpty();
    }

    @Property
    void scoreAndCostsMakeAHundred(@ForAll @IntRange(min = 2562, max = 2568) int year, @ForAll long seed) {
        Random random = new Random(seed);
        List<ItemStatus> kinds = List.of(COMPLETE, COMPLETE, MISSING, INCOMPLETE, NOT_APPLICABLE);
        Forecast forecast =
                Forecast.of(report(year, c -> kinds.get(random.nextInt(5)))).orElseThrow();
        List<BigDecimal> points = new ArrayList<>(List.of(forecast.score().value()));
        forecast.costs().forEach(c -> points.add(c.points()));

        assertThat(points).allSatisfy(p -> assertThat(p).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
        assertThat(points.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isCloseTo(BigDecimal.valueOf(100), within(new BigDecimal("0.000000001")));
        assertThat(forecast.weighted().value())
                .isEqualByComparingTo(forecast.score().value().multiply(new BigDecimal("0.4")));
    }
}
