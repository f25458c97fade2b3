package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import prongsai.render.FoldedText;
import prongsai.render.SearchText;

/** A reader searches the site. */
class SearchTest {

    private static final TestSite SITE = TestSite.nongSaiKhao();

    /**
     * Searches for one query after the other, each until every candidate was checked; gives for each the addresses of what
     * was found, from the top of the site.
     */
    private static final String ALL_FOUND = """
            const queries = arguments[0], done = arguments[arguments.length - 1], found = [];
            const more = document.getElementById('search-more'), form = document.getElementById('finder');
            const results = document.getElementById('search-results');
            function ask() {
                form.elements.q.value = queries[found.length];
                form.requestSubmit();
            }
            function look() {
                if (results.getAttribute('aria-busy') === 'true') return;
                if (!more.hidden) return more.click();
                found.push([...results.querySelectorAll('a')].map(a => a.getAttribute('href').replace('../', '')).join(' '));
                if (found.length < queries.length) return ask();
                clearInterval(timer);
                done(found);
            }
            const timer = setInterval(look, 5);
            ask();
            """;

    private Browser browser;

    @BeforeEach
    void theBrowserIsThere() {
        browser = Browser.get();
    }

    private List<String> found(TestSite site, String query) {
        return found(site, query, "");
    }

    private List<String> found(TestSite site, String query, String chosen) {
        browser.open(site, "search/?" + chosen);
        return split(browser.asyncTexts(ALL_FOUND, List.of(query)).get(0));
    }

    private static List<String> split(String routes) {
        return routes.isEmpty() ? List.of() : List.of(routes.split(" ", -1));
    }

    private String status() {
        return browser.find("#search-status").getText();
    }

    /** The folded text of each page that can be found, its title first. */
    private static Map<String, String> texts(TestSite site) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; Files.exists(site.root().resolve("search/pages/" + i + ".json")); i++) {
            for (String line : Files.readAllLines(site.root().resolve("search/pages/" + i + ".json"))) {
                if (line.startsWith("[\"")) {
                    String route = line.substring(2, line.indexOf('"', 2));
                    String html = Files.readString(site.root().resolve(route + "index.html"));
                    texts.put(route, SearchText.title(html) + " " + SearchText.body(html));
                }
            }
        }
        return texts;
    }

    /** Parts of words from anywhere, two words of one page, and what no page has. */
    private static List<String> queries(Map<String, String> texts) {
        Random random = new Random(2563);
        List<String> pages = new ArrayList<>(texts.values());
        List<String> queries = new ArrayList<>();
        while (queries.size() < 60) {
            String text = pages.get(random.nextInt(pages.size()));
            String first = part(text, random);
            String second = part(queries.size() % 3 == 2 ? pages.get(random.nextInt(pages.size())) : text, random);
            queries.add(queries.size() % 2 == 0 ? first : first + (queries.size() % 3 == 2 ? "" : " ") + second);
        }
        return queries;
    }

    private static String part(String text, Random random) {
        int length = 1 + random.nextInt(9);
        int start = random.nextInt(Math.max(1, text.length() - length));
        String part =
                text.substring(start, Math.min(text.length(), start + length)).strip();
        return part.isEmpty() ? part(text, random) : part;
    }

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void everyPageWithTheWordsIsFoundAndNoOther(TestSite site) throws IOException {
        Map<String, String> texts = texts(site);
        assertThat(texts).hasSizeGreaterThan(50);
        List<String> queries = queries(texts);
        browser.open(site, "search/");
        List<String> found = browser.asyncTexts(ALL_FOUND, queries);
        Map<String, TreeSet<String>> expected = new TreeMap<>();
        Map<String, TreeSet<String>> actual = new TreeMap<>();
        for (int i = 0; i < queries.size(); i++) {
            List<String> words = List.of(FoldedText.of(queries.get(i)).split(" ", -1));
            TreeSet<String> pages = new TreeSet<>();
            texts.forEach((route, text) -> {
                if (words.stream().allMatch(text::contains)) {
                    pages.add(route);
                }
            });
            expected.put(queries.get(i), pages);
            actual.put(queries.get(i), new TreeSet<>(split(found.get(i))));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void thaiAndArabicDigitsAreTheSameAndSoAreCapitals() {
        List<String> arabic = found(SITE, "2565 oit");
        assertThat(arabic).isNotEmpty();
        assertThat(found(SITE, "๒๕๖๕ OIT")).isEqualTo(arabic);
    }

    @Test
    void whatIsNowhereIsSaidPlainly() {
        assertThat(found(SITE, "ฆฌฑฒ")).isEmpty();
        assertThat(status()).isEqualTo("ไม่พบ “ฆฌฑฒ” ในเว็บไซต์นี้");
    }

    @Test
    void titlesComeBeforeTexts() {
        List<String> found = found(SITE, "น้ำประปา");
        List<String> titled = browser.texts("""
                return [...document.querySelectorAll('#search-results h2')].map(h => String(/น้ำประปา/.test(h.textContent)))""");
        assertThat(found).hasSizeGreaterThan(1);
        assertThat(titled).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(titled.get(0)).isEqualTo("true");
    }

    @Test
    void theWordsAreMarkedInTheirPassage() {
        found(SITE, "น้ำประปา");
        assertThat(browser.texts(
                        "return [...document.querySelectorAll('#search-results mark')].map(m => m.textContent)"))
                .isNotEmpty()
                .containsOnly("น้ำประปา");
    }

    @Test
    void aKindAndAYearNarrowTheResults() {
        List<String> all = found(SITE, "ประ");
        List<String> orders = found(SITE, "ประ", "kind=d");
        assertThat(orders).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(orders).allMatch(route -> route.startsWith("announcements/"));
        List<String> year = found(SITE, "ประ", "year=2564");
        assertThat(year).isNotEmpty().hasSizeLessThan(all.size()).allMatch(route -> route.contains("/2564/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "\"'`${x}&lt;", "\u202Eกข", "%2e%2e/", "😀"})
    void aHostileQueryIsNothingButText(String query) {
        found(SITE, query);
        assertThat(status()).contains("“" + query + "”");
        assertThat(browser.findAll("main img")).isEmpty();
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo(query);
    }

    @Test
    void titlesAreOfferedWhileOneTypesAndTheKeyboardChooses() {
        browser.open(SITE, "search/");
        browser.find("#q").sendKeys("น้ำประปา");
        browser.await("return document.querySelector('#suggestions li') !== null");
        assertThat(browser.find("#q").getDomAttribute("aria-expanded")).isEqualTo("true");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.find("#q").getDomAttribute("aria-activedescendant")).isEqualTo("suggestion-0");
        assertThat(browser.find("#suggestion-0").getDomAttribute("aria-selected"))
                .isEqualTo("true");
        browser.press(Keys.ESCAPE);
        assertThat(browser.find("#q").getDomAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browser.find("#q").getDomProperty("value")).isEqualTo("น้ำประปา");
        browser.find("#q").sendKeys(" ");
        browser.await("return document.querySelector('#suggestions li') !== null");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ENTER);
        browser.await("return document.getElementById('finder') === null && document.readyState === 'complete'");
        assertThat(browser.title()).contains("น้ำประปา");
    }

    @Test
    void theBoxInTheHeaderLeadsToTheResults() {
        browser.open(SITE, "ita/");
        browser.find("#q").sendKeys("น้ำประปา", Keys.ENTER);
        browser.await("return /พบ/.test((document.getElementById('search-status') || {}).textContent)");
        assertThat(browser.findAll("#search-results li")).isNotEmpty();
    }

    @Test
    void eachQueryHasAnAddressAndBackLeadsToTheOneBefore() {
        List<String> first = found(SITE, "น้ำประปา");
        browser.await("return new URLSearchParams(location.search).get('q') === 'น้ำประปา'");
        browser.run("""
                const form = document.getElementById('finder');
                form.elements.q.value = 'ฆฌฑฒ';
                form.requestSubmit();""");
        browser.await("return new URLSearchParams(location.search).get('q') === 'ฆฌฑฒ'");
        assertThat(status()).isEqualTo("ไม่พบ “ฆฌฑฒ” ในเว็บไซต์นี้");
        browser.run("history.back()");
        browser.await("return /^พบ|^แสดง/.test(document.getElementById('search-status').textContent)");
        assertThat(browser.texts("""
                return [...document.querySelectorAll('#search-results a')].map(a => a.getAttribute('href').replace('../', ''))""")).isEqualTo(first.subList(0, Math.min(10, first.size())));
    }

    @Test
    void moreResultsTakeTheFocusToTheFirstOfThem() {
        browser.open(SITE, "search/?q=" + URLEncoder.encode("ประ", StandardCharsets.UTF_8));
        browser.await("return !document.getElementById('search-more').hidden");
        assertThat(status()).startsWith("แสดง ");
        browser.run("document.getElementById('search-more').focus()");
        browser.press(Keys.ENTER);
        browser.await("return document.querySelectorAll('#search-results li').length > 10");
        assertThat(browser.run("""
                return document.activeElement === document.querySelectorAll('#search-results a')[10]""")).isEqualTo(true);
    }

    @Test
    void withoutAScriptTheListsLeadToEverything() {
        browser.open(SITE, "search/");
        browser.scripts(false);
        browser.follow(SITE, "search/");
        assertThat(browser.find("#finder").isDisplayed()).isFalse();
        assertThat(browser.find(".no-script").isDisplayed()).isTrue();
        assertThat(browser.findAll("#search-index a[href='../announcements/2565/']"))
                .hasSize(1);
        assertThat(browser.findAll("#search-index a[href='../announcements/kind/policy/']"))
                .hasSize(1);
    }

    @Test
    void theScriptIsSmallAndOnTheSearchPageAlone() throws IOException {
        List<Path> scripts;
        try (var files = Files.list(SITE.root().resolve("assets"))) {
            scripts = files.filter(f -> f.toString().endsWith(".js")).sorted().toList();
        }
        assertThat(scripts)
                .extracting(f -> f.getFileName().toString().replaceAll("-.*", ""))
                .containsExactly("search", "site");
        assertThat(compressed(Files.readAllBytes(scripts.get(0)))).isLessThan(6_000);
        assertThat(Files.readString(SITE.root().resolve("index.html"))).doesNotContain("assets/search-");
    }

    private static int compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
