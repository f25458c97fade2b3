package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class FiscalYearTest {

    @Property
    void everyDayLiesInItsYearAndInNoOther(
            @ForAll @DateRange(min = "1957-10-01", max = "2155-09-30") LocalDate day,
            @ForAll @IntRange(min = FiscalYear.FIRST, max = FiscalYear.LAST) int other) {
        FiscalYear year = FiscalYear.of(day);
        assertThat(year.period().contains(day)).isTrue();
        assertThat(new FiscalYear(other).period().contains(day)).isEqualTo(other == year.year());
    }

    @Property
    void yearsFollowEachOtherWithoutAGap(
            @ForAll @IntRange(min = FiscalYear.FIRST + 1, max = FiscalYear.LAST) int number) {
        FiscalYear year = new FiscalYear(number);
        assertThat(year.previous().lastDay().plusDays(1)).isEqualTo(year.firstDay());
        assertThat(year.previous()).isLessThan(year);
    }

    @Property
    void theFirstHalfIsTheYearsFirstSixMonths(
            @ForAll @IntRange(min = FiscalYear.FIRST, max = FiscalYear.LAST) int number) {
        FiscalYear year = new FiscalYear(number);
        assertThat(year.firstHalf())
                .isEqualTo(new Period(
                        year.firstDay(), year.firstDay().plusMonths(6).minusDays(1)));
    }

    @Property
    void aYearOutsideTheRangeIsRefused(@ForAll int number) {
        if (number < 2500 || number > 2699) {
            assertThat(FiscalYear.isValid(number)).isFalse();
            assertThatThrownBy(() -> new FiscalYear(number))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("fiscal year " + number + " is not in 2500..2699");
        } else {
            assertThat(new FiscalYear(number)).hasToString(Integer.toString(number));
        }
    }

    @Example
    void runsFromTheFirstOfOctoberToTheThirtiethOfSeptember() {
        FiscalYear year = new FiscalYear(2563);
        assertThat(year.firstDay()).isEqualTo("2019-10-01");
        assertThat(year.lastDay()).isEqualTo("2020-09-30");
        assertThat(FiscalYear.of(LocalDate.parse("2019-09-30"))).isEqualTo(new FiscalYear(2562));
        assertThat(FiscalYear.of(LocalDate.parse("2019-10-01"))).isEqualTo(year);
    }

    @Example
    void aDayOfAnOldLawIsInNoYear() {
        assertThat(FiscalYear.containing(LocalDate.parse("1914-01-01"))).isEmpty();
        assertThat(FiscalYear.containing(LocalDate.parse("1957-12-31"))).hasValue(new FiscalYear(2501));
        assertThat(FiscalYear.containing(LocalDate.parse("2155-12-31"))).hasValue(new FiscalYear(2699));
        assertThat(FiscalYear.containing(LocalDate.parse("2156-01-01"))).isEmpty();
    }

    @Property
    void askingForADaysYearNeverThrows(@ForAll @DateRange(min = "0001-01-01", max = "9999-12-31") LocalDate day) {
        assertThat(FiscalYear.containing(day).filter(y -> !y.period().contains(day)))
                .isEmpty();
    }
}
