package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link and every anchor of whole sites, followed without a browser. */
class LinksTest {

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void everyLinkAndAnchorLeadsSomewhere(TestSite site) {
        assertThat(Walk.of(site).dead()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void onlyTheErrorPageAndFormerAddressesAreNotLinked(TestSite site) {
        List<String> former = site.pages().stream()
                .filter(p -> site.html(p).contains("http-equiv=\"refresh\""))
                .toList();
        assertThat(Walk.of(site).unreached(site))
                .hasSize(former.size() + 1)
                .contains("404.html")
                .containsAll(former);
    }

    @Test
    void everyPageOfKhlongPhonLiesWithinThreeClicks() {
        Map<String, Integer> far = Walk.of(TestSite.khlongPhon()).clicks().entrySet().stream()
                .filter(e -> e.getValue() > 3)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(far).isEmpty();
    }

    @Test
    void everyRecordOfASiteWithLongListsLiesWithinFourClicks() {
        Map<String, Integer> far = Walk.of(TestSite.nongSaiKhao()).clicks().entrySet().stream()
                .filter(e -> e.getValue() > 4)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(far).isEmpty();
    }

    @Test
    void aFormerAddressLeadsToTheRecord() {
        assertThat(refresh("old-address/")).isEqualTo("0; url=../announcements/2565/asset-use/");
        assertThat(refresh("announcements/2564/old-asset-use/"))
                .isEqualTo("0; url=../../../announcements/2565/asset-use/");
    }

    private static String refresh(String page) {
        return Jsoup.parse(TestSite.nongSaiKhao().html(page))
                .select("meta[http-equiv=refresh]")
                .attr("content");
    }

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void everyPageNamesItsOwnPublicAddress(TestSite site) {
        for (String page : site.pages()) {
            String canonical =
                    Jsoup.parse(site.html(page)).select("link[rel=canonical]").attr("href");
            if (!page.equals("404.html") && !site.html(page).contains("http-equiv=\"refresh\"")) {
                assertThat(canonical).isEqualTo("https://www.example.go.th" + site.base() + page);
            }
        }
    }

    @Test
    void nothingOfKhlongPhonIsInAnotherSite() {
        TestSite site = TestSite.nongSaiKhao();
        assertThat(site.pages())
                .noneMatch(p -> site.html(p).matches("(?s).*(คลองพน|คลองท่อม|กระบี่|นุกูล|641422|๖๔๑๔๒๒).*"));
    }
}
