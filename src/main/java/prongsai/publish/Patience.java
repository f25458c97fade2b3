package prongsai.publish;

import java.time.Duration;

/**
 * How long to wait for another build of the same site.
 *
 * @param atMost zero: not at all
 * @param onWaiting called once, when the waiting begins
 */
public record Patience(Duration atMost, Runnable onWaiting) {

    public static final Patience NONE = new Patience(Duration.ZERO, () -> {});

    public Patience {
        if (atMost.isNegative()) {
            throw new IllegalArgumentException("one cannot wait for " + atMost);
        }
    }
}
