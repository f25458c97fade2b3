package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list shows fifty records; the fifty-first begins a second page. */
class ListPagesTest {

    @TempDir
    private Path folder;

    @Test
    void fiftyAnnouncementsFitOnOnePage() throws Exception {
        Path site = build(50);
        assertThat(pages(site)).containsExactly("announcements/2563/index.html");
        assertThat(shown(site, "announcements/2563/")).isEqualTo(expected(50, 1));
    }

    @Test
    void theFiftyFirstBeginsASecondPage() throws Exception {
        Path site = build(51);
        assertThat(pages(site))
                .containsExactly("announcements/2563/index.html", "announcements/2563/page/2/index.html");
        assertThat(shown(site, "announcements/2563/")).isEqualTo(expected(51, 2));
        assertThat(shown(site, "announcements/2563/page/2/")).containsExactly("a01");
        assertThat(shown(site, "announcements/kind/notice/page/2/")).containsExactly("a01");
    }

    /** One a day, so that the newest is the one with the highest number. */
    private Path build(int count) throws Exception {
        Path content = Files.createDirectories(folder.resolve("content"));
        Files.writeString(content.resolve("site.yaml"), """
                name: เทศบาลตำบลตัวอย่าง
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/
                currentYear: 2563
                """);
        Path year = Files.createDirectories(content.resolve("announcements/2563"));
        for (int i = 1; i <= count; i++) {
            Files.writeString(
                    year.resolve(name(i) + ".md"),
                    "---\ntitle: ประกาศที่ " + i + "\nkind: notice\ndate: " + date(i) + "\n---\n\nข้อความ\n");
        }
        Path site = folder.resolve("site");
        Sites.buildWell(content, site);
        return site;
    }

    private static String date(int i) {
        return "2562-1" + (i <= 28 ? "1-" : "2-") + (i <= 28 ? name(i) : name(i - 28)).substring(1);
    }

    private static String name(int i) {
        return (i < 10 ? "a0" : "a") + i;
    }

    private static List<String> expected(int newest, int oldest) {
        return IntStream.iterate(newest, i -> i >= oldest, i -> i - 1)
                .mapToObj(ListPagesTest::name)
                .toList();
    }

    private static List<String> pages(Path site) throws IOException {
        return Sites.bytes(site).keySet().stream()
                .filter(f -> f.matches("announcements/2563/(page/.*)?index\\.html"))
                .toList();
    }

    /** The announcements that the main part links to, in the order shown. */
    private static List<String> shown(Path site, String route) throws IOException {
        return Jsoup.parse(Files.readString(site.resolve(route + "index.html"))).select("main a[href]").stream()
                .map(a -> a.attr("href").replaceAll("/$", ""))
                .filter(h -> h.matches(".*/a[0-9]{2}"))
                .map(h -> h.substring(h.lastIndexOf('/') + 1))
                .distinct()
                .toList();
    }
}
