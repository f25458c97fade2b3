package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.InstrumentScore;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

/** Results computed without rounding from the bottom up, then printed with two decimals, as announced ones are. */
class ArithmeticPropertiesTest {

    private final Catalogues catalogues = Catalogues.builtIn();

    @Property(tries = 10_000)
    void aResultThatWasComputedRightHasNoFinding(
            @ForAll @IntRange(min = 2562, max = 2568) int year, @ForAll long seed) {
        Catalogue catalogue = catalogues.of(new FiscalYear(year)).orElseThrow();

        assertThat(Arithmetic.check(valid(catalogue, new Random(seed)), catalogue))
                .isEmpty();
    }

    @Property(tries = 500)
    void anyFigureThatIsOffByHalfAPointIsFound(
            @ForAll @IntRange(min = 2562, max = 2568) int year, @ForAll long seed, @ForAll boolean up) {
        Catalogue catalogue = catalogues.of(new FiscalYear(year)).orElseThrow();
        AssessmentResult valid = valid(catalogue, new Random(seed));
        BigDecimal half = new BigDecimal(up ? "0.5" : "-0.5");
        List<AssessmentResult> wrong = new ArrayList<>();
        for (int figure = 0; figure < figures(valid); figure++) {
            changed(valid, figure, half).ifPresent(wrong::add);
        }

        assertThat(wrong)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(Arithmetic.check(r, catalogue)).isNotEmpty());
    }

    private static AssessmentResult valid(Catalogue catalogue, Random random) {
        Map<String, Score> exact = new LinkedHashMap<>();
        List<IndicatorScore> printed = new ArrayList<>();
        for (Indicator indicator : catalogue.indicators()) {
            List<SubIndicatorScore> parts = new ArrayList<>();
            List<Score> exactParts = new ArrayList<>();
            for (SubIndicator subIndicator : catalogue.subIndicatorsOf(indicator.code())) {
                exactParts.add(score(random));
                parts.add(new SubIndicatorScore(
                        subIndicator.code(),
                        exactParts.get(exactParts.size() - 1).rounded()));
            }
            Score score = exactParts.isEmpty() ? score(random) : Score.mean(exactParts);
            exact.put(indicator.code(), score);
            printed.add(new IndicatorScore(indicator.code(), score.rounded(), parts));
        }
        Map<Instrument, Score> means = new EnumMap<>(Instrument.class);
        List<InstrumentScore> instruments = new ArrayList<>();
        BigDecimal total = BigDecimal.ZERO;
        for (InstrumentWeight instrument : catalogue.instruments()) {
            Score mean = Score.mean(catalogue.indicatorsOf(instrument.code()).stream()
                    .map(i -> exact.getOrDefault(i.code(), Score.of("0")))
                    .toList());
            Score weighted = mean.weighted(instrument.weight());
            means.put(instrument.code(), mean.rounded());
            instruments.add(new InstrumentScore(instrument.code(), weighted.rounded()));
            total = total.add(weighted.value());
        }
        Score overall = new Score(total).rounded();
        return new AssessmentResult(
                catalogue.year(),
                overall,
                catalogue.grade(overall, means).map(GradeBand::grade),
                instruments,
                printed,
                ranking(printed),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static List<Ranked> ranking(List<IndicatorScore> indicators) {
        return indicators.stream()
                .sorted(Comparator.comparing(IndicatorScore::score).reversed())
                .map(i -> new Ranked(i.code(), i.score()))
                .toList();
    }

    /** Between 1 and 99, so that half a point more or less is still a score. */
    private static Score score(Random random) {
        return new Score(BigDecimal.valueOf(1_000_000 + random.nextInt(98_000_000), 6));
    }

    private static int figures(AssessmentResult r) {
        return 1
                + r.instruments().size()
                + r.indicators().stream()
                        .mapToInt(i -> 1 + i.subIndicators().size())
                        .sum()
                + r.ranking().size();
    }

    /** The result with its n-th figure changed; empty where the change leaves no score. */
    private static Optional<AssessmentResult> changed(AssessmentResult r, int n, BigDecimal by) {
        int[] left = {n};
        boolean[] possible = {true};
        UnaryOperator<Score> change = s -> {
            if (left[0]-- != 0) {
                return s;
            }
            BigDecimal changed = s.value().add(by);
            possible[0] = Score.isValid(changed);
            return possible[0] ? new Score(changed) : s;
        };
        AssessmentResult result = new AssessmentResult(
                r.year(),
                change.apply(r.overall()),
                r.grade(),
                r.instruments().stream()
                        .map(i -> new InstrumentScore(i.code(), change.apply(i.weighted())))
                        .toList(),
                r.indicators().stream()
                        .map(i -> new IndicatorScore(
                                i.code(),
                                change.apply(i.score()),
                                i.subIndicators().stream()
                                        .map(s -> new SubIndicatorScore(s.code(), change.apply(s.score())))
                                        .toList()))
                        .toList(),
                r.ranking().stream()
                        .map(k -> new Ranked(k.indicator(), change.apply(k.score())))
                        .toList(),
                r.published(),
                r.notes(),
                r.formerly(),
                r.source(),
                r.updated());
        return possible[0] ? Optional.of(result) : Optional.empty();
    }
}
