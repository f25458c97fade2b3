package prongsai.render;

import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;

/** Where the nodes of a syntax tree stand in their text, and what the text has around their children. */
final class MarkdownSource {

    private MarkdownSource() {}

    /** Where the node, or the nearest one around it that knows, begins. */
    static SourcePosition position(Node node, TextBlock block) {
        for (Node here = node; here != null; here = here.getParent()) {
            if (here.getChars().isNotNull()) {
                return block.at(Math.min(here.getStartOffset(), block.text().length()));
            }
        }
        return block.at(0);
    }

    /** The offset in the text of an offset in a node's characters, which lack what containers put before each line. */
    static int offset(BasedSequence source, int at) {
        if (source.isEmpty()) {
            return source.getStartOffset();
        }
        return source.getIndexOffset(Math.max(0, Math.min(at, source.length() - 1)));
    }

    /** What a node's text has before its first child; all of it if there is none. */
    static BasedSequence before(Node node) {
        return node.hasChildren()
                ? node.baseSubSequence(
                        node.getStartOffset(), node.getChildChars().getStartOffset())
                : node.getChars();
    }

    /** What a node's text has after its last child. */
    static BasedSequence after(Node node) {
        return node.hasChildren()
                ? node.baseSubSequence(node.getChildChars().getEndOffset(), node.getEndOffset())
                : BasedSequence.EMPTY;
    }

    /** Whether the line that ends with this line break ends with a space. */
    static boolean endsLineWithSpace(Node lineBreak, TextBlock block) {
        int i = lineBreak.getStartOffset() - 1;
        return i >= 0 && (block.text().charAt(i) == ' ' || block.text().charAt(i) == '\t');
    }
}
