package prongsai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of a page as it reaches its readers: inline elements joined with nothing between them, lines and blocks ended
 * by {@code '\n'}, cells by {@code '\t'}; and what attributes hold, each for itself. Shapes of drawings are no text.
 */
final class PageText {

    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> LINES = Set.of("br", "text", "tspan", "title", "option", "button");
    private static final Set<String> SHAPES =
            Set.of("svg", "g", "path", "rect", "circle", "line", "polyline", "polygon", "text", "tspan", "use");

    private PageText() {}

    /** The text of the page, and the value of each attribute that people or machines read. */
    static List<String> of(Document page) {
        StringBuilder text = new StringBuilder();
        List<String> pieces = new ArrayList<>();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(words.getWholeText());
                        } else if (node instanceof DataNode data) {
                            pieces.add(data.getWholeData());
                        } else if (node instanceof Element element) {
                            attributes(element, pieces);
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element) {
                            end(element, text);
                        }
                    }
                },
                page);
        pieces.add(0, text.toString());
        return pieces;
    }

    private static void end(Element element, StringBuilder text) {
        String name = element.normalName();
        if (CELLS.contains(name)) {
            text.append('\t');
        } else if (element.isBlock() || LINES.contains(name)) {
            text.append('\n');
        }
    }

    private static void attributes(Element element, List<String> pieces) {
        if (SHAPES.contains(element.normalName())) {
            return;
        }
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getValue().isEmpty()) {
                pieces.add(attribute.getValue());
            }
        }
    }
}
