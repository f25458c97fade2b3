package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeriodTest {

    private static final LocalDate START = LocalDate.parse("2019-10-01");

    /** Short spans close together, so that they often touch. */
    @Provide
    Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 10))
                .as((from, days) -> new Period(START.plusDays(from), START.plusDays(from + days)));
    }

    @Property
    void spansOverlapExactlyWhenADayLiesInBoth(@ForAll("periods") Period one, @ForAll("periods") Period other) {
        boolean shared = one.from().datesUntil(one.to().plusDays(1)).anyMatch(other::contains);
        assertThat(one.overlaps(other)).isEqualTo(shared);
        assertThat(other.overlaps(one)).isEqualTo(shared);
    }

    @Property
    void aSpanContainsAnotherExactlyWhenItContainsEachOfItsDays(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        boolean every = other.from().datesUntil(other.to().plusDays(1)).allMatch(one::contains);
        assertThat(one.contains(other)).isEqualTo(every);
    }

    @Example
    void bothEndsAreIncluded() {
        Period day = new Period(START, START);
        assertThat(day.contains(START)).isTrue();
        assertThat(day.contains(START.minusDays(1))).isFalse();
        assertThat(day.contains(START.plusDays(1))).isFalse();
    }

    @Example
    void aFiscalYearIsNotLongerThanAYearButOneDayMoreIs() {
        Period year = new FiscalYear(2563).period();
        assertThat(year.isLongerThanAYear()).isFalse();
        assertThat(new Period(year.from(), year.to().plusDays(1)).isLongerThanAYear())
                .isTrue();
    }

    @Example
    void aSpanDoesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> new Period(START, START.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("period ends on 2019-09-30, before it begins on 2019-10-01");
    }
}
