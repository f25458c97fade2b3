package prongsai.feeds;

import java.nio.charset.StandardCharsets;

/** What files in XML 1.0 have in common. */
final class Xml {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private Xml() {}

    /** The bytes of a document. */
    static byte[] document(CharSequence root) {
        return (DECLARATION + root).getBytes(StandardCharsets.UTF_8);
    }

    /** A text as it stands between tags or in quotes; characters that no XML may hold are left out. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        append(text, out);
        return out.toString();
    }

    /** Adds a text to others. */
    static void append(String text, StringBuilder out) {
        if (isOrdinary(text)) {
            out.append(text);
            return;
        }
        text.codePoints().filter(Xml::isAllowed).forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
    }

    /** Whether there is nothing to escape or to leave out, as in most cells of a table. */
    private static boolean isOrdinary(String text) {
        return text.chars()
                .noneMatch(
                        c -> c < ' ' || c == '&' || c == '<' || c == '>' || c == '"' || c >= Character.MIN_SURROGATE);
    }

    /** "Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]" (XML 1.0, 2.2). */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** An element that holds a text. */
    static String element(String name, String text) {
        return "<" + name + ">" + text(text) + "</" + name + ">\n";
    }
}
