package prongsai.render;

import com.vladsch.flexmark.util.ast.Document;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.TextBlock;

/**
 * Turns Markdown (CommonMark with tables, footnotes, strikethrough, task lists and bare addresses) into safe, accessible
 * HTML.
 *
 * <pre>{@code
 * var renderer = new MarkdownRenderer();
 * MarkdownHtml body = renderer.render(
 *         record.body(), links, new MarkdownOptions(2, "", Numerals.THAI), problems);
 * }</pre>
 *
 * <p>Whatever the text holds, the result executes nothing, loads nothing from elsewhere and leaves the page around it
 * whole; what was left out of it is reported. One renderer serves all threads.
 */
public final class MarkdownRenderer {

    private static final Pattern ENTITY = Pattern.compile("&#(?:[xX]([0-9a-fA-F]{1,6})|([0-9]{1,7}));");

    private final MarkdownParsers parsers = new MarkdownParsers();

    /** Renders one piece of Markdown; what is wrong with it is added to {@code problems} at its place. */
    public MarkdownHtml render(TextBlock block, LinkResolver links, MarkdownOptions options, Problems problems) {
        reportHidden(block, problems);
        Optional<Document> document = MarkdownLimits.hold(block, problems) ? parse(block, problems) : Optional.empty();
        return document.map(d -> new MarkdownWriter(d, block, links, options, problems).write(d))
                .orElseGet(() -> asItStands(block));
    }

    /** The parser's patterns call themselves for each character of a long title or address, as does its walk of a tree. */
    private Optional<Document> parse(TextBlock block, Problems problems) {
        try {
            return Optional.of(parsers.of(block.text()).parse(block.text()));
        } catch (StackOverflowError e) {
            MarkdownLimits.reportDepth(block, problems);
            return Optional.empty();
        }
    }

    private static MarkdownHtml asItStands(TextBlock block) {
        HtmlOut out = new HtmlOut().open("pre").text(block.text()).close("pre").line();
        return new MarkdownHtml(out.html(), List.of(), out.plain(), List.of());
    }

    /** Reports each kind of hidden character once, where it stands first, itself or as an entity. */
    private static void reportHidden(TextBlock block, Problems problems) {
        String text = block.text();
        BitSet seen = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            if (!HtmlText.isOrdinary(text.charAt(i))) {
                int c = text.codePointAt(i);
                reportHidden(c, i, block, seen, problems);
                i += Character.charCount(c) - 1;
            }
        }
        if (text.contains("&#")) {
            ENTITY.matcher(text).results().forEach(entity -> {
                int c = entity.group(1) == null
                        ? Integer.parseInt(entity.group(2))
                        : Integer.parseInt(entity.group(1), 16);
                reportHidden(c, entity.start(), block, seen, problems);
            });
        }
    }

    private static void reportHidden(int c, int offset, TextBlock block, BitSet seen, Problems problems) {
        boolean hidden = (c != '\r' && HtmlText.isHidden(c)) || Character.getType(c) == Character.SURROGATE;
        if (hidden && !seen.get(c)) {
            seen.set(c);
            problems.add(ProblemCode.HIDDEN_CHARACTER, block.at(offset), String.format(Locale.ROOT, "U+%04X", c));
        }
    }
}
