package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that attack: in titles, names, numbers, tables and bodies. */
class HostileTextTest {

    private static final TestSite SITE = TestSite.nongSaiKhao();

    private static final String TITLE =
            "</title><script>window.__hacked='title'</script> \" onmouseover=\"window.__hacked=1"
                    + " ${7*7} <#if x> {{x}} [=1] & &amp; <b>ตัวหนา</b>";

    private static Stream<String> pages() {
        return Stream.of(
                "",
                "announcements/",
                "announcements/2565/",
                "announcements/2565/hostile/",
                "announcements/2565/bidi/",
                "plans/2565/",
                "ita/2564/",
                "services/water/",
                "statistics/",
                "statistics/2565/hostile/");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingOfATextIsExecutedWhateverAReaderTouches(String page) {
        Browser browser = Browser.get();
        browser.open(SITE, page);
        browser.run(TOUCH_EVERYTHING);
        // A dialog would make this very call fail.
        assertThat(browser.run("return window.__hacked === undefined ? 'nothing' : window.__hacked"))
                .isEqualTo("nothing");
        assertThat(browser.texts(ACTIVE_MARKUP)).isEmpty();
    }

    private static final String TOUCH_EVERYTHING = """
            document.addEventListener('click', e => e.preventDefault(), true);
            document.querySelectorAll('*').forEach(e => ['mouseover', 'focus', 'click', 'load', 'error', 'toggle'].forEach(
                name => e.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}))));
            """;

    /** What could act, apart from the site's own script and its own blocks of data. */
    private static final String ACTIVE_MARKUP = """
            const all = [...document.querySelectorAll('*')];
            return all.filter(e => e.matches('iframe, object, embed, base, main form, main style, main link, main script, main input'))
                .concat(all.filter(e => [...e.attributes].some(a => a.name.startsWith('on') || a.name === 'style'
                    || /^\\\\s*(javascript|data|vbscript):/i.test(a.value))))
                .concat(all.filter(e => e.matches('script:not([type="application/ld+json"])') && !e.src))
                .map(e => e.outerHTML.slice(0, 200));
            """;

    @Test
    void aTitleOfMarkupIsShownLetterForLetter() {
        Browser browser = Browser.get();
        browser.open(SITE, "announcements/2565/hostile/");
        assertThat(browser.run("return document.querySelector('h1').textContent.trim()"))
                .isEqualTo("ประกาศองค์การบริหารส่วนตำบลหนองทรายขาว เรื่อง " + TITLE);
        assertThat(browser.title()).isEqualTo(TITLE + " · องค์การบริหารส่วนตำบลหนองทรายขาว");
        browser.open(SITE, "statistics/2565/hostile/");
        assertThat(browser.run("return document.querySelector('h1').textContent.trim()"))
                .isEqualTo("ตาราง <script>window.__hacked='statistics'</script>");
        assertThat(
                        browser.texts(
                                "return [...document.querySelectorAll('main thead th, main tbody td, main tbody th')].map(c => c.textContent.trim())"))
                .containsExactly(
                        "</th><script>window.__hacked='column'</script>",
                        "<img src=x onerror=window.__hacked='cell'>",
                        "=HYPERLINK(\"https://evil.example\")");
    }

    @Test
    void templateSyntaxInATextIsPlainText() {
        Browser browser = Browser.get();
        browser.open(SITE, "announcements/2565/hostile/");
        assertThat(browser.find("main").getText())
                .contains("${7*7} <#if true>แสดง</#if> <@macro/> {{constructor.constructor('window.__hacked=1')()}}");
        browser.open(SITE, "plans/2565/");
        assertThat(browser.find("main").getText()).contains("ประกาศใช้แล้ว ${7*7} <#if>");
    }

    /** Marks that turn the direction of writing could make a file's name or a whole line read as another. */
    @ParameterizedTest
    @MethodSource("pages")
    void marksOfDirectionDoNotReachThePage(String page) {
        assertThat(SITE.html(page)).doesNotContainPattern("[\\u202A-\\u202E\\u2066-\\u2069]");
    }
}
