package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The notice for the board: part of a record's page, shown and printed alone where its anchor is asked for. */
class BoardTest {

    private static final TestSite SITE = TestSite.nongSaiKhao();
    private static final String PAGE = "announcements/2565/asset-use/";
    private static final float DOTS_PER_INCH = 200;

    private static Stream<Arguments> notices() {
        return Stream.of(
                Arguments.of(SITE, PAGE),
                Arguments.of(SITE, "announcements/2565/long/"),
                Arguments.of(SITE, "announcements/2565/hostile/"),
                Arguments.of(SITE, "services/water/"),
                Arguments.of(TestSite.khlongPhon(), "plans/2563/"));
    }

    @ParameterizedTest
    @MethodSource("notices")
    void isOneSheetWithItsWholeAddress(TestSite site, String page) {
        Paper paper = Paper.of(site, page + "#notice");
        assertThat(paper.sheets()).isEqualTo(1);
        assertThat(Paper.unspaced(paper.text()))
                .contains("อ่านฉบับเต็มที่www.example.go.th" + site.base() + page)
                .doesNotContain("หน้า1จาก", "ข้อมูลเอกสาร", "พิมพ์");
    }

    @Test
    void saysWhatTheRecordSaysAndNothingElse() {
        assertThat(Paper.unspaced(Paper.of(SITE, PAGE + "#notice").text())).isEqualTo(Paper.unspaced("""
                        องค์การบริหารส่วนตำบลหนองทรายขาว อำเภอเมืองตัวอย่าง จังหวัดขอนแก่น
                        ประกาศ
                        แนวทางการยืมทรัพย์สินของราชการ
                        แนวทางการยืมและการใช้ทรัพย์สินของราชการ
                        ที่ 5/2565
                        ลงวันที่ 1 มีนาคม 2565
                        อ่านฉบับเต็มที่ www.example.go.th/ita/announcements/2565/asset-use/
                        สอบถาม โทร. 043-000000
                        """));
    }

    @Test
    void isReadFromAfar() throws Exception {
        assertThat(largest(Paper.of(SITE, PAGE + "#notice"))).isBetween(44f, 46f);
        assertThat(largest(Paper.of(TestSite.khlongPhon(), "plans/2563/#notice")))
                .isBetween(35f, 37f);
    }

    /** The size of the largest letters in CSS pixels, of which a point has 4/3: as Chromium writes sizes into a PDF. */
    private static float largest(Paper paper) throws Exception {
        float[] largest = {0};
        try (PDDocument document = Loader.loadPDF(paper.file().toFile())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    largest[0] = Math.max(largest[0], text.getFontSizeInPt());
                }
            }.getText(document);
        }
        return largest[0];
    }

    @ParameterizedTest
    @MethodSource("notices")
    void itsCodeLeadsToThePage(TestSite site, String page) throws Exception {
        try (PDDocument document =
                Loader.loadPDF(Paper.of(site, page + "#notice").file().toFile())) {
            BufferedImage sheet = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
            // The code stands at the left of the foot.
            int width = sheet.getWidth() * 34 / 100;
            int top = sheet.getHeight() * 77 / 100;
            int height = sheet.getHeight() - top;
            int[] pixels = sheet.getRGB(0, top, width, height, null, 0, width);
            BinaryBitmap code =
                    new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, height, pixels)));
            assertThat(new QRCodeReader()
                            .decode(code, Map.of(DecodeHintType.TRY_HARDER, true))
                            .getText())
                    .isEqualTo("https://www.example.go.th" + site.base() + page);
        }
    }

    @Test
    void standsAloneWithoutAScriptAndLeadsBack() {
        Browser browser = Browser.get();
        browser.open(SITE, PAGE);
        browser.scripts(false);
        browser.follow(SITE, PAGE);
        assertThat(browser.find(".notice").isDisplayed()).isFalse();
        browser.find("a[href='#notice']").sendKeys(Keys.ENTER);
        assertThat(shown(browser, "h1, [role=heading][aria-level='1']"))
                .containsExactly("แนวทางการยืมทรัพย์สินของราชการ");
        assertThat(shown(browser, "header.masthead, nav, .document, .foot, .made-known"))
                .isEmpty();
        assertThat(shown(browser, ".notice button")).isEmpty();
        browser.find(".notice a[href='#main']").sendKeys(Keys.ENTER);
        assertThat(shown(browser, "h1, [role=heading][aria-level='1']"))
                .containsExactly("ประกาศองค์การบริหารส่วนตำบลหนองทรายขาว\nเรื่อง แนวทางการยืมทรัพย์สินของราชการ");
        browser.scripts(true);
    }

    private static List<String> shown(Browser browser, String selector) {
        return browser.findAll(selector).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void isAccessibleAndFitsASmallWindow() {
        Browser browser = Browser.get();
        browser.open(SITE, "announcements/2565/hostile/#notice");
        assertThat(browser.axe()).isEmpty();
        browser.open(SITE, "announcements/2565/long/#notice");
        browser.window(320, 800);
        assertThat(browser.run("return document.documentElement.scrollWidth")).isEqualTo(320L);
        assertThat(browser.run("return window.__hacked === undefined")).isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("without")
    void thereIsNoneOfWhatMustNotHangThere(String page) {
        assertThat(SITE.html(page)).doesNotContain("id=\"notice\"", "href=\"#notice\"");
    }

    private static Stream<String> without() {
        return Stream.of("announcements/2565/draft/", "announcements/2564/gift-old/", "memos/2565/report/");
    }

    @Test
    void thePagePrintsWithoutIt() {
        assertThat(Paper.of(SITE, PAGE).text())
                .doesNotContain("อ่านฉบับเต็มที่")
                .contains("ประกาศ ณ วันที่");
    }
}
