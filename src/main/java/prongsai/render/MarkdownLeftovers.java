package prongsai.render;

import com.vladsch.flexmark.util.ast.Node;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.TextBlock;

/**
 * Finds marks that an officer meant and the parser took for text.
 *
 * <p>{@code **} opens emphasis only if (CommonMark, "left-flanking delimiter run") what follows is no white space and,
 * should it be punctuation, white space or punctuation stands before. Thai has no spaces between words, so
 * {@code ก**“ข”**ค} shows its asterisks. Underscores are not looked for: within a word they never are emphasis, and
 * Thai forms are full of {@code ____} to write on.
 */
final class MarkdownLeftovers {

    /** A run of two or three asterisks: one is a sign for a remark, more are a line. */
    private static final Pattern MARK = Pattern.compile("(?<![\\\\*])\\*{2,3}(?!\\*)");

    private static final Pattern FOOTNOTE = Pattern.compile("(?<!\\\\)\\[\\^([^\\[\\]\\s]{1,99})\\]");

    private final TextBlock block;
    private final Problems problems;
    private OptionalInt openMark = OptionalInt.empty();
    private int endOfText;

    MarkdownLeftovers(TextBlock block, Problems problems) {
        this.block = block;
        this.problems = problems;
    }

    void find(Node text) {
        if (text.getChars().indexOf("**") >= 0) {
            findMarks(text.getStartOffset(), text.getEndOffset());
        }
    }

    private void findMarks(int start, int end) {
        Matcher mark = MARK.matcher(block.text()).region(start, end).useTransparentBounds(true);
        while (mark.find()) {
            if (openMark.isPresent()) {
                report(mark.end());
            } else if (touchesText(mark.start(), mark.end())) {
                openMark = OptionalInt.of(mark.start());
                endOfText = end;
            }
        }
    }

    /** {@code ** หมายเหตุ} is how officers mark a remark below a table, and is shown as meant. */
    private boolean touchesText(int start, int end) {
        String text = block.text();
        return (start > 0 && !Character.isWhitespace(text.charAt(start - 1)))
                || (end < text.length() && !Character.isWhitespace(text.charAt(end)));
    }

    /** A mention of a footnote that is written nowhere, or brackets that only look like one. */
    void findFootnotes(Node mention) {
        findFootnotes(mention.getStartOffset(), mention.getEndOffset());
    }

    private void findFootnotes(int start, int end) {
        Matcher mention = FOOTNOTE.matcher(block.text()).region(start, end);
        while (mention.find()) {
            problems.add(ProblemCode.UNDEFINED_FOOTNOTE, block.at(mention.start()), HtmlText.excerpt(mention.group(1)));
        }
    }

    /** A mark that nothing closed in its paragraph, heading or cell stays alone. */
    void endOfBlock() {
        if (openMark.isPresent()) {
            report(endOfText);
        }
    }

    private void report(int end) {
        int start = openMark.orElseThrow();
        problems.add(
                ProblemCode.STRAY_EMPHASIS,
                block.at(start),
                HtmlText.excerpt(block.text().substring(start, end)));
        openMark = OptionalInt.empty();
    }
}
