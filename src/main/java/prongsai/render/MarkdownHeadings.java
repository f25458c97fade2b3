package prongsai.render;

import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import prongsai.source.TextBlock;

/**
 * The headings of a text, found before anything is written, so that a link may lead to one further down.
 *
 * <p>Levels follow the nesting that the officer meant and never skip one: the heading below another is one level deeper,
 * whatever number of {@code #} it has. A footnote has none: it is no part of the text's own order.
 */
final class MarkdownHeadings {

    /** Thai vowels and tone marks are marks (M), not letters: without them ป่า and ป้า would be one anchor. */
    private static final Pattern NOT_IN_ID = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\s_-]+");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s_-]+");

    /** Anchors that pages have beside a record's text. */
    private static final Set<String> TAKEN =
            Set.of("main", "menu", "notice", "notice-title", "page-qr", "record-channels", "record-facts");

    private final Map<Heading, MarkdownHtml.Heading> byNode = new HashMap<>();
    private final List<MarkdownHtml.Heading> inOrder = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> lastNumber = new HashMap<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final MarkdownOptions options;

    MarkdownHeadings(Node document, TextBlock block, MarkdownOptions options) {
        this.options = options;
        collect(document, block);
    }

    private void collect(Node parent, TextBlock block) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading heading) {
                String text = MarkdownText.of(heading, block);
                if (!text.isEmpty()) {
                    add(heading, text);
                }
            } else if (node instanceof Block && !(node instanceof FootnoteBlock)) {
                collect(node, block);
            }
        }
    }

    private void add(Heading heading, String text) {
        while (!open.isEmpty() && open.getLast() >= heading.getLevel()) {
            open.removeLast();
        }
        open.addLast(heading.getLevel());
        int level = Math.min(6, options.topHeading() + open.size() - 1);
        var made = new MarkdownHtml.Heading(level, text, options.id(unique(slug(text))));
        byNode.put(heading, made);
        inOrder.add(made);
    }

    private String unique(String slug) {
        String name = slug.isEmpty() ? "section" : slug;
        String candidate = name;
        while (TAKEN.contains(options.id(candidate)) || !names.add(candidate)) {
            candidate = name + "-" + lastNumber.merge(name, 2, (last, first) -> last + 1);
        }
        return candidate;
    }

    private static String slug(String text) {
        String kept = NOT_IN_ID
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        return BETWEEN_WORDS.matcher(kept.strip()).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** How a heading is shown; empty if it has no words, which would be an empty entry in a reader's list of headings. */
    Optional<MarkdownHtml.Heading> of(Heading heading) {
        return Optional.ofNullable(byNode.get(heading));
    }

    /** The id of the heading that a link's fragment names, if it is one of this text. */
    Optional<String> idOf(String fragment) {
        String name = slug(fragment);
        return names.contains(name) ? Optional.of(options.id(name)) : Optional.empty();
    }

    List<MarkdownHtml.Heading> all() {
        return Collections.unmodifiableList(inOrder);
    }
}
