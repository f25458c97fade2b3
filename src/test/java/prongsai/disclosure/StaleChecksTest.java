package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.source.Problems;

class StaleChecksTest {

    @TempDir
    Path folder;

    private List<String> stale(LocalDate today) {
        Site site = new Site(folder, "currentYear: 2563\n");
        Problems problems = new Problems();
        StaleChecks.check(site.read(), today, problems);
        return problems.sorted().stream().map(Site::words).toList();
    }

    private void announcement(String more) {
        new Site(folder, "currentYear: 2563\n")
                .file("announcements/2563/a.md", "---\ntitle: ก\nkind: policy\ndate: 2562-11-15\n" + more + "---\nข\n");
    }

    @ParameterizedTest
    @CsvSource({"2020-05-15, 0", "2020-05-16, 1", "2021-01-01, 1"})
    void aRecordIsStaleFromTheDayAfterSixMonths(LocalDate today, int problems) {
        announcement("");
        assertThat(stale(today)).hasSize(problems);
    }

    @Test
    void namesTheYearTheLastChangeAndTheDaysSince() {
        announcement("updated: 2562-11-30\n");
        assertThat(stale(LocalDate.of(2020, 6, 1)))
                .containsExactly("content/announcements/2563/a.md:5:10 record-stale [2563, 2562-11-30, 184]");
    }

    @ParameterizedTest
    @CsvSource({"updated: 2563-01-01", "state: draft", "state: revoked", "fiscalYear: 2562"})
    void aRecordThatWasLookedAtOrCountsForNothingNowIsNotStale(String field) {
        announcement(field + "\n");
        assertThat(stale(LocalDate.of(2020, 6, 1))).isEmpty();
    }

    @Test
    void newsAndMemorandaTellOfOneDayAndAreNeverStale() {
        new Site(folder, "currentYear: 2563\n")
                .file("news/2563/a.md", "---\ntitle: ก\ndate: 2562-10-01\n---\nข\n")
                .file("memos/2563/a.md", "---\ntitle: ก\ndate: 2562-10-01\nfrom: ก\nto: ข\n---\nข\n");
        assertThat(stale(LocalDate.of(2020, 9, 1))).isEmpty();
    }

    @Test
    void aPlanIsAsFreshAsItsLatestProgress() {
        new Site(folder, "currentYear: 2563\n").file("plans/2563.json", """
                {"fiscalYear": 2563, "basedOn": 2562, "title": "แผน", "date": "2562-10-15", "sections": [{
                  "instrument": "IIT", "lowestIndicator": "2", "finding": "ก", "recommendation": "ข",
                  "actions": [{"issues": ["ก"], "approach": ["ข"], "measures": ["ค"], "responsible": ["ง"],
                    "status": "in-progress",
                    "progress": [{"date": "2563-02-01", "text": "ก", "status": "in-progress"}]}]}]}
                """);
        assertThat(stale(LocalDate.of(2020, 8, 1))).isEmpty();
        assertThat(stale(LocalDate.of(2020, 8, 2)))
                .containsExactly("content/plans/2563.json:1:63 record-stale [2563, 2563-02-01, 183]");
    }
}
