package prongsai.render.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars made of parts, one after the other on one scale, so that bars and parts can be compared.
 *
 * @param bars in order, each with its parts
 */
public record Stack(List<List<Part>> bars) {

    public Stack {
        bars = bars.stream().map(List::copyOf).toList();
    }

    /**
     * One part of a bar.
     *
     * @param series which of the parts it is, from 0
     * @param x where it begins
     * @param width how long it is
     * @param end where it ends
     */
    public record Part(int series, String x, String width, String end) {}

    /**
     * Draws figures; a part of 0 has no length and is left out.
     *
     * @param bars figures of 0 and more
     * @throws IllegalArgumentException if no figure is above 0, or one is below
     */
    public static Stack of(List<List<BigDecimal>> bars) {
        BigDecimal longest = BigDecimal.ZERO;
        for (List<BigDecimal> bar : bars) {
            if (bar.stream().anyMatch(f -> f.signum() < 0)) {
                throw new IllegalArgumentException("a part cannot be below nothing: " + bar);
            }
            longest = longest.max(bar.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
        Scale scale = Scale.upTo(longest);
        return new Stack(bars.stream().map(bar -> parts(bar, scale)).toList());
    }

    private static List<Part> parts(List<BigDecimal> bar, Scale scale) {
        List<Part> parts = new ArrayList<>();
        BigDecimal start = BigDecimal.ZERO;
        for (int series = 0; series < bar.size(); series++) {
            BigDecimal end = start.add(bar.get(series));
            if (bar.get(series).signum() > 0) {
                parts.add(new Part(series, scale.percent(start), scale.percent(bar.get(series)), scale.percent(end)));
            }
            start = end;
        }
        return parts;
    }
}
