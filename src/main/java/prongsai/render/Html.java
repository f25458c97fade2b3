package prongsai.render;

import java.util.HexFormat;

/**
 * Markup that is already safe, such as a rendered Markdown body. A template prints it as it is; every other value
 * that a template prints is escaped. So whether text is trusted is decided by its type, in Java, and never by a
 * template.
 */
public record Html(String markup) {

    public static final Html EMPTY = new Html("");

    /**
     * JSON for a data block ({@code <script type="application/ld+json">}).
     *
     * <p>Inside {@code script} no entity is decoded, so the three characters that could end the element or begin a
     * comment, and those that HTML forbids or that turn the direction of writing, are written as JSON's own escapes, which
     * every reader of JSON understands.
     */
    public static Html dataBlock(String json) {
        StringBuilder safe = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            boolean escaped = c == '<' || c == '>' || c == '&' || (c != '\n' && c != '\t' && HtmlText.isHidden(c));
            if (escaped) {
                safe.append("\\u").append(HexFormat.of().toHexDigits(c));
            } else {
                safe.append(c);
            }
        }
        return new Html(safe.toString());
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }
}
