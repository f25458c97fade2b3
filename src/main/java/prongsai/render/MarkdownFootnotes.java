package prongsai.render;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.util.ast.Block;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.TextBlock;

/**
 * Footnotes (เชิงอรรถ): numbered in the order of their first mention, written after the text, each with a link back to
 * every mention. Their ids begin with {@code _}, so that no heading can have the same.
 */
final class MarkdownFootnotes {

    private static final String BACK = "กลับไปยังเนื้อหา";

    private final MarkdownOptions options;
    private final List<FootnoteBlock> defined = new ArrayList<>();
    private final Map<FootnoteBlock, Note> notes = new HashMap<>();
    private final List<Note> inOrder = new ArrayList<>();

    /** A footnote that the text mentions. */
    private static final class Note {
        final FootnoteBlock definition;
        final int number;
        int mentions;

        Note(FootnoteBlock definition, int number) {
            this.definition = definition;
            this.number = number;
        }
    }

    /** A footnote's text; its last paragraph waits for the links back. */
    private record Written(HtmlOut blocks, HtmlOut lastParagraph) {}

    MarkdownFootnotes(Node document, MarkdownOptions options) {
        this.options = options;
        collect(document);
    }

    private void collect(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof FootnoteBlock footnote) {
                defined.add(footnote);
            }
            if (node instanceof Block) {
                collect(node);
            }
        }
    }

    /** Writes the number that stands for a footnote. */
    void mention(FootnoteBlock footnote, HtmlOut out) {
        Note note = notes.computeIfAbsent(footnote, f -> {
            inOrder.add(new Note(f, inOrder.size() + 1));
            return inOrder.get(inOrder.size() - 1);
        });
        String number = options.numerals().write(note.number);
        note.mentions++;
        String id = mentionId(note, note.mentions);
        String name = "เชิงอรรถ " + number;
        out.open("sup");
        out.open("a", "id", id, "href", "#" + noteId(note), "role", "doc-noteref", "aria-label", name);
        out.label(number).close("a").close("sup");
    }

    private String noteId(Note note) {
        return options.id("_note-" + note.number);
    }

    private String mentionId(Note note, int time) {
        return options.id("_mention-" + note.number + (time == 1 ? "" : "-" + time));
    }

    /** Writes all footnotes that the text mentions, and reports the others. */
    void writeSection(MarkdownWriter writer, TextBlock block, Problems problems) {
        List<Written> texts = new ArrayList<>();
        // A footnote may mention more footnotes, so the list grows while it is written.
        for (int i = 0; i < inOrder.size(); i++) {
            texts.add(textOf(inOrder.get(i).definition, writer));
        }
        if (!texts.isEmpty()) {
            String heading = "h" + options.topHeading();
            HtmlOut out = writer.out().open("section", "class", "footnotes").line();
            out.open(heading).label("เชิงอรรถ").close(heading).line().open("ol").line();
            for (int i = 0; i < texts.size(); i++) {
                writeNote(inOrder.get(i), texts.get(i), out);
            }
            out.close("ol").line().close("section").line();
        }
        for (FootnoteBlock footnote : defined) {
            if (!notes.containsKey(footnote)) {
                problems.add(
                        ProblemCode.UNUSED_FOOTNOTE,
                        MarkdownSource.position(footnote, block),
                        HtmlText.excerpt(footnote.getText().toString()));
            }
        }
    }

    private static Written textOf(FootnoteBlock footnote, MarkdownWriter writer) {
        Node last = footnote.getLastChild();
        if (!(last instanceof Paragraph) || HtmlPieces.areIn(footnote)) {
            return new Written(writer.capture(footnote), new HtmlOut());
        }
        HtmlOut lastParagraph = new HtmlOut();
        HtmlOut blocks = writer.capture(() -> {
            for (Node node = footnote.getFirstChild(); node != last; node = node.getNext()) {
                writer.write(node);
            }
            lastParagraph.append(writer.words(last));
        });
        return new Written(blocks, lastParagraph);
    }

    private void writeNote(Note note, Written text, HtmlOut out) {
        out.open("li", "id", noteId(note)).line().append(text.blocks());
        out.open("p").append(text.lastParagraph());
        for (int time = 1; time <= note.mentions; time++) {
            String which = time == 1 ? "" : " (" + options.numerals().write(time) + ")";
            String target = "#" + mentionId(note, time);
            out.label(time == 1 && text.lastParagraph().isEmpty() ? "" : " ");
            out.open("a", "href", target, "role", "doc-backlink", "aria-label", BACK + which);
            // The second character asks for the sign as text, not as a coloured picture.
            out.label("↩\uFE0E").close("a");
        }
        out.close("p").line().close("li").line();
    }
}
