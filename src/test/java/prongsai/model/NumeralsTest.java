package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumeralsTest {

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("0123456789๐๑๒๓๔๕๖๗๘๙กข า่้.,- O\u200b\ud83c\uddf9")
                .ofMaxLength(30);
    }

    @Property
    void writingTwiceIsWritingOnce(@ForAll Numerals numerals, @ForAll("texts") String text) {
        assertThat(numerals.write(numerals.write(text))).isEqualTo(numerals.write(text));
    }

    @Property
    void thereAndBackLosesNothing(@ForAll("texts") String text) {
        assertThat(Numerals.ARABIC.write(Numerals.THAI.write(text))).isEqualTo(Numerals.ARABIC.write(text));
        assertThat(Numerals.THAI.write(Numerals.ARABIC.write(text))).isEqualTo(Numerals.THAI.write(text));
    }

    @Property
    void onlyDigitsChange(@ForAll Numerals numerals, @ForAll String text) {
        String written = numerals.write(text);
        assertThat(written).hasSameSizeAs(text);
        assertThat(written.replaceAll("[0-9๐-๙]", "#")).isEqualTo(text.replaceAll("[0-9๐-๙]", "#"));
    }

    @Property
    void aNumberIsReadBackWhateverItsDigits(@ForAll int number) {
        assertThat(Integer.parseInt(Numerals.ARABIC.write(Numerals.THAI.write(number))))
                .isEqualTo(number);
    }

    @Example
    void digitsOfOtherScriptsStay() {
        assertThat(Numerals.THAI.write("٣ ３ 3 ๓ ³")).isEqualTo("٣ ３ ๓ ๓ ³");
        assertThat(Numerals.ARABIC.write("๑,๒๓๔.๕๐")).isEqualTo("1,234.50");
    }
}
