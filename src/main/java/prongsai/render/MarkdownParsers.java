package prongsai.render;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListExtension;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The parser for a text, without what the text cannot hold: each extension looks at every line or every word, so a
 * third of the time goes to footnotes and addresses that are not there. The tree is the same as with all of them.
 */
final class MarkdownParsers {

    private static final int TABLES = 1;
    private static final int FOOTNOTES = 1 << 1;
    private static final int STRIKETHROUGH = 1 << 2;
    private static final int TASKS = 1 << 3;
    private static final int ADDRESSES = 1 << 4;
    private static final int DEFINITIONS = 1 << 5;
    private static final int ALL = (1 << 6) - 1;

    private final AtomicReferenceArray<@Nullable Parser> parsers = new AtomicReferenceArray<>(ALL + 1);

    /** The parser that knows all that the text may hold. */
    Parser of(String text) {
        int features = featuresOf(text);
        Parser known = parsers.get(features);
        if (known != null) {
            return known;
        }
        // Two threads may build one each: they are alike.
        Parser built = build(features);
        parsers.set(features, built);
        return built;
    }

    /** What may be in a text, by the signs without which it cannot be; too much rather than too little. */
    private static int featuresOf(String text) {
        int found = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128) {
                found |= switch (c) {
                    case '|' -> TABLES;
                    case '[' -> bracket(text, i + 1);
                    case ']' -> text.startsWith(":", i + 1) ? DEFINITIONS : 0;
                    case '~' -> STRIKETHROUGH;
                    // A backslash or an entity may stand within an address, or for a part of it.
                    case '@', '\\', '&' -> ADDRESSES;
                    case '/' -> text.startsWith("/", i + 1) ? ADDRESSES : 0;
                    case 'w', 'W' -> text.regionMatches(true, i + 1, "ww", 0, 2) ? ADDRESSES : 0;
                    default -> 0;
                };
            }
        }
        return found;
    }

    private static int bracket(String text, int after) {
        if (text.startsWith("^", after)) {
            return FOOTNOTES;
        }
        return text.startsWith("]", after + 1) ? TASKS : 0;
    }

    /**
     * Tables as GFM has them: one row of heads, as many cells in each row, no caption, no cell over two columns. An address
     * may hold spaces, as CommonMark allows in {@code <>} and the names of officers' files do everywhere.
     */
    private static Parser build(int features) {
        return Parser.builder(new MutableDataSet()
                        .set(Parser.EXTENSIONS, extensions(features))
                        .set(Parser.REFERENCE_PARAGRAPH_PRE_PROCESSOR, (features & DEFINITIONS) != 0)
                        .set(Parser.SPACE_IN_LINK_URLS, true)
                        .set(TablesExtension.MIN_HEADER_ROWS, 1)
                        .set(TablesExtension.MAX_HEADER_ROWS, 1)
                        .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                        .set(TablesExtension.COLUMN_SPANS, false)
                        .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                        .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                        .set(TablesExtension.HEADER_SEPARATOR_COLUMN_MATCH, true)
                        .set(TablesExtension.WITH_CAPTION, false)
                        .toImmutable())
                .build();
    }

    private static List<Extension> extensions(int features) {
        List<Extension> extensions = new ArrayList<>();
        if ((features & TABLES) != 0) {
            extensions.add(TablesExtension.create());
        }
        if ((features & FOOTNOTES) != 0) {
            extensions.add(FootnoteExtension.create());
        }
        if ((features & STRIKETHROUGH) != 0) {
            extensions.add(StrikethroughExtension.create());
        }
        if ((features & TASKS) != 0) {
            extensions.add(TaskListExtension.create());
        }
        if ((features & ADDRESSES) != 0) {
            extensions.add(AutolinkExtension.create());
        }
        return extensions;
    }
}
