package prongsai.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.browser.Browser.Painting;

/** What a page may cost a reader on a cheap phone and a slow line; {@code docs/budgets.md} tells the figures. */
@Tag("alone")
class BudgetTest {

    /** Bytes as sent, packed: what fits into the first round trip of a connection. */
    private static final int HTML_AND_CSS = 14_000;

    /** What somebody wrote, and what the page of the open data explains of each column; all else surrounds it. */
    private static final String OWN_TEXT = "main .prose, main .columns tbody";

    /** HTML and CSS of a page with all that it holds, which is a plan with its analysis. */
    private static final int WHOLE_PAGE = 25_000;

    private static final int SCRIPTS = 8_000;
    private static final int FONTS = 45_000;
    private static final double LARGEST_MILLIS = 1200;
    /** 0 with three decimals: a font that comes just in time may move a line by some pixels before anybody reads it. */
    private static final double NO_SHIFT = 0.0005;

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void whatSurroundsARecordsTextFitsTheFirstRoundTrip(TestSite site) {
        List<String> tooLarge = new ArrayList<>();
        int records = 0;
        for (String page : site.pages()) {
            // Of a plan most is its own: texts, tables and figures in turn. It is among the pages of figures below.
            if (site.html(page).contains("class=\"prose\"") && !page.startsWith("plans/")) {
                records++;
                int size = packedWithout(OWN_TEXT, site, page);
                if (size > HTML_AND_CSS) {
                    tooLarge.add(page + " " + size);
                }
            }
        }
        assertThat(tooLarge).isEmpty();
        assertThat(records).isGreaterThan(5);
    }

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void whatSurroundsFiguresFitsTheFirstRoundTripAndNoPageIsLarge(TestSite site) {
        List<String> tooLarge = new ArrayList<>();
        for (String page : site.pages()) {
            int around = packedWithout("main", site, page);
            int whole = packedWithout("nothing", site, page);
            if (around > HTML_AND_CSS || whole > WHOLE_PAGE) {
                tooLarge.add(page + " " + around + " of " + whole);
            }
        }
        assertThat(tooLarge).isEmpty();
    }

    private static int packedWithout(String own, TestSite site, String page) {
        Document html = Jsoup.parse(site.html(page));
        html.select(own).forEach(Element::empty);
        String around = html.outputSettings(new Document.OutputSettings().prettyPrint(false))
                .outerHtml();
        return SiteServer.gzip(around.getBytes(UTF_8)).length
                + html.select("link[rel=stylesheet]").eachAttr("href").stream()
                        .mapToInt(link -> packed(site, page, link))
                        .sum();
    }

    private static int packed(TestSite site, String page, String link) {
        return SiteServer.gzip(file(site, page, link)).length;
    }

    private static byte[] file(TestSite site, String page, String link) {
        try {
            // The error page names its files from the top of the server.
            return Files.readAllBytes(
                    link.startsWith("/")
                            ? site.root().resolve(link.substring(site.base().length()))
                            : site.root()
                                    .resolve(page.replaceFirst("[^/]*$", ""))
                                    .resolve(link));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("prongsai.browser.TestSite#all")
    void noPageNeedsMoreScriptThanItsBudget(TestSite site) {
        List<String> tooLarge = new ArrayList<>();
        for (String page : site.pages()) {
            int size = Jsoup.parse(site.html(page)).select("script[src]").stream()
                    .mapToInt(script -> packed(site, page, script.attr("src")))
                    .sum();
            if (size > SCRIPTS) {
                tooLarge.add(page + " " + size);
            }
        }
        assertThat(tooLarge).isEmpty();
    }

    @Test
    void aLongListShowsFiftyAPage() {
        assertThat(listed("announcements/2565/")).isEqualTo(50);
        assertThat(listed("announcements/2565/page/2/")).isBetween(1, 50);
    }

    private static int listed(String page) {
        return Jsoup.parse(TestSite.nongSaiKhao().html(page))
                .select("main .records > li")
                .size();
    }

    @Test
    void twoWeightsOfTheFontAreAllThereIs() {
        TestSite site = TestSite.khlongPhon();
        String sheet = Jsoup.parse(site.html("")).select("link[rel=stylesheet]").attr("href");
        String css = new String(file(site, "", sheet), UTF_8);
        TreeSet<String> weights = new TreeSet<>();
        TreeSet<String> files = new TreeSet<>();
        Matcher faces = Pattern.compile("@font-face\\{[^}]*}").matcher(css);
        while (faces.find()) {
            weights.add(faces.group().replaceFirst("(?s).*font-weight:(\\d+).*", "$1"));
            files.add(faces.group().replaceFirst("(?s).*url\\(\"?([^\")]+)\"?\\).*", "$1"));
        }
        assertThat(weights).containsExactly("400", "600");
        assertThat(files.stream().mapToInt(f -> file(site, sheet, f).length).sum())
                .isBetween(1, FONTS);
    }

    private static Stream<PageType> withoutLongTables() {
        List<String> most = List.of("home", "result", "item-shown", "draft", "search");
        return PageType.khlongPhon().filter(p -> most.contains(p.name()));
    }

    private static Stream<PageType> slowly() {
        return Stream.concat(
                withoutLongTables(),
                PageType.nongSaiKhao()
                        .filter(p -> p.name().equals("announcements-year")
                                || p.name().equals("announcement")));
    }

    @ParameterizedTest
    @MethodSource("slowly")
    void aSlowPhoneShowsThePageSoonAndNothingMoves(PageType page) {
        List<Painting> paintings = new ArrayList<>();
        // A machine that is busy with something else gets a second chance.
        for (int round = 0; round < 2 && (paintings.isEmpty() || median(paintings) >= LARGEST_MILLIS); round++) {
            paintings.clear();
            for (int i = 0; i < 3; i++) {
                paintings.add(Browser.get().paintSlowly(page.site(), page.path()));
            }
        }
        assertThat(paintings)
                .allSatisfy(p -> assertThat(p.shift()).as("%s", p.moved()).isLessThan(NO_SHIFT));
        assertThat(median(paintings)).isPositive().isLessThan(LARGEST_MILLIS);
    }

    @ParameterizedTest
    @MethodSource("slowly")
    void nothingMovesWhereAPageComesInParts(PageType page) {
        assertStill(page, 412, 40);
    }

    /** The columns of a long table find their widths while its rows come. */
    @ParameterizedTest
    @MethodSource("withoutLongTables")
    void nothingMovesOnAWideScreenEither(PageType page) {
        assertStill(page, 1280, 40);
    }

    /** A browser shows whatever has come, be it half of the row of switches. */
    @ParameterizedTest
    @ValueSource(ints = {412, 800, 1280})
    void nothingMovesWhereAPageComesElementByElement(int width) {
        assertStill(PageType.khlongPhon().findFirst().orElseThrow(), width, 1000);
    }

    private static void assertStill(PageType page, int width, int parts) {
        Painting painting = Browser.get().paintInParts(page.site(), page.path(), width, parts);
        assertThat(painting.shift()).as("%s", painting.moved()).isLessThan(NO_SHIFT);
    }

    private static double median(List<Painting> paintings) {
        return paintings.stream()
                .mapToDouble(Painting::largestAfterMillis)
                .sorted()
                .toArray()[paintings.size() / 2];
    }
}
