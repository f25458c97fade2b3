package prongsai.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prongsai.disclosure.ArithmeticFinding.GradeDiffers;
import prongsai.disclosure.ArithmeticFinding.IndicatorDiffers;
import prongsai.disclosure.ArithmeticFinding.InstrumentDiffers;
import prongsai.disclosure.ArithmeticFinding.InstrumentWorking;
import prongsai.disclosure.ArithmeticFinding.OverallDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingOrder;
import prongsai.disclosure.ArithmeticFinding.SumPart;
import prongsai.disclosure.ArithmeticFinding.SumWorking;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.InstrumentScore;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.Instrument;
import prongsai.model.Score;

/**
 * Recomputes a result from its own figures: sub-indicators to indicator, indicators to instrument, instruments to total,
 * total to grade, and the ranking.
 *
 * <p>Printed figures are rounded, so a recomputed one may differ by {@link #TOLERANCE}; two printed figures of the same
 * quantity must be equal. A contradiction higher up that vanishes with the recomputed figure below is one finding with
 * that below, not two. What cannot be recomputed because a part is not printed is not judged.
 */
public final class Arithmetic {

    /** How far a recomputed figure may lie from a printed one, itself included. */
    public static final BigDecimal TOLERANCE = new BigDecimal("0.01");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AssessmentResult result;
    private final Catalogue catalogue;
    private final Map<String, IndicatorDiffers> indicators = new LinkedHashMap<>();
    private final Map<Instrument, InstrumentDiffers> instruments = new EnumMap<>(Instrument.class);

    private Arithmetic(AssessmentResult result, Catalogue catalogue) {
        this.result = result;
        this.catalogue = catalogue;
    }

    /** Every contradiction, from the indicators up, then ranking and grade. */
    public static List<ArithmeticFinding> check(AssessmentResult result, Catalogue catalogue) {
        return new Arithmetic(result, catalogue).check();
    }

    private List<ArithmeticFinding> check() {
        result.indicators().forEach(this::checkIndicator);
        catalogue.instruments().forEach(i -> checkInstrument(i.code(), i.weight()));
        Optional<OverallDiffers> overall = checkOverall();
        List<ArithmeticFinding> findings = new ArrayList<>(indicators.values());
        findings.addAll(instruments.values());
        overall.ifPresent(findings::add);
        findings.addAll(checkRankingFigures());
        findings.addAll(checkRankingOrder());
        checkGrade().ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private void checkIndicator(IndicatorScore indicator) {
        List<SubIndicatorScore> parts = indicator.subIndicators();
        List<String> known = catalogue.subIndicatorsOf(indicator.code()).stream()
                .map(SubIndicator::code)
                .sorted()
                .toList();
        // Of some sub-indicators without the others there is no mean.
        if (parts.isEmpty()
                || !parts.stream()
                        .map(SubIndicatorScore::code)
                        .sorted()
                        .toList()
                        .equals(known)) {
            return;
        }
        Score mean = Score.mean(parts.stream().map(SubIndicatorScore::score).toList());
        if (!agree(mean, indicator.score())) {
            indicators.putIfAbsent(
                    indicator.code(),
                    new IndicatorDiffers(indicator.code(), parts, mean, indicator.score(), Optional.empty()));
        }
    }

    private void checkInstrument(Instrument instrument, int weight) {
        Optional<Score> printed = result.instrument(instrument).map(InstrumentScore::weighted);
        Optional<InstrumentWorking> asPrinted = working(instrument, weight, false);
        if (printed.isEmpty() || asPrinted.isEmpty() || agree(asPrinted.get().weighted(), printed.get())) {
            return;
        }
        Optional<InstrumentWorking> corrected =
                working(instrument, weight, true).filter(w -> agree(w.weighted(), printed.get()));
        if (corrected.isPresent()) {
            List<String> codes =
                    corrected.get().parts().stream().map(IndicatorScore::code).toList();
            indicators.replaceAll((code, f) -> codes.contains(code)
                    ? new IndicatorDiffers(code, f.parts(), f.recomputed(), f.printed(), corrected)
                    : f);
        } else {
            instruments.put(instrument, new InstrumentDiffers(asPrinted.get(), printed.get(), Optional.empty()));
        }
    }

    /**
     * An instrument's score from its indicators; empty unless all of them are known.
     *
     * @param corrected with the recomputed mean where an indicator's printed score contradicts its sub-indicators
     */
    private Optional<InstrumentWorking> working(Instrument instrument, int weight, boolean corrected) {
        List<IndicatorScore> parts = new ArrayList<>();
        for (Indicator indicator : catalogue.indicatorsOf(instrument)) {
            Optional<IndicatorScore> printed = result.indicator(indicator.code());
            if (printed.isEmpty()) {
                return Optional.empty();
            }
            Optional<Score> mean = Optional.ofNullable(indicators.get(indicator.code()))
                    .filter(f -> corrected)
                    .map(f -> f.recomputed().rounded());
            parts.add(new IndicatorScore(
                    indicator.code(), mean.orElse(printed.get().score()), List.of()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(InstrumentWorking.of(instrument, parts, weight));
    }

    private Optional<OverallDiffers> checkOverall() {
        Optional<SumWorking> sum = sum();
        if (sum.isEmpty()) {
            return Optional.empty();
        }
        instruments.replaceAll((i, f) -> new InstrumentDiffers(f.recomputed(), f.printed(), sum));
        boolean explained = isTotal(sum.get().printedSum())
                || (!instruments.isEmpty() && isTotal(sum.get().recomputedSum()));
        return explained ? Optional.empty() : Optional.of(new OverallDiffers(sum.get()));
    }

    private boolean isTotal(BigDecimal sum) {
        return sum.subtract(result.overall().value()).abs().compareTo(TOLERANCE) <= 0;
    }

    private Optional<SumWorking> sum() {
        List<SumPart> parts = new ArrayList<>();
        for (InstrumentWeight instrument : catalogue.instruments()) {
            Optional<Score> recomputed = working(instrument.code(), instrument.weight(), false)
                    .map(w -> w.weighted().rounded());
            Optional<Score> printed = result.instrument(instrument.code())
                    .map(InstrumentScore::weighted)
                    .or(() -> recomputed);
            if (printed.isEmpty()) {
                return Optional.empty();
            }
            boolean differs = instruments.containsKey(instrument.code());
            parts.add(new SumPart(
                    instrument.code(), printed.get(), differs ? recomputed.orElse(printed.get()) : printed.get()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new SumWorking(parts, result.overall()));
    }

    private List<RankingDiffers> checkRankingFigures() {
        List<RankingDiffers> findings = new ArrayList<>();
        for (Ranked ranked : result.ranking()) {
            result.indicator(ranked.indicator())
                    .map(IndicatorScore::score)
                    .filter(inTable -> !inTable.sameAs(ranked.score()))
                    .ifPresent(
                            inTable -> findings.add(new RankingDiffers(ranked.indicator(), ranked.score(), inTable)));
        }
        return findings;
    }

    /** A place is wrong only if the table agrees: else one wrong figure in the ranking would be two findings. */
    private List<RankingOrder> checkRankingOrder() {
        List<RankingOrder> findings = new ArrayList<>();
        for (int i = 1; i < result.ranking().size(); i++) {
            Ranked above = result.ranking().get(i - 1);
            Ranked below = result.ranking().get(i);
            boolean byRanking = below.score().compareTo(above.score()) > 0;
            boolean byTable = inTable(below).compareTo(inTable(above)) > 0;
            if (byRanking && byTable) {
                findings.add(new RankingOrder(above, below));
            }
        }
        return findings;
    }

    private Score inTable(Ranked ranked) {
        return result.indicator(ranked.indicator()).map(IndicatorScore::score).orElse(ranked.score());
    }

    private Optional<GradeDiffers> checkGrade() {
        Optional<String> printed =
                result.grade().filter(g -> catalogue.gradeNamed(g).isPresent());
        Set<GradeBand> earned = new LinkedHashSet<>();
        for (Map<Instrument, Score> scores : instrumentScores()) {
            catalogue.grade(result.overall(), scores).ifPresent(earned::add);
        }
        if (printed.isEmpty()
                || earned.isEmpty()
                || earned.stream().anyMatch(b -> b.grade().equals(printed.get()))) {
            return Optional.empty();
        }
        GradeBand band = earned.iterator().next();
        return Optional.of(new GradeDiffers(printed.get(), result.overall(), band));
    }

    /**
     * What the instruments' own scores may be: by their indicators, or by their printed points. Where neither is known for
     * an instrument, it may have reached every demand or none.
     */
    private List<Map<Instrument, Score>> instrumentScores() {
        Map<Instrument, Score> byIndicators = new EnumMap<>(Instrument.class);
        Map<Instrument, Score> byPoints = new EnumMap<>(Instrument.class);
        Map<Instrument, Score> atMost = new EnumMap<>(Instrument.class);
        for (InstrumentWeight i : catalogue.instruments()) {
            Optional<Score> mean =
                    working(i.code(), i.weight(), false).map(w -> w.mean().rounded());
            Optional<Score> points = i.weight() == 0
                    ? Optional.empty()
                    : result.instrument(i.code()).map(s -> unweighted(s.weighted(), i.weight()));
            mean.or(() -> points).ifPresent(s -> byIndicators.put(i.code(), s));
            points.or(() -> mean).ifPresent(s -> byPoints.put(i.code(), s));
            atMost.put(i.code(), mean.or(() -> points).orElse(new Score(HUNDRED)));
        }
        return List.of(byIndicators, byPoints, atMost);
    }

    private static Score unweighted(Score weighted, int weight) {
        BigDecimal score = weighted.value()
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(weight), Score.DECIMALS, RoundingMode.HALF_UP);
        return new Score(score.min(HUNDRED));
    }

    private static boolean agree(Score recomputed, Score printed) {
        return recomputed.distanceTo(printed).compareTo(TOLERANCE) <= 0;
    }
}
