package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;

/** HTML: the text as it is seen, the cells of each row, then attributes, comments and scripts. */
final class HtmlReader {

    /** Bytes of a page that are read as a tree, which takes twenty times as many. */
    private static final int LARGEST = 4 << 20;

    private static final Set<String> LOOKS = Set.of("class", "style", "width", "height", "rel", "type", "lang");

    private final Reading reading;

    HtmlReader(Reading reading) {
        this.reading = reading;
    }

    void read(InputStream in, Within within) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            reading.cannot(Unreadable.TOO_LARGE);
            return;
        }
        Document page = Jsoup.parse(PlainText.decoded(bytes));
        Place place = within.place(Place.Kind.WHOLE, "");
        Flow text = new Flow(reading, place);
        page.wholeText().lines().map(String::strip).forEach(text::line);
        for (Element row : page.select("tr")) {
            List<String> cells = new ArrayList<>();
            row.children().forEach(c -> cells.add(c.text()));
            text.row(cells);
        }
        text.give();
        Flow rest = new Flow(reading, place);
        NodeTraversor.traverse((node, depth) -> giveUnseen(node, rest), page);
        rest.give();
    }

    private void giveUnseen(Node node, Flow rest) {
        reading.check();
        if (node instanceof Comment comment) {
            rest.line(comment.getData());
        } else if (node instanceof DataNode data) {
            rest.line(data.getWholeData());
        } else if (!(node instanceof TextNode)) {
            for (Attribute attribute : node.attributes()) {
                if (!LOOKS.contains(attribute.getKey())) {
                    rest.line(attribute.getValue());
                }
            }
        }
    }
}
