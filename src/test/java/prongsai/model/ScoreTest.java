package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class ScoreTest {

    @Property
    void isKeptAsItWasWritten(@ForAll @BigRange(min = "0", max = "100") @Scale(6) BigDecimal written) {
        Score score = Score.of(written.toPlainString());
        assertThat(score.value()).isEqualTo(new BigDecimal(written.toPlainString()));
        assertThat(new BigDecimal(score.text())).isEqualByComparingTo(written);
        assertThat(new BigDecimal(score.text()).scale())
                .isEqualTo(Math.max(2, score.value().scale()));
    }

    @Property
    void aShareIsExact(
            @ForAll @BigRange(min = "0", max = "100") @Scale(6) BigDecimal value,
            @ForAll @IntRange(max = 100) int weight) {
        BigDecimal share = new Score(value).weighted(weight).value();
        assertThat(share.movePointRight(2)).isEqualByComparingTo(value.multiply(BigDecimal.valueOf(weight)));
    }

    @Property
    void aMeanIsExactToTwentyDecimalsInAnyOrder(
            @ForAll @Size(min = 1, max = 12) List<@BigRange(min = "0", max = "100") @Scale(2) BigDecimal> values) {
        List<Score> scores = new ArrayList<>(values.stream().map(Score::new).toList());
        BigDecimal mean = Score.mean(scores).value();
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal slip =
                mean.multiply(BigDecimal.valueOf(values.size())).subtract(sum).abs();
        assertThat(slip).isLessThanOrEqualTo(new BigDecimal("6E-20"));
        Collections.reverse(scores);
        assertThat(Score.mean(scores).value()).isEqualTo(mean);
    }

    @Property
    void roundingMovesAScoreByHalfAHundredthAtMost(
            @ForAll @BigRange(min = "0", max = "100") @Scale(6) BigDecimal value) {
        Score score = new Score(value);
        assertThat(score.rounded().value().scale()).isEqualTo(2);
        assertThat(score.rounded().distanceTo(score)).isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Property
    void aNumberOutsideIsNoScore(@ForAll @BigRange(min = "-1000", max = "1000") @Scale(3) BigDecimal value) {
        boolean inside = value.signum() >= 0 && value.compareTo(new BigDecimal("100")) <= 0;
        assertThat(Score.isValid(value)).isEqualTo(inside);
        if (!inside) {
            assertThatThrownBy(() -> new Score(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("score " + value.toPlainString() + " is not in 0..100");
        }
    }

    @Example
    void isShownWithAtLeastTwoDecimals() {
        assertThat(Score.of("75.4")).hasToString("75.40");
        assertThat(Score.of("100")).hasToString("100.00");
        assertThat(Score.of("84.065")).hasToString("84.065");
        assertThat(Score.of("1E+1")).hasToString("10.00");
        assertThat(Score.of("0")).hasToString("0.00");
    }

    @Example
    void theFiguresOfAPrintedResultAreRecomputedToTheDigit() {
        Score oit = Score.mean(List.of(Score.of("80.64"), Score.of("87.50")));
        assertThat(oit.weighted(40)).satisfies(s -> assertThat(s.value()).isEqualByComparingTo("33.628"));
        assertThat(oit.weighted(40).rounded()).hasToString("33.63");
        assertThat(Score.of("0.005").rounded()).hasToString("0.01");
    }

    @Example
    void theSameQuantityMayBeWrittenInTwoWays() {
        assertThat(Score.of("75.4").sameAs(Score.of("75.40"))).isTrue();
        assertThat(Score.of("75.4")).isNotEqualTo(Score.of("75.40")).isEqualByComparingTo(Score.of("75.40"));
        assertThat(Score.of("80.64").sameAs(Score.of("80.65"))).isFalse();
    }
}
