package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Readers with a keyboard, without scripts, with weak eyes. */
class ReadersTest {

    private static final TestSite SITE = TestSite.khlongPhon();

    private Browser browser;

    @BeforeEach
    void theBrowserIsThere() {
        browser = Browser.get();
    }

    private static final String FOCUSED = "const e = document.activeElement; return e.textContent.trim()";

    /** Whether the focused element is drawn in another way than when it is not focused. */
    private static final String FOCUS_IS_SEEN = """
            const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
            return e.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
                && box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0;
            """;

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void theFirstTabReachesTheSkipLinkAndEnterSkipsTheMenu(TestSite site) {
        browser.open(site, "oit/");
        browser.press(Keys.TAB);
        assertThat(browser.run(FOCUSED)).isEqualTo("ข้ามไปยังเนื้อหาหลัก");
        assertThat(browser.run(FOCUS_IS_SEEN)).isEqualTo(true);
        browser.press(Keys.ENTER);
        browser.press(Keys.TAB);
        assertThat(browser.run("return document.getElementById('main').contains(document.activeElement)"))
                .isEqualTo(true);
    }

    @Test
    void theMenuOfAPhoneOpensAndClosesByKeyboard() {
        browser.open(SITE, "");
        browser.window(320, 640);
        tabTo(".menu-button");
        assertThat(browser.run(FOCUS_IS_SEEN)).isEqualTo(true);
        assertThat(browser.find(".menu-button").getDomAttribute("aria-expanded"))
                .isEqualTo("false");
        assertThat(browser.find("#menu-list").isDisplayed()).isFalse();
        browser.press(Keys.ENTER);
        assertThat(browser.find(".menu-button").getDomAttribute("aria-expanded"))
                .isEqualTo("true");
        assertThat(browser.find("#menu-list").isDisplayed()).isTrue();
        browser.press(Keys.TAB);
        assertThat(browser.run(FOCUSED)).isEqualTo("ค้นหา");
        assertThat(entriesReachedByTab()).isEqualTo(browser.texts(MENU_ENTRIES)).hasSizeGreaterThan(5);
        browser.pressWithShift(Keys.TAB);
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#menu-list").isDisplayed()).isFalse();
        assertThat(browser.run(FOCUSED)).isEqualTo("เมนู");
    }

    @Test
    void everyEntryOfTheMenuIsReachedByKeyboardOnADesktop() {
        browser.open(SITE, "");
        tabTo("#menu-list li:first-child a");
        assertThat(browser.run(FOCUS_IS_SEEN)).isEqualTo(true);
        List<String> all = browser.texts(MENU_ENTRIES);
        assertThat(entriesReachedByTab()).isEqualTo(all.subList(1, all.size()));
    }

    private static final String MENU_ENTRIES =
            "return [...document.querySelectorAll('#menu-list a')].map(a => a.textContent.trim())";

    private void tabTo(String selector) {
        for (int i = 0; i < 30; i++) {
            browser.press(Keys.TAB);
            if (Boolean.TRUE.equals(browser.run("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
        }
        throw new AssertionError(selector + " is not reached by keyboard");
    }

    private List<String> entriesReachedByTab() {
        List<String> reached = new ArrayList<>();
        browser.press(Keys.TAB);
        while (Boolean.TRUE.equals(browser.run("return document.activeElement.matches('#menu-list a')"))) {
            assertThat(browser.run(FOCUS_IS_SEEN))
                    .as("focus is seen on " + browser.run(FOCUSED))
                    .isEqualTo(true);
            reached.add(String.valueOf(browser.run(FOCUSED)));
            browser.press(Keys.TAB);
        }
        return reached;
    }

    @Test
    void textSizeIsRememberedOnOtherPages() {
        browser.open(SITE, "");
        double normal = letterHeight();
        browser.find("[data-text-size=large]").click();
        double large = letterHeight();
        assertThat(large).isGreaterThan(normal * 1.2);
        browser.follow(SITE, "ita/2562/");
        assertThat(letterHeight()).isEqualTo(large);
        assertThat(browser.find("[data-text-size=large]").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        assertThat(browser.find("[data-text-size=normal]").getDomAttribute("aria-pressed"))
                .isEqualTo("false");
        browser.find("[data-text-size=small]").click();
        assertThat(letterHeight()).isLessThan(normal);
        browser.find("[data-text-size=normal]").click();
        browser.follow(SITE, "");
        assertThat(letterHeight()).isEqualTo(normal);
    }

    private double letterHeight() {
        return ((Number) browser.run("return parseFloat(getComputedStyle(document.documentElement).fontSize)"))
                .doubleValue();
    }

    @Test
    void highContrastIsRememberedOnOtherPages() {
        browser.open(SITE, "");
        String usual = background();
        browser.find("[data-contrast-switch]").click();
        String high = background();
        assertThat(high).isNotEqualTo(usual);
        browser.follow(SITE, "plans/2563/");
        assertThat(background()).isEqualTo(high);
        assertThat(browser.find("[data-contrast-switch]").getDomAttribute("aria-pressed"))
                .isEqualTo("true");
        browser.find("[data-contrast-switch]").click();
        browser.follow(SITE, "");
        assertThat(background()).isEqualTo(usual);
    }

    private String background() {
        return String.valueOf(browser.run("return getComputedStyle(document.body).backgroundColor"));
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void withoutScriptsContentAndMenuAreThere(int width) {
        browser.open(SITE, "");
        browser.scripts(false);
        browser.window(width, 800);
        browser.follow(SITE, "ita/2562/");
        assertThat(browser.find("h1").isDisplayed()).isTrue();
        assertThat(browser.find("main").getText()).contains("๘๑.๘๐", "๓๓.๑๗");
        if (width == 320) {
            browser.find("a.menu-button").click();
        }
        assertThat(browser.findAll("#menu-list a")).hasSizeGreaterThan(5).allMatch(WebElement::isDisplayed);
        // Switches that cannot work are not offered.
        assertThat(browser.find(".tools").isDisplayed()).isFalse();
        browser.scripts(true);
    }
}
