package prongsai.render;

import java.util.Set;
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

    private static final Set<String> WITHIN_A_LINE = Set.of(
            "a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
            "strong", "sub", "sup", "time", "u", "wbr");
    private static final String UNSEARCHED = "<!--unsearched-->";
    private static final String HIDDEN = "<span class=\"vh\"";
    private static final int LONGEST_NAME = 6;
    private static final int LONGEST_ENTITY = 32;

    private SearchText() {}

    /** The title in the page's head, without the agency's name behind it. */
    public static FoldedText title(String html) {
        FoldedText text = new FoldedText(256);
        int start = html.indexOf("<title>") + "<title>".length();
        int end = html.indexOf("</title>", start);
        if (end > 0) {
            int agency = html.lastIndexOf(" · ", end - 1);
            add(html, start, agency > start ? agency : end, text);
        }
        return text.whole();
    }

    /** What stands on the page. */
    public static FoldedText body(String html) {
        int at = html.indexOf("<main");
        int end = html.lastIndexOf("</main>");
        FoldedText text = new FoldedText(Math.max(16, end - at));
        while (at >= 0 && at < end) {
            int tag = html.indexOf('<', at);
            int stop = tag < 0 || tag > end ? end : tag;
            add(html, at, stop, text);
            at = stop < end ? pass(html, stop, end, text) : end;
        }
        return text.whole();
    }

    private static void add(String html, int start, int end, FoldedText text) {
        int i = start;
        while (i < end) {
            char c = html.charAt(i);
            int entity = c == '&' ? html.indexOf(';', i) : -1;
            if (entity > 0 && entity < end && entity - i < LONGEST_ENTITY) {
                String decoded = Parser.unescapeEntities(html.substring(i, entity + 1), false);
                for (int k = 0; k < decoded.length(); k++) {
                    text.add(decoded.charAt(k));
                }
                i = entity + 1;
            } else {
                text.add(c);
                i++;
            }
        }
    }

    /** Passes over a tag, or over a whole element that is not searched. */
    private static int pass(String html, int tag, int end, FoldedText text) {
        String unsearched = unsearched(html, tag);
        if (!unsearched.isEmpty()) {
            int closed = html.indexOf(unsearched, tag);
            if (closed >= 0 && closed < end) {
                text.add(' ');
                return closed + unsearched.length();
            }
        }
        if (!isWithinALine(html, tag)) {
            text.add(' ');
        }
        int closed = html.indexOf('>', tag);
        return closed < 0 ? end : closed + 1;
    }

    /** The end of an element that is not searched. */
    private static String unsearched(String html, int tag) {
        return switch (html.charAt(tag + 1)) {
            case 'n' -> html.startsWith("<nav", tag) ? "</nav>" : "";
            case '!' -> html.startsWith(UNSEARCHED, tag) ? "<!--/unsearched-->" : "";
            case 's' -> html.startsWith("<svg", tag) ? "</svg>" : html.startsWith(HIDDEN, tag) ? "</span>" : "";
            default -> "";
        };
    }

    private static boolean isWithinALine(String html, int tag) {
        int start = html.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int end = start;
        while (end - start <= LONGEST_NAME && isName(html.charAt(end))) {
            end++;
        }
        return end - start <= LONGEST_NAME && WITHIN_A_LINE.contains(html.substring(start, end));
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
