package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** What must be true of all HTML that comes from Markdown, said again and independently of how it is written. */
final class SafeHtml {

    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "abbr",
            "b",
            "blockquote",
            "br",
            "caption",
            "cite",
            "code",
            "dd",
            "del",
            "details",
            "dfn",
            "div",
            "dl",
            "dt",
            "em",
            "figcaption",
            "figure",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "i",
            "img",
            "ins",
            "kbd",
            "li",
            "mark",
            "ol",
            "p",
            "pre",
            "q",
            "s",
            "samp",
            "section",
            "small",
            "span",
            "strong",
            "sub",
            "summary",
            "sup",
            "table",
            "tbody",
            "td",
            "tfoot",
            "th",
            "thead",
            "tr",
            "u",
            "ul",
            "var",
            "wbr");

    /** The attributes of every element, and the form of their values. */
    private static final Map<String, String> ATTRIBUTES = Map.ofEntries(
            Map.entry("alt", "(?s).*"),
            Map.entry("aria-hidden", "true"),
            Map.entry("aria-label", "(?s)(ตาราง|เชิงอรรถ|กลับไปยังเนื้อหา).*"),
            Map.entry("class", "scroll|file-kind|footnotes|sign|task|vh|align-(left|center|right)"),
            Map.entry("colspan", "[0-9]{1,2}"),
            Map.entry("download", "(?s).*"),
            Map.entry("height", "[0-9]+"),
            Map.entry("href", "(?s).*"),
            Map.entry("id", "(?s)[\\p{L}\\p{M}\\p{N}-]+|_(note|mention)-[0-9-]+"),
            Map.entry("lang", "[A-Za-z0-9-]+"),
            Map.entry("loading", "lazy"),
            Map.entry("open", ""),
            Map.entry("rel", "noopener"),
            Map.entry("reversed", ""),
            Map.entry("role", "region|doc-noteref|doc-backlink"),
            Map.entry("rowspan", "[0-9]{1,2}"),
            Map.entry("scope", "(col|row)(group)?"),
            Map.entry("src", "(?s).*"),
            Map.entry("start", "-?[0-9]+"),
            Map.entry("tabindex", "0"),
            Map.entry("title", "(?s).*"),
            Map.entry("type", "[1aAiI]"),
            Map.entry("value", "-?[0-9]+"),
            Map.entry("width", "[0-9]+"));

    private SafeHtml() {}

    static void check(String html) {
        Document page = Jsoup.parseBodyFragment(html);
        page.body().traverse((node, depth) -> check(node));
        checkIds(page);
        assertThat(serialized(page)).as("what a browser would read").isEqualTo(html.replace("\u00A0", "&nbsp;"));
    }

    private static void check(Node node) {
        if (node instanceof Element element && !element.normalName().equals("body")) {
            assertThat(ELEMENTS).contains(element.normalName());
            element.attributes().forEach(SafeHtml::check);
        } else if (!(node instanceof Element)) {
            assertThat(node).isInstanceOf(TextNode.class).isNotInstanceOf(DataNode.class);
        }
    }

    private static void check(Attribute attribute) {
        String name = attribute.getKey();
        assertThat(ATTRIBUTES).containsKey(name);
        assertThat(attribute.getValue()).as(name).matches(ATTRIBUTES.get(name));
        if (name.equals("href")) {
            assertThat(attribute.getValue())
                    .matches(
                            "(?s)https?://[^@/\\\\]+([/?#].*)?|mailto:.*|tel:.*|(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?![/\\\\]{2}).*")
                    .doesNotContainPattern("[\\x00-\\x20\\x7F\\\\<>\"]");
        } else if (name.equals("src")) {
            assertThat(attribute.getValue())
                    .matches("(?s)(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?![/\\\\]{2}).*")
                    .doesNotContainPattern("[\\x00-\\x20\\x7F\\\\<>\"]");
        }
    }

    private static void checkIds(Document page) {
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(e ->
                        assertThat(ids.add(e.id())).as("id %s twice", e.id()).isTrue());
        page.select("a a")
                .forEach(e -> assertThat(e.outerHtml()).as("link in a link").isEmpty());
    }

    /** If a browser moved, closed or added a single element, its tree would be written otherwise. */
    private static String serialized(Document page) {
        page.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
        return page.body().html();
    }
}
