package prongsai.disclosure;

import java.time.LocalDate;
import prongsai.content.Content;
import prongsai.source.Problems;

/**
 * What only the records together can tell: codes that the year's catalogue does not know, references that lead nowhere,
 * figures that contradict each other, items that are missing, dates that have come.
 *
 * <p>Each problem's arguments, in order (a suggestion is the nearest known name, or all known names):
 *
 * <ul>
 *   <li>unknown-indicator, unknown-grade, unknown-unit, unknown-topic, dangling-reference: what was written, suggestion
 *   <li>unknown-component: what was written, topic, suggestion
 *   <li>missing-indicator: code, name; missing-instrument, duplicate-indicator, duplicate-instrument: code
 *   <li>derived-claim: topic, component
 *   <li>no-catalogue: year, first and last year that have one
 *   <li>no-result-for-plan: year
 *   <li>lowest-indicator-contradicted: what was written, its score (empty if it has none there), instrument, the lowest
 *       codes, their score
 *   <li>done-without-evidence: the action's first issue; action-overdue: the same, due day, days overdue
 *   <li>renewal-due: what, due day, days left (negative: overdue)
 *   <li>score-mismatch: code of indicator or instrument, or empty for the total; printed, recomputed, working
 *   <li>ranking-mismatch: code, score in the ranking, score in the table
 *   <li>ranking-order: code above, its score, code below, its score
 *   <li>grade-mismatch: printed grade, total, grade earned
 *   <li>item-missing, item-incomplete: code, name, year, points lost of the instrument's 100, points lost of the total's
 *       100, missing components (their texts)
 * </ul>
 */
public final class ContentChecks {

    private ContentChecks() {}

    /**
     * Checks everything; what was found is added to the problems.
     *
     * @param today what is due and overdue is judged by it
     */
    public static void check(Content content, Catalogues catalogues, LocalDate today, Problems problems) {
        ReferenceChecks references = new ReferenceChecks(content, problems);
        references.check();
        new ResultChecks(catalogues, problems).check(content);
        new PlanChecks(content, catalogues, references, today, problems).check();
        new ClaimChecks(content, catalogues, problems).check();
        new ItemChecks(content, catalogues, today, problems).check();
        RenewalChecks.check(content, today, problems);
    }
}
