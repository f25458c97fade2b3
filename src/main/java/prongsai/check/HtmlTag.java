package prongsai.check;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements that {@link HtmlScan} knows: which stand where, and what ends a line. An element that is not here, or stands
 * elsewhere, is for a whole parser.
 */
final class HtmlTag {

    // What an element is to the one around it.
    static final int FLOW = 1;
    static final int META = 1 << 1;
    static final int ITEM = 1 << 2;
    static final int TERM = 1 << 3;
    static final int TABLE_PART = 1 << 4;
    static final int ROW = 1 << 5;
    static final int CELL = 1 << 6;
    static final int COLUMN = 1 << 7;
    static final int DRAWING = 1 << 8;
    static final int OPTION = 1 << 9;
    static final int TOP = 1 << 10;
    /** What parts a list of terms. */
    static final int GROUP = 1 << 11;

    // What else is to know of it.
    static final int VOID = 1;
    /** Ends an open paragraph. */
    static final int CLOSES_P = 1 << 1;
    /** Does not stand in one of its kind. */
    static final int ONCE = 1 << 2;
    /** Holds no text but white space. */
    static final int NO_TEXT = 1 << 3;
    /** Holds characters as they are, up to its end tag. */
    static final int RAW = 1 << 4;

    static final int HEADING = 1 << 5;
    /** Its attributes draw and say nothing. */
    static final int SHAPE = 1 << 6;
    /** A line end that begins it is none of its text. */
    static final int LEADING_LINE = 1 << 7;

    private static final int SLOTS = 512;

    private static final List<HtmlTag> ALL = all();

    private static final @Nullable HtmlTag[] TABLE = table();

    static final HtmlTag A = named("a");
    static final HtmlTag P = named("p");

    private static HtmlTag named(String name) {
        return ALL.stream().filter(tag -> tag.name.equals(name)).findFirst().orElseThrow();
    }

    private static List<HtmlTag> all() {
        List<HtmlTag> tags = new ArrayList<>();
        int block = CLOSES_P;
        add(tags, "html", TOP, TOP, NO_TEXT, '\n');
        add(tags, "head", TOP, META, NO_TEXT, '\n');
        add(tags, "body", TOP, FLOW | META, 0, '\n');
        add(tags, "meta link", META, 0, VOID, '\n');
        add(tags, "script style", META, 0, RAW, '\n');
        add(tags, "title", META | DRAWING, 0, 0, '\n');
        add(
                tags,
                "address article aside blockquote details dialog fieldset figcaption figure footer header hgroup main"
                        + " nav p search section",
                FLOW,
                FLOW | META,
                block,
                '\n');
        add(tags, "div", FLOW | GROUP, FLOW | META | TERM, block, '\n');
        add(tags, "pre", FLOW, FLOW | META, block | LEADING_LINE, '\n');
        add(tags, "form", FLOW, FLOW | META, block | ONCE, '\n');
        add(tags, "summary", FLOW, FLOW | META, block, '\0');
        add(tags, "h1 h2 h3 h4 h5 h6", FLOW, FLOW | META, block | HEADING, '\n');
        add(tags, "hr", FLOW, 0, block | VOID, '\n');
        add(tags, "ul ol menu", FLOW, ITEM, block, '\n');
        add(tags, "li", ITEM, FLOW | META, block, '\n');
        add(tags, "dl", FLOW, TERM | GROUP, block, '\n');
        add(tags, "dt dd", TERM, FLOW | META, block, '\n');
        add(tags, "table", FLOW, TABLE_PART, block | NO_TEXT, '\n');
        add(tags, "caption", TABLE_PART, FLOW, 0, '\n');
        add(tags, "colgroup", TABLE_PART, COLUMN, NO_TEXT, '\n');
        add(tags, "col", COLUMN, 0, VOID, '\n');
        add(tags, "thead tbody tfoot", TABLE_PART, ROW, NO_TEXT, '\n');
        add(tags, "tr", ROW, CELL, NO_TEXT, '\n');
        add(tags, "td th", CELL, FLOW | META, 0, '\t');
        add(tags, "a", FLOW, FLOW | META, ONCE, '\0');
        add(tags, "button", FLOW, FLOW | META, ONCE, '\n');
        add(
                tags,
                "abbr b bdi bdo cite code data del dfn em i ins kbd label mark meter output progress q s samp small span strong sub"
                        + " sup time u var picture audio video",
                FLOW,
                FLOW | META,
                0,
                '\0');
        add(tags, "img input source track wbr", FLOW, 0, VOID, '\0');
        add(tags, "br", FLOW, 0, VOID, '\n');
        add(tags, "select", FLOW, OPTION, ONCE | NO_TEXT, '\0');
        add(tags, "option", OPTION, 0, 0, '\n');
        add(tags, "svg", FLOW, DRAWING, SHAPE, '\n');
        add(tags, "g path rect circle line polyline polygon use", DRAWING, DRAWING, SHAPE, '\0');
        add(tags, "text tspan", DRAWING, DRAWING, SHAPE, '\n');
        return List.copyOf(tags);
    }

    private static void add(List<HtmlTag> tags, String names, int kind, int accepts, int traits, char end) {
        for (String name : names.split(" ", -1)) {
            tags.add(new HtmlTag(name, tags.size(), kind, accepts, traits, end));
        }
    }

    private static @Nullable HtmlTag[] table() {
        @Nullable HtmlTag[] table = new HtmlTag[SLOTS];
        for (HtmlTag tag : ALL) {
            int slot = slot(tag.name.toCharArray(), 0, tag.name.length());
            while (table[slot] != null) {
                slot = (slot + 1) % SLOTS;
            }
            table[slot] = tag;
        }
        return table;
    }

    final String name;
    /** From 0, without gaps. */
    final int number;

    final int kind;
    final int accepts;
    private final int traits;
    /** What its end is in the page's text; {@code '\0'} for nothing. */
    final char end;

    private HtmlTag(String name, int number, int kind, int accepts, int traits, char end) {
        this.name = name;
        this.number = number;
        this.kind = kind;
        this.accepts = accepts;
        this.traits = traits;
        this.end = end;
    }

    static int count() {
        return ALL.size();
    }

    boolean is(int trait) {
        return (traits & trait) != 0;
    }

    /** The element that some letters name, in whichever case; null for one that is not here. */
    static @Nullable HtmlTag of(char[] html, int from, int to) {
        int slot = slot(html, from, to);
        HtmlTag tag = TABLE[slot];
        while (tag != null && !isName(tag.name, html, from, to)) {
            slot = (slot + 1) % SLOTS;
            tag = TABLE[slot];
        }
        return tag;
    }

    private static int slot(char[] html, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + (html[i] | 0x20);
        }
        return (hash & Integer.MAX_VALUE) % SLOTS;
    }

    /** Whether a name, given in lower case, stands at a place, in whichever case. */
    static boolean isName(String name, char[] html, int from, int to) {
        if (to - from != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = html[from + i];
            if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
