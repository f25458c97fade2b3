package prongsai.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.source.Problems;

class CatalogueChangesTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private Catalogues with(String file, String text) {
        return Catalogues.of(new Site(folder).file(file, text).read(), problems);
    }

    private Catalogue changed(int year, String text) {
        Catalogue catalogue =
                with("oit/" + year + ".json", text).of(new FiscalYear(year)).orElseThrow();
        assertThat(problems.sorted()).isEmpty();
        return catalogue;
    }

    private List<String> problemsOf(int year, String text) {
        with("oit/" + year + ".json", text);
        return problems.sorted().stream().map(Site::words).toList();
    }

    private static String items(Catalogue catalogue, String subIndicator) {
        return catalogue.subIndicator(subIndicator).orElseThrow().items().stream()
                .map(i -> i.code() + " " + i.topics().stream().map(Topic::id).toList())
                .toList()
                .toString();
    }

    @Test
    void changesOneFieldOfAnItemAndKeepsTheRest() {
        Catalogue catalogue = changed(2563, """
                {"fiscalYear": 2563, "subIndicators": [
                  {"code": "9.1", "items": [{"code": "O1", "name": "ผังโครงสร้าง"}]}]}
                """);

        OitItem item = catalogue.item("O1").orElseThrow();
        assertThat(item.name()).isEqualTo("ผังโครงสร้าง");
        assertThat(item.topics()).extracting(Topic::id).containsExactly("structure");
        assertThat(catalogue.items()).hasSize(43);
        assertThat(catalogue.subIndicator("9.1").orElseThrow().name()).isEqualTo("ข้อมูลพื้นฐาน");
        assertThat(catalogue.changedByAgency()).isTrue();
    }

    @Test
    void addsANewItemAtTheEndAndTakesAwayARemovedOne() {
        Catalogue catalogue = changed(2563, """
                {"fiscalYear": 2563, "subIndicators": [
                  {"code": "10.2", "items": [
                    {"code": "O42", "removed": true},
                    {"code": "O44", "name": "ประกาศ", "topics": ["no-gift-policy"]}]}]}
                """);

        assertThat(items(catalogue, "10.2")).isEqualTo("[O43 [integrity-measures-followup], O44 [no-gift-policy]]");
        assertThat(catalogue.items()).hasSize(43);
    }

    @Test
    void movesAnItemThatIsListedUnderAnotherSubIndicator() {
        Catalogue catalogue = changed(2563, """
                {"fiscalYear": 2563, "subIndicators": [{"code": "10.2", "items": [{"code": "O41"}]}]}
                """);

        assertThat(items(catalogue, "10.2"))
                .isEqualTo("[O42 [integrity-measures], O43 [integrity-measures-followup],"
                        + " O41 [anti-corruption-report]]");
        assertThat(catalogue.subIndicator("10.1").orElseThrow().items())
                .extracting(OitItem::code)
                .doesNotContain("O41");
    }

    @Test
    void changesTheNameOfAnIndicatorAndKeepsItsSubIndicators() {
        Catalogue catalogue = changed(2563, """
                {"fiscalYear": 2563, "indicators": [{"code": "10", "name": "การป้องกัน"}]}
                """);

        assertThat(catalogue.indicator("10"))
                .contains(new Indicator("10", Instrument.OIT, "การป้องกัน", Optional.empty()));
        assertThat(catalogue.indicators()).hasSize(10);
        assertThat(catalogue.items()).hasSize(43);
    }

    @Test
    void asksForTheComponentsOfTheYearInsteadOfTheTopicsOwn() {
        Catalogues catalogues = with("oit/2563.json", """
                {"fiscalYear": 2563, "subIndicators": [{"code": "9.1", "items": [
                  {"code": "O3", "components": [
                    {"id": "duties", "text": "หน้าที่"},
                    {"id": "mission", "text": "ภารกิจ", "optional": true}]}]}]}
                """);

        assertThat(catalogues
                        .of(new FiscalYear(2563))
                        .orElseThrow()
                        .item("O3")
                        .orElseThrow()
                        .topics())
                .containsExactly(new Topic(
                        "authority",
                        "อำนาจหน้าที่",
                        List.of(
                                new Component("duties", "หน้าที่", false, false),
                                new Component("mission", "ภารกิจ", true, false))));
        assertThat(catalogues
                        .of(new FiscalYear(2564))
                        .orElseThrow()
                        .item("O3")
                        .orElseThrow()
                        .topics()
                        .get(0)
                        .components())
                .extracting(Component::id)
                .containsExactly("duties");
        assertThat(catalogues.componentIds("authority")).containsExactly("duties", "mission");
    }

    @Test
    void sharesReplacedComponentsAmongTheTopicsThatKnowThem() {
        Catalogue catalogue = changed(2568, """
                {"fiscalYear": 2568, "subIndicators": [{"code": "9.1", "items": [
                  {"code": "O1", "components": [
                    {"id": "duties", "text": "หน้าที่"}, {"id": "chart", "text": "ผัง"}, {"id": "new", "text": "ใหม่"}]}]}]}
                """);

        assertThat(catalogue.item("O1").orElseThrow().topics().stream()
                        .map(t -> t.id()
                                + t.components().stream().map(Component::id).toList()))
                .containsExactly("structure[chart, new]", "authority[duties]");
    }

    @Test
    void acceptsAWholeNewYear() {
        Catalogue catalogue = changed(2569, """
                {"fiscalYear": 2569,
                 "instruments": [{"code": "IIT", "weight": 30}, {"code": "EIT", "weight": 30}, {"code": "OIT", "weight": 40}],
                 "passMark": 85, "grades": [{"grade": "ไม่ผ่าน", "min": 0}, {"grade": "ผ่าน", "min": 85}],
                 "indicators": [{"code": "1", "instrument": "OIT", "name": "การเปิดเผย"}],
                 "subIndicators": [{"code": "1.1", "name": "พื้นฐาน", "indicator": "1", "items": [
                   {"code": "O1", "name": "ติดต่อ", "topics": ["contact"]}]}],
                 "itemCount": 1, "basis": "คู่มือปี 2569"}
                """);

        assertThat(items(catalogue, "1.1")).isEqualTo("[O1 [contact]]");
        assertThat(catalogue.grades()).extracting(GradeBand::grade).containsExactly("ผ่าน", "ไม่ผ่าน");
        assertThat(catalogue.basis()).contains("คู่มือปี 2569");
    }

    @Test
    void addsTopicsOfTheAgencyAndSaysWhereTheyComeFrom() {
        Catalogues catalogues = with("oit/topics.json", """
                {"basis": "ข้อบัญญัติ", "topics": {"waste": {"name": "ขยะ", "components": [{"id": "plan", "text": "แผน"}]}}}
                """);

        assertThat(problems.sorted()).isEmpty();
        assertThat(catalogues.topic("waste")).map(Topic::name).contains("ขยะ");
        assertThat(catalogues.of(new FiscalYear(2563)).orElseThrow().componentsBasis())
                .contains("เรียบเรียงเพื่ออธิบาย ยังไม่ได้ตรวจเทียบกับคู่มือ ป.ป.ช. ของแต่ละปี"
                        + " ถ้อยคำและความบังคับของแต่ละส่วนยังต้องยืนยัน; ข้อบัญญัติ");
    }

    @Test
    void reportsAnUnknownTopicOfAnItemWhereItStands() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "subIndicators": [{"code": "9.1", "items": [
                          {"code": "O1", "topics": ["strukture"]}]}]}
                        """))
                .containsExactly("content/oit/2563.json:2:29 unknown-topic [strukture, structure]");
    }

    @Test
    void reportsRemovalsOfWhatIsNotThere() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "subIndicators": [{"code": "9.5", "items": [
                          {"code": "O99", "removed": true}]}]}
                        """))
                .singleElement()
                .asString()
                .startsWith("content/oit/2563.json:2:12 unknown-item [O99, ");
    }

    @Test
    void reportsANewItemWithoutNameAndTopics() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "subIndicators": [{"code": "9.5", "items": [
                          {"code": "O99"}]}]}
                        """))
                .containsExactly(
                        "content/oit/2563.json:2:3 missing-field [name]",
                        "content/oit/2563.json:2:3 missing-field [topics]");
    }

    @Test
    void reportsAnItemThatIsListedTwice() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "subIndicators": [
                          {"code": "9.1", "items": [{"code": "O1"}, {"code": "O1"}]},
                          {"code": "9.2", "items": [{"code": "O1"}]}]}
                        """))
                .containsExactly(
                        "content/oit/2563.json:2:54 duplicate-item [O1]",
                        "content/oit/2563.json:3:38 duplicate-item [O1]");
    }

    @Test
    void reportsWeightsThatAreNotAWhole() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "instruments": [{"code": "OIT", "weight": 50}]}
                        """))
                .containsExactly("content/oit/2563.json:1:37 weights-not-100 [IIT 30 + EIT 30 + OIT 50, 110]");
    }

    @Test
    void reportsACountThatTheItemsContradict() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "itemCount": 44}
                        """)).containsExactly("content/oit/2563.json:1:35 item-count-mismatch [44, 43]");
    }

    @Test
    void reportsWhatAWholeNewYearLacks() {
        assertThat(problemsOf(2570, "{\"fiscalYear\": 2570, \"passMark\": 85}"))
                .containsExactly(
                        "content/oit/2570.json:1:1 missing-field [grades]",
                        "content/oit/2570.json:1:1 missing-field [indicators]",
                        "content/oit/2570.json:1:1 missing-field [instruments]",
                        "content/oit/2570.json:1:1 missing-field [subIndicators]");
    }

    @Test
    void reportsAFileNamedForAnotherYearThanItIsAbout() {
        assertThat(problemsOf(2564, "{\"fiscalYear\": 2563}"))
                .containsExactly("content/oit/2564.json:1:16 year-mismatch [2563, 2564.json]");
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2500, 9999})
    void reportsAFileNamedForNoFiscalYear(int year) {
        with("oit/" + year + ".json", "{\"fiscalYear\": 2563}");

        assertThat(problems.sorted())
                .extracting(Site::words)
                .containsExactly("content/oit/" + year + ".json:1:1 bad-fiscal-year [fiscalYear, " + year + "]");
    }

    @Test
    void reportsASubIndicatorOfAnUnknownIndicator() {
        assertThat(problemsOf(2563, """
                        {"fiscalYear": 2563, "subIndicators": [{"code": "9.1", "indicator": "90"}]}
                        """))
                .containsExactly("content/oit/2563.json:1:69 unknown-indicator [90, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]");
    }
}
