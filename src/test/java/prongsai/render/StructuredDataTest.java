package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.disclosure.Catalogues;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.Problems;

/** What pages say to machines in their heads. */
class StructuredDataTest {

    /** Words of schema.org that we use; any other fails. */
    private static final Path TYPES = Path.of("src", "test", "resources", "schema-org", "types.json");

    private static final String HOSTILE = "</script>\\u2028<!-- \\\"คำ\\\" 'คำ' & 😀\\u0001";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static final Map<String, Document> PAGES = new TreeMap<>();

    @BeforeAll
    static void render() throws Exception {
        file("site.yaml", """
                name: เทศบาลตำบลตัวอย่าง
                nameEnglish: Tua Yang
                district: เมือง
                province: กระบี่
                baseUrl: https://www.example.go.th/ita/
                contact: {address: หมู่ 1, postcode: 81000, phone: "075-641422", email: a@example.go.th, map: {lat: 8.1, lon: 98.9}}
                channels: {facebook: https://www.facebook.com/example, line: true}
                """);
        file(
                "announcements/2563/a.md",
                "---\ntitle: \"" + HOSTILE.replace("\\u0001", "")
                        + "\"\nkind: policy\ndate: 2563-05-01\nupdated: 2563-05-02\n---\nก\n");
        file("announcements/2563/draft.md", "---\ntitle: ร่าง\nkind: policy\nstate: draft\n---\nก\n");
        file("news/2563/n.md", "---\ntitle: ข่าว\ndate: 2563-05-01\npinned: true\n---\nก\n");
        file("services/s.md", """
                ---
                title: บริการ
                summary: ขอใบอนุญาต
                audience: [ประชาชน]
                online: {url: https://www.example.go.th/e}
                ---
                ก
                """);
        file("statistics/2563/s.json", """
                {"title": "%s", "kind": "services", "fiscalYear": 2563, "updated": "2563-05-02",
                 "period": {"from": "2562-10-01", "to": "2563-03-31"}, "none": true}
                """.formatted(HOSTILE));
        Problems problems = new Problems();
        Content content = ContentReader.read(folder, "content", problems);
        assertThat(problems.sorted()).isEmpty();
        Site site = Site.of(content, Catalogues.of(content, problems), LocalDate.of(2020, 6, 1));
        TemplateFiles templates = TemplateFiles.withOwn(Path.of("templates"));
        TemplateEngine engine = TemplateEngine.of(templates);
        PageRenderer renderer = new PageRenderer(
                site, engine, SiteAssets.of(templates, engine, content.agency().record()), List.of());
        for (Page page : site.pages()) {
            PAGES.put(page.route().path(), Jsoup.parse(renderer.prepare(page).render()));
        }
    }

    private static void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void everyPageUsesOnlyWordsOfSchemaOrgWithWhatTheyNeed() throws Exception {
        JsonNode types = JSON.readTree(Files.readString(TYPES));
        List<String> wrong = new ArrayList<>();
        PAGES.keySet().forEach(path -> graph(path).forEach(thing -> check(thing, "", types, path, wrong)));

        assertThat(wrong).isEmpty();
        assertThat(types(PAGES.keySet().stream().toList()))
                .contains("GovernmentOrganization", "GovernmentService", "Dataset", "Article", "NewsArticle");
    }

    @Test
    void eachKindOfPageSaysWhatItIs() {
        assertThat(types(List.of(""))).containsExactly("GovernmentOrganization");
        assertThat(types(List.of("agency/"))).containsExactly("GovernmentOrganization", "BreadcrumbList");
        assertThat(types(List.of("announcements/2563/a/"))).containsExactly("Article", "BreadcrumbList");
        assertThat(types(List.of("news/2563/n/"))).containsExactly("NewsArticle", "BreadcrumbList");
        assertThat(types(List.of("services/s/"))).containsExactly("GovernmentService", "BreadcrumbList");
        assertThat(types(List.of("statistics/2563/s/"))).containsExactly("Dataset", "BreadcrumbList");
        assertThat(types(List.of("data/"))).containsExactly("DataCatalog", "BreadcrumbList");
        assertThat(types(List.of("oit/2563/o1/"))).containsExactly("BreadcrumbList");
        assertThat(types(List.of("404.html", "announcements/2563/draft/", "drafts/")))
                .isEmpty();
    }

    @Test
    void theAgencyIsDescribedByWhatItsFileSays() {
        assertThat(graph("").get(0).toString())
                .isEqualTo("{\"@type\":\"GovernmentOrganization\","
                        + "\"@id\":\"https://www.example.go.th/ita/#agency\",\"name\":\"เทศบาลตำบลตัวอย่าง\","
                        + "\"url\":\"https://www.example.go.th/ita/\",\"alternateName\":\"Tua Yang\",\"telephone\":\"075-641422\","
                        + "\"email\":\"a@example.go.th\",\"address\":{\"@type\":\"PostalAddress\",\"streetAddress\":\"หมู่ 1\","
                        + "\"addressLocality\":\"เมือง\",\"addressRegion\":\"กระบี่\",\"postalCode\":\"81000\","
                        + "\"addressCountry\":\"TH\"},\"location\":{\"@type\":\"Place\",\"geo\":{\"@type\":\"GeoCoordinates\","
                        + "\"latitude\":8.1,\"longitude\":98.9}},\"sameAs\":[\"https://www.facebook.com/example\"]}");
    }

    @Test
    void hostileTitlesEndNothingAndAreReadAsWritten() {
        String title = "</script>\u2028<!-- \"คำ\" 'คำ' & 😀";

        assertThat(graph("announcements/2563/a/").get(0).get("headline").textValue())
                .isEqualTo(title);
        assertThat(graph("statistics/2563/s/").get(0).get("name").textValue()).isEqualTo(title + "\u0001");
        assertThat(meta("announcements/2563/a/", "og:title")).isEqualTo(title);
        assertThat(PAGES.get("announcements/2563/a/")
                        .head()
                        .select("script[type=application/ld+json]")
                        .first()
                        .data())
                .doesNotContain("<", ">", "&");
    }

    @Test
    void everyPageNamesItsPictureByAnAbsoluteAddress() {
        assertThat(meta("", "og:image")).isEqualTo("https://www.example.go.th/ita/assets/preview/site.png");
        assertThat(meta("announcements/2563/a/", "og:image"))
                .isEqualTo("https://www.example.go.th/ita/assets/preview/announcements.png");
        assertThat(meta("news/2563/n/", "og:image"))
                .isEqualTo("https://www.example.go.th/ita/assets/preview/news-2563-n.png");
        PAGES.forEach((path, page) -> assertThat(
                        page.select("meta[name=twitter:card]").attr("content"))
                .as(path)
                .isEqualTo("summary_large_image"));
    }

    @Test
    void aListNamesItsOwnFeedAndEveryOtherPageThatOfEverything() {
        assertThat(feed("announcements/")).isEqualTo("../announcements/feed.xml");
        assertThat(feed("announcements/kind/policy/")).isEqualTo("../../../announcements/kind/policy/feed.xml");
        assertThat(feed("announcements/2563/a/")).isEqualTo("../../../feed.xml");
        assertThat(feed("404.html")).isEqualTo("/ita/feed.xml");
    }

    @Test
    void aPinnedRecordStandsFirstOnTheHomePageUnderItsSign() {
        List<String> rows =
                PAGES.get("").select("section[aria-labelledby=latest-title] li").eachText();

        assertThat(rows.get(0)).isEqualTo("๑ พฤษภาคม ๒๕๖๓ ข่าว ปักหมุด ข่าว");
        assertThat(rows.get(1)).startsWith("๑ พฤษภาคม ๒๕๖๓ </script>");
    }

    private static String feed(String path) {
        return PAGES.get(path).select("link[rel=alternate]").attr("href");
    }

    private static String meta(String path, String property) {
        return PAGES.get(path).select("meta[property=" + property + "]").attr("content");
    }

    private static List<JsonNode> graph(String path) {
        List<JsonNode> things = new ArrayList<>();
        for (Element block : PAGES.get(path).select("script[type=application/ld+json]")) {
            try {
                JsonNode tree = JSON.readTree(block.data());
                assertThat(tree.get("@context").textValue()).isEqualTo("https://schema.org");
                tree.get("@graph").forEach(things::add);
            } catch (IOException e) {
                throw new AssertionError(path, e);
            }
        }
        return things;
    }

    private static List<String> types(List<String> paths) {
        return paths.stream()
                .flatMap(path -> graph(path).stream())
                .map(thing -> thing.get("@type").textValue())
                .distinct()
                .toList();
    }

    private static void check(JsonNode thing, String expected, JsonNode types, String where, List<String> wrong) {
        String type = thing.path("@type").asText();
        JsonNode known = types.get(type);
        if (known == null || (!expected.isEmpty() && !expected.equals(type))) {
            wrong.add(where + ": no place for " + thing);
            return;
        }
        known.get("required").forEach(name -> {
            if (!thing.has(name.textValue())) {
                wrong.add(where + ": " + type + " without " + name);
            }
        });
        thing.fieldNames().forEachRemaining(field -> {
            JsonNode allowed = known.get("properties").path(field);
            if (!field.equals("@type") && allowed.isMissingNode()) {
                wrong.add(where + ": " + type + " knows no " + field);
            } else if (!allowed.isMissingNode()) {
                JsonNode found = thing.get(field);
                Iterable<JsonNode> values = found.isArray() ? found : List.of(found);
                values.forEach(value -> checkValue(value, allowed.get(0).textValue(), types, where, wrong));
            }
        });
    }

    private static void checkValue(JsonNode value, String kind, JsonNode types, String where, List<String> wrong) {
        boolean right = switch (kind) {
            case "Text" -> value.isTextual() && !value.textValue().isBlank();
            case "URL" -> value.isTextual() && value.textValue().matches("https?://\\S+");
            case "Date" -> value.isTextual() && value.textValue().matches("20\\d\\d-\\d\\d-\\d\\d");
            case "Interval" -> value.isTextual() && value.textValue().matches("20[\\d-]{8}/20[\\d-]{8}");
            case "Number" -> value.isNumber();
            case "Reference" -> value.size() == 1 && value.path("@id").asText().endsWith("#agency");
            default -> {
                check(value, kind, types, where, wrong);
                yield true;
            }
        };
        if (!right) {
            wrong.add(where + ": not a " + kind + ": " + value);
        }
    }
}
