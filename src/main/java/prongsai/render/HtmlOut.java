package prongsai.render;

import java.util.Set;

/**
 * HTML being written, and beside it the same as plain text. Names of elements and attributes are the program's own and
 * are written as they are; every value is escaped. So there is no way to write a value that is markup.
 */
final class HtmlOut {

    private static final Set<String> BOOLEAN = Set.of("open", "reversed");

    private final Chars html;
    private final Chars plain;
    private boolean hasLink;

    /** How much was written when something began, so that it can be taken away again. */
    record Mark(int html, int plain, boolean hasLink) {}

    /** For a piece of a line. */
    HtmlOut() {
        this(128);
    }

    HtmlOut(int capacity) {
        this.html = new Chars(capacity);
        this.plain = new Chars(capacity);
    }

    Mark mark() {
        return new Mark(html.length(), plain.length(), hasLink);
    }

    /** Takes away what was written since. */
    void undo(Mark mark) {
        html.cut(mark.html());
        plain.cut(mark.plain());
        hasLink = mark.hasLink();
    }

    /** Whether nothing was written since. */
    boolean isEmptySince(Mark mark) {
        return html.length() == mark.html();
    }

    /** Whether there is nothing to read since: no letter, no digit, no sign. */
    boolean isSilentSince(Mark mark) {
        return isBlankFrom(mark.plain());
    }

    /** Takes away white space at the end, as far as it was written since. */
    void trimEndSince(Mark mark) {
        trimEnd(mark.html());
    }

    /**
     * A start tag.
     *
     * @param attributes names and values in turn
     */
    HtmlOut open(String element, String... attributes) {
        html.add('<');
        html.add(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        html.add('>');
        hasLink |= element.equals("a");
        return this;
    }

    private void attribute(String name, String value) {
        if (BOOLEAN.contains(name)) {
            html.add(' ');
            html.add(name);
            return;
        }
        html.add(' ');
        html.add(name);
        html.add("=\"");
        HtmlText.escapeValue(value, html);
        html.add('"');
    }

    HtmlOut close(String element) {
        html.add("</");
        html.add(element);
        html.add('>');
        return this;
    }

    /** The content's own text. */
    HtmlOut text(String text) {
        int start = html.length();
        if (HtmlText.escape(text, html)) {
            plain.add(html, start, html.length());
        } else {
            HtmlText.clean(text, plain);
        }
        return this;
    }

    /** A picture; its description stands for it in the plain text. */
    HtmlOut image(String alt, String... attributes) {
        open("img", attributes);
        HtmlText.clean(alt, plain);
        return this;
    }

    /** Text that is added for the reader of the page and is no part of the content. */
    HtmlOut label(String text) {
        HtmlText.escape(text, html);
        return this;
    }

    /** A line break of the source, which a reader sees as a space. */
    HtmlOut space() {
        html.add('\n');
        plain.add(' ');
        return this;
    }

    /** The end of a block. */
    HtmlOut line() {
        html.add('\n');
        plain.add('\n');
        return this;
    }

    /** White space between blocks of raw HTML. */
    HtmlOut lineOnce() {
        if (html.length() == 0 || html.charAt(html.length() - 1) != '\n') {
            html.add('\n');
        }
        plain.add(' ');
        return this;
    }

    /** What follows is another word of the plain text. */
    HtmlOut gapText() {
        plain.add(' ');
        return this;
    }

    HtmlOut append(HtmlOut piece) {
        html.add(piece.html);
        plain.add(piece.plain);
        hasLink |= piece.hasLink;
        return this;
    }

    /** Whether it contains a link: links do not nest. */
    boolean hasLink() {
        return hasLink;
    }

    /** Takes away white space at the end. */
    void trimEnd() {
        trimEnd(0);
    }

    private void trimEnd(int from) {
        int end = html.length();
        while (end > from && Character.isWhitespace(html.charAt(end - 1))) {
            end--;
        }
        html.cut(end);
    }

    boolean isEmpty() {
        return html.length() == 0;
    }

    /** Whether there is nothing to read: no letter, no digit, no sign. */
    boolean isSilent() {
        return isBlankFrom(0);
    }

    private boolean isBlankFrom(int start) {
        for (int i = start; i < plain.length(); i++) {
            if (!Character.isWhitespace(plain.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    String html() {
        return html.toString();
    }

    /** The words, with one space or one line break wherever there is white space. */
    String plain() {
        Chars out = new Chars(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int end = i;
            boolean line = false;
            for (; end < plain.length() && isSpace(plain.charAt(end)); end++) {
                line |= plain.charAt(end) == '\n';
            }
            if (end > i && out.length() > 0 && end < plain.length()) {
                out.add(line ? '\n' : ' ');
            }
            i = end;
            while (end < plain.length() && !isSpace(plain.charAt(end))) {
                end++;
            }
            out.add(plain, i, end);
            i = end;
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
