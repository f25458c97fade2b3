package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents in the official form: services, announcements, and the report as one document. */
class OfficialPaperTest {

    private static final TestSite SITE = TestSite.nongSaiKhao();

    private static Paper report() {
        return Paper.of(TestSite.khlongPhon(), "plans/2563/");
    }

    @Test
    void anAnnouncementEndsWithItsSignatureAndWhatBelongsToIt() {
        Paper paper = Paper.of(SITE, "announcements/2565/order/");
        assertThat(paper.sheets()).isEqualTo(1);
        assertThat(Paper.unspaced(paper.text()))
                .contains(Paper.unspaced("สั่ง ณ วันที่ 14 เดือน กุมภาพันธ์ พ.ศ. 2565 (นายทดสอบ ระบบดี)"))
                .doesNotContain("ตำแหน่ง", "ข้อมูลเอกสาร", "ช่องทางที่เผยแพร่แล้ว");
    }

    @Test
    void whereNobodyIsKnownToSignThereIsRoomTo() {
        assertThat(Paper.unspaced(Paper.of(SITE, "announcements/2565/long/").text()))
                .contains("()ตำแหน่ง");
        assertThat(Paper.of(TestSite.khlongPhon(), "announcements/2563/no-benefits/")
                        .text())
                .doesNotContain("ตำแหน่ง");
    }

    @ParameterizedTest
    @CsvSource({
        "manual, คู่มือ, คู่มือการปฏิบัติงาน, 3",
        "plan, แผน, แผนดำเนินงานประจำปี, 5",
        "report, รายงาน, รายงานผลการดำเนินงาน, 6"
    })
    void aManualAPlanAndAReportAreInTheOfficialFormOnPaperAlone(String kind, String word, String title, int day) {
        Paper paper = Paper.of(SITE, "announcements/2565/kind-" + kind + "/");
        assertThat(paper.sheets()).isEqualTo(1);
        assertThat(Paper.unspaced(paper.text()))
                .isEqualTo(Paper.unspaced("องค์การบริหารส่วนตำบลหนองทรายขาว " + word + " " + title
                        + " ตัวอย่างของเอกสารชนิดนี้ ข้อความของเอกสาร ณ วันที่ " + day
                        + " เดือน เมษายน พ.ศ. 2565 () ตำแหน่ง เปลี่ยนแปลงล่าสุด " + day + " เมษายน 2565"
                        + " พิมพ์จากเว็บไซต์องค์การบริหารส่วนตำบลหนองทรายขาว"
                        + " https://www.example.go.th/ita/announcements/2565/kind-" + kind + "/"
                        + " ข้อมูลในหน้านี้เปลี่ยนแปลงล่าสุด " + day + " เมษายน 2565"
                        + " www.example.go.th/ita หน้า 1 จาก 1"));
    }

    @Test
    void aServiceIsPrintedAsAnOfficialManual() {
        Paper paper = Paper.of(SITE, "services/water/");
        assertThat(paper.sheets()).isEqualTo(2);
        assertThat(Paper.unspaced(paper.sheet(1)))
                .startsWith("องค์การบริหารส่วนตำบลหนองทรายขาวคู่มือสำหรับประชาชนขอใช้น้ำประปา")
                .contains("https://www.example.go.th/e-service/water")
                .endsWith("www.example.go.th/itaหน้า1จาก2");
        assertThat(Paper.unspaced(paper.sheet(2)))
                .startsWith("องค์การบริหารส่วนตำบลหนองทรายขาว")
                .contains("()ตำแหน่ง")
                .endsWith("หน้า2จาก2");
    }

    @Test
    void theContentsOfTheReportAreItsHeadings() {
        Browser browser = Browser.get();
        browser.open(TestSite.khlongPhon(), "plans/2563/");
        List<String> contents =
                browser.texts("return Array.from(document.querySelectorAll('.contents a'), a => a.textContent)");
        assertThat(contents)
                .containsExactly(
                        "คำนำ",
                        "๑. ความเป็นมาของการประเมิน",
                        "๒. ผลการประเมิน",
                        "๓. การนำผลการประเมินไปปรับปรุงและพัฒนา",
                        "๓.๑ ด้าน IIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน",
                        "๓.๒ ด้าน EIT แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก",
                        "๓.๓ ด้าน OIT แบบตรวจการเปิดเผยข้อมูลสาธารณะ",
                        "ภาคผนวก",
                        "ภาคผนวก ก คะแนนทุกตัวชี้วัด",
                        "ภาคผนวก ข บันทึกข้อความ",
                        "ภาคผนวก ค แหล่งที่มาของข้อมูล");
        assertThat(browser.texts("return Array.from(document.querySelectorAll('.contents a'), "
                        + "a => document.querySelector(a.getAttribute('href') + '-title').textContent)"))
                .isEqualTo(contents);
        String text = Paper.unspaced(report().text());
        int from = 0;
        for (int round = 0; round < 2; round++) {
            for (String heading : contents) {
                int at = text.indexOf(Paper.unspaced(heading), from);
                assertThat(at).as(heading + ", time " + (round + 1)).isNotNegative();
                from = at;
            }
        }
    }

    @Test
    void theReportIsOneDocumentWithARunningHeadOnEverySheetButTheCover() {
        assertThat(report().sheets()).isBetween(12, 18);
        for (int sheet = 1; sheet <= report().sheets(); sheet++) {
            boolean cover = sheet == 1;
            assertThat(report().sheet(sheet).contains("รายงานการวิเคราะห์และแผนปรับปรุง"))
                    .as("sheet " + sheet)
                    .isEqualTo(!cover);
            assertThat(report().sheet(sheet).contains("www.example.go.th")).isEqualTo(!cover);
        }
    }

    @Test
    void theAppendixHasTheWholeTableTheMemorandumAndTheSources() {
        String text = Paper.unspaced(report().text());
        String appendix = text.substring(text.lastIndexOf("ภาคผนวกกคะแนนทุกตัวชี้วัด"));
        assertThat(appendix).contains("การปฏิบัติหน้าที่", "๘๘.๑๙", "I1–6", "บันทึกข้อความส่วนราชการ", "กบ๕๒๔๐๑/");
        assertThat(appendix.substring(appendix.indexOf("ภาคผนวกคแหล่งที่มาของข้อมูล")))
                .contains("รายงานและแผนรายงานการวิเคราะห์", "ผลการประเมินรายงานการวิเคราะห์");
    }
}
