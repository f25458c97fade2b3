package prongsai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import prongsai.check.personal.PersonalData;

/** The scan against a whole parser: it may decline a page, but never see it otherwise. */
class HtmlScanTest {

    private static final PersonalData DATA = new PersonalData(Set.of());

    private static final List<String> ELEMENTS = List.of(
            "p",
            "div",
            "span",
            "a",
            "b",
            "em",
            "i",
            "code",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "td",
            "th",
            "colgroup",
            "h1",
            "h2",
            "section",
            "nav",
            "pre",
            "button",
            "form",
            "svg",
            "g",
            "text",
            "title",
            "path",
            "details",
            "summary",
            "figure",
            "select",
            "option",
            "script",
            "style",
            "del",
            "ins",
            "label",
            "blockquote",
            "textarea",
            "template",
            "noscript",
            "iframe",
            "math",
            "center",
            "font");

    private static final List<String> SCRAPS = List.of(
            "12345",
            "08",
            "1-2345-67890-12-1",
            "ก",
            " ",
            "\n",
            "&amp;",
            "&#49;",
            "&nbsp",
            "&bogus;",
            "&lt",
            "<br>",
            "<hr>",
            "<br/>",
            "<img src=x.png alt='081-000-9999'>",
            "<a href=\"?a=1&amp;b=2\" id=k>x</a>",
            "<input value=5>",
            "<p a=1 a=2>x</p>",
            "<div/>",
            "<path d='M1'/>",
            "<!-- x -->",
            "<!-->",
            "<!-- -- -->",
            "<",
            "</p>",
            "</br>",
            "<b>",
            "<A HREF=HTTPS://x.example>y</A>",
            "<col>",
            "<script>var a = '1<b>';</script>",
            "<![CDATA[x]]>",
            "<link href='l'>",
            "<p id='q'>",
            "<td>1</td>",
            "<span title = \"a'b\" hidden>x</span>");

    @Provide
    Arbitrary<String> bodies() {
        return pieces(4).list().ofMaxSize(4).map(parts -> String.join("", parts));
    }

    /** Of a depth that ends: elements of any depth, by chance, may take many minutes to make. */
    private static Arbitrary<String> pieces(int depth) {
        Arbitrary<String> scraps = Arbitraries.of(SCRAPS);
        return depth == 0
                ? scraps
                : Arbitraries.frequencyOf(Tuple.of(3, scraps), Tuple.of(2, element(depth)))
                        .withoutEdgeCases();
    }

    private static Arbitrary<String> element(int depth) {
        Arbitrary<String> inner = pieces(depth - 1).list().ofMaxSize(3).map(parts -> String.join("", parts));
        return Combinators.combine(Arbitraries.of(ELEMENTS), inner)
                .as((name, html) -> "<" + name + " class='c'>" + html + "</" + name + ">");
    }

    @Property
    void aPageIsSeenAsAWholeParserSeesItOrLeftToIt(@ForAll("bodies") String body) {
        String html = page(body);
        HtmlScan.of(html).ifPresent(scan -> assertSame(scan, html));
        assertThat(PageChecks.look(html, DATA)).isEqualTo(PageChecks.mended(html, DATA));
    }

    @Test
    void whatLooksLikeACommentInATitleIsText() {
        String html = page("<title><!-- 1-2345-67890-12-1 --></title>");
        assertThat(HtmlScan.of(html)).isEmpty();
        assertThat(PageChecks.look(html, DATA).numbers()).hasSize(1);
    }

    @Property
    void anyCharactersAreSeenAsAWholeParserSeesThem(@ForAll String text) {
        assertThat(PageChecks.look(page(text), DATA)).isEqualTo(PageChecks.mended(page(text), DATA));
        assertThat(PageChecks.look(text, DATA)).isEqualTo(PageChecks.mended(text, DATA));
    }

    @Test
    void everyPageThatATestExpectsNeedsNoWholeParser() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "sites"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                String html = page(Files.readString(file));
                Optional<HtmlScan> scan = HtmlScan.of(html);
                assertThat(scan).as(file.toString()).isPresent();
                assertSame(scan.orElseThrow(), html);
            }
        }
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html lang=\"th\">\n<head>\n<title>2563</title>\n</head>\n<body>" + body
                + "</body>\n</html>\n";
    }

    private static void assertSame(HtmlScan scan, String html) {
        assertThat(scan.text().strip())
                .isEqualTo(PageText.of(Jsoup.parse(html)).get(0).strip());
        assertThat(PageChecks.look(html, DATA)).isEqualTo(PageChecks.mended(html, DATA));
    }
}
