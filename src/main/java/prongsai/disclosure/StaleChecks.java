package prongsai.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.ActionPlan;
import prongsai.model.Announcement;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.model.StatisticsTable;
import prongsai.model.ThaiDate;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;

/**
 * Records of the current fiscal year that nobody has looked at for half a year: an announcement, a plan or a table that is
 * still true says so by its {@code updated}. News, memoranda and results tell of one day and are never out of date.
 */
final class StaleChecks {

    private static final int MONTHS = 6;

    private StaleChecks() {}

    static void check(Content content, LocalDate today, Problems problems) {
        Optional<FiscalYear> current = Catalogues.currentYear(content);
        content.records()
                .filter(e -> isKeptUp(e.record()) && e.record().isInForce())
                .filter(e -> current.isPresent() && e.record().fiscalYear().equals(current))
                .forEach(e -> check(e, today, problems));
    }

    private static boolean isKeptUp(PublicRecord record) {
        return record instanceof Announcement || record instanceof ActionPlan || record instanceof StatisticsTable;
    }

    private static void check(Entry<? extends PublicRecord> entry, LocalDate today, Problems problems) {
        Optional<LocalDate> change = entry.record().lastChange();
        if (change.isPresent() && change.get().isBefore(today.minusMonths(MONTHS))) {
            String field = entry.record().updated().isPresent() ? "/updated" : "/date";
            problems.add(
                    ProblemCode.RECORD_STALE,
                    entry.has(field.substring(1)) ? entry.at(field) : entry.position(),
                    entry.record().fiscalYear().orElseThrow(),
                    ThaiDate.write(change.get()),
                    ChronoUnit.DAYS.between(change.get(), today));
        }
    }
}
