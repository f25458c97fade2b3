package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import prongsai.model.Numerals;
import prongsai.render.MarkdownRendererTest.Rendered;

class MarkdownPropertiesTest {

    private static final MarkdownOptions OPTIONS = new MarkdownOptions(2, "", Numerals.THAI);

    /** Pieces of Markdown and HTML that mean something, and so break something, next to each other. */
    private static final List<String> PIECES = List.of(
            "\n",
            "\n\n",
            "  \n",
            "    ",
            "\t",
            " ",
            "ก",
            "ข้อ",
            "ๆ",
            "๒",
            "x",
            "“",
            "”",
            "\\",
            "&",
            "&amp;",
            "&#x202E;",
            "&#0;",
            "*",
            "**",
            "_",
            "~~",
            "`",
            "```\n",
            "# ",
            "> ",
            "- ",
            "1. ",
            "- [x] ",
            "|",
            "| - | - |\n",
            "---\n",
            "===\n",
            "[",
            "](",
            ")",
            "![",
            "][",
            "]: ",
            "[^",
            "[^1]",
            "[^1]: ",
            "<",
            ">",
            "</",
            "/>",
            "<b>",
            "</b>",
            "<i title=\"",
            "\"",
            "'",
            "<div>",
            "</div>",
            "<p>",
            "<ul>",
            "<li>",
            "<dl>",
            "<dt>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<th>",
            "<caption>",
            "<details>",
            "<summary>",
            "</details>",
            "<pre>",
            "</pre>",
            "<a href=x>",
            "<a href=\"javascript:x\">",
            "</a>",
            "<img src=x>",
            "<br>",
            "<hr>",
            "<script>",
            "</script>",
            "<style>",
            "<textarea>",
            "</textarea>",
            "<svg>",
            "<math>",
            "<select>",
            "<template>",
            "<title>",
            "<form>",
            "<body x>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            "<!x",
            "javascript:",
            "http://a.b",
            "www.a.bก",
            "a@b.c",
            "//",
            "piece",
            " onclick=x",
            "\u0000",
            "\u0007",
            "\u202E",
            "\uFEFF",
            "\uD800",
            "\uDC00",
            "😀",
            "\u00A0",
            "\u2028",
            "${x}",
            "<#if>");

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(PIECES).list().ofMaxSize(40).map(pieces -> String.join("", pieces));
    }

    @Property(tries = 3000)
    void whateverTheMarkupTheHtmlIsSafeAndReadAsWritten(@ForAll("markup") String markdown) {
        SafeHtml.check(Rendered.of(markdown, OPTIONS).html().html());
    }

    @Property(tries = 1000)
    void whateverTheTextTheHtmlIsSafeAndReadAsWritten(@ForAll String markdown) {
        SafeHtml.check(Rendered.of(markdown, OPTIONS).html().html());
    }

    @Property(tries = 500)
    void theSameTextGivesTheSamePage(@ForAll("markup") String markdown) {
        assertThat(Rendered.of(markdown, OPTIONS)).isEqualTo(Rendered.of(markdown, OPTIONS));
    }

    @Property(tries = 1000)
    void linksListedAreTheLinksWritten(@ForAll("markup") String markdown) {
        MarkdownHtml html = Rendered.of(markdown, OPTIONS).html();
        List<String> written =
                Jsoup.parseBodyFragment(html.html()).select("a:not([role])").eachAttr("href");
        assertThat(html.links()).extracting(MarkdownHtml.Link::href).containsExactlyInAnyOrderElementsOf(written);
    }

    @Property(tries = 1000)
    void headingsListedAreTheHeadingsWritten(@ForAll("markup") String markdown) {
        MarkdownHtml html = Rendered.of(markdown, OPTIONS).html();
        String written = Jsoup.parseBodyFragment(html.html()).select("h2[id], h3, h4, h5, h6").stream()
                .map(h -> h.normalName() + " " + h.id())
                .collect(Collectors.joining("\n"));
        assertThat(html.headings().stream().map(h -> "h" + h.level() + " " + h.id()))
                .containsExactlyElementsOf(written.lines().toList());
    }

    /** Words between tags of every kind: raw HTML may lose its tags, never the officer's words. */
    @Property(tries = 2000)
    void rawTagsNeverSwallowTheWordsOfMarkdown(@ForAll("tagged") String markdown) {
        String html = Rendered.of(markdown, OPTIONS).html().html();
        long words = markdown.codePoints().filter(c -> c == 'ฮ').count();
        String shown = Jsoup.parseBodyFragment(html).text();
        assertThat(shown.codePoints().filter(c -> c == 'ฮ').count()).as(html).isEqualTo(words);
    }

    @Provide
    Arbitrary<String> tagged() {
        Arbitrary<String> tag = Arbitraries.of(
                "<b>",
                "</b>",
                "<i title=\"a\">",
                "</i>",
                "<div>",
                "</div>",
                "<p>",
                "</p>",
                "<ul>",
                "<li>",
                "</ul>",
                "<dl>",
                "<dt>",
                "<table>",
                "<tr>",
                "<td>",
                "<th>",
                "<caption>",
                "</table>",
                "<details>",
                "<summary>",
                "</details>",
                "<a href=x>",
                "</a>",
                "<center>",
                "</center>",
                "<h1>",
                "<select>",
                "<form>",
                "<svg>",
                "<title>",
                "<button>",
                "<body>",
                "<frameset>",
                "<hr>",
                "<br>",
                "<option>",
                "<math>",
                "<tbody>");
        Arbitrary<String> word = Arbitraries.of("ฮ", "*ฮ*", "**ฮ**", "[ฮ](x)", "~~ฮ~~", "`ฮ`");
        Arbitrary<String> rawBlock = tag.list().ofMinSize(1).ofMaxSize(4).map(tags -> String.join("", tags));
        Arbitrary<String> words =
                Arbitraries.oneOf(tag, word).list().ofMaxSize(8).map(ws -> "x " + String.join(" ", ws));
        Arbitrary<String> block = Arbitraries.oneOf(
                rawBlock, words, words.map(w -> "- " + w), words.map(w -> "> " + w), words.map(w -> "# " + w));
        return block.list().ofMaxSize(8).map(blocks -> String.join("\n\n", blocks));
    }
}
