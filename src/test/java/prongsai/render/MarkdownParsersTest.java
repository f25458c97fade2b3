package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkdownParsersTest {

    /** Holds a sign of everything, and so is parsed with everything. */
    private static final String ALL = "| [^1] ~~ [x] @ ]:";

    private final MarkdownParsers parsers = new MarkdownParsers();

    @Test
    void aTextOfTheExamplesHasTheSameTreeAsWithAllExtensions() {
        for (MarkdownExample example : MarkdownExample.all()) {
            assertThat(tree(parsers.of(example.markdown()).parse(example.markdown())))
                    .as(example.name())
                    .isEqualTo(tree(parsers.of(ALL).parse(example.markdown())));
        }
    }

    @Property(tries = 500)
    void aTextOfAnySignsHasTheSameTreeAsWithAllExtensions(@ForAll("texts") String text) {
        assertThat(tree(parsers.of(text).parse(text)))
                .isEqualTo(tree(parsers.of(ALL).parse(text)));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "- ",
                        "1. ",
                        "> ",
                        "# ",
                        "[^1]",
                        "[^1]: ",
                        "| a | b |\n|---|---|\n| ก | ข |\n",
                        "~",
                        "~~",
                        "[ ] ",
                        "[x] ",
                        "[r]",
                        "[r]: x.md\n",
                        "](x.md)",
                        "![",
                        "**",
                        "_",
                        "`",
                        "<b>",
                        "<div>",
                        "&amp;",
                        "&#64;",
                        "\\",
                        "\\@",
                        "ก@ข.th",
                        "http://a.go.th",
                        "www.a.go.th",
                        "WWW.a.com",
                        "www\\.a.go.th",
                        ":",
                        "//",
                        "\n",
                        "\n\n",
                        "    ",
                        "\t",
                        "ความ",
                        " ")
                .list()
                .ofMaxSize(25)
                .map(pieces -> String.join("", pieces));
    }

    private static List<String> tree(Node node) {
        List<String> lines = new ArrayList<>();
        lines.add(node.getNodeName() + " " + node.getStartOffset() + "-" + node.getEndOffset() + " " + node.getChars());
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            lines.addAll(tree(child));
        }
        return lines;
    }
}
