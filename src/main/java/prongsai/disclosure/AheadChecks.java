package prongsai.disclosure;

import java.time.LocalDate;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.AssessmentResult;
import prongsai.model.PublicRecord;
import prongsai.model.ThaiDate;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;

/**
 * Days of records that are so far ahead that another year must have been meant: who writes 2063 for 2563 has written a
 * year of the Common Era, and would find the record first in every list for decades.
 */
final class AheadChecks {

    private static final int YEARS = 1;

    private AheadChecks() {}

    static void check(Content content, LocalDate today, Problems problems) {
        LocalDate last = today.plusYears(YEARS);
        content.records().forEach(e -> {
            check(
                    e,
                    e.record() instanceof AssessmentResult ? "published" : "date",
                    e.record().date(),
                    last,
                    problems);
            check(e, "updated", e.record().updated(), last, problems);
        });
    }

    private static void check(
            Entry<? extends PublicRecord> entry,
            String field,
            Optional<LocalDate> day,
            LocalDate last,
            Problems problems) {
        day.filter(d -> d.isAfter(last))
                .ifPresent(d -> problems.add(ProblemCode.DATE_AHEAD, entry.at("/" + field), field, ThaiDate.write(d)));
    }
}
