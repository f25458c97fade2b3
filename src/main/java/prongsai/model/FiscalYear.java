package prongsai.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;

/**
 * Thai fiscal year (ปีงบประมาณ), numbered in the Buddhist Era: FY 2563 runs from 1 October 2562 to 30 September 2563,
 * both days included (พ.ร.บ. วิธีการงบประมาณ พ.ศ. ๒๕๖๑ มาตรา ๔).
 *
 * @param year Buddhist year, {@value #FIRST}..{@value #LAST}
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    /** The first year accepted. A smaller number is a Common Era year or a slip. */
    public static final int FIRST = 2500;
    /** The last year accepted. */
    public static final int LAST = 2699;

    public FiscalYear {
        if (!isValid(year)) {
            throw new IllegalArgumentException("fiscal year " + year + " is not in " + FIRST + ".." + LAST);
        }
    }

    public static boolean isValid(int year) {
        return FIRST <= year && year <= LAST;
    }

    /** The fiscal year that {@code day} falls in: 2562-10-01 is in FY 2563. */
    public static FiscalYear of(LocalDate day) {
        int buddhist = ThaiDate.buddhistYear(day);
        return new FiscalYear(day.getMonthValue() >= Month.OCTOBER.getValue() ? buddhist + 1 : buddhist);
    }

    /** The same, but empty for a day of a year that is not accepted, such as that of an old law. */
    public static Optional<FiscalYear> containing(LocalDate day) {
        int buddhist = ThaiDate.buddhistYear(day);
        boolean accepted = FIRST <= buddhist && buddhist < LAST;
        return accepted ? Optional.of(of(day)) : Optional.empty();
    }

    public FiscalYear previous() {
        return new FiscalYear(year - 1);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year - 1 - ThaiDate.ERA_OFFSET, Month.OCTOBER, 1);
    }

    public LocalDate lastDay() {
        return LocalDate.of(year - ThaiDate.ERA_OFFSET, Month.SEPTEMBER, 30);
    }

    public Period period() {
        return new Period(firstDay(), lastDay());
    }

    /** The first six months, 1 October to 31 March, which half-year reports (รอบ ๖ เดือน) must cover. */
    public Period firstHalf() {
        return new Period(firstDay(), LocalDate.of(year - ThaiDate.ERA_OFFSET, Month.MARCH, 31));
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }

    @Override
    public String toString() {
        return Integer.toString(year);
    }
}
