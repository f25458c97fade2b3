package prongsai.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A score of the assessment (คะแนน) in points, 0..100, exactly as it was written: never binary floating point.
 *
 * @param value the number with the decimals that its source printed
 */
public record Score(BigDecimal value) implements Comparable<Score> {

    /** Decimals that results are announced with. */
    public static final int DECIMALS = 2;

    private static final BigDecimal MAX = BigDecimal.valueOf(100);
    private static final int WORKING_DECIMALS = 20;

    public Score {
        if (value.signum() < 0 || value.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("score " + value.toPlainString() + " is not in 0..100");
        }
    }

    public static Score of(String decimal) {
        return new Score(new BigDecimal(decimal));
    }

    public static boolean isValid(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(MAX) <= 0;
    }

    /** The arithmetic mean with twenty decimals, so that only the last step of a calculation rounds. */
    public static Score mean(List<Score> scores) {
        BigDecimal sum = scores.stream().map(Score::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Score(sum.divide(BigDecimal.valueOf(scores.size()), WORKING_DECIMALS, RoundingMode.HALF_UP));
    }

    /** This score's share of a total in which it weighs {@code weight} per cent: 84.065 at 40 is 33.626. */
    public Score weighted(int weight) {
        return new Score(value.multiply(BigDecimal.valueOf(weight)).movePointLeft(2));
    }

    /** Rounded half up to two decimals, as results are announced. */
    public Score rounded() {
        return new Score(value.setScale(DECIMALS, RoundingMode.HALF_UP));
    }

    /** At least two decimals and never fewer than were written: 75.4 is {@code 75.40}. */
    public String text() {
        return (value.scale() < DECIMALS ? value.setScale(DECIMALS, RoundingMode.UNNECESSARY) : value).toPlainString();
    }

    /** Whether both are the same quantity: 75.4 and 75.40 are. */
    public boolean sameAs(Score other) {
        return value.compareTo(other.value) == 0;
    }

    public BigDecimal distanceTo(Score other) {
        return value.subtract(other.value).abs();
    }

    @Override
    public int compareTo(Score other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return text();
    }
}
