package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.model.RecordId;

/** What Markdown records disclose by their claims, dates and signatures. */
class RecordDisclosureTest {

    private static final String MAYOR = "executives: [{name: นายนุกูล งานดี, position: นายก, role: head}]\n";

    @TempDir
    Path folder;

    private Site site(String more) {
        return new Site(folder, more);
    }

    private static String announcement(String fields) {
        return "---\ntitle: ประกาศ\nkind: announcement\n" + fields + "---\nข้อความ\n";
    }

    private static String claim(String topic, String components) {
        return "discloses: [{topic: " + topic + ", components: [" + components + "]}]\n";
    }

    @Test
    void aSignedPolicyOfTheYearIsComplete() {
        Site site = site(MAYOR)
                .file(
                        "announcements/2565/no-gift.md",
                        announcement("date: 2565-01-10\nsignedBy: {name: นายนุกูล  งานดี}\n"
                                + claim("no-gift-policy", "declaration")));

        assertThat(site.status(2565, "O34")).isEqualTo("complete");
        ItemReport item = site.report(2565).item("O34").orElseThrow();
        assertThat(item.evidence())
                .containsExactly(new Evidence.OfRecord(
                        new RecordId("announcements/2565/no-gift"), Optional.of(LocalDate.of(2022, 1, 10))));
        assertThat(item.lastChange()).contains(LocalDate.of(2022, 1, 10));
    }

    @ParameterizedTest
    @CsvSource({"draft", "revoked"})
    void aRecordThatIsNotInForceDisclosesNothing(String state) {
        Site site = site(MAYOR)
                .file(
                        "announcements/2565/no-gift.md",
                        announcement(
                                "date: 2565-01-10\nstate: " + state + "\n" + claim("no-gift-policy", "declaration")));

        assertThat(site.status(2565, "O34")).isEqualTo("missing: no-gift-policy[declaration, signed, year]");
    }

    @Test
    void claimingWhatMustBeDerivedProvesNothing() {
        Site site = site(MAYOR)
                .file(
                        "announcements/2565/no-gift.md",
                        announcement("date: 2565-01-10\nsignedBy: {name: นายอื่น}\n"
                                + claim("no-gift-policy", "declaration, signed, year")));

        assertThat(site.status(2565, "O34")).isEqualTo("incomplete: no-gift-policy[signed]");
    }

    @Test
    void datesAndSignatureWithoutTheMatterItselfDiscloseNothing() {
        Site site = site(MAYOR)
                .file(
                        "announcements/2565/no-gift.md",
                        announcement("date: 2565-01-10\nsignedBy: {name: นายนุกูล งานดี}\n"
                                + claim("no-gift-policy", "signed, year")));

        assertThat(site.status(2565, "O34")).isEqualTo("missing: no-gift-policy[declaration, signed, year]");
    }

    @Test
    void anOlderPolicyThatIsStillInForceWasNotIssuedInTheYear() {
        Site site = site(MAYOR)
                .file(
                        "announcements/2564/no-gift.md",
                        announcement("date: 2564-01-10\nsignedBy: {name: นายนุกูล งานดี}\n"
                                + "period: {from: 2564-01-10, to: 2567-09-30}\n"
                                + claim("no-gift-policy", "declaration")));

        assertThat(site.status(2565, "O34")).isEqualTo("incomplete: no-gift-policy[year]");
    }

    @Test
    void aSignatureStaysValidAfterAnElection() {
        Site site = site("""
                        executives:
                          - {name: นายเก่า ดี, position: นายก, role: head, until: 2563-03-31}
                          - {name: นายใหม่ ดี, position: นายก, role: head, from: 2563-04-01}
                        """)
                .file(
                        "announcements/2563/intent.md",
                        announcement("date: 2563-03-31\nsignedBy: {name: นายเก่า ดี}\n"
                                + claim("integrity-intent", "intent")));

        assertThat(site.status("O34")).isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource({"2563-03-31, นายใหม่ ดี", "2563-04-01, นายเก่า ดี"})
    void aSignatureOfWhoWasNotHeadOnTheDayDoesNotCount(String date, String name) {
        Site site = site("""
                        executives:
                          - {name: นายเก่า ดี, position: นายก, role: head, until: 2563-03-31}
                          - {name: นายใหม่ ดี, position: นายก, role: head, from: 2563-04-01}
                        """)
                .file(
                        "announcements/2563/intent.md",
                        announcement("date: " + date + "\nsignedBy: {name: " + name + "}\n"
                                + claim("integrity-intent", "intent")));

        assertThat(site.status("O34")).isEqualTo("incomplete: integrity-intent[signed]");
        assertThat(site.report(2563)
                        .item("O34")
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .components()
                        .get(1)
                        .coverage())
                .isEqualTo(new Coverage.Missing(
                        new Gap.NotSignedByHead(List.of(new RecordId("announcements/2563/intent")))));
    }

    @Test
    void whoeverActsAsHeadWhileThereIsNoneSignsAsHead() {
        Site site = site("""
                        executives:
                          - {name: นายเก่า ดี, position: นายกเทศมนตรี, role: head, until: 2563-03-31}
                          - {name: นางปลัด ดี, position: ปลัด, role: permanent-secretary, actingAs: นายกเทศมนตรี}
                        """)
                .file(
                        "announcements/2563/intent.md",
                        announcement("date: 2563-04-01\nsignedBy: {name: นางปลัด ดี}\n"
                                + claim("integrity-intent", "intent")));

        assertThat(site.status("O34")).isEqualTo("complete");
    }

    @Test
    void aReportOfTheYearBeforeIsWhatAnnualReportsAsk() {
        String claim = claim("annual-report", "results, spending, problems");
        Site site = site("").file("announcements/2563/a.md", announcement("date: 2562-11-20\n" + claim))
                .file("announcements/2562/b.md", announcement("date: 2562-11-20\nfiscalYear: 2562\n" + claim));

        assertThat(site.status("O12")).isEqualTo("complete");
        assertThat(site.report(2563).item("O12").orElseThrow().evidence())
                .extracting(e -> ((Evidence.OfRecord) e).record().path())
                .containsExactly("announcements/2562/b");
    }

    @Test
    void aReportWhosePeriodReachesBackServesTheYearBefore() {
        Site site = site("").file(
                        "announcements/2563/a.md",
                        announcement("date: 2562-11-20\nperiod: {from: 2561-10-01, to: 2562-09-30}\n"
                                + claim("hr-report", "result")));

        assertThat(site.status("O28")).isEqualTo("complete");
    }

    @ParameterizedTest
    @CsvSource({
        // The first six months of FY 2563 are 1 October 2562 to 31 March 2563.
        "2562-10-01, 2563-03-31, complete",
        "2562-10-01, 2563-09-30, complete",
        "2562-10-01, 2563-03-30, incomplete: budget-progress[period]",
        "2562-10-02, 2563-03-31, incomplete: budget-progress[period]"
    })
    void aHalfYearReportMustCoverTheFirstSixMonths(String from, String to, String status) {
        Site site = site("").file(
                        "announcements/2563/a.md",
                        announcement("date: 2563-04-20\nperiod: {from: " + from + ", to: " + to + "}\n"
                                + claim("budget-progress", "progress")));

        assertThat(site.status("O19")).isEqualTo(status);
    }

    @Test
    void aHalfYearReportWithoutAPeriodDoesNotSayWhatItCovers() {
        Site site = site("").file(
                        "announcements/2563/a.md",
                        announcement("date: 2563-04-20\n" + claim("budget-progress", "progress")));

        assertThat(site.status("O19")).isEqualTo("incomplete: budget-progress[period]");
        assertThat(site.report(2563)
                        .item("O19")
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .components()
                        .get(1)
                        .coverage())
                .isEqualTo(new Coverage.Missing(new Gap.PeriodNotCovered(
                        Site.YEAR.firstHalf(), List.of(new RecordId("announcements/2563/a")))));
    }

    @ParameterizedTest
    @CsvSource({
        "2561-10-01, 2565-09-30, complete",
        "2562-10-01, 2563-09-30, incomplete: strategic-plan[period]",
        "2563-01-01, 2567-12-31, incomplete: strategic-plan[period]"
    })
    void aStrategicPlanIsLongerThanAYearAndCoversTheYear(String from, String to, String status) {
        Site site = site("").file(
                        "announcements/2562/plan.md",
                        announcement("date: 2562-09-01\nperiod: {from: " + from + ", to: " + to + "}\n"
                                + claim("strategic-plan", "content")));

        assertThat(site.status("O4")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "'fiscalYear: 2563', complete",
        "'period: {from: 2562-10-01, to: 2563-09-30}', complete",
        "'period: {from: 2561-10-01, to: 2565-09-30}', incomplete: annual-plan[period]"
    })
    void anAnnualPlanIsOfOneYear(String field, String status) {
        Site site = site("").file(
                        "announcements/2562/plan.md",
                        announcement("date: 2562-09-20\n" + field + "\n"
                                + claim("annual-plan", "projects, budget, schedule")));

        assertThat(site.status("O10")).isEqualTo(status);
    }

    @Test
    void severalRecordsMayShowATopicBetweenThem() {
        Site site = site("").file("pages/a.md", AgencyDisclosureTest.page("structure", "chart"))
                .file("pages/b.md", AgencyDisclosureTest.page("structure", "units, political"));

        assertThat(site.status("O1")).isEqualTo("complete");
    }

    @Test
    void aStandingPageServesEveryYearButProvesNoYear() {
        Site site = site("").file("pages/a.md", AgencyDisclosureTest.page("participation", "activity, result"));

        assertThat(site.status("O33")).isEqualTo("incomplete: participation[year]");
        assertThat(site.status(2567, "O25")).isEqualTo("incomplete: participation[year]");
    }

    @Test
    void aDatedPageStillServesEveryYear() {
        Site site = site("").file(
                        "pages/laws.md",
                        "---\ntitle: กฎหมาย\ndate: 2496-02-17\n" + claim("laws", "laws") + "---\nข้อความ\n");

        assertThat(site.status("O6")).isEqualTo("complete");
        assertThat(site.status(2566, "O6")).isEqualTo("complete");
    }

    @Test
    void newsIsDisclosedByTheListOfNews() {
        Site site = site("").file(
                        "news/2562/a.md", "---\ntitle: เก่า\ndate: 2562-09-30\nupdated: 2562-10-02\n---\nข่าว\n")
                .file("news/2563/b.md", "---\ntitle: ใหม่\ndate: 2562-10-01\n---\nข่าว\n");

        assertThat(site.status("O7")).isEqualTo("complete");
        assertThat(site.report(2563).item("O7").orElseThrow().evidence())
                .containsExactly(
                        new Evidence.OfNews(Optional.of(LocalDate.of(2019, 10, 2))),
                        new Evidence.OfNews(Optional.of(LocalDate.of(2019, 10, 1))));
    }

    @Test
    void oldNewsIsNotCurrent() {
        Site site = site("").file("news/2562/a.md", "---\ntitle: เก่า\ndate: 2562-09-30\n---\nข่าว\n");

        assertThat(site.status("O7")).isEqualTo("incomplete: news[current]");
    }
}
