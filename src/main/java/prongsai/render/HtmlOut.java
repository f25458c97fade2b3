package prongsai.render;

import java.util.Set;

/**
 * HTML being written, and beside it the same as plain text. Names of elements and attributes are the program's own and
 * are written as they are; every value is escaped. So there is no way to write a value that is markup.
 */
final class HtmlOut {

    private static final Set<String> BOOLEAN = Set.of("open", "reversed");

    private final StringBuilder html = new StringBuilder();
    private final StringBuilder plain = new StringBuilder();
    private boolean hasLink;

    /**
     * A start tag.
     *
     * @param attributes names and values in turn
     */
    HtmlOut open(String element, String... attributes) {
        html.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            attribute(attributes[i], attributes[i + 1]);
        }
        html.append('>');
        hasLink |= element.equals("a");
        return this;
    }

    private void attribute(String name, String value) {
        if (BOOLEAN.contains(name)) {
            html.append(' ').append(name);
            return;
        }
        html.append(' ').append(name).append("=\"");
        HtmlText.escapeValue(value, html);
        html.append('"');
    }

    HtmlOut close(String element) {
        html.append("</").append(element).append('>');
        return this;
    }

    /** The content's own text. */
    HtmlOut text(CharSequence text) {
        HtmlText.escape(text, html);
        HtmlText.clean(text, plain);
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
        html.append('\n');
        plain.append(' ');
        return this;
    }

    /** The end of a block. */
    HtmlOut line() {
        html.append('\n');
        plain.append('\n');
        return this;
    }

    /** White space between blocks of raw HTML. */
    HtmlOut lineOnce() {
        if (html.length() == 0 || html.charAt(html.length() - 1) != '\n') {
            html.append('\n');
        }
        plain.append(' ');
        return this;
    }

    /** What follows is another word of the plain text. */
    HtmlOut gapText() {
        plain.append(' ');
        return this;
    }

    HtmlOut append(HtmlOut piece) {
        html.append(piece.html);
        plain.append(piece.plain);
        hasLink |= piece.hasLink;
        return this;
    }

    /** Whether it contains a link: links do not nest. */
    boolean hasLink() {
        return hasLink;
    }

    /** Takes away white space at the end. */
    void trimEnd() {
        while (html.length() > 0 && Character.isWhitespace(html.charAt(html.length() - 1))) {
            html.setLength(html.length() - 1);
        }
    }

    boolean isEmpty() {
        return html.length() == 0;
    }

    /** Whether there is nothing to read: no letter, no digit, no sign. */
    boolean isSilent() {
        return plain.toString().isBlank();
    }

    String html() {
        return html.toString();
    }

    /** The words, with one space or one line break wherever there is white space. */
    String plain() {
        StringBuilder out = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); ) {
            int end = i;
            boolean line = false;
            for (; end < plain.length() && isSpace(plain.charAt(end)); end++) {
                line |= plain.charAt(end) == '\n';
            }
            if (end > i && out.length() > 0 && end < plain.length()) {
                out.append(line ? '\n' : ' ');
            }
            i = end;
            while (end < plain.length() && !isSpace(plain.charAt(end))) {
                end++;
            }
            out.append(plain, i, end);
            i = end;
        }
        return out.toString();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }
}
