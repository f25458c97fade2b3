package prongsai.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import prongsai.render.chart.Stack.Part;

class StackTest {

    private static List<BigDecimal> bar(String... figures) {
        return Stream.of(figures).map(BigDecimal::new).toList();
    }

    @Test
    void drawsAllBarsOnTheScaleOfTheLongest() {
        assertThat(Stack.of(List.of(bar("1", "0", "2"), bar("0", "1", "0"), bar("0", "0", "0")))
                        .bars())
                .containsExactly(
                        List.of(new Part(0, "0%", "33.33%", "33.33%"), new Part(2, "33.33%", "66.67%", "100%")),
                        List.of(new Part(1, "0%", "33.33%", "33.33%")),
                        List.of());
    }

    @Test
    void hasNoPlaceForLessThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stack.of(List.of(bar("2", "-1"))))
                .withMessage("a part cannot be below nothing: [2, -1]");
    }
}
