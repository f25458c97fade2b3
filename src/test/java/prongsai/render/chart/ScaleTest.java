package prongsai.render.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {

    @ParameterizedTest
    @CsvSource({
        "0, 100, 88.19, 88.19%",
        "0, 100, 75.4, 75.4%",
        "0, 100, 0, 0%",
        "0, 100, 100.00, 100%",
        "0, 3, 1, 33.33%",
        "0, 3, 2, 66.67%",
        "0, 8000, 1, 0.01%",
        "0, 12500000, 8123456.75, 64.99%",
        "50, 100, 81.8, 63.6%",
        "0, 100, -3, 0%",
        "0, 100, 140, 100%",
    })
    void tellsInPerCentHowFarAFigureLies(BigDecimal from, BigDecimal to, BigDecimal value, String expected) {
        assertThat(new Scale(from, to).percent(value)).isEqualTo(expected);
    }

    @Test
    void cannotBeWithoutLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scale.upTo(BigDecimal.ZERO))
                .withMessage("a scale cannot run from 0 to 0");
    }
}
