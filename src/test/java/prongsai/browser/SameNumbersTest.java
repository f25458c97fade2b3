package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.model.Numerals;

/** The open data say what the pages say: the same numbers, the same words, of the same things. */
class SameNumbersTest {

    private static final String SITES = "prongsai.browser.TestSite#all";

    @ParameterizedTest
    @MethodSource(SITES)
    void ofResults(TestSite site) {
        for (String year : folders(site, "ita/[0-9]+/")) {
            List<List<String>> shown = new ArrayList<>();
            Document page = page(site, "ita/" + year + "/");
            for (Element row : page.select("table.indicators tr:not(thead tr):not(.sub)")) {
                if (row.hasClass("instrument")) {
                    List<String> figures = row.select("dd").stream()
                            .map(SameNumbersTest::plain)
                            .toList();
                    shown.add(List.of(row.select("b").text(), "", figures.get(1), figures.get(0), figures.get(2)));
                } else if (row.hasClass("total")) {
                    shown.add(
                            0,
                            List.of(
                                    "",
                                    "",
                                    score(row),
                                    count(row),
                                    row.select("small").text()));
                } else {
                    shown.add(List.of(plain(row.selectFirst(".no")), name(row), score(row), count(row), range(row)));
                }
            }
            List<List<String>> data = new ArrayList<>();
            for (JsonNode row :
                    rows(site, "results", r -> r.get("fiscalYear").asText().equals(year))) {
                data.add(
                        switch (row.get("level").asText()) {
                            case "instrument" ->
                                List.of(
                                        text(row, "instrument"),
                                        "",
                                        score(row, "score"),
                                        text(row, "weight"),
                                        score(row, "passMark"));
                            case "indicator" ->
                                List.of(
                                        text(row, "indicator"),
                                        text(row, "name"),
                                        score(row, "score"),
                                        text(row, "questionCount"),
                                        text(row, "questions"));
                            default ->
                                List.of(
                                        "",
                                        "",
                                        score(row, "score"),
                                        text(row, "questionCount"),
                                        "ระดับ " + text(row, "grade"));
                        });
            }
            assertThat(data).isEqualTo(shown);
        }
    }

    /** Of each figure that has a note on its page: its code and the note, by words; the notes of the whole have no code. */
    @ParameterizedTest
    @MethodSource(SITES)
    void ofFiguresThatContradictEachOther(TestSite site) {
        for (String year : folders(site, "ita/[0-9]+/")) {
            Document page = page(site, "ita/" + year + "/");
            List<String> shown = page.select("[id^=figure-note-]").stream()
                    .map(note -> {
                        Element row = page.selectFirst("table.indicators tr:has(sup a[href=#" + note.id() + "])");
                        String code = row == null
                                ? ""
                                : row.hasClass("instrument") ? row.select("b").text() : plain(row.selectFirst(".no"));
                        note.select(".note-title").remove();
                        return code + ": " + Numerals.ARABIC.write(note.text());
                    })
                    .sorted()
                    .toList();
            assertThat(rows(site, "results", r -> r.get("fiscalYear").asText().equals(year)).stream()
                            .filter(r -> !text(r, "discrepancy").isEmpty())
                            .map(r -> (text(r, "level").equals("instrument")
                                            ? text(r, "instrument")
                                            : text(r, "indicator"))
                                    + ": " + text(r, "discrepancy"))
                            .sorted())
                    .isEqualTo(shown);
            assertThat(shown).hasSize(site == TestSite.khlongPhon() ? 2 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofSubIndicators(TestSite site) {
        for (String year : folders(site, "ita/[0-9]+/")) {
            List<List<String>> shown = page(site, "ita/" + year + "/").select("table.indicators tr.sub").stream()
                    .map(row -> List.of(plain(row.selectFirst(".no")), name(row), score(row), count(row), range(row)))
                    .toList();
            List<List<String>> data =
                    rows(
                                    site,
                                    "sub-indicators",
                                    r -> r.get("fiscalYear").asText().equals(year))
                            .stream()
                            .map(row -> List.of(
                                    text(row, "subIndicator"),
                                    text(row, "name"),
                                    score(row, "score"),
                                    text(row, "itemCount"),
                                    text(row, "items")))
                            .toList();
            assertThat(data).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofPlansAndTheirProgress(TestSite site) {
        for (String year : folders(site, "plans/[0-9]+/")) {
            List<String> statuses = new ArrayList<>();
            List<String> reports = new ArrayList<>();
            for (Element action : page(site, "plans/" + year + "/").select("table.actions tbody tr")) {
                statuses.add(action.select(".chip").text());
                action.select(".progress > li")
                        .forEach(li -> reports.add(li.select("time").attr("datetime")));
            }
            Predicate<JsonNode> ofYear = r -> r.get("fiscalYear").asText().equals(year);
            assertThat(rows(site, "plan-actions", ofYear))
                    .extracting(r -> text(r, "statusText"))
                    .isEqualTo(statuses);
            assertThat(rows(site, "plan-progress", ofYear))
                    .extracting(r -> text(r, "date"))
                    .isEqualTo(reports);
        }
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofItemsAndTheirStatus(TestSite site) {
        for (String year : folders(site, "oit/[0-9]+/")) {
            List<String> shown = page(site, "oit/" + year + "/").select(".items a").stream()
                    .map(a -> a.select(".item-code").text() + " "
                            + a.select(".status").text() + " "
                            + a.select(".item-detail").text())
                    .toList();
            List<String> data = rows(
                            site, "items", r -> r.get("fiscalYear").asText().equals(year))
                    .stream()
                    .map(SameNumbersTest::item)
                    .toList();
            assertThat(data)
                    .isEqualTo(shown.stream().map(Numerals.ARABIC::write).toList());
        }
    }

    private static String item(JsonNode row) {
        String status = text(row, "statusText").replace("บนเว็บไซต์นี้", "");
        boolean counted = text(row, "status").equals("incomplete");
        return text(row, "item") + " " + status + " " + (counted ? "ขาด " + text(row, "missingCount") + " ส่วน" : "");
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofAnnouncements(TestSite site) {
        List<String> shown = site.pages().stream()
                .filter(p -> p.matches("announcements/[0-9]+/(page/[0-9]+/)?"))
                .flatMap(p -> page(site, p).select(".records > li a").stream())
                .map(a -> a.attr("href").replaceFirst("^(\\.\\./)*", site.base()))
                .sorted()
                .toList();
        assertThat(rows(site, "announcements", r -> true).stream()
                        .map(r -> text(r, "url").replaceFirst("^https://[^/]+", ""))
                        .sorted())
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofStatistics(TestSite site) {
        for (String path : site.pages().stream()
                .filter(p -> p.matches("statistics/[0-9]+/[a-z-]+/"))
                .toList()) {
            List<String> shown = page(site, path).select("table.data tbody .num").stream()
                    .map(SameNumbersTest::plain)
                    .map(n -> n.replace(",", ""))
                    .toList();
            List<String> data = rows(site, "statistics", r -> text(r, "url").endsWith(path)).stream()
                    .filter(r -> text(r, "type").matches("number|money"))
                    .map(r -> text(r, "number").isEmpty() ? "–" : text(r, "number"))
                    .toList();
            assertThat(data).as(path).isEqualTo(shown);
        }
    }

    @ParameterizedTest
    @MethodSource(SITES)
    void ofServices(TestSite site) {
        for (String path : site.pages().stream()
                .filter(p -> p.matches("services/(?!page/)[a-z-]+/"))
                .toList()) {
            List<String> shown = page(site, path).select(".steps > li").stream()
                    .map(li -> li.select(".step-time").text())
                    .map(time -> Numerals.ARABIC.write(time).replace(",", ""))
                    .toList();
            List<JsonNode> steps =
                    rows(site, "service-steps", r -> text(r, "url").endsWith(path));
            assertThat(steps)
                    .extracting(r -> text(r, "minutes").isEmpty() ? "" : text(r, "minutes") + " นาที")
                    .isEqualTo(shown);
            assertThat(rows(site, "services", r -> text(r, "url").endsWith(path)))
                    .extracting(r -> r.get("steps").asInt())
                    .containsExactly(shown.size());
        }
    }

    private static Document page(TestSite site, String path) {
        return Jsoup.parse(site.html(path));
    }

    /** The last names of the folders that match. */
    private static List<String> folders(TestSite site, String pattern) {
        List<String> folders = site.pages().stream()
                .filter(p -> p.matches(pattern))
                .map(p -> p.replaceAll("^.*/(?=[^/]+/$)|/$", ""))
                .toList();
        assertThat(folders).isNotEmpty();
        return folders;
    }

    private static List<JsonNode> rows(TestSite site, String name, Predicate<JsonNode> which) {
        return new PublishedData(site).rows(name).stream().filter(which).toList();
    }

    private static String text(JsonNode row, String key) {
        JsonNode value = row.get(key);
        return value.isNull() ? "" : value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    /** Pages show at least two decimals. */
    private static String score(JsonNode row, String key) {
        String text = text(row, key);
        return text.isEmpty()
                ? "–"
                : new BigDecimal(text)
                        .setScale(Math.max(2, new BigDecimal(text).scale()))
                        .toPlainString();
    }

    private static String score(Element row) {
        return plain(row.selectFirst(".score"));
    }

    private static String count(Element row) {
        return plain(row.selectFirst(".count"));
    }

    private static String name(Element row) {
        return plain(row.selectFirst("th"));
    }

    /** {@code I1–6} on the page is {@code I1-I6} in the data. */
    private static String range(Element row) {
        return plain(row.selectFirst(".questions")).replaceFirst("^([A-Z]+)([0-9]+)–", "$1$2-$1");
    }

    /** What a screen reader says, without the marks beside it. */
    private static String plain(Element element) {
        Element copy = Optional.ofNullable(element).orElseThrow().clone();
        copy.select("sup, .unit, .chip, [aria-hidden=true]").remove();
        return Numerals.ARABIC.write(copy.text());
    }
}
