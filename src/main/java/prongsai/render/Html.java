package prongsai.render;

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
     * comment are written as JSON's own escapes, which every reader of JSON understands.
     */
    public static Html dataBlock(String json) {
        return new Html(json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
    }

    public boolean isEmpty() {
        return markup.isEmpty();
    }
}
