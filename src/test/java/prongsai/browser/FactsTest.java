package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a citizen can find of the municipality's report of 23 April 2563, and how far it lies from the home page. */
class FactsTest {

    private static final Map<String, Integer> CLICKS =
            Walk.of(TestSite.khlongPhon()).clicks();

    private static Stream<Arguments> facts() {
        return Stream.of(
                        on("", "๘๑.๘๐ ระดับ B", "๐๗๕-๖๔๑๔๒๒", "คลองท่อม", "กระบี่"),
                        on(
                                "ita/2562/",
                                "๘๑.๘๐",
                                "๘๘.๑๙",
                                "๗๗.๔๙",
                                "๘๐.๑๕",
                                "๗๕.๔๐",
                                "๘๑.๓๐",
                                "๗๖.๗๒",
                                "๘๓.๓๖",
                                "๘๐.๑๓",
                                "๘๐.๖๔",
                                "๘๗.๕๐",
                                "๑๐๐.๐๐",
                                "๘๕.๗๑",
                                "๕๐.๐๐",
                                "๘๐.๐๐",
                                "๗๕.๐๐",
                                "๒๔.๑๕",
                                "๒๔.๐๒",
                                "๓๓.๑๗",
                                "๓๓.๖๓",
                                "๘๐.๖๕",
                                "การใช้ทรัพย์สินของราชการ",
                                "คุณภาพการดำเนินงาน",
                                "การเปิดเผยข้อมูล"),
                        on("agency/", "นายนุกูล งานดี", "นางสมจิต รัตนวงศ์", "นางมะลิ ภูพรประเสริฐ", "๐๗๕-๖๔๑๔๒๒"),
                        on(
                                "memos/2563/ita-report/",
                                "กบ ๕๒๔๐๑/",
                                "๒๓ เมษายน ๒๕๖๓",
                                "นายนุกูล งานดี",
                                "นางสมจิต รัตนวงศ์",
                                "นางมะลิ ภูพรประเสริฐ",
                                "มติคณะรัฐมนตรี ในการประชุมเมื่อวันที่ ๒๓ มกราคม ๒๕๖๑"),
                        on(
                                "plans/2563/",
                                "๗๕.๔๐",
                                "๗๖.๗๒",
                                "๘๐.๖๔",
                                "โครงการส่งเสริมท้องถิ่นปลอดทุจริต",
                                "สำนักปลัดเทศบาล",
                                "กองคลัง",
                                "กองช่าง",
                                "กองการศึกษา",
                                "กองสาธารณสุขและสิ่งแวดล้อม",
                                "สถานะในต้นฉบับไม่ชัดเจน",
                                "ดำเนินการแล้ว"),
                        on("drafts/", "ประกาศไม่เรียกรับผลประโยชน์หรือทรัพย์สิน", "ไม่พบฉบับประกาศในเอกสารต้นทาง"),
                        on("oit-changes-2563/", "O42", "O43"),
                        on("channels/", "เฟซบุ๊ก", "ไลน์", "หนังสือถึงผู้นำชุมชน"))
                .flatMap(page -> page);
    }

    private static Stream<Arguments> on(String page, String... facts) {
        return Stream.of(facts).map(fact -> Arguments.of(page, fact));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void aFactStandsOnItsPageWithinThreeClicks(String page, String fact) {
        assertThat(CLICKS.get(page)).as("clicks to /" + page).isNotNull().isLessThanOrEqualTo(3);
        assertThat(textOf(page)).contains(fact);
    }

    /** Measures, issues and steps as the record holds them, so that none is lost on the way to the page. */
    private static Stream<String> wordsOfThePlan() throws IOException {
        JsonNode plan = new ObjectMapper().readTree(new File("content/plans/2563.json"));
        return Stream.of("issues", "approach", "measures", "intro")
                .flatMap(field -> plan.findValues(field).stream())
                .flatMap(value -> value.isArray()
                        ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                        : Stream.of(value.asText()));
    }

    @ParameterizedTest
    @MethodSource("wordsOfThePlan")
    void everyIssueStepAndMeasureStandsInThePlan(String words) {
        assertThat(textOf("plans/2563/")).contains(words);
    }

    /** What is seen on a page: without the digits that are there for screen readers alone. */
    private static String textOf(String page) {
        Document html = Jsoup.parse(TestSite.khlongPhon().html(page));
        html.select(".vh").remove();
        return html.text();
    }
}
