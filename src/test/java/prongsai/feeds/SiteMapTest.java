package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.NodeList;

class SiteMapTest {

    @TempDir
    Path folder;

    @Test
    void pagesStandWithTheDayOfTheirLastChangeWhereItIsKnown() {
        Made made = new Made(folder)
                .file("pages/undated.md", "---\ntitle: ไม่มีวันที่\n---\nก\n")
                .file("news/2563/n.md", "---\ntitle: ข่าว\ndate: 2563-05-01\nupdated: 2563-05-20\n---\nก\n");

        String map = made.text("sitemap.xml");

        assertThat(map.lines().limit(2))
                .containsExactly(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">");
        assertThat(map.lines()
                        .filter(line -> line.contains("/n/") || line.contains("undated") || line.contains(".th/<")))
                .containsExactly(
                        "<url><loc>https://www.example.go.th/</loc></url>",
                        "<url><loc>https://www.example.go.th/news/2563/n/</loc><lastmod>2020-05-20</lastmod></url>",
                        "<url><loc>https://www.example.go.th/undated/</loc></url>");
        Made.xml(map);
    }

    @Test
    void onlyPagesForSearchEnginesStandInIt() {
        Made made = new Made(folder)
                .file("news/2563/draft.md", "---\ntitle: ร่าง\nstate: draft\n---\nก\n")
                .file("news/2563/n.md", "---\ntitle: ข่าว\ndate: 2563-05-01\nformerly: [news/2563/old]\n---\nก\n");

        assertThat(locations(made.text("sitemap.xml")))
                .contains("https://www.example.go.th/news/2563/n/")
                .doesNotContain(
                        "https://www.example.go.th/news/2563/old/",
                        "https://www.example.go.th/news/2563/draft/",
                        "https://www.example.go.th/drafts/",
                        "https://www.example.go.th/404.html")
                .hasSize(made.site().pages().size() - 4);
    }

    @Test
    void moreThanOneFileMayHoldAreSplitUnderAnIndex() {
        Made made = new Made(folder);
        List<String> all = locations(made.text("sitemap.xml"));
        int limit = all.size() - 1;

        List<MadeFile> files = SiteMap.files(made.site(), limit);

        assertThat(files.stream().map(f -> f.path().text()))
                .containsExactly("sitemap-1.xml", "sitemap-2.xml", "sitemap.xml");
        assertThat(locations(Made.text(files.get(0)))).isEqualTo(all.subList(0, limit));
        assertThat(locations(Made.text(files.get(1)))).isEqualTo(all.subList(limit, limit + 1));
        assertThat(Made.text(files.get(2))).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <sitemap><loc>https://www.example.go.th/sitemap-1.xml</loc></sitemap>
                <sitemap><loc>https://www.example.go.th/sitemap-2.xml</loc></sitemap>
                </sitemapindex>
                """);
        assertThat(SiteMap.files(made.site(), all.size())).hasSize(1);
    }

    @Test
    void addressesArePercentEncodedAndNameTheBasePath() {
        Made made = new Made(folder, "baseUrl: https://www.example.go.th/โปร่งใส/\n");
        String base = "https://www.example.go.th/%E0%B9%82%E0%B8%9B%E0%B8%A3%E0%B9%88%E0%B8%87%E0%B9%83%E0%B8%AA/";

        assertThat(locations(made.text("sitemap.xml"))).allMatch(address -> address.startsWith(base));
        assertThat(made.text("robots.txt")).isEqualTo("User-agent: *\nDisallow:\n\nSitemap: " + base + "sitemap.xml\n");
    }

    private static List<String> locations(String map) {
        NodeList found = Made.xml(map).getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", "loc");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }
}
