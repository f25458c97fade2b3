package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {

    private static final List<Integer> NUMBERS =
            IntStream.range(0, 1000).boxed().toList();

    @Test
    void givesTheResultsInTheOrderOfTheItems() {
        assertThat(SideBySide.map(NUMBERS, n -> {
                    busy(n % 7);
                    return "n" + n;
                }))
                .isEqualTo(NUMBERS.stream().map(n -> "n" + n).toList());
        assertThat(SideBySide.map(List.of(), n -> n)).isEmpty();
    }

    private static void busy(int rounds) {
        for (int i = 0; i < rounds * 100; i++) {
            Thread.onSpinWait();
        }
    }

    @Test
    void throwsWhatAPieceThrowsWhenNoOtherIsUnderWayAndBeginsNoFurther() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch thrown = new CountDownLatch(1);
        IllegalStateException failure = new IllegalStateException("piece 0");
        assertThatThrownBy(() -> SideBySide.map(NUMBERS, n -> {
                    begun.incrementAndGet();
                    if (n == 0) {
                        thrown.countDown();
                        throw failure;
                    }
                    await(thrown);
                    busy(1000);
                    return ended.incrementAndGet();
                }))
                .isSameAs(failure);
        assertThat(begun.get()).isLessThan(NUMBERS.size() / 2);
        assertThat(ended.get()).isEqualTo(begun.get() - 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void throwsAnErrorAsItIs() {
        AssertionError error = new AssertionError("piece");
        assertThatThrownBy(() -> SideBySide.map(List.of(1), n -> {
                    throw error;
                }))
                .isSameAs(error);
    }
}
