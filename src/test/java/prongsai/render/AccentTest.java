package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccentTest {
    private static final List<String> GROUNDS = List.of("#ffffff", "#faf8f2");

    @Test
    void khlongPhonsGreen() {
        assertThat(Accent.of("#0b5d4e")).isEqualTo(new Accent("#0b5d4e", "#0b5d4e", "#08453a", "#599187", "#e7efed"));
    }

    /** A grid over all colours: whatever passes AA on white gives shades that pass everywhere they are used. */
    @Test
    void everyColourWithAaOnWhiteGivesShadesThatKeepIt() {
        int tried = 0;
        for (int rgb = 0; rgb <= 0xffffff; rgb += 0x0b0d11) {
            Accent accent = Accent.of(String.format("#%06x", rgb));
            if (accent.contrastOnWhite() < 4.5) {
                continue;
            }
            tried++;
            assertThat(contrast(accent.mid(), "#efede6"))
                    .as("bars of %s", accent)
                    .isGreaterThanOrEqualTo(3);
            assertThat(contrast(accent.text(), accent.soft())).as("%s", accent).isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(accent.deep(), accent.soft())).as("%s", accent).isGreaterThanOrEqualTo(7);
            for (String ground : GROUNDS) {
                assertThat(contrast(accent.text(), ground)).as("%s", accent).isGreaterThanOrEqualTo(4.5);
                assertThat(contrast(accent.deep(), ground)).as("%s", accent).isGreaterThanOrEqualTo(7);
            }
        }
        assertThat(tried).isGreaterThan(5);
    }

    @Test
    void contrastIsThatOfWcag() {
        assertThat(Accent.of("#000000").contrastOnWhite()).isEqualTo(21);
        assertThat(Accent.of("#ffffff").contrastOnWhite()).isEqualTo(1);
        // The well-known lightest grey that passes AA on white, and the next one that does not.
        assertThat(Accent.of("#767676").contrastOnWhite()).isBetween(4.54, 4.55);
        assertThat(Accent.of("#777777").contrastOnWhite()).isBetween(4.47, 4.48);
    }

    @Test
    void refusesWhatIsNotAColour() {
        for (String wrong : List.of("", "green", "#0b5d4", "#0b5d4e0", "0b5d4e", "#0b5d4g")) {
            assertThatThrownBy(() -> Accent.of(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("colour is not #rrggbb: " + wrong);
        }
    }

    /** Written apart from the class under test, from the definition in WCAG 2.2. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a / b, b / a);
    }

    private static double luminance(String hex) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
