package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.feeds.ServerFile;
import prongsai.model.FilePath;
import prongsai.model.WebServer;
import prongsai.publish.PublishFailure;
import prongsai.render.PagePolicy;
import prongsai.render.TemplateFiles;
import prongsai.site.Attachments;
import prongsai.source.Severity;

/** What a build does to a site that is there already. */
class PublishedSiteTest {

    @TempDir
    private Path folder;

    private Path content;
    private Path site;

    @TempDir
    private static Path published;

    @BeforeAll
    static void publishOnce() throws Exception {
        Sites.buildWell(Sites.fixture("another-municipality"), published.resolve("site"));
    }

    @BeforeEach
    void copy() throws IOException {
        content = folder.resolve("content");
        site = folder.resolve("site");
        Sites.copy(Sites.fixture("another-municipality"), content);
        Sites.copy(published.resolve("site"), site);
    }

    @Test
    void nineMistakesInNineFilesAreToldAndTheSiteStays() throws Exception {
        SortedMap<String, Sites.State> before = Sites.states(site);
        edit("site.yaml", "nameEnglish:", "nameEnglis:");
        edit("ita/2564.json", "84.96", "184.96");
        edit("plans/2565.json", "ฝ่ายช่าง", "กองช้าง");
        edit("announcements/2565/no-gift.md", "unit: สำนักปลัด\n", "unit: สำนักปลัด\nfiscalYear: 2022\n");
        edit("memos/2565/plan.md", "\n---\n\nเสนอ", "\n\nเสนอ");
        edit("news/2565/clean-up.md", "2565-03-05", "2565-02-29");
        edit("services/building-permit.md", "fee: 20", "form: files/missing.pdf");
        edit("statistics/2565/complaints.json", "\"none\": true", "\"none\": yes");
        edit("pages/structure.md", "## ส่วนราชการ", "[แผน](../plans/2564.json)");
        BuildReport report = Sites.build(content, site);
        assertThat(report.published()).isEmpty();
        assertThat(errors(report))
                .containsExactly(
                        "content/announcements/2565/no-gift.md:7:13 common-era-year [fiscalYear, 2022, 2565]",
                        "content/ita/2564.json:4:14 out-of-range [score, 184.96, 0..100]",
                        "content/memos/2565/plan.md:1:1 front-matter-not-closed []",
                        "content/news/2565/clean-up.md:3:7 bad-date [date, 2565-02-29]",
                        "content/pages/structure.md:6:1 link-dead [../plans/2564.json, /plans/2565.json]",
                        // That the plan's result and memorandum could not be read is not told of the plan.
                        "content/plans/2565.json:31:13 unknown-unit [กองช้าง, กองช่าง]",
                        "content/services/building-permit.md:7:7 missing-attachment [files/missing.pdf, ]",
                        "content/site.yaml:2:1 unknown-field [nameEnglis, nameEnglish]",
                        "content/statistics/2565/complaints.json:1:139 bad-json [y]");
        assertThat(Sites.states(site)).isEqualTo(before);
    }

    @Test
    void theSameContentTouchesNothing() throws Exception {
        site = folder.resolve("own");
        Sites.buildWell(content, site);
        SortedMap<String, Sites.State> before = Sites.states(site);
        BuildReport report = Sites.buildWell(content, site);
        long pagesAndFiles = before.keySet().stream()
                .filter(f -> !f.startsWith(".prongsai-"))
                .count();
        assertThat(report.published().orElseThrow().unchanged()).isEqualTo((int) pagesAndFiles);
        assertThat(report.published().orElseThrow().added()).isEmpty();
        assertThat(report.published().orElseThrow().changed()).isEmpty();
        assertThat(report.published().orElseThrow().removed()).isEmpty();
        assertThat(Sites.states(site)).isEqualTo(before);
    }

    @Test
    void anEditedTextChangesItsPageAlone() throws Exception {
        SortedMap<String, Sites.State> before = Sites.states(site);
        edit("news/2565/clean-up.md", "ร่วมกันทำความสะอาด", "ร่วมกันทำความสะอาดถนน");
        BuildReport report = Sites.buildWell(content, site);
        assertThat(changed(report)).containsExactly("data/files.csv", "news/2565/clean-up/index.html");
        assertThat(report.published().orElseThrow().added()).isEmpty();
        assertThat(report.published().orElseThrow().removed()).isEmpty();
        SortedMap<String, Sites.State> after = Sites.states(site);
        after.entrySet().removeIf(e -> e.getValue().equals(before.get(e.getKey())));
        after.keySet().removeIf(PublishedSiteTest::isSearched);
        assertThat(after.keySet())
                .containsExactly(".prongsai-manifest.json", "data/files.csv", "news/2565/clean-up/index.html");
    }

    @Test
    void theFileOfTheServerThatIsNamedComesAndGoesWithItsName() throws Exception {
        Files.writeString(
                content.resolve("site.yaml"), Files.readString(content.resolve("site.yaml")) + "server: apache\n");
        BuildReport named = Sites.buildWell(content, site);
        assertThat(Sites.texts(named.published().orElseThrow().added())).containsExactly(".htaccess");
        assertThat(changed(named)).isEmpty();
        assertThat(Files.readString(site.resolve(".htaccess")))
                .isEqualTo(new ServerFile(
                                URI.create("https://saithan.example.go.th/ita/"),
                                PagePolicy.of(TemplateFiles.bundled()))
                        .text(WebServer.APACHE));
        edit("site.yaml", "server: apache", "server: iis");
        BuildReport other = Sites.buildWell(content, site);
        assertThat(Sites.texts(other.published().orElseThrow().added())).containsExactly("web.config");
        assertThat(Sites.texts(other.published().orElseThrow().removed())).containsExactly(".htaccess");
        assertThat(changed(other)).isEmpty();
    }

    @Test
    void aSettingOfTheServerThatSomebodyElseWroteIsNotOverwritten() throws Exception {
        Files.writeString(site.resolve(".htaccess"), "Require all denied\n");
        Files.writeString(
                content.resolve("site.yaml"), Files.readString(content.resolve("site.yaml")) + "server: apache\n");
        assertThatThrownBy(() -> Sites.build(content, site)).isInstanceOfSatisfying(BuildFailure.class, failure -> {
            assertThat(failure.publishing().orElseThrow().reason()).isEqualTo(PublishFailure.Reason.FOREIGN_FILE);
            assertThat(failure.publishing().orElseThrow().paths()).containsExactly(".htaccess");
        });
        assertThat(site.resolve(".htaccess")).hasContent("Require all denied\n");
    }

    @Test
    void anAddressThatTheSettingsOfAServerCannotHoldIsAMistake() throws Exception {
        edit(
                "site.yaml",
                "baseUrl: https://saithan.example.go.th/ita/",
                "baseUrl: https://saithan.example.go.th/a%22%3B/");
        Files.writeString(
                content.resolve("site.yaml"), Files.readString(content.resolve("site.yaml")) + "server: nginx\n");
        assertThat(errors(Sites.build(content, site)))
                .containsExactly("content/site.yaml:6:10 bad-base-url [https://saithan.example.go.th/a%22%3B/]");
    }

    /** Which lists of the search index have a run of characters that came or went is not what is asked here. */
    private static boolean isSearched(String path) {
        return path.startsWith("search/terms/");
    }

    private static List<String> changed(BuildReport report) {
        return Sites.texts(report.published().orElseThrow().changed()).stream()
                .filter(path -> !isSearched(path))
                .toList();
    }

    @Test
    void anEditedTitleChangesThePagesThatShowIt() throws Exception {
        edit("news/2565/clean-up.md", "title: กิจกรรมทำความสะอาด", "title: กิจกรรมทำความสะอาดถนน");
        BuildReport report = Sites.buildWell(content, site);
        assertThat(changed(report))
                .containsExactly(
                        "data/files.csv",
                        "feed.xml",
                        "index.html",
                        "news/2565/clean-up/index.html",
                        "news/2565/index.html",
                        "news/feed.xml",
                        "news/index.html",
                        "search/pages/1.json");
    }

    @Test
    void aRecordTakenAwayTakesItsPageWithItAndLeavesForeignFiles() throws Exception {
        Files.writeString(site.resolve("CNAME"), "saithan.example.go.th\n");
        Files.delete(content.resolve("services/building-permit.md"));
        BuildReport report = Sites.buildWell(content, site);
        assertThat(Sites.texts(report.published().orElseThrow().removed()))
                .containsExactly("services/building-permit/index.html");
        assertThat(site.resolve("services/building-permit")).doesNotExist();
        assertThat(site.resolve("CNAME")).hasContent("saithan.example.go.th\n");
    }

    @Test
    void aFileSavedFromTheSiteAndPutBackIsAnotherFile() throws Exception {
        String published = Attachments.publishedName(new FilePath("files/ประกาศ no gift.pdf"));
        Files.writeString(content.resolve(published), "saved from the site and put back");
        edit("pages/structure.md", "## ส่วนราชการ", "[ประกาศ](/" + published + ")");
        BuildReport report = Sites.buildWell(content, site);
        String again = Attachments.publishedName(new FilePath(published));
        assertThat(Sites.texts(report.published().orElseThrow().added())).containsExactly(again);
        assertThat(site.resolve(again)).hasContent("saved from the site and put back");
        assertThat(site.resolve(published)).hasSameBinaryContentAs(content.resolve("files/ประกาศ no gift.pdf"));
    }

    @Test
    void aFormerAddressOfThousandsOfFoldersOrOfTheGeneratorsOwnIsToldAndNotABug() throws Exception {
        String endless = "a/".repeat(20_000) + "a";
        edit("news/2565/clean-up.md", "date:", "formerly: [" + endless + "]\ndate:");
        edit("memos/2565/plan.md", "number:", """
                formerly: [announcements/2565, announcements/kind/policy, oit/2565, oit/2565/o1, privacy, files/x, old/memo, news/2565/old]
                number:""");
        BuildReport report = Sites.build(content, site);
        assertThat(report.published()).isEmpty();
        assertThat(errors(report).stream().map(e -> e.replace(endless, "...")))
                .containsExactly(
                        "content/memos/2565/plan.md:3:12 reserved-name [announcements/2565]",
                        "content/memos/2565/plan.md:3:32 reserved-name [announcements/kind/policy]",
                        "content/memos/2565/plan.md:3:59 reserved-name [oit/2565]",
                        "content/memos/2565/plan.md:3:69 reserved-name [oit/2565/o1]",
                        "content/memos/2565/plan.md:3:82 reserved-name [privacy]",
                        "content/memos/2565/plan.md:3:91 reserved-name [files/x]",
                        "content/news/2565/clean-up.md:3:12 wrong-value [formerly, ...,"
                                + " เขียนที่อยู่เดิมโดยไม่มี / ข้างหน้าและข้างหลัง เช่น announcements/2563/old-slug,"
                                + " write the former address without / at either end, such as announcements/2563/old-slug]");
    }

    private static List<String> errors(BuildReport report) {
        return report.problems().stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(p -> p.position() + " " + p.code().id() + " " + p.arguments())
                .toList();
    }

    private void edit(String file, String from, String to) throws IOException {
        Path path = content.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
