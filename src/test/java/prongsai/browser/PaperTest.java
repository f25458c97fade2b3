package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages printed on A4, as an officer prints them for the board; the papers are left in {@code target/print}. */
class PaperTest {

    private static Stream<String> pages() {
        return Stream.of(
                "ita/2562/",
                "plans/2563/",
                "announcements/2563/no-benefits/",
                "memos/2563/ita-report/",
                "oit/2563/o42/");
    }

    private static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of(
                        "ita/2562/",
                        List.of("๘๑.๘๐", "ที่", "การปฏิบัติหน้าที่", "การป้องกันการทุจริต", "คะแนนถ่วงน้ำหนัก")),
                Arguments.of("plans/2563/", List.of("คำนำ", "ป้องกัน", "เพื่อ", "ผู้รับผิดชอบ", "นำไปสู่")),
                Arguments.of(
                        "announcements/2563/no-benefits/",
                        List.of("ร่างตัวอย่าง", "ไม่เรียกรับผลประโยชน์", "ป้องกัน", "เท็จจริง")),
                Arguments.of(
                        "memos/2563/ita-report/",
                        List.of("บันทึกข้อความ", "กบ ๕๒๔๐๑/", "๒๓ เมษายน ๒๕๖๓", "นายกเทศมนตรี", "ที่")),
                Arguments.of("oit/2563/o42/", List.of("O42", "มาตรการ", "ที่")));
    }

    @ParameterizedTest
    @MethodSource("words")
    void stackedMarksStayWithTheirLetters(String page, List<String> words) {
        assertThat(printed(page)).contains(words);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySheetHasItsNumber(String page) {
        String text = printed(page);
        int sheets = (int) text.chars().filter(c -> c == '\f').count();
        // A cover carries no number, as in an official report.
        int first = page.startsWith("plans/") ? 2 : 1;
        for (int sheet = first; sheet <= sheets; sheet++) {
            assertThat(text).contains("หน้า " + thai(sheet) + " จาก " + thai(sheets));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void noMarkOfALineIsPaintedAtTheFootOfTheSheetBefore(String page) {
        Paper paper = Paper.of(TestSite.khlongPhon(), page);
        int first = page.startsWith("plans/") ? 2 : 1;
        for (int sheet = first; sheet <= paper.sheets(); sheet++) {
            assertThat(Paper.unspaced(paper.sheet(sheet)))
                    .endsWith("www.example.go.thหน้า" + thai(sheet) + "จาก" + thai(paper.sheets()));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void whatIsForTheScreenAloneIsNotPrinted(String page) {
        assertThat(printed(page))
                .doesNotContain(
                        "ข้ามไปยังเนื้อหาหลัก", "ความคมชัดสูง", "ขนาดอักษร", "แผนผังเว็บไซต์", "การเข้าถึงเว็บไซต์");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void thePaperLeadsBackToItsPage(String page) {
        assertThat(printed(page)).contains("https://www.example.go.th/" + page);
    }

    private static String thai(int number) {
        StringBuilder digits = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            digits.append((char) ('๐' + digit - '0'));
        }
        return digits.toString();
    }

    private static String printed(String page) {
        return Paper.of(TestSite.khlongPhon(), page).text();
    }
}
