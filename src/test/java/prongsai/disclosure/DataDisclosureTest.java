package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What services, statistics and the action plan disclose by their own fields. */
class DataDisclosureTest {

    private static final String RESULT = """
            {"fiscalYear": 2562, "overall": {"score": 80, "grade": "B"},
             "instruments": [{"code": "IIT", "weighted": 24}, {"code": "EIT", "weighted": 24}, {"code": "OIT", "weighted": 32}],
             "indicators": [{"code": "1", "score": 80}]}
            """;

    @TempDir
    Path folder;

    private Site site() {
        return new Site(folder);
    }

    private static String service(String fields) {
        return "---\ntitle: ชำระภาษี\n" + fields + "---\nข้อความ\n";
    }

    private static String table(String kind, String fields) {
        return """
                {"title": "ตาราง", "kind": "%s", "fiscalYear": 2563,
                 "period": {"from": "2562-10-01", "to": "2563-03-31"}, %s}
                """.formatted(kind, fields);
    }

    private static String plan(String basedOn, String action) {
        return """
                {"fiscalYear": 2563, "basedOn": %s, "title": "แผน", "date": "2563-04-23", "sections": [
                  {"instrument": "IIT", "lowestIndicator": "1", "finding": "ก", "recommendation": "ข", "actions": [%s]}]}
                """.formatted(basedOn, action);
    }

    private static String action(String more) {
        return """
                {"issues": ["ก"], "approach": ["ข"], "measures": ["ค"], "responsible": [], "status": "in-progress" %s}
                """.formatted(more);
    }

    @Test
    void aServiceIsItsOwnManual() {
        Site site = site().file(
                        "services/tax.md",
                        service(
                                "place: งานจัดเก็บรายได้\nsteps: [{text: ยื่นคำขอ, minutes: 5}, {text: ชำระ, minutes: 3}]\n"));

        assertThat(site.status("O14")).isEqualTo("complete");
    }

    @Test
    void aStepWithoutItsTimeIsAGap() {
        Site site = site().file(
                        "services/tax.md",
                        service("place: งานจัดเก็บรายได้\nsteps: [{text: ยื่นคำขอ, minutes: 5}, {text: ชำระ}]\n"));

        assertThat(site.status("O14")).isEqualTo("incomplete: service-manual[time]");
    }

    @Test
    void stepsOfOneServiceAndThePlaceOfAnotherMakeNoManual() {
        Site site = site().file("services/a.md", service("steps: [{text: ยื่นคำขอ, minutes: 5}]\n"))
                .file("services/b.md", service("place: กองคลัง\n"));

        assertThat(site.status("O14")).isEqualTo("incomplete: service-manual[channel]");
    }

    @Test
    void aClaimDoesNotStandForAFieldThatTheServiceLacks() {
        Site site = site().file(
                        "services/a.md",
                        service("discloses: [{topic: service-manual, components: [steps, time, channel]}]\n"));

        assertThat(site.status("O14")).isEqualTo("incomplete: service-manual[steps, time, channel]");
    }

    @Test
    void aManualThatIsNoServiceRecordIsTakenAtItsWord() {
        Site site = site().file(
                        "pages/manual.md",
                        AgencyDisclosureTest.page("service-manual", "service, steps, time, channel"));

        assertThat(site.status("O14")).isEqualTo("complete");
    }

    @Test
    void aServiceWithAnAddressAndInstructionsIsAnEService() {
        Site site = site().file("services/tax.md", service("online: {url: https://example.go.th/tax, how: กรอกแบบ}\n"));

        assertThat(site.status("O17")).isEqualTo("complete");
    }

    @Test
    void complaintFiguresAreReadFromTheColumns() {
        Site site = site().file("statistics/2563/complaints.json", table("complaints", """
                                "columns": [{"key": "month", "title": "เดือน", "type": "text"},
                                  {"key": "all", "title": "จำนวนเรื่องทั้งหมด", "type": "number"},
                                  {"key": "closed", "title": "เสร็จ", "type": "number"}],
                                "rows": [{"month": "ตุลาคม", "all": 2, "closed": 1}]
                                """));

        assertThat(site.status("O31")).isEqualTo("incomplete: complaint-statistics[open]");
    }

    @Test
    void sayingThatThereWereNoComplaintsGivesEveryFigure() {
        Site site = site().file("statistics/2563/complaints.json", table("complaints", "\"none\": true"));

        assertThat(site.status("O31")).isEqualTo("complete");
    }

    @Test
    void complaintFiguresAreNeverClaimed() {
        Site site = site().file("announcements/2563/a.md", """
                        ---
                        title: สถิติ
                        kind: report
                        date: 2563-04-01
                        period: {from: 2562-10-01, to: 2563-03-31}
                        discloses: [{topic: complaint-statistics, components: [total, closed, open]}]
                        ---
                        ข้อความ
                        """);

        assertThat(site.status("O31")).isEqualTo("missing: complaint-statistics[total, closed, open, period]");
        assertThat(site.problems())
                .containsExactly(
                        "content/announcements/2563/a.md:6:56 derived-claim [complaint-statistics, total]",
                        "content/announcements/2563/a.md:6:63 derived-claim [complaint-statistics, closed]",
                        "content/announcements/2563/a.md:6:71 derived-claim [complaint-statistics, open]");
    }

    @Test
    void aTableOfComplaintsAboutSomethingElseIsNotAboutCorruption() {
        Site site = site().file(
                        "statistics/2563/complaints.json",
                        table("complaints", "\"none\": true, \"discloses\": [{\"topic\": \"participation\"}]"));

        assertThat(site.status("O31")).isEqualTo("missing: complaint-statistics[total, closed, open, period]");
    }

    @Test
    void monthlyTablesCoverTheHalfYearBetweenThem() {
        String columns =
                "\"columns\": [{\"key\": \"n\", \"title\": \"ราย\", \"type\": \"number\"}], \"rows\": [{\"n\": 3}]";
        String first = table("services", columns).replace("2563-03-31", "2562-12-31");
        String second = table("services", columns).replace("2562-10-01", "2563-01-01");
        Site site = site().file("statistics/2563/a.json", first);

        assertThat(site.status("O15")).isEqualTo("incomplete: service-statistics[period]");
        site.file("statistics/2563/b.json", second);
        assertThat(site.status("O15")).isEqualTo("complete");
        site.file("statistics/2563/b.json", second.replace("2563-01-01", "2563-01-02"));
        assertThat(site.status("O15")).isEqualTo("incomplete: service-statistics[period]");
    }

    @Test
    void aSurveyOfNobodyIsNoSurvey() {
        String table = table("satisfaction", "\"none\": true")
                .replace("2563,", "2562,")
                .replace("2562-10", "2561-10");
        Site site = site().file("statistics/2562/a.json", table.replace("2563-03", "2562-03"));

        assertThat(site.status("O16")).isEqualTo("missing: satisfaction-survey[result, year]");
        site.file(
                "statistics/2562/a.json",
                table.replace("2563-03", "2562-03")
                        .replace(
                                "\"none\": true",
                                "\"columns\": [{\"key\": \"n\", \"title\": \"ร้อยละ\", \"type\": \"number\"}], \"rows\": [{\"n\": 88}]"));
        assertThat(site.status("O16")).isEqualTo("complete");
    }

    @Test
    void aPlanOnTheResultOfTheYearBeforeIsTheMeasures() {
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", action("")));

        assertThat(site.status("O42")).isEqualTo("complete");
        assertThat(site.report(2563).item("O42").orElseThrow().evidence())
                .extracting(e -> ((Evidence.OfRecord) e).record().path())
                .containsExactly("plans/2563", "ita/2562");
    }

    @Test
    void aPlanOnAnotherYearsResultAnalysesTheWrongOne() {
        Site site = site().file("ita/2561.json", RESULT.replace("2562", "2561"))
                .file("ita/2562.json", RESULT)
                .file("plans/2563.json", plan("2561", action("")));

        assertThat(site.status("O42")).isEqualTo("incomplete: integrity-measures[analysis]");
    }

    @Test
    void aPlanWithoutTheResultThatItAnalysesIsIncomplete() {
        Site site = site().file("plans/2563.json", plan("2562", action("")));

        assertThat(site.status("O42")).isEqualTo("incomplete: integrity-measures[analysis]");
        assertThat(site.report(2563)
                        .item("O42")
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .components()
                        .get(0)
                        .coverage())
                .isEqualTo(new Coverage.Missing(new Gap.NoResult(new prongsai.model.FiscalYear(2562))));
    }

    @Test
    void examplesOfTheHandbookAreAdviceAndNeverMissing() {
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", action("")));

        assertThat(site.report(2563).item("O42").orElseThrow().topics().get(0).components())
                .filteredOn(c -> c.coverage() instanceof Coverage.NotShown)
                .extracting(c -> c.component().id())
                .containsExactly("responsible", "monitoring");
    }

    @Test
    void aPlanWithoutProgressHasNoFollowUp() {
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", action("")));

        assertThat(site.status("O43")).isEqualTo("missing: integrity-measures-followup[results, status, year]");
    }

    @Test
    void progressOfEveryActionIsTheFollowUp() {
        String reported = action(", \"progress\": [{\"date\": \"2563-06-30\", \"text\": \"แจ้งเวียนแล้ว\"}]");
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", reported));

        assertThat(site.status("O43")).isEqualTo("complete");
        assertThat(site.report(2563).item("O43").orElseThrow().lastChange())
                .contains(java.time.LocalDate.of(2020, 6, 30));
        site.file("plans/2563.json", plan("2562", reported + "," + action("")));
        assertThat(site.status("O43")).isEqualTo("incomplete: integrity-measures-followup[results, status]");
        assertThat(site.report(2563)
                        .item("O43")
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .components()
                        .get(0)
                        .coverage())
                .isEqualTo(new Coverage.Missing(new Gap.ActionsLack(List.of(2))));
    }

    @Test
    void anUnclearStatusIsNoStatus() {
        String reported = action(", \"progress\": [{\"date\": \"2563-06-30\", \"text\": \"ก\"}]")
                .replace("in-progress", "unclear");
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", reported));

        assertThat(site.status("O43")).isEqualTo("incomplete: integrity-measures-followup[status]");
    }

    @Test
    void progressOfAnotherYearIsNotOfTheRound() {
        String reported = action(", \"progress\": [{\"date\": \"2564-06-30\", \"text\": \"ก\"}]");
        Site site = site().file("ita/2562.json", RESULT).file("plans/2563.json", plan("2562", reported));

        assertThat(site.status("O43")).isEqualTo("missing: integrity-measures-followup[results, status, year]");
    }
}
