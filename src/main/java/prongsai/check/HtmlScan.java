package prongsai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jsoup.parser.Parser;
import prongsai.check.personal.PersonalData;

/**
 * Reads a page that is written as it should be: every element closed and where it belongs, every value of an attribute
 * ended. In one pass and without a tree, as there is nothing to mend. Whatever is otherwise, or merely rare, is no such page
 * and must be given to a whole parser, which mends it as browsers do.
 */
final class HtmlScan {

    /** Far from where a parser gives up. */
    private static final int DEEPEST = 90;

    /** Carries no trace: it only says that the page is for another reader. */
    private static final class Irregular extends RuntimeException {
        private static final long serialVersionUID = 1;

        Irregular() {
            super("", null, false, false);
        }
    }

    /** The page, and {@code '\0'} behind it, which stands nowhere in a page that is written as it should be. */
    private final char[] html;

    private int at;

    private final HtmlTag[] open = new HtmlTag[DEEPEST];
    private int depth;
    private final int[] openOf = new int[HtmlTag.count()];

    private final char[] text;
    private int length;

    private final SortedSet<String> links = new TreeSet<>();
    private final SortedSet<String> ids = new TreeSet<>();
    private final SortedSet<String> anchors = new TreeSet<>();
    private final List<String> pieces = new ArrayList<>();

    /** Where the names of the attributes of one tag begin and end. */
    private final int[] names = new int[64];

    private HtmlScan(String page) {
        this.html = new char[page.length() + 1];
        page.getChars(0, page.length(), html, 0);
        this.text = new char[page.length() + 64];
    }

    /** What a page holds; empty for a page that is not written as it should be. */
    static Optional<HtmlScan> of(String page) {
        HtmlScan scan = new HtmlScan(page);
        try {
            scan.read();
            return Optional.of(scan);
        } catch (Irregular forAnother) {
            return Optional.empty();
        }
    }

    /** What {@code href} and {@code src} hold. */
    SortedSet<String> links() {
        return links;
    }

    SortedSet<String> ids() {
        return ids;
    }

    /** What {@code href} of anchors hold. */
    SortedSet<String> anchors() {
        return anchors;
    }

    /** The text of the page as {@link PageText} has it. */
    String text() {
        return new String(text, 0, length);
    }

    /** What {@link PageText} gives, but for the texts that cannot hold a personal number. */
    List<String> suspects() {
        if (PersonalData.mayBeIn(text, 0, length)) {
            pieces.add(0, text());
        }
        return pieces;
    }

    private void read() {
        String doctype = "<!doctype html>";
        space();
        if (!HtmlTag.isName(doctype, html, at, Math.min(html.length, at + doctype.length()))) {
            throw new Irregular();
        }
        at += doctype.length();
        space();
        element("html");
        space();
        element("head");
        rest(1);
        int from = at;
        space();
        append(from, at);
        element("body");
        rest(1);
        space();
        rest(0);
        space();
        if (at != html.length - 1) {
            throw new Irregular();
        }
    }

    private void space() {
        while (isSpace(html[at])) {
            at++;
        }
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The start tag of one of the elements that make the page. */
    private void element(String name) {
        int before = depth;
        if (html[at] != '<' || !isLetter(html[at + 1])) {
            throw new Irregular();
        }
        startTag();
        if (depth == before || !open[before].name.equals(name)) {
            throw new Irregular();
        }
    }

    /** Everything up to the end of the element that is open at a depth. */
    private void rest(int outer) {
        while (depth > outer) {
            if (html[at] != '<') {
                words();
            } else if (html[at + 1] == '/') {
                endTag();
            } else if (html[at + 1] == '!') {
                comment();
            } else {
                startTag();
            }
        }
    }

    private void append(int from, int to) {
        System.arraycopy(html, from, text, length, to - from);
        length += to - from;
    }

    private void append(char end) {
        if (end != '\0') {
            text[length++] = end;
        }
    }

    private void words() {
        int from = at;
        space();
        if (html[at] != '<' && open[depth - 1].is(HtmlTag.NO_TEXT)) {
            throw new Irregular();
        }
        while (html[at] != '<' && html[at] != '&' && html[at] != '\0') {
            at++;
        }
        append(from, at);
        if (html[at] == '&') {
            references();
        }
        if (html[at] == '\0') {
            throw new Irregular();
        }
    }

    /** Text up to the next tag, in which characters have names. */
    private void references() {
        int from = at;
        while (html[at] != '<' && html[at] != '\0') {
            at++;
        }
        // Never longer than what it is written as.
        String decoded = Parser.unescapeEntities(new String(html, from, at - from), false);
        decoded.getChars(0, decoded.length(), text, length);
        length += decoded.length();
    }

    private void comment() {
        // In a title it is text.
        if (depth > 0 && open[depth - 1].accepts == 0) {
            throw new Irregular();
        }
        at += 2;
        if (html[at] != '-' || html[at + 1] != '-' || html[at + 2] == '>' || html[at + 2] == '-') {
            throw new Irregular();
        }
        at += 2;
        while (html[at] != '\0' && !(html[at] == '-' && html[at + 1] == '-')) {
            at++;
        }
        if (html[at] == '\0' || html[at + 2] != '>') {
            throw new Irregular();
        }
        at += 3;
    }

    private void endTag() {
        HtmlTag tag = open[depth - 1];
        int from = at + 2;
        int to = Math.min(html.length, from + tag.name.length());
        if (!HtmlTag.isName(tag.name, html, from, to)) {
            throw new Irregular();
        }
        at = to;
        space();
        if (html[at++] != '>') {
            throw new Irregular();
        }
        append(tag.end);
        openOf[tag.number]--;
        depth--;
    }

    private void startTag() {
        int from = ++at;
        while (isLetter(html[at]) || (html[at] >= '0' && html[at] <= '9')) {
            at++;
        }
        HtmlTag tag = HtmlTag.of(html, from, at);
        if (tag == null || !mayStandHere(tag)) {
            throw new Irregular();
        }
        boolean closed = attributes(tag);
        if (closed ? !tag.is(HtmlTag.VOID | HtmlTag.SHAPE) : depth == DEEPEST) {
            throw new Irregular();
        }
        if (closed || tag.is(HtmlTag.VOID)) {
            append(tag.end);
            return;
        }
        open[depth++] = tag;
        openOf[tag.number]++;
        if (tag.is(HtmlTag.RAW)) {
            raw(tag);
        } else if (tag.is(HtmlTag.LEADING_LINE) && html[at] == '\n') {
            at++;
        }
    }

    private boolean mayStandHere(HtmlTag tag) {
        if (depth == 0) {
            return tag.kind == HtmlTag.TOP;
        }
        HtmlTag parent = open[depth - 1];
        if (tag.kind == HtmlTag.TERM && (parent.kind & HtmlTag.GROUP) != 0) {
            // A term in a group that stands anywhere but in a list of terms would end terms around it.
            return (open[depth - 2].accepts & HtmlTag.GROUP) != 0 && openOf[HtmlTag.P.number] == 0;
        }
        return (parent.accepts & tag.kind) != 0
                && !(tag.is(HtmlTag.CLOSES_P) && openOf[HtmlTag.P.number] > 0)
                && !(tag.is(HtmlTag.ONCE) && openOf[tag.number] > 0)
                && !(tag.is(HtmlTag.HEADING) && parent.is(HtmlTag.HEADING));
    }

    /** What stands up to the end tag, as it is. */
    private void raw(HtmlTag tag) {
        int from = at;
        while (!(html[at] == '<'
                && html[at + 1] == '/'
                && HtmlTag.isName(tag.name, html, at + 2, Math.min(html.length, at + 2 + tag.name.length())))) {
            // What looks like a comment may hold end tags that are none.
            if (html[at] == '\0' || (html[at] == '<' && html[at + 1] == '!')) {
                throw new Irregular();
            }
            at++;
        }
        if (PersonalData.mayBeIn(html, from, at)) {
            pieces.add(new String(html, from, at - from));
        }
    }

    /** Reads up to the end of a start tag; whether it is closed by a slash. */
    private boolean attributes(HtmlTag tag) {
        int count = 0;
        while (true) {
            int before = at;
            space();
            if (html[at] == '>') {
                at++;
                return false;
            }
            if (html[at] == '/' && html[at + 1] == '>') {
                at += 2;
                return true;
            }
            int from = at;
            while (isNamePart(html[at])) {
                at++;
            }
            if (from == at || from == before || count == names.length) {
                throw new Irregular();
            }
            names[count++] = from;
            names[count++] = at;
            refuseSecond(count);
            value(tag, from, at);
        }
    }

    private static boolean isNamePart(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
    }

    /** Of two attributes of one name the first holds. */
    private void refuseSecond(int count) {
        int from = names[count - 2];
        int size = names[count - 1] - from;
        for (int i = 0; i < count - 2; i += 2) {
            boolean same = names[i + 1] - names[i] == size;
            for (int k = 0; same && k < size; k++) {
                same = (html[names[i] + k] | 0x20) == (html[from + k] | 0x20);
            }
            if (same) {
                throw new Irregular();
            }
        }
    }

    private void value(HtmlTag tag, int nameFrom, int nameTo) {
        space();
        if (html[at] != '=') {
            // The space belongs before the next name.
            at = nameTo;
            attribute(tag, nameFrom, nameTo, at, at);
            return;
        }
        at++;
        space();
        char quote = html[at];
        int from = at;
        if (quote == '"' || quote == '\'') {
            from = ++at;
            while (html[at] != quote) {
                if (html[at++] == '\0') {
                    throw new Irregular();
                }
            }
            attribute(tag, nameFrom, nameTo, from, at++);
            return;
        }
        while (!isSpace(html[at]) && html[at] != '>') {
            if ("\"'<=`\0".indexOf(html[at]) >= 0) {
                throw new Irregular();
            }
            at++;
        }
        if (from == at) {
            throw new Irregular();
        }
        attribute(tag, nameFrom, nameTo, from, at);
    }

    private void attribute(HtmlTag tag, int nameFrom, int nameTo, int from, int to) {
        if (HtmlTag.isName("href", html, nameFrom, nameTo)) {
            String address = decoded(from, to);
            links.add(address);
            if (tag == HtmlTag.A) {
                anchors.add(address);
            }
        } else if (HtmlTag.isName("src", html, nameFrom, nameTo)) {
            links.add(decoded(from, to));
        } else if (HtmlTag.isName("id", html, nameFrom, nameTo)) {
            ids.add(decoded(from, to));
        }
        if (from < to && !tag.is(HtmlTag.SHAPE) && PersonalData.mayBeIn(html, from, to)) {
            pieces.add(decoded(from, to));
        }
    }

    private String decoded(int from, int to) {
        String value = new String(html, from, to - from);
        return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    }
}
