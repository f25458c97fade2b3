package prongsai.render;

import java.util.List;
import prongsai.source.SourcePosition;

/**
 * A piece of Markdown as safe HTML.
 *
 * @param html balanced blocks, each on lines of its own; empty if there is nothing to show
 * @param headings in order, for a table of contents
 * @param plainText the same without any markup, blocks on lines of their own: for search and descriptions
 * @param links every link written, in order, so that its target and anchor can be checked on the finished site
 */
public record MarkdownHtml(String html, List<Heading> headings, String plainText, List<Link> links) {

    public MarkdownHtml {
        headings = List.copyOf(headings);
        links = List.copyOf(links);
    }

    /**
     * A heading.
     *
     * @param level as shown, 2 to 6
     * @param id its anchor, with the prefix
     */
    public record Heading(int level, String text, String id) {}

    /**
     * A link.
     *
     * @param position where the text has it
     */
    public record Link(String href, SourcePosition position) {}
}
