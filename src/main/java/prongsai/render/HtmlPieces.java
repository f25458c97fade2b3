package prongsai.render;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlBlockBase;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;

/**
 * The content of one node of the syntax tree in which raw HTML and Markdown take turns: {@code <b>}, {@code word},
 * {@code </b>}. A raw tag may close one that stands several pieces before it, so all pieces are read as one HTML text,
 * in which an empty element, the holder, keeps the place of each piece that came from Markdown and is finished already.
 */
final class HtmlPieces {

    /** What is nested deeper comes to lie beside it; no honest text has that. */
    private static final int MAX_DEPTH = 60;

    /** Kinds of nodes that are raw HTML. */
    static final Set<Class<?>> RAW =
            Set.of(HtmlBlock.class, HtmlCommentBlock.class, HtmlInline.class, HtmlInlineComment.class);

    private static final int MAX_ERRORS = 1000;

    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)");

    /** What a browser would make of the pieces, and what it would pass over. */
    record Tree(List<Node> nodes, List<ParseError> errors) {}

    private sealed interface Piece {}

    private record Raw(String html, BasedSequence source) implements Piece {}

    private record Finished(HtmlOut html) implements Piece {}

    private final TextBlock block;
    private final boolean betweenBlocks;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<HtmlOut> held = new ArrayList<>();
    private final StringBuilder joined = new StringBuilder();
    private final TreeMap<Integer, Raw> rawByStart = new TreeMap<>();
    private String holder = "piece";

    /**
     * @param betweenBlocks whether the pieces stand between blocks, or among words
     */
    private HtmlPieces(TextBlock block, boolean betweenBlocks) {
        this.block = block;
        this.betweenBlocks = betweenBlocks;
    }

    /** Whether raw HTML stands directly in a node. */
    static boolean areIn(com.vladsch.flexmark.util.ast.Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (RAW.contains(child.getClass())) {
                return true;
            }
        }
        return false;
    }

    /** The pieces of a node; what is not raw HTML is written by {@code writer}. */
    static HtmlPieces of(com.vladsch.flexmark.util.ast.Node parent, TextBlock block, MarkdownWriter writer) {
        HtmlPieces pieces = new HtmlPieces(block, parent.getLastChild() instanceof Block);
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof HtmlInlineBase raw) {
                pieces.pieces.add(new Raw(raw.getChars().toString(), raw.getChars()));
            } else if (child instanceof HtmlBlockBase raw) {
                String html = raw.getContentChars().toString();
                pieces.pieces.add(new Raw(html.endsWith("\n") ? html : html + "\n", raw.getContentChars()));
            } else {
                var markdown = child;
                HtmlOut written = writer.capture(() -> writer.write(markdown));
                if (!written.isEmpty()) {
                    pieces.pieces.add(new Finished(written));
                }
            }
        }
        return pieces;
    }

    boolean areBetweenBlocks() {
        return betweenBlocks;
    }

    /**
     * Reads the pieces as one text. Where what follows would vanish in a raw piece (an open {@code textarea}, comment or
     * quote), that piece is read by itself; and all are, where it would vanish in several together.
     *
     * @param alone filters a raw piece that is read by itself
     */
    Tree parse(Function<HtmlPieces, HtmlOut> alone) {
        chooseHolder();
        Tree together = parse(alone, true);
        return holdsAll(together) ? together : parse(alone, false);
    }

    private Tree parse(Function<HtmlPieces, HtmlOut> alone, boolean together) {
        held.clear();
        joined.setLength(0);
        rawByStart.clear();
        for (Piece piece : pieces) {
            if (piece instanceof Finished finished) {
                hold(finished.html());
            } else if (piece instanceof Raw raw && (pieces.size() == 1 || (together && canBeJoined(raw.html())))) {
                rawByStart.put(joined.length(), raw);
                joined.append(raw.html());
            } else if (piece instanceof Raw raw) {
                HtmlPieces single = new HtmlPieces(block, betweenBlocks);
                single.pieces.add(raw);
                hold(alone.apply(single));
            }
        }
        Parser parser = parser().setTrackPosition(true).setTrackErrors(MAX_ERRORS);
        return new Tree(fragment(parser, joined.toString()), parser.getErrors());
    }

    private boolean holdsAll(Tree tree) {
        return tree.nodes().stream()
                        .flatMap(node -> node.nodeStream(Element.class))
                        .filter(this::isHolder)
                        .filter(HtmlPieces::isShown)
                        .count()
                == held.size();
    }

    private static boolean isShown(Element element) {
        return element.parents().stream().noneMatch(p -> HtmlModel.isLeftOutWhole(p.normalName()));
    }

    /** An attribute's name that no raw piece contains, so that none can pass for a holder. */
    private void chooseHolder() {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece instanceof Raw raw) {
                text.append(raw.html());
            }
        }
        String all = text.toString().toLowerCase(Locale.ROOT);
        while (all.contains(holder)) {
            holder += "x";
        }
    }

    private void hold(HtmlOut html) {
        joined.append(holderTag(Integer.toString(held.size())));
        held.add(html);
    }

    private String holderTag(String number) {
        String element = betweenBlocks ? "div" : "span";
        return "<" + element + " " + holder + "=" + number + "></" + element + ">";
    }

    /** Whether a tag after this piece is still read as a tag, in a place that is shown. */
    private boolean canBeJoined(String html) {
        if (!betweenBlocks) {
            // Among words a piece is a single tag, and whole: only its name matters.
            Matcher tag = TAG.matcher(html);
            return tag.lookingAt()
                    && HtmlModel.rule(tag.group(1).toLowerCase(Locale.ROOT)).isPresent();
        }
        for (Node node : fragment(parser(), html + holderTag("0"))) {
            @Nullable Element found = node instanceof Element element ? element.selectFirst("[" + holder + "]") : null;
            if (found != null) {
                return isShown(found);
            }
        }
        return false;
    }

    private static Parser parser() {
        return Parser.htmlParser().setMaxDepth(MAX_DEPTH);
    }

    private static List<Node> fragment(Parser parser, String html) {
        return parser.parseFragmentInput(html, new Element("body"), "");
    }

    boolean isHolder(Element element) {
        return element.hasAttr(holder);
    }

    HtmlOut held(Element element) {
        return held.get(Integer.parseInt(element.attr(holder)));
    }

    /** Where an offset of the joined text stands. */
    SourcePosition position(int offset) {
        Map.Entry<Integer, Raw> raw = rawByStart.floorEntry(Math.max(0, offset));
        if (raw == null) {
            return block.at(0);
        }
        Raw piece = raw.getValue();
        return block.at(MarkdownSource.offset(piece.source(), offset - raw.getKey()));
    }

    /** Where the tag begins that ends at, or is open at, an offset of the joined text. */
    int tagStart(int offset) {
        return Math.max(0, joined.lastIndexOf("<", offset - 1));
    }

    /** The name of the tag, or {@code !--} of the comment, that begins at an offset of the joined text. */
    String tagName(int start) {
        Matcher tag = TAG.matcher(joined).region(start, joined.length());
        return tag.lookingAt() ? tag.group(1).toLowerCase(Locale.ROOT) : "!--";
    }
}
