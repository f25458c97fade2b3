package prongsai.render;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInlineBase;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.WhiteSpace;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;
import org.jspecify.annotations.Nullable;
import prongsai.source.TextBlock;

/** The words inside a node, without any marks: for a heading's id and a picture's description. */
final class MarkdownText {

    private final TextBlock block;
    private final StringBuilder words = new StringBuilder();
    private int deep;

    private MarkdownText(TextBlock block) {
        this.block = block;
    }

    static String of(Node node, TextBlock block) {
        MarkdownText collector = new MarkdownText(block);
        collector.children(node);
        return HtmlText.clean(collector.words.toString()).strip();
    }

    private void children(Node parent) {
        if (deep == MarkdownLimits.WORDS_DEEP) {
            words.append(parent.getChars());
            return;
        }
        deep++;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            visit(child);
        }
        deep--;
    }

    private void visit(Node node) {
        if (isText(node)) {
            words.append(literal(node.getChars()));
        } else if (node instanceof Code code) {
            words.append(codeOf(code));
        } else if (node instanceof DelimitedLinkNode address) {
            words.append(shown(address));
        } else if (node instanceof HardLineBreak || (node instanceof SoftLineBreak line && !joinsThai(line, block))) {
            words.append(' ');
        } else if (isOnlyBrackets(node)) {
            words.append(literal(MarkdownSource.before(node)));
            children(node);
            words.append(literal(MarkdownSource.after(node)));
        } else if (!(node instanceof Footnote || node instanceof HtmlInlineBase)) {
            children(node);
        }
    }

    /** Whether a node is nothing but its own characters. */
    static boolean isText(Node node) {
        return node instanceof Text || node instanceof HtmlEntity || node instanceof WhiteSpace;
    }

    /** The parser takes all that stands in brackets for a reference; without a definition it is text, as it stands. */
    static boolean isOnlyBrackets(Node node) {
        return (node instanceof RefNode reference && !reference.isDefined())
                || (node instanceof Footnote mention && mention.getFootnoteBlock() == null);
    }

    /** Text of the source as it is meant, without backslashes and with the characters that entities stand for. */
    static String literal(BasedSequence source) {
        String text = string(source);
        boolean plain = text.indexOf('\\') < 0 && text.indexOf('&') < 0;
        return plain ? text : source.unescape();
    }

    /** The same as its own {@code toString}, which asks it for each character in turn. */
    private static String string(BasedSequence source) {
        if (source instanceof SubSequence && source.getBase() instanceof String base) {
            String text = base.substring(source.getStartOffset(), source.getEndOffset());
            return text.indexOf('\0') < 0 ? text : source.toString();
        }
        return source.toString();
    }

    /**
     * The text of a code span. CommonMark: a line break is a space, and one space is taken away at both ends if it is at
     * both. GFM: in a table a bar has a backslash before it here too.
     */
    static String codeOf(Code code) {
        String text = code.getText()
                .toString()
                .replace("\r\n", " ")
                .replace('\n', ' ')
                .replace('\r', ' ');
        if (text.startsWith(" ") && text.endsWith(" ") && !text.isBlank()) {
            text = text.substring(1, text.length() - 1);
        }
        return code.getAncestorOfType(TableCell.class) == null ? text : text.replace("\\|", "|");
    }

    /** An address that stands in the text. */
    static String shown(DelimitedLinkNode address) {
        BasedSequence text = address.getText();
        return address.getOpeningMarker().isEmpty() ? literal(text) : text.toString();
    }

    /** Where an address that stands in the text leads. */
    static String destination(DelimitedLinkNode address) {
        String shown = shown(address);
        if (address instanceof MailLink) {
            return "mailto:" + shown;
        }
        boolean found =
                address instanceof AutoLink && address.getOpeningMarker().isEmpty();
        return found && shown.regionMatches(true, 0, "www.", 0, 4) ? "http://" + shown : shown;
    }

    /**
     * Whether the two lines of a soft break are one run of Thai letters.
     *
     * <p>CommonMark writes a line break as it is, and a browser shows it as a space. Thai puts no space between words: a
     * space ends a phrase. So a line that was wrapped in the middle of a phrase (text copied from a PDF always is) would
     * get spaces that nobody wrote. Between two Thai letters the lines are therefore joined; where a space is due by the
     * rules of writing (beside ๆ, ฯ, numbers, Latin words) or stands at the line's end, the break stays.
     */
    static boolean joinsThai(SoftLineBreak line, TextBlock block) {
        Node before = line.getPrevious();
        while (before != null && before.getLastChild() != null && !isWhole(before)) {
            before = before.getLastChild();
        }
        Node after = line.getNext();
        while (after != null && after.getFirstChild() != null && !isWhole(after)) {
            after = after.getFirstChild();
        }
        String left = edge(before);
        String right = edge(after);
        return !left.isEmpty()
                && !right.isEmpty()
                && isThaiLetter(left.charAt(left.length() - 1))
                && isThaiLetter(right.charAt(0))
                && !MarkdownSource.endsLineWithSpace(line, block);
    }

    /** Whether a node is no run of words that goes on around it, although it has some inside. */
    private static boolean isWhole(Node node) {
        return node instanceof Image || node instanceof ImageRef || node instanceof Code || isOnlyBrackets(node);
    }

    private static String edge(@Nullable Node leaf) {
        return leaf != null && isText(leaf) ? literal(leaf.getChars()) : "";
    }

    /** Consonants, vowels and the marks above and below them; not ฯ, ฿, ๆ, digits and the signs of old books. */
    private static boolean isThaiLetter(char c) {
        return (c >= 'ก' && c <= 'ฺ' && c != 'ฯ') || (c >= 'เ' && c <= 'ๅ') || (c >= '็' && c <= '๎');
    }
}
