package prongsai.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.Instrument;
import prongsai.model.Score;

/**
 * Two figures of a result that contradict each other, with the working. The printed figure stays the official one; a
 * finding is shown beside it.
 */
public sealed interface ArithmeticFinding {

    /** The calculation on one line, in Arabic digits and signs of arithmetic alone. */
    String working();

    /**
     * An indicator's printed score is not the mean of its sub-indicators.
     *
     * @param recomputed the mean, unrounded
     * @param above the instrument's score with the recomputed mean, where that is what explains the printed one
     */
    record IndicatorDiffers(
            String indicator,
            List<SubIndicatorScore> parts,
            Score recomputed,
            Score printed,
            Optional<InstrumentWorking> above)
            implements ArithmeticFinding {
        public IndicatorDiffers {
            parts = List.copyOf(parts);
        }

        @Override
        public String working() {
            return mean(parts, SubIndicatorScore::score) + " = " + recomputed.rounded()
                    + above.map(a -> "; " + a.text()).orElse("");
        }
    }

    /**
     * An instrument's printed score is not the weighted mean of its indicators.
     *
     * @param sum how the printed and the recomputed figure add up to the total, where all parts are known
     */
    record InstrumentDiffers(InstrumentWorking recomputed, Score printed, Optional<SumWorking> sum)
            implements ArithmeticFinding {

        public Instrument instrument() {
            return recomputed.instrument();
        }

        @Override
        public String working() {
            return recomputed.text() + sum.map(s -> "; " + s.text()).orElse("");
        }
    }

    /** The printed total is not the sum of the instruments. */
    record OverallDiffers(SumWorking sum) implements ArithmeticFinding {

        public Score printed() {
            return sum.overall();
        }

        @Override
        public String working() {
            return sum.text();
        }
    }

    /** The ranking prints another score of an indicator than the table of scores does. */
    record RankingDiffers(String indicator, Score inRanking, Score inTable) implements ArithmeticFinding {

        @Override
        public String working() {
            return inTable + " ≠ " + inRanking;
        }
    }

    /** The ranking puts an indicator above one with a higher score. */
    record RankingOrder(Ranked above, Ranked below) implements ArithmeticFinding {

        @Override
        public String working() {
            return above.score() + " < " + below.score();
        }
    }

    /**
     * The printed grade is not the one that the printed total earns.
     *
     * @param band the grade earned
     */
    record GradeDiffers(String printed, Score overall, GradeBand band) implements ArithmeticFinding {

        @Override
        public String working() {
            return overall + " ≥ " + band.min();
        }
    }

    /**
     * How an instrument's score comes about.
     *
     * @param parts its indicators with the scores that were used
     * @param mean unrounded
     * @param weight per cent
     * @param weighted unrounded, in points of the total
     */
    record InstrumentWorking(
            Instrument instrument, List<IndicatorScore> parts, Score mean, int weight, Score weighted) {
        public InstrumentWorking {
            parts = List.copyOf(parts);
        }

        static InstrumentWorking of(Instrument instrument, List<IndicatorScore> parts, int weight) {
            Score mean = Score.mean(parts.stream().map(IndicatorScore::score).toList());
            return new InstrumentWorking(instrument, parts, mean, weight, mean.weighted(weight));
        }

        String text() {
            return ArithmeticFinding.mean(parts, IndicatorScore::score) + " = " + mean.rounded() + "; " + mean.rounded()
                    + " × " + weight + " % = " + weighted.rounded();
        }
    }

    /**
     * How the total comes about.
     *
     * @param parts the instruments in the order of the catalogue
     * @param overall the printed total
     */
    record SumWorking(List<SumPart> parts, Score overall) {
        public SumWorking {
            parts = List.copyOf(parts);
        }

        /** The sum of the printed figures. */
        public BigDecimal printedSum() {
            return sum(SumPart::printed);
        }

        /** The sum with the recomputed figure in place of each printed one that its own indicators contradict. */
        public BigDecimal recomputedSum() {
            return sum(SumPart::recomputed);
        }

        private BigDecimal sum(Function<SumPart, Score> figure) {
            return parts.stream().map(p -> figure.apply(p).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        String text() {
            String printed = line(SumPart::printed, printedSum());
            String recomputed = line(SumPart::recomputed, recomputedSum());
            return printed.equals(recomputed) ? printed : recomputed + "; " + printed;
        }

        private String line(Function<SumPart, Score> figure, BigDecimal sum) {
            return parts.stream().map(p -> figure.apply(p).text()).collect(Collectors.joining(" + ")) + " = "
                    + sum.setScale(Score.DECIMALS, RoundingMode.HALF_UP).toPlainString();
        }
    }

    /**
     * An instrument in the sum.
     *
     * @param recomputed rounded as results are announced; the printed figure where that is not contradicted
     */
    record SumPart(Instrument instrument, Score printed, Score recomputed) {}

    private static <T> String mean(List<T> parts, Function<T, Score> score) {
        String sum = parts.stream().map(p -> score.apply(p).text()).collect(Collectors.joining(" + "));
        return parts.size() == 1 ? sum : "(" + sum + ") ÷ " + parts.size();
    }
}
