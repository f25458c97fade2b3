package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a page is searched, and in which form. */
class SearchTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            ปี ๒๕๖๓,            ปี 2563
            'ITA  และ\tOIT',    ita และ oit
            น้ำ,                น้ํา
            นํ้า,                น้ํา
            กำ,                 กํา
            'ก\u200Bข\u00ADค',  กขค
            ＡＢ①,              ab1
            ' ก\u00A0ข ',       ก ข
            กุ้,                 กุ้
            กุ้,                 กุ้
            ํุ่,                 ํุ่
            รอ… “ดู”,           'รอ... “ดู”'
            """)
    void textsAreComparedInOneForm(String written, String folded) {
        assertThat(FoldedText.of(written)).isEqualTo(folded);
    }

    /** The form as the script makes it, by whole rules one after the other. */
    private static String slowly(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\u00AD\u200B-\u200D\u2060\uFEFF]", "")
                .replace('๐', '0')
                .replace('๑', '1')
                .replace('๒', '2')
                .replace('๓', '3')
                .replace('๔', '4')
                .replace('๕', '5')
                .replace('๖', '6')
                .replace('๗', '7')
                .replace('๘', '8')
                .replace('๙', '9')
                .replaceAll("ํ([่-๋]+)", "$1ํ")
                .replaceAll("[\\s\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+", " ")
                .strip();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('ก', '๛')
                .withCharRange(' ', '~')
                .withChars("\u00A0\u200B\u00AD“”…·–éÉ①ﬁ↩\uFE0E\u0301\t\n")
                .ofMaxLength(40);
    }

    @Property
    void theShortWayGivesWhatTheRulesGive(@ForAll("texts") String text) {
        assertThat(FoldedText.of(text)).isEqualTo(slowly(text));
    }

    private static final String PAGE = """
            <html><head><title>ประกาศ &quot;ก&quot; · ข · เทศบาล</title></head><body><nav>เมนู</nav>
            <main id="main"><nav class="crumbs"><ol><li>ทาง</li></ol></nav>
            <h1>ชื่อ<strong>เรื่อง</strong></h1><p>หนึ่ง<br>สอง &amp; สาม&nbsp;สี่</p>
            <svg><text>ภาพ</text></svg><table><tr><td>1</td><td>2</td></tr></table>
            <p><span aria-hidden="true">๗๕</span><span class="vh">75</span> <a href="x">ล</a>ิงก์</p>
            <!--unsearched--><div id="notice"><div>ซ้ำ</div></div><!--/unsearched--><p>ท้าย</p></main><footer>ฟุต</footer></body></html>
            """;

    @Test
    void menusPicturesAndWhatIsHiddenAreNotSearched() {
        assertThat(SearchText.body(PAGE).toString()).isEqualTo("ชื่อเรื่อง หนึ่ง สอง & สาม สี่ 1 2 75 ลิงก์ ท้าย");
    }

    @Test
    void theTitleIsThePagesOwn() {
        assertThat(SearchText.title(PAGE).toString()).isEqualTo("ประกาศ \"ก\" · ข");
    }

    @Test
    void aPageWithoutAnyTextIsEmpty() {
        assertThat(SearchText.body("<p>no main</p>").toString()).isEmpty();
        assertThat(SearchText.title("<p>no title</p>").toString()).isEmpty();
        assertThat(SearchText.body("<main>ก<").toString()).isEmpty();
    }
}
