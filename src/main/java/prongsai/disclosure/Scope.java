package prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.model.Agency;
import prongsai.model.Agency.Executive;
import prongsai.model.FiscalYear;

/**
 * What is asked about: this content, for this year, seen today.
 *
 * @param year the year that is assessed (ปีที่ประเมิน)
 */
record Scope(Content content, FiscalYear year, LocalDate today) {

    Agency agency() {
        return content.agency().record();
    }

    /** The day on which the year is looked at: today, or the year's nearest day to it. */
    LocalDate day() {
        if (today.isBefore(year.firstDay())) {
            return year.firstDay();
        }
        return today.isAfter(year.lastDay()) ? year.lastDay() : today;
    }

    /** Who is in office; somebody whose term is over stays in {@code site.yaml} only for old signatures. */
    List<Executive> executives() {
        return agency().executives().stream().filter(e -> e.heldPostOn(day())).toList();
    }

    Optional<LocalDate> agencyChange() {
        return agency().updated();
    }
}
