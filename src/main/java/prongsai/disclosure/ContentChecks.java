package prongsai.disclosure;

import java.time.LocalDate;
import prongsai.content.Content;
import prongsai.model.FiscalYear;
import prongsai.source.Problems;

/**
 * What only the records together can tell: codes that the year's catalogue does not know, references that lead nowhere,
 * figures that contradict each other, items that are missing, dates that have come or cannot be meant.
 */
public final class ContentChecks {

    private ContentChecks() {}

    /**
     * Checks everything; what was found is added to the problems.
     *
     * @param year whose items are looked for; one without a catalogue has none
     * @param today what is due and overdue is judged by it
     */
    public static void check(
            Content content, Catalogues catalogues, FiscalYear year, LocalDate today, Problems problems) {
        ReferenceChecks references = new ReferenceChecks(content, problems);
        references.check();
        new ResultChecks(catalogues, problems).check(content);
        new PlanChecks(content, catalogues, references, today, problems).check();
        new ClaimChecks(content, catalogues, problems).check();
        new ItemChecks(content, catalogues, today, problems).check(year);
        RenewalChecks.check(content, today, problems);
        StaleChecks.check(content, today, problems);
        AheadChecks.check(content, today, problems);
    }
}
