package prongsai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import prongsai.model.Allowance;
import prongsai.model.AllowanceList;

class AllowancesTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 9, 30);
    private static final String SALT = "c2FsdA==";

    /** Made with another implementation: {@code hashlib.pbkdf2_hmac('sha256', ..., 210000)}. */
    private static final String HASH = "d6HpTp3nipTINS7INPISC9aP9TVqrhTy85mdWfXApCI=";

    @Test
    void theHashIsTheOneOfTheStandardAndOfTheSchema() {
        assertThat(Allowances.hash("1234567890121", SALT)).isEqualTo(HASH);
        assertThat(Pattern.matches("^[A-Za-z0-9+/=_-]{20,}$", HASH)).isTrue();
    }

    @Test
    void anEntryAllowsItsNumberAndNoOther() {
        Allowances allowances = allowances(Optional.empty());
        assertThat(allowances.allows("1234567890121")).isTrue();
        assertThat(allowances.allows("1234567890121")).isTrue();
        assertThat(allowances.allows("8000000000004")).isFalse();
        assertThat(allowances.expired()).isEmpty();
    }

    @Test
    void aSaltOfAnotherAgencyAllowsNothing() {
        AllowanceList list = new AllowanceList("other", List.of(entry(Optional.empty())));
        assertThat(new Allowances(Optional.of(list), TODAY).allows("1234567890121"))
                .isFalse();
    }

    @Test
    void theLastDayIsStillAllowedAndTheNextIsNot() {
        assertThat(allowances(Optional.of(TODAY)).allows("1234567890121")).isTrue();
        Allowances late = allowances(Optional.of(TODAY.minusDays(1)));
        assertThat(late.allows("1234567890121")).isFalse();
        assertThat(late.expired()).containsExactly(0);
    }

    @Test
    void withoutAFileNothingIsAllowedAndNothingHashed() {
        Allowances none = new Allowances(Optional.empty(), TODAY);
        // A million slow hashes would take a day.
        assertThat(IntStream.range(0, 1_000_000).anyMatch(i -> none.allows(Integer.toString(i))))
                .isFalse();
    }

    @Test
    void aFloodOfNumbersIsNotHashedToTheEnd() {
        Allowances allowances = allowances(Optional.empty());
        // 100,000 slow hashes would take hours.
        assertThat(IntStream.range(0, 100_000).parallel().anyMatch(i -> allowances.allows(Integer.toString(i))))
                .isFalse();
        assertThat(allowances.allows("1234567890121")).isFalse();
    }

    private static Allowances allowances(Optional<LocalDate> until) {
        return new Allowances(Optional.of(new AllowanceList(SALT, List.of(entry(until)))), TODAY);
    }

    private static Allowance entry(Optional<LocalDate> until) {
        return new Allowance(HASH, "reason", "by", until);
    }
}
