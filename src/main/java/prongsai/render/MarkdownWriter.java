package prongsai.render;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.BulletListItem;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.ListBlock;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.OrderedListItem;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.Reference;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.gfm.tasklist.TaskListItem;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;

/** Writes one syntax tree: each kind of node has its one way to HTML. Words are written by {@link MarkdownWords}. */
final class MarkdownWriter {

    private static final Map<Class<?>, BiConsumer<MarkdownWriter, Node>> BLOCKS = new HashMap<>();

    static {
        way(Document.class, MarkdownWriter::children);
        way(Paragraph.class, MarkdownWriter::paragraph);
        way(Heading.class, MarkdownWriter::heading);
        way(BlockQuote.class, (writer, quote) -> writer.container(quote, "blockquote"));
        way(BulletList.class, (writer, list) -> writer.container(list, "ul"));
        way(OrderedList.class, MarkdownWriter::orderedList);
        way(BulletListItem.class, MarkdownWriter::item);
        way(OrderedListItem.class, MarkdownWriter::item);
        way(TaskListItem.class, MarkdownWriter::task);
        way(
                FencedCodeBlock.class,
                (writer, code) -> writer.preformatted(code.getContentChars().normalizeEOL()));
        way(
                IndentedCodeBlock.class,
                (writer, code) -> writer.preformatted(
                        code.getContentChars().trimTailBlankLines().normalizeEndWithEOL()));
        way(ThematicBreak.class, (writer, line) -> writer.out.open("hr").line());
        // Shows nothing by itself: `[หมายเหตุ]: ไม่มี` is one, and its officer must hear of it.
        way(Reference.class, (writer, definition) -> writer.definitions.add(definition));
        way(FootnoteBlock.class, (writer, footnote) -> {});
        way(TableBlock.class, (writer, table) -> writer.tables.write(table, writer));
        way(TableRow.class, (writer, row) -> writer.tables.write(row, writer));
    }

    private final TextBlock block;
    private final Problems problems;
    private final MarkdownHeadings headings;
    private final MarkdownFootnotes footnotes;
    private final MarkdownLinks links;
    private final MarkdownTables tables;
    private final MarkdownLeftovers leftovers;
    private final MarkdownWords words;
    private final HtmlFilter filter;
    private final List<Reference> definitions = new ArrayList<>();

    /** Whether a tag can be anywhere. */
    private final boolean mayHoldTags;

    private HtmlOut out;
    private int blocksDeep;
    private Optional<TaskListItem> openTask = Optional.empty();

    MarkdownWriter(Node document, TextBlock block, LinkResolver resolver, MarkdownOptions options, Problems problems) {
        this.block = block;
        this.problems = problems;
        this.headings = new MarkdownHeadings(document, block, options);
        this.footnotes = new MarkdownFootnotes(document, options);
        this.links = new MarkdownLinks(resolver, headings, problems);
        this.tables = new MarkdownTables(options);
        this.leftovers = new MarkdownLeftovers(block, problems);
        this.words = new MarkdownWords(this, block, links, footnotes, leftovers, problems);
        this.filter = new HtmlFilter(links, tables, problems);
        this.mayHoldTags = block.text().indexOf('<') >= 0;
        this.out = new HtmlOut(2 * block.text().length());
    }

    @SuppressWarnings("unchecked") // a node is written by the way of its own class
    private static <N extends Node> void way(Class<N> kind, BiConsumer<MarkdownWriter, N> write) {
        BLOCKS.put(kind, (BiConsumer<MarkdownWriter, Node>) write);
    }

    /** The kinds of nodes that have a way to HTML. */
    static boolean knows(Class<?> kind) {
        return BLOCKS.containsKey(kind) || MarkdownWords.knows(kind) || HtmlPieces.RAW.contains(kind);
    }

    MarkdownHtml write(Document document) {
        children(document);
        footnotes.writeSection(this, block, problems);
        reportUnusedDefinitions();
        return new MarkdownHtml(out.html(), headings.all(), out.plain(), links.written());
    }

    /** Writes any node; raw HTML is not written by itself but with what stands around it, as its parent's children. */
    void write(Node node) {
        BiConsumer<MarkdownWriter, Node> way = BLOCKS.get(node.getClass());
        if (way != null) {
            way.accept(this, node);
        } else {
            words.write(node);
        }
    }

    HtmlOut out() {
        return out;
    }

    /** What the children of a node are written as. */
    HtmlOut capture(Node parent) {
        return capture(() -> children(parent));
    }

    /** What the words of a paragraph, heading or cell are written as. */
    HtmlOut words(Node parent) {
        return capture(() -> writeWords(parent));
    }

    /** Writes the words of a paragraph, heading or cell. */
    void writeWords(Node parent) {
        children(parent);
        leftovers.endOfBlock();
    }

    HtmlOut capture(Runnable writing) {
        HtmlOut outer = out;
        out = new HtmlOut();
        writing.run();
        HtmlOut piece = out;
        out = outer;
        return piece;
    }

    void children(Node parent) {
        if (mayHoldTags && HtmlPieces.areIn(parent)) {
            filter.write(HtmlPieces.of(parent, block, this), words.areInLink(), out);
            return;
        }
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            write(child);
        }
    }

    private SourcePosition at(Node node) {
        return MarkdownSource.position(node, block);
    }

    private void paragraph(Paragraph paragraph) {
        Optional<TaskListItem> task = openTask;
        openTask = Optional.empty();
        if (task.isEmpty() && figure(paragraph)) {
            return;
        }
        HtmlOut.Mark before = out.mark();
        boolean bare = isBare(paragraph);
        if (!bare) {
            out.open("p");
        }
        task.ifPresent(this::writeSign);
        HtmlOut.Mark opened = out.mark();
        writeWords(paragraph);
        if (out.isEmptySince(opened) && task.isEmpty()) {
            out.undo(before);
            return;
        }
        if (!bare) {
            out.close("p");
        }
        out.line();
    }

    /** A picture that stands alone and has a title: the title becomes its caption. */
    private boolean figure(Paragraph paragraph) {
        if (!(paragraph.getFirstChild() instanceof Image image)
                || image.getNext() != null
                || image.getTitle().isBlank()) {
            return false;
        }
        String caption = MarkdownText.literal(image.getTitle());
        links.figure(out, MarkdownText.literal(image.getUrl()), MarkdownText.of(image, block), caption, at(image));
        return true;
    }

    private void heading(Heading heading) {
        Optional<MarkdownHtml.Heading> shown = headings.of(heading);
        String element = shown.map(h -> "h" + h.level()).orElse("p");
        HtmlOut.Mark before = out.mark();
        if (shown.isPresent()) {
            out.open(element, "id", shown.get().id());
        } else {
            out.open(element);
        }
        HtmlOut.Mark opened = out.mark();
        writeWords(heading);
        if (shown.isEmpty() && out.isEmptySince(opened)) {
            out.undo(before);
        } else {
            out.close(element).line();
        }
        shown.ifPresent(h -> tables.under(h.text()));
    }

    private void orderedList(OrderedList list) {
        int start = list.getStartNumber();
        if (start == 1) {
            container(list, "ol");
        } else {
            container(list, "ol", "start", Integer.toString(start));
        }
    }

    private void container(Node node, String element, String... attributes) {
        deeper(node);
        out.open(element, attributes).line();
        children(node);
        out.close(element).line();
        blocksDeep--;
    }

    private void deeper(Node node) {
        blocksDeep++;
        if (blocksDeep == MarkdownLimits.BLOCKS_DEEP) {
            problems.add(ProblemCode.NESTED_TOO_DEEP, at(node), blocksDeep);
        }
    }

    private void item(ListItem item) {
        HtmlOut.Mark begun = beginItem(item);
        itemChildren(item);
        endItem(item, begun);
    }

    private void task(TaskListItem item) {
        HtmlOut.Mark begun = beginItem(item, "class", "task");
        if (item.getFirstChild() instanceof Paragraph && !HtmlPieces.areIn(item)) {
            openTask = Optional.of(item);
        } else {
            writeSign(item);
        }
        itemChildren(item);
        endItem(item, begun);
    }

    /** Raw blocks put a line break before themselves unless one is there, and so must not see the item's own. */
    private void itemChildren(ListItem item) {
        if (mayHoldTags) {
            out.append(capture(item));
        } else {
            children(item);
        }
    }

    private HtmlOut.Mark beginItem(ListItem item, String... attributes) {
        out.open("li", attributes);
        boolean signFirst = item instanceof TaskListItem && !(item.getFirstChild() instanceof Paragraph);
        if (item.getFirstChild() != null && !isBare(item.getFirstChild()) && !signFirst) {
            out.line();
        }
        return out.mark();
    }

    private void endItem(ListItem item, HtmlOut.Mark begun) {
        deeper(item);
        if (isBare(item.getLastChild())) {
            out.trimEndSince(begun);
        }
        out.close("li").line();
        blocksDeep--;
    }

    /** CommonMark: a list is loose if any two of its items, or the blocks in one, are apart by an empty line. */
    private static boolean isBare(@Nullable Node node) {
        return node instanceof Paragraph
                && node.getParent() instanceof ListItem item
                && item.getParent() instanceof ListBlock list
                && list.isTight();
    }

    private void writeSign(TaskListItem task) {
        boolean done = task.isItemDoneMarker();
        out.open("span", "class", "sign", "aria-hidden", "true")
                .label(done ? "✓" : "○")
                .close("span");
        String word = done ? "เสร็จแล้ว" : "ยังไม่เสร็จ";
        out.label(" ").open("span", "class", "vh").label(word).close("span").label(" ");
    }

    private void preformatted(String text) {
        out.open("pre").open("code").text(text).close("code").close("pre").line();
    }

    private void reportUnusedDefinitions() {
        for (Reference definition : definitions) {
            if (!links.leadTo(MarkdownText.literal(definition.getUrl()))) {
                String label = HtmlText.excerpt(definition.getReference().toString());
                problems.add(ProblemCode.UNUSED_LINK_DEFINITION, at(definition), label);
            }
        }
    }
}
