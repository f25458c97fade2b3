package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class NationalIdTest {

    @Example
    void theLastDigitChecksTheOthers() {
        assertThat(NationalId.isValid("1234567890121")).isTrue();
        assertThat(NationalId.isValid("1234567890120")).isFalse();
        assertThat(NationalId.isValid("1234567890211")).isFalse();
    }

    /** 11 less what the weighted sum leaves over 11; ten and eleven have no digit of their own. */
    @Example
    void checkDigitsTenAndElevenAreZeroAndOne() {
        assertThat(NationalId.checkDigit("200000000000")).isEqualTo(7);
        assertThat(NationalId.checkDigit("100000000005")).isEqualTo(0);
        assertThat(NationalId.checkDigit("100000000013")).isEqualTo(1);
    }

    @Example
    void agenciesAndOtherFirstDigitsAreNoPersons() {
        assertThat(NationalId.isValid("0994000165890")).isFalse();
        assertThat(NationalId.isValid("9" + "00000000000" + NationalId.checkDigit("900000000000")))
                .isFalse();
    }

    @Example
    void otherTextIsNoId() {
        assertThat(NationalId.isValid("")).isFalse();
        assertThat(NationalId.isValid("123456789012")).isFalse();
        assertThat(NationalId.isValid("12345678901211")).isFalse();
        assertThat(NationalId.isValid("๑๒๓๔๕๖๗๘๙๐๑๒๑")).isFalse();
        assertThat(NationalId.isValid("1-2345-67890-")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NationalId("1234567890120"))
                .withMessage("not a national ID");
    }

    @Example
    void isMaskedWhereverItIsPrinted() {
        assertThat(new NationalId("1234567890121")).hasToString("1-xxxx-xxxxx-12-1");
    }

    @Property
    void everyTwelveDigitsHaveExactlyOneCheckDigit(
            @ForAll @LongRange(min = 100_000_000_000L, max = 899_999_999_999L) long first12) {
        String digits = Long.toString(first12);
        String id = digits + NationalId.checkDigit(digits);
        assertThat(NationalId.isValid(id)).isTrue();
        for (int last = 0; last < 10; last++) {
            assertThat(NationalId.isValid(digits + last)).isEqualTo(id.endsWith(Integer.toString(last)));
        }
    }
}
