package prongsai.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A record that has a page of its own on the website. */
public sealed interface PublicRecord permits HeadedRecord, StatisticsTable, AssessmentResult, ActionPlan {

    RecordId id();

    String title();

    /** The day on the document, where there is one. */
    Optional<LocalDate> date();

    Optional<LocalDate> updated();

    Optional<Source> source();

    /** Paths that the record's page had before, without slashes at the ends: {@code announcements/2563/old-slug}. */
    List<String> formerly();

    List<Claim> discloses();

    /** The fiscal year that the record belongs to; empty for standing pages and services, which serve every year. */
    Optional<FiscalYear> fiscalYear();

    /** A span that widens the years served. */
    Optional<Period> period();

    /** Whether the record counts as disclosed at all: a draft or a revoked record does not. */
    default boolean isInForce() {
        return true;
    }

    /** Whether it is shown before newer ones (ปักหมุด). */
    default boolean isPinned() {
        return false;
    }

    /**
     * Whether the record serves {@code year}: its own fiscal year, every year that its period touches, or, where it
     * has neither, every year.
     */
    default boolean serves(FiscalYear year) {
        Optional<FiscalYear> own = fiscalYear();
        Optional<Period> span = period();
        if (own.isEmpty() && span.isEmpty()) {
            return true;
        }
        return own.filter(year::equals).isPresent()
                || span.filter(p -> p.overlaps(year.period())).isPresent();
    }

    /** The latest day that the record tells of itself: its last change as a page shows it. */
    default Optional<LocalDate> lastChange() {
        return Stream.of(updated(), date()).flatMap(Optional::stream).max(LocalDate::compareTo);
    }
}
