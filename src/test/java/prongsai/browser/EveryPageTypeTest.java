package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One page of each kind in a real browser; {@code -Dscreenshots=true} leaves pictures in {@code target/screenshots}. */
class EveryPageTypeTest {

    private static final String ALL = "prongsai.browser.PageType#all";

    @ParameterizedTest
    @MethodSource(ALL)
    void axeFindsNothingInAnySetting(PageType page) {
        assertThat(Visit.to(page).violations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void nothingSticksOutOfTheWindowAtAnyWidth(PageType page) {
        assertThat(Visit.to(page).sideways()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyWordStandsInItsLine(PageType page) {
        assertThat(Visit.to(page).torn()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void nothingLiesOverWhatItStandsBeside(PageType page) {
        assertThat(Visit.to(page).overlapping()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void whatIsPressedIsLargeEnoughForAFinger(PageType page) {
        assertThat(Visit.to(page).smallTargets()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void theConsoleIsSilent(PageType page) {
        assertThat(Visit.to(page).consoleErrors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void noRequestLeavesTheSite(PageType page) {
        String home = Browser.get().address(page.site(), "");
        assertThat(Visit.to(page).requests()).isNotEmpty().allMatch(url -> url.startsWith(home));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void aScriptInjectedIntoThePageDoesNotRun(PageType page) {
        assertThat(Visit.to(page).injected()).isEqualTo("nothing");
    }
}
