package prongsai.content;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.AllowanceList;
import prongsai.model.Announcement;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.model.FiscalYear;
import prongsai.model.Memo;
import prongsai.model.NewsItem;
import prongsai.model.PublicRecord;
import prongsai.model.Service;
import prongsai.model.StandingPage;
import prongsai.model.StatisticsTable;
import prongsai.source.SourceFile;
import prongsai.source.Value;

/**
 * Everything that an agency has to say. Each list is in the order of the records' names. A record that could not be read
 * is not here; what was wrong with it is among the problems.
 *
 * @param displayRoot how the officer names the content folder, the beginning of every shown path
 * @param catalogueChanges the agency's own changes of the item catalogues ({@code oit/})
 * @param sources every text that could be read, whether it is a right record or not
 * @param guard what {@code guard.yaml} allows to be published
 * @param files everything that is not a record, by path
 * @param leftOut files of records that are not here for their own mistakes
 */
public record Content(
        String displayRoot,
        Entry<Agency> agency,
        List<Entry<AssessmentResult>> results,
        List<Entry<ActionPlan>> plans,
        List<Entry<Announcement>> announcements,
        List<Entry<Memo>> memos,
        List<Entry<NewsItem>> news,
        List<Entry<Service>> services,
        List<Entry<StandingPage>> pages,
        List<Entry<StatisticsTable>> statistics,
        List<Entry<Value.Mapping>> catalogueChanges,
        List<SourceFile> sources,
        Optional<Entry<AllowanceList>> guard,
        SortedMap<FilePath, ContentFile> files,
        SortedMap<FilePath, LeftOut> leftOut) {

    /** Every record that has a page, in the order of their names. */
    public Stream<Entry<? extends PublicRecord>> records() {
        return Stream.<Collection<? extends Entry<? extends PublicRecord>>>of(
                        announcements, results, memos, news, pages, plans, services, statistics)
                .flatMap(Collection::stream);
    }

    /** A file of the content as the officer would name it: {@code content/files/no-gift.pdf}. */
    public String shown(FilePath path) {
        return displayRoot.isEmpty() ? path.path() : displayRoot + "/" + path.path();
    }

    /** Whether a record of this name was left out for its own mistakes. */
    public boolean leavesOut(String name) {
        return leftOut.keySet().stream()
                .anyMatch(file -> RecordPlace.nameOf(file).equals(name));
    }

    public Optional<Entry<AssessmentResult>> result(FiscalYear year) {
        return results.stream().filter(r -> r.record().year().equals(year)).findFirst();
    }

    public Optional<Entry<ActionPlan>> plan(FiscalYear year) {
        return plans.stream().filter(p -> p.record().year().equals(year)).findFirst();
    }
}
