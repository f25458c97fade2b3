package prongsai.model;

import java.time.LocalDate;

/**
 * A span of days, both ends included.
 *
 * @param from first day
 * @param to last day, not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("period ends on " + to + ", before it begins on " + from);
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    public boolean contains(Period other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(Period other) {
        return !other.from.isAfter(to) && !other.to.isBefore(from);
    }

    /** Whether the span is longer than a year, as a multi-year plan (แผนพัฒนา) must be. */
    public boolean isLongerThanAYear() {
        return to.isAfter(from.plusYears(1).minusDays(1));
    }
}
