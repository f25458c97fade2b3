package prongsai.render;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
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

    /**
     * Tables as GFM has them: one row of heads, as many cells in each row, no caption, no cell over two columns. An address
     * may hold spaces, as CommonMark allows in {@code <>} and the names of officers' files do everywhere.
     */
    private static final DataHolder OPTIONS = new MutableDataSet()
            .set(
                    Parser.EXTENSIONS,
                    List.of(
                            TablesExtension.create(),
                            FootnoteExtension.create(),
                            StrikethroughExtension.create(),
                            TaskListExtension.create(),
                            AutolinkExtension.create()))
            .set(Parser.SPACE_IN_LINK_URLS, true)
            .set(TablesExtension.MIN_HEADER_ROWS, 1)
            .set(TablesExtension.MAX_HEADER_ROWS, 1)
            .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
            .set(TablesExtension.COLUMN_SPANS, false)
            .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
            .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
            .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
            .set(TablesExtension.WITH_CAPTION, false)
            .toImmutable();

    private final Parser parser = Parser.builder(OPTIONS).build();

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
            return Optional.of(parser.parse(block.text()));
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
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c >= 0x2000 || !HtmlText.isOrdinary((char) c)) {
                reportHidden(c, i, block, seen, problems);
            }
            i += Character.charCount(c);
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
