package prongsai.render;

import prongsai.model.Numerals;

/**
 * How a piece of Markdown fits into its page.
 *
 * @param topHeading level of its highest headings, 2 to 6: one below the heading that it stands under
 * @param idPrefix tells apart the ids of several pieces on one page: ASCII letters, digits and hyphens, or empty for one
 *     of them. No heading's id contains {@code _}, so a prefix and what follows it cannot be mistaken
 * @param numerals digits of the numbers that are added to the text (footnotes); those in the text stay as written
 */
public record MarkdownOptions(int topHeading, String idPrefix, Numerals numerals) {

    public MarkdownOptions {
        if (topHeading < 2 || topHeading > 6) {
            throw new IllegalArgumentException("top heading " + topHeading + " is not 2 to 6");
        }
        if (!idPrefix.isEmpty() && !idPrefix.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("id prefix is not ASCII letters, digits and hyphens: " + idPrefix);
        }
    }

    /** The id, or the anchor, of a thing in this piece. */
    String id(String name) {
        return idPrefix.isEmpty() ? name : idPrefix + "_" + name;
    }
}
