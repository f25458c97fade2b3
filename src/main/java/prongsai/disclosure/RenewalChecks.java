package prongsai.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.model.Agency;
import prongsai.model.ThaiDate;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/** Renewals (ต่ออายุ) that must be seen to now: a site that has expired discloses nothing. */
final class RenewalChecks {

    /** How long before the day an officer is told. */
    private static final int NOTICE_DAYS = 60;

    private RenewalChecks() {}

    static void check(Content content, LocalDate today, Problems problems) {
        content.agency()
                .record()
                .security()
                .map(Agency.SecurityContact::expires)
                .filter(day -> !day.isAfter(today))
                .ifPresent(day -> problems.add(
                        ProblemCode.SECURITY_EXPIRED, content.agency().at("/security/expires"), ThaiDate.write(day)));
        for (Value.Mapping renewal : Values.mappings(content.agency().fields(), "renewals")) {
            Optional<Value.Scalar> due = Values.scalar(renewal, "due");
            Optional<LocalDate> day = due.flatMap(d -> ThaiDate.parse(d.text().strip()));
            if (day.isPresent() && !day.get().isAfter(today.plusDays(NOTICE_DAYS))) {
                long days = ChronoUnit.DAYS.between(today, day.get());
                problems.add(
                        ProblemCode.RENEWAL_DUE,
                        due.get().position(),
                        Values.text(renewal, "what").orElse(""),
                        ThaiDate.write(day.get()),
                        Math.abs(days),
                        days < 0 ? "over" : "left");
            }
        }
    }
}
