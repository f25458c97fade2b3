package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentChecksTest {

    /** Every figure agrees with every other one. */
    private static final String RESULT = """
            {
              "fiscalYear": 2562,
              "overall": {"score": 80, "grade": "B"},
              "instruments": [
                {"code": "IIT", "weighted": 24},
                {"code": "EIT", "weighted": 24},
                {"code": "OIT", "weighted": 32}],
              "indicators": [
                {"code": "1", "score": 80},
                {"code": "2", "score": 70},
                {"code": "3", "score": 90},
                {"code": "4", "score": 75},
                {"code": "5", "score": 85},
                {"code": "6", "score": 80},
                {"code": "7", "score": 79},
                {"code": "8", "score": 81},
                {"code": "9", "score": 80, "subIndicators": [
                  {"code": "9.1", "score": 100}, {"code": "9.2", "score": 100}, {"code": "9.3", "score": 100},
                  {"code": "9.4", "score": 50}, {"code": "9.5", "score": 50}]},
                {"code": "10", "score": 80}],
              "ranking": [
                {"indicator": "3", "score": 90},
                {"indicator": "5", "score": 85}]
            }
            """;

    private static final String PLAN = """
            {
              "fiscalYear": 2563, "basedOn": 2562, "title": "แผน",
              "sections": [{
                "instrument": "IIT", "lowestIndicator": "2", "finding": "ก", "recommendation": "ข",
                "actions": [{
                  "issues": ["ประเด็น"], "approach": ["ก"], "measures": ["ข"],
                  "responsible": ["กองคลัง"],
                  "due": "2563-04-30",
                  "status": "in-progress",
                  "progress": []}]}]
            }
            """;

    private static final String UNITS = "units: [{name: กองคลัง, alsoWritten: [กองคลังฯ]}, กองช่าง]\n";

    @TempDir
    Path folder;

    private Site site(String more) {
        return new Site(folder, more);
    }

    private Site result(String from, String to) {
        assertThat(RESULT).contains(from);
        return site("").file("ita/2562.json", RESULT.replace(from, to));
    }

    private Site plan(String from, String to) {
        assertThat(PLAN).contains(from);
        return site(UNITS)
                .file("ita/2562.json", RESULT)
                .file(
                        "plans/2563.json",
                        PLAN.replace("2563-04-30", "2563-09-30").replace(from, to));
    }

    @Test
    void aResultAndAPlanWithoutMistakesHaveNoProblem() {
        assertThat(plan("แผน", "แผน").problems()).isEmpty();
    }

    @Test
    void reportsAnUnknownIndicatorAndTheOneThatIsThereforeMissing() {
        assertThat(result("{\"code\": \"8\",", "{\"code\": \"18\",").problems())
                .containsExactly(
                        "content/ita/2562.json:8:17 missing-indicator [8, การปรับปรุงระบบการทำงาน]",
                        "content/ita/2562.json:16:14 unknown-indicator [18, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    }

    @Test
    void reportsARepeatedIndicator() {
        assertThat(result(
                                "{\"code\": \"8\", \"score\": 81},",
                                "{\"code\": \"7\", \"score\": 79}, {\"code\": \"8\", \"score\": 81},")
                        .problems())
                .containsExactly("content/ita/2562.json:16:14 duplicate-indicator [7]");
    }

    @Test
    void reportsUnknownMissingAndRepeatedSubIndicators() {
        assertThat(result("\"9.5\"", "\"9.6\"").problems())
                .containsExactly(
                        "content/ita/2562.json:17:49 missing-indicator [9.5, การส่งเสริมความโปร่งใส]",
                        "content/ita/2562.json:19:46 unknown-indicator [9.6, 9.1]");
        assertThat(result("\"9.5\"", "\"9.4\"").problems())
                .containsExactly(
                        "content/ita/2562.json:17:49 missing-indicator [9.5, การส่งเสริมความโปร่งใส]",
                        "content/ita/2562.json:19:46 duplicate-indicator [9.4]");
    }

    @Test
    void reportsAnUnknownIndicatorInTheRanking() {
        assertThat(result("{\"indicator\": \"5\"", "{\"indicator\": \"55\"").problems())
                .containsExactly("content/ita/2562.json:23:19 unknown-indicator [55, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    }

    @Test
    void reportsMissingAndRepeatedInstruments() {
        assertThat(result("\"EIT\"", "\"IIT\"").problems())
                .containsExactly(
                        "content/ita/2562.json:4:18 missing-instrument [EIT]",
                        "content/ita/2562.json:6:14 duplicate-instrument [IIT]");
    }

    @Test
    void reportsAnUnknownGrade() {
        assertThat(result("\"B\"", "\"BB\"").problems())
                .containsExactly("content/ita/2562.json:3:37 unknown-grade [BB, AA, A, B, C, D, E, F]");
    }

    @Test
    void reportsAGradeThatTheTotalDoesNotEarn() {
        assertThat(result("\"B\"", "\"A\"").problems())
                .containsExactly("content/ita/2562.json:3:37 grade-mismatch [A, 80.00, B]");
    }

    @Test
    void reportsAResultOfAYearWithoutACatalogue() {
        Site site = site("").file("ita/2561.json", RESULT.replace("\"fiscalYear\": 2562", "\"fiscalYear\": 2561"));

        assertThat(site.problems()).containsExactly("content/ita/2561.json:2:17 no-catalogue [2561, 2562, 2568]");
    }

    @Test
    void reportsTheCurrentYearIfItHasNoCatalogue() {
        assertThat(site("currentYear: 2569\n").allProblems(Site.TODAY))
                .containsExactly("content/site.yaml:6:14 no-catalogue [2569, 2562, 2568]");
    }

    @Test
    void reportsScoresThatTheirPartsContradict() {
        assertThat(result("{\"code\": \"OIT\", \"weighted\": 32}", "{\"code\": \"OIT\", \"weighted\": 32.5}")
                        .problems())
                .containsExactly("content/ita/2562.json:7:33 score-mismatch [OIT, 32.50, 32.00,"
                        + " (80.00 + 80.00) ÷ 2 = 80.00; 80.00 × 40 % = 32.00;"
                        + " 24.00 + 24.00 + 32.00 = 80.00; 24.00 + 24.00 + 32.50 = 80.50]");
        assertThat(result("\"9.4\", \"score\": 50", "\"9.4\", \"score\": 60").problems())
                .containsExactly("content/ita/2562.json:17:28 score-mismatch [9, 80.00, 82.00,"
                        + " (100.00 + 100.00 + 100.00 + 60.00 + 50.00) ÷ 5 = 82.00]");
        assertThat(result("{\"score\": 80, \"grade\"", "{\"score\": 80.5, \"grade\"")
                        .problems())
                .containsExactly("content/ita/2562.json:3:24 score-mismatch [overall, 80.50, 80.00,"
                        + " 24.00 + 24.00 + 32.00 = 80.00]");
    }

    @Test
    void reportsARankingThatDiffersFromTheTableOrDoesNotDescend() {
        assertThat(result("{\"indicator\": \"5\", \"score\": 85}", "{\"indicator\": \"5\", \"score\": 85.01}")
                        .problems())
                .containsExactly("content/ita/2562.json:23:33 ranking-mismatch [5, 85.01, 85.00]");
        assertThat(result("{\"indicator\": \"3\", \"score\": 90}", "{\"indicator\": \"2\", \"score\": 70}")
                        .problems())
                .containsExactly("content/ita/2562.json:23:19 ranking-order [2, 70.00, 5, 85.00]");
    }

    @Test
    void reportsAPlanOnAResultThatIsNotHere() {
        assertThat(plan("\"basedOn\": 2562", "\"basedOn\": 2561").problems())
                .containsExactly("content/plans/2563.json:2:34 no-result-for-plan [2561]");
    }

    @Test
    void reportsALowestIndicatorThatTheResultContradicts() {
        assertThat(plan("\"lowestIndicator\": \"2\"", "\"lowestIndicator\": \"4\"")
                        .problems())
                .containsExactly(
                        "content/plans/2563.json:4:45 lowest-indicator-contradicted [4, 75.00, IIT, 2, 70.00]");
        // The lowest of another instrument is not the lowest of this one.
        assertThat(plan("\"lowestIndicator\": \"2\"", "\"lowestIndicator\": \"7\"")
                        .problems())
                .containsExactly(
                        "content/plans/2563.json:4:45 lowest-indicator-contradicted [7, 79.00, IIT, 2, 70.00]");
        assertThat(plan("\"lowestIndicator\": \"2\"", "\"lowestIndicator\": \"ใด\"")
                        .problems())
                .containsExactly("content/plans/2563.json:4:45 unknown-indicator [ใด, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    }

    @ParameterizedTest
    @CsvSource({"9", "10"})
    void anyOfTheIndicatorsThatShareTheLowestScoreIsTheLowest(String code) {
        assertThat(plan("\"IIT\", \"lowestIndicator\": \"2\"", "\"OIT\", \"lowestIndicator\": \"" + code + "\"")
                        .problems())
                .isEmpty();
    }

    @Test
    void reportsUnitsThatTheAgencyDoesNotHave() {
        assertThat(plan("[\"กองคลัง\"]", "[\"กองช้าง\", \"กองคลังฯ\"]").problems())
                .containsExactly("content/plans/2563.json:7:23 unknown-unit [กองช้าง, กองช่าง]");
        Site site = site("renewals: [{what: โดเมน, due: 2570-01-01, responsible: สำนักปลัด}]\n" + UNITS)
                .file("pages/a.md", "---\ntitle: หน้า\nunit: กองคลองฯ\n---\nข้อความ\n");
        assertThat(site.problems())
                .containsExactly(
                        "content/pages/a.md:3:7 unknown-unit [กองคลองฯ, กองคลังฯ]",
                        "content/plans/2563.json:7:23 unknown-unit [กองช้าง, กองช่าง]",
                        "content/site.yaml:6:56 unknown-unit [สำนักปลัด, กองคลัง, กองคลังฯ, กองช่าง]");
    }

    @Test
    void reportsReferencesToRecordsThatDoNotExist() {
        Site site = plan("\"title\"", "\"memo\": \"memos/2563/report\", \"title\"")
                .file("memos/2563/raport.md", "---\ntitle: บันทึก\ndate: 2563-04-01\n---\nข้อความ\n")
                .file(
                        "announcements/2563/a.md",
                        "---\ntitle: ก\nkind: order\ndate: 2563-04-01\nstate: revoked\nreplacedBy: announcements/2563/b\n---\nก\n");

        assertThat(site.problems())
                .containsExactly(
                        "content/announcements/2563/a.md:6:13 dangling-reference [announcements/2563/b, ]",
                        "content/plans/2563.json:2:48 dangling-reference [memos/2563/report, memos/2563/raport]");
    }

    @Test
    void acceptsARecordAFileOrAFileBesideThePlanAsEvidence() {
        String progress = "\"progress\": [{\"date\": \"2563-04-01\", \"text\": \"ก\", \"evidence\": \"%s\"}]";
        for (String evidence : new String[] {"pages/guide", "files/ภาพ (1).jpg", "./photo.jpg"}) {
            Site site = plan("\"progress\": []", progress.formatted(evidence))
                    .file("pages/guide.md", "---\ntitle: คู่มือ\n---\nข้อความ\n")
                    .file("files/ภาพ (1).jpg", "x")
                    .file("plans/photo.jpg", "x");

            assertThat(site.problems()).as(evidence).isEmpty();
        }
    }

    @Test
    void reportsEvidenceThatDoesNotExist() {
        String progress =
                "\"progress\": [{\"date\": \"2563-04-01\", \"text\": \"ก\", \"status\": \"done\", \"evidence\": \"%s\"}]";

        assertThat(plan("\"progress\": []", progress.formatted("pages/guid"))
                        .file("pages/guide.md", "---\ntitle: คู่มือ\n---\nข้อความ\n")
                        .problems())
                .containsExactly("content/plans/2563.json:10:86 dangling-reference [pages/guid, pages/guide]");
        assertThat(plan("\"progress\": []", progress.formatted("../secret.pdf")).problems())
                .containsExactly("content/plans/2563.json:10:86 path-leaves-content [../secret.pdf]");
        assertThat(plan("\"progress\": []", progress.formatted("Pages/guide")).problems())
                .containsExactly("content/plans/2563.json:10:86 dangling-reference [Pages/guide, pages/guide]");
    }

    @Test
    void warnsOfAnActionThatIsDoneWithoutEvidence() {
        assertThat(plan("\"in-progress\"", "\"done\"").problems())
                .containsExactly("content/plans/2563.json:9:17 done-without-evidence [ประเด็น]");
        String progress =
                "\"progress\": [{\"date\": \"2563-04-01\", \"text\": \"ก\", \"status\": \"done\", \"evidence\": \"announcements/2563/a\"}]";
        assertThat(plan("\"progress\": []", progress)
                        .file("announcements/2563/a.md", "---\ntitle: ร่าง\nkind: order\nstate: draft\n---\nข้อความ\n")
                        .problems())
                .as("a draft proves nothing")
                .containsExactly("content/plans/2563.json:10:66 done-without-evidence [ประเด็น]");
    }

    @ParameterizedTest
    @CsvSource({"2020-04-30, 0", "2020-05-01, 1"})
    void warnsOfAnActionFromTheDayAfterItWasDue(LocalDate today, int problems) {
        Site site = site(UNITS).file("ita/2562.json", RESULT).file("plans/2563.json", PLAN);

        assertThat(site.problems(today)).hasSize(problems);
        assertThat(site.problems(LocalDate.of(2020, 5, 2)))
                .containsExactly("content/plans/2563.json:8:14 action-overdue [ประเด็น, 2563-04-30, 2]");
    }

    @Test
    void anActionThatIsDoneIsNotOverdue() {
        String done = PLAN.replace(
                "\"progress\": []",
                "\"progress\": [{\"date\": \"2563-04-01\", \"text\": \"ก\", \"status\": \"done\", \"evidence\": \"ita/2562\"}]");
        Site site = site(UNITS).file("ita/2562.json", RESULT).file("plans/2563.json", done);

        assertThat(site.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2020-05-01, 0", "2020-05-02, 1", "2020-07-01, 1", "2021-01-01, 1"})
    void warnsOfARenewalFromSixtyDaysBefore(LocalDate today, int problems) {
        Site site = site("renewals: [{what: ชื่อโดเมน, due: 2563-07-01}]\n");

        assertThat(site.problems(today)).hasSize(problems);
        assertThat(site.problems(LocalDate.of(2020, 6, 30)))
                .containsExactly("content/site.yaml:6:35 renewal-due [ชื่อโดเมน, 2563-07-01, 1, left]");
        assertThat(site.problems(LocalDate.of(2020, 7, 3)))
                .containsExactly("content/site.yaml:6:35 renewal-due [ชื่อโดเมน, 2563-07-01, 2, over]");
    }

    @Test
    void warnsOfASecurityContactFromTheDayThatItExpires() {
        Site site = site("security: {contact: [a@example.go.th], expires: 2563-07-01}\n");

        assertThat(site.problems(LocalDate.of(2020, 6, 30))).isEmpty();
        assertThat(site.problems(LocalDate.of(2020, 7, 1)))
                .containsExactly("content/site.yaml:6:49 security-expired [2563-07-01]");
    }

    @Test
    void reportsUnknownTopicsAndComponentsWithTheNearestOnes() {
        Site site = site("notApplicable: [{topic: e-servise, reason: ก}]\n").file("announcements/2563/a.md", """
                        ---
                        title: ก
                        kind: order
                        date: 2563-04-01
                        state: draft
                        discloses:
                          - {topic: no-gift-polcy, components: [declaration]}
                          - topic: hr-report
                            components: [result, years, year]
                        ---
                        ข้อความ
                        """);

        assertThat(site.problems())
                .containsExactly(
                        "content/announcements/2563/a.md:7:13 unknown-topic [no-gift-polcy, no-gift-policy]",
                        "content/announcements/2563/a.md:9:26 unknown-component [years, hr-report, year]",
                        "content/announcements/2563/a.md:9:33 derived-claim [hr-report, year]",
                        "content/site.yaml:6:25 unknown-topic [e-servise, e-service]");
    }

    @Test
    void acceptsAClaimOfAComponentThatSomeYearAsksFor() {
        Site site =
                site("").file("oit/2568.json", """
                        {"fiscalYear": 2568, "subIndicators": [{"code": "9.1", "items": [
                          {"code": "O3", "components": [{"id": "chat", "text": "แชต"}]}]}]}
                        """).file("pages/a.md", AgencyDisclosureTest.page("contact", "chat"));

        assertThat(site.problems()).isEmpty();
        assertThat(site.status(2568, "O3")).isEqualTo("complete");
    }

    @Test
    void warnsOfMissingItemsWhereTheOfficerShouldLook() {
        Site site = site("""
                        currentYear: 2563
                        contact: {phone: 075-641422}
                        """).file("pages/a.md", AgencyDisclosureTest.page("structure", "chart"));

        assertThat(site.allProblems(Site.TODAY))
                .hasSize(46)
                .contains(
                        "content/pages/a.md:3:21 component-missing [O1, โครงสร้าง, 2563, 1.11, 0.44,"
                                + " ประกอบด้วยตำแหน่งที่สำคัญและการแบ่งส่วนงานภายใน เช่น สำนัก กอง ศูนย์ ฝ่าย ส่วน กลุ่ม,"
                                + " no-evidence]",
                        "content/site.yaml:7:1 component-missing [O5, ข้อมูลการติดต่อ, 2563, 1.11, 0.44,"
                                + " แผนที่ตั้งหน่วยงาน, no-evidence]",
                        "content/site.yaml:6:14 item-missing [O6, กฎหมายที่เกี่ยวข้อง, 2563, 1.11, 0.44,"
                                + " แสดงกฎหมายที่เกี่ยวข้องกับการดำเนินงานหรือการปฏิบัติงานของหน่วยงาน]");
    }

    @Test
    void warnsOfADayThatIsMoreThanAYearAheadWhateverItsFieldIsCalled() {
        String from = "\"fiscalYear\": 2562,";
        assertThat(result(from, from + " \"published\": \"2564-05-01\",").problems())
                .isEmpty();
        assertThat(result(from, from + " \"published\": \"2564-05-02\",").problems())
                .containsExactly("content/ita/2562.json:2:36 date-ahead [published, 2564-05-02]");
    }

    @Test
    void asksForTheItemsOfTheNewestYearWhereNoneIsNamed() {
        Site site = site("").file("news/2567/a.md", "---\ntitle: ข่าว\ndate: 2567-01-01\n---\nข่าว\n");

        assertThat(site.allProblems(LocalDate.of(2024, 5, 1))).hasSize(34);
    }
}
