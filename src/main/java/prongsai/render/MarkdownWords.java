package prongsai.render;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.Code;
import com.vladsch.flexmark.ast.DelimitedLinkNode;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.RefNode;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.WhiteSpace;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;

/** Writes what stands inside paragraphs, headings and cells. */
final class MarkdownWords {

    private static final Map<Class<?>, BiConsumer<MarkdownWords, Node>> WORDS = new HashMap<>();

    static {
        way(Text.class, MarkdownWords::text);
        way(HtmlEntity.class, MarkdownWords::text);
        way(WhiteSpace.class, MarkdownWords::text);
        // Made by the search for addresses, around a text that has some.
        way(TextBase.class, (words, base) -> words.writer.children(base));
        way(Emphasis.class, (words, node) -> words.mark(node, "em"));
        way(StrongEmphasis.class, (words, node) -> words.mark(node, "strong"));
        way(Strikethrough.class, (words, node) -> words.mark(node, "del"));
        way(
                Code.class,
                (words, code) ->
                        words.out().open("code").text(MarkdownText.codeOf(code)).close("code"));
        way(SoftLineBreak.class, MarkdownWords::softLineBreak);
        way(HardLineBreak.class, (words, line) -> words.out().open("br").line());
        way(AutoLink.class, MarkdownWords::address);
        way(MailLink.class, MarkdownWords::address);
        way(Link.class, (words, link) -> words.link(link, link.getUrl(), link.getTitle()));
        way(Image.class, (words, image) -> words.image(image, image.getUrl(), image.getTitle()));
        way(LinkRef.class, MarkdownWords::reference);
        way(ImageRef.class, MarkdownWords::reference);
        way(Footnote.class, MarkdownWords::footnote);
    }

    private final MarkdownWriter writer;
    private final TextBlock block;
    private final MarkdownLinks links;
    private final MarkdownFootnotes footnotes;
    private final MarkdownLeftovers leftovers;
    private final Problems problems;
    private boolean inLink;
    private int deep;

    MarkdownWords(
            MarkdownWriter writer,
            TextBlock block,
            MarkdownLinks links,
            MarkdownFootnotes footnotes,
            MarkdownLeftovers leftovers,
            Problems problems) {
        this.writer = writer;
        this.block = block;
        this.links = links;
        this.footnotes = footnotes;
        this.leftovers = leftovers;
        this.problems = problems;
    }

    @SuppressWarnings("unchecked") // a node is written by the way of its own class
    private static <N extends Node> void way(Class<N> kind, BiConsumer<MarkdownWords, N> write) {
        WORDS.put(kind, (BiConsumer<MarkdownWords, Node>) write);
    }

    static boolean knows(Class<?> kind) {
        return WORDS.containsKey(kind);
    }

    /** Whether a link stands around the words that are being written. */
    boolean areInLink() {
        return inLink;
    }

    void write(Node node) {
        BiConsumer<MarkdownWords, Node> way = WORDS.get(node.getClass());
        if (way == null) {
            throw new IllegalStateException(
                    "no way to write a " + node.getClass().getName());
        }
        way.accept(this, node);
    }

    private HtmlOut out() {
        return writer.out();
    }

    private SourcePosition at(Node node) {
        return MarkdownSource.position(node, block);
    }

    private void text(Node text) {
        leftovers.find(text);
        out().text(MarkdownText.literal(text.getChars()));
    }

    /** Marks that nest deeper than any honest text are shown as they are written. */
    private void mark(Node node, String element) {
        deep++;
        if (deep == MarkdownLimits.WORDS_DEEP) {
            problems.add(ProblemCode.NESTED_TOO_DEEP, at(node), deep);
        }
        if (deep >= MarkdownLimits.WORDS_DEEP) {
            out().text(node.getChars().toString());
        } else {
            out().open(element);
            writer.children(node);
            out().close(element);
        }
        deep--;
    }

    private void softLineBreak(SoftLineBreak line) {
        if (!MarkdownText.joinsThai(line, block)) {
            out().space();
        }
    }

    private void address(DelimitedLinkNode address) {
        String shown = MarkdownText.shown(address);
        if (inLink) {
            out().text(shown);
        } else {
            links.address(out(), MarkdownText.destination(address), shown, at(address));
        }
    }

    private void link(Node node, BasedSequence url, BasedSequence title) {
        boolean outer = inLink;
        inLink = true;
        HtmlOut content = writer.capture(node);
        inLink = outer;
        if (inLink) {
            out().append(content);
        } else {
            links.link(out(), MarkdownText.literal(url), optional(title), content, at(node));
        }
    }

    private void image(Node node, BasedSequence url, BasedSequence title) {
        links.image(out(), MarkdownText.literal(url), MarkdownText.of(node, block), optional(title), at(node));
    }

    private static Optional<String> optional(BasedSequence title) {
        return title.isNull() ? Optional.empty() : Optional.of(MarkdownText.literal(title));
    }

    private void reference(RefNode reference) {
        @Nullable
        Reference definition = reference.isDefined() ? reference.getReferenceNode(reference.getDocument()) : null;
        if (definition == null) {
            brackets(reference);
        } else if (reference instanceof ImageRef) {
            image(reference, definition.getUrl(), definition.getTitle());
        } else {
            link(reference, definition.getUrl(), definition.getTitle());
        }
    }

    private void footnote(Footnote mention) {
        if (mention.getFootnoteBlock() == null) {
            leftovers.findFootnotes(mention);
            brackets(mention);
        } else {
            footnotes.mention(mention.getFootnoteBlock(), out());
        }
    }

    /** Brackets that refer to nothing are text, with marks on words in them. */
    private void brackets(Node node) {
        out().text(MarkdownText.literal(MarkdownSource.before(node)));
        writer.children(node);
        out().text(MarkdownText.literal(MarkdownSource.after(node)));
    }
}
