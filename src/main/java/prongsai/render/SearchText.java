package prongsai.render;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;

/**
 * The words of a page as they are searched. {@code search.js} reads a page in just the same way: whatever it finds in a
 * page, the index must lead to.
 *
 * <p>Searched is what stands in {@code <main>} outside of {@code <nav>}, {@code <svg>}, what is hidden from sight, and what a
 * template puts between the comments {@code unsearched} and {@code /unsearched}, such as the sheet for the notice board,
 * which says everything once more. Elements within a line join the words around them, all others part them.
 */
public final class SearchText {

    /** Each name as one number, ascending. */
    private static final long[] WITHIN_A_LINE = Stream.of(
                    "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
                    "strong", "sub", "sup", "time", "u", "wbr")
            .mapToLong(name -> number(name.toCharArray(), 0, name.length()))
            .sorted()
            .toArray();

    private static final String UNSEARCHED = "<!--unsearched-->";
    private static final String HIDDEN = "<span class=\"vh\"";
    private static final int LONGEST_NAME = 6;
    private static final int LONGEST_ENTITY = 32;

    private final String html;
    /** The same characters: every one of a site is looked at, and of an array that takes half the time. */
    private final char[] chars;

    private final FoldedText text;

    private SearchText(String html, FoldedText text) {
        this.html = html;
        this.chars = html.toCharArray();
        this.text = text;
    }

    /** The title in the page's head, without the agency's name behind it. */
    public static FoldedText title(String html) {
        FoldedText text = new FoldedText(256);
        int start = html.indexOf("<title>") + "<title>".length();
        int end = html.indexOf("</title>", start);
        if (end > 0) {
            int agency = html.lastIndexOf(" · ", end - 1);
            String title = html.substring(start, agency > start ? agency : end);
            new SearchText(title, text).add(0, title.length());
        }
        return text.whole();
    }

    /** What stands on the page. */
    public static FoldedText body(String html) {
        int at = html.indexOf("<main");
        int end = html.lastIndexOf("</main>");
        FoldedText text = new FoldedText(Math.max(16, end - at));
        if (at >= 0) {
            new SearchText(html, text).read(at, end);
        }
        return text.whole();
    }

    private void read(int start, int end) {
        int at = start;
        while (at < end) {
            int tag = at;
            while (tag < end && chars[tag] != '<') {
                tag++;
            }
            add(at, tag);
            at = tag < end ? pass(tag, end) : end;
        }
    }

    /** Adds what stands between two tags. */
    private void add(int start, int end) {
        int from = start;
        int i = start;
        while (i < end) {
            int entity = chars[i] == '&' ? html.indexOf(';', i) : -1;
            if (entity > 0 && entity < end && entity - i < LONGEST_ENTITY) {
                text.add(chars, from, i);
                char[] decoded = Parser.unescapeEntities(html.substring(i, entity + 1), false)
                        .toCharArray();
                text.add(decoded, 0, decoded.length);
                from = entity + 1;
                i = from;
            } else {
                i++;
            }
        }
        text.add(chars, from, end);
    }

    /** Passes over a tag, or over a whole element that is not searched. */
    private int pass(int tag, int end) {
        String unsearched = unsearched(tag);
        if (!unsearched.isEmpty()) {
            int closed = html.indexOf(unsearched, tag);
            if (closed >= 0 && closed < end) {
                text.add(' ');
                return closed + unsearched.length();
            }
        }
        if (!isWithinALine(tag)) {
            text.add(' ');
        }
        int closed = tag;
        while (closed < end && chars[closed] != '>') {
            closed++;
        }
        return Math.min(end, closed + 1);
    }

    /** The end of an element that is not searched. */
    private String unsearched(int tag) {
        return switch (chars[tag + 1]) {
            case 'n' -> html.startsWith("<nav", tag) ? "</nav>" : "";
            case '!' -> html.startsWith(UNSEARCHED, tag) ? "<!--/unsearched-->" : "";
            case 's' -> html.startsWith("<svg", tag) ? "</svg>" : html.startsWith(HIDDEN, tag) ? "</span>" : "";
            default -> "";
        };
    }

    private boolean isWithinALine(int tag) {
        int start = chars[tag + 1] == '/' ? tag + 2 : tag + 1;
        int end = start;
        while (end - start <= LONGEST_NAME && isName(chars[end])) {
            end++;
        }
        return end - start <= LONGEST_NAME && Arrays.binarySearch(WITHIN_A_LINE, number(chars, start, end)) >= 0;
    }

    private static long number(char[] chars, int start, int end) {
        long number = 0;
        for (int i = start; i < end; i++) {
            number = (number << 8) | chars[i];
        }
        return number;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
