package prongsai.render.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A scale from one figure to a larger one.
 *
 * @param from where the scale begins
 * @param to where it ends
 */
public record Scale(BigDecimal from, BigDecimal to) {

    private static final int WORKING_DECIMALS = 12;
    private static final int SHOWN_DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Scale {
        if (from.compareTo(to) >= 0) {
            throw new IllegalArgumentException("a scale cannot run from " + from + " to " + to);
        }
    }

    /** From nothing to {@code max}, as bars need it: their lengths can be compared. */
    public static Scale upTo(BigDecimal max) {
        return new Scale(BigDecimal.ZERO, max);
    }

    /** How far along the scale a figure lies, {@code 33.33%}; what lies outside stands at the end that it is beyond. */
    public String percent(BigDecimal value) {
        return decimal(share(value).multiply(HUNDRED)) + "%";
    }

    /** How far along the scale a figure lies, 0 to 1. */
    BigDecimal share(BigDecimal value) {
        return value.max(from).min(to).subtract(from).divide(to.subtract(from), WORKING_DECIMALS, RoundingMode.HALF_UP);
    }

    /** A number as SVG wants it: at most two decimals, none that say nothing, always a point. */
    static String decimal(BigDecimal number) {
        return number.setScale(SHOWN_DECIMALS, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
