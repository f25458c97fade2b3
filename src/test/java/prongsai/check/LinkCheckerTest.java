package prongsai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import prongsai.check.personal.PersonalData;
import prongsai.site.Route;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

class LinkCheckerTest {

    private static final Set<String> FILES = Set.of("index.html", "oit/2563/index.html", "404.html", "assets/site.css");

    private static final Set<String> OTHERS = Set.of("files/a-1.pdf");

    @Test
    void findsNothingWhereEveryLinkLeadsSomewhere() {
        assertThat(problems(
                        "<link href='../../assets/site.css'><h1 id='ขอบเขต'>ก</h1><a href='#ขอบเขต'>1</a>"
                                + "<a href='../../'>2</a><a href='./'>3</a><a href='../../files/a-1.pdf'>4</a>"
                                + "<a href='https://example.org/x'>5</a><a href='tel:+66'>6</a>"
                                + "<a href='#%E0%B8%82%E0%B8%AD%E0%B8%9A%E0%B9%80%E0%B8%82%E0%B8%95'>7</a>",
                        Map.of()))
                .isEmpty();
    }

    @Test
    void tellsCasesApart() {
        assertThat(problems("<a href='../../files/A-1.pdf'>ก</a>", Map.of()))
                .containsExactly("content/x.md:1:1 link-dead [../../files/A-1.pdf (/oit/2563/)]");
    }

    @Test
    void saysWhereTheOfficerWroteTheLink() {
        assertThat(problems("<a href='../x/'>ก</a>", Map.of("../x/", new SourcePosition("content/x.md", 7, 3))))
                .containsExactly("content/x.md:7:3 link-dead [../x/ (/oit/2563/)]");
    }

    @Test
    void findsAnAnchorThatThePageDoesNotHave() {
        assertThat(problems("<p id='ก'></p><a href='#ข'>ก</a><img src='../../assets/none.png' alt=''>", Map.of()))
                .containsExactly(
                        "content/x.md:1:1 dangling-anchor [#ข, ]",
                        "content/x.md:1:1 link-dead [../../assets/none.png (/oit/2563/)]");
    }

    @Test
    void doesNotTakeAnAddressAboveTheSiteForOneInIt() {
        assertThat(problems("<a href='../../../index.html'>ก</a>", Map.of()))
                .containsExactly("content/x.md:1:1 link-dead [../../../index.html (/oit/2563/)]");
    }

    @Test
    void takesThePlainWayToWhereAWebServerWouldLead() {
        for (String here : List.of("", "404.html", "oit/", "oit/2563/", "a/b/c.html")) {
            for (String up : List.of("", "../", "../../", "../../../")) {
                for (String down :
                        List.of("a", "a/", "a/b.html", "a-1_2/", ".", "./", "..", "a/../b", "a//b", "ก", "a%20b")) {
                    String plain = LinkChecker.plainTarget(here, up + down);
                    if (plain != null) {
                        String path = URI.create("https://x.invalid/ita/" + here)
                                .resolve(up + down)
                                .getPath();
                        assertThat("/ita/" + plain).isEqualTo(path.endsWith("/") ? path + "index.html" : path);
                    }
                }
            }
        }
        assertThat(LinkChecker.plainTarget("oit/2563/", "../../a/")).isEqualTo("a/index.html");
    }

    @Test
    void findsWhereAnAddressOfAnotherWebsiteIsWrittenFirst() {
        LinkChecker checker =
                new LinkChecker("/", new SourceFile("content/site.yaml", "ก: https://b.example/"), FILES::contains);
        PageFacts facts = new PageFacts(
                List.of(),
                List.of(),
                List.of("https://a.example/", "https://b.example/", "https://c.example/"),
                List.of());
        SourceFile origin = new SourceFile("content/x.md", "\nhttps://a.example/");
        SourcePosition known = new SourcePosition("content/x.md", 7, 3);
        checker.add(Route.HOME, facts, origin, Map.of("https://c.example/", known));
        assertThat(checker.external())
                .isEqualTo(Map.of(
                        "https://a.example/", new SourcePosition("content/x.md", 2, 1),
                        "https://b.example/", new SourcePosition("content/site.yaml", 1, 4),
                        "https://c.example/", known));
    }

    private static List<String> problems(String html, Map<String, SourcePosition> positions) {
        Problems problems = new Problems();
        LinkChecker checker = new LinkChecker("/ita/", new SourceFile("content/site.yaml", "name: ก"), FILES::contains);
        checker.add(
                Route.of("oit/2563"),
                PageChecks.look(html, new PersonalData(Set.of())),
                new SourceFile("content/x.md", ""),
                positions);
        checker.check(OTHERS, problems);
        return problems.sorted().stream()
                .map(p -> p.position() + " " + p.code().id() + " " + p.arguments())
                .toList();
    }
}
