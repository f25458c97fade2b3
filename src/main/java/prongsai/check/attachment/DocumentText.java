package prongsai.check.attachment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of any part of an Office Open XML or OpenDocument file: paragraphs, also those inside others (text boxes, notes),
 * deleted text, cells of tables, what stands outside paragraphs, and the attributes that people fill in.
 */
final class DocumentText implements Xml.Handler {

    private static final Set<String> PARAGRAPHS = Set.of("p", "h");
    private static final Set<String> CELLS = Set.of("tc", "table-cell", "covered-table-cell");
    private static final Set<String> ROWS = Set.of("tr", "table-row");
    /** Elements of a run whose text a reader of the document sees. */
    private static final Set<String> RUN_TEXTS = Set.of("t", "delText");
    /** Attributes that hold what a person or a program wrote, not how it looks. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "descr",
            "title",
            "name",
            "alt",
            "string",
            "tooltip",
            "author",
            "initials",
            "displayText",
            "display",
            "displayName",
            "userId",
            "prompt",
            "promptTitle",
            "error",
            "errorTitle",
            "creator",
            "Target",
            "href",
            "string-value",
            "label",
            "desc",
            "subject",
            "userName",
            "lastValue",
            "presetString",
            "v");
    /** Elements whose {@code val} is such an attribute. */
    private static final Set<String> VALUED = Set.of(
            "alias",
            "tag",
            "docVar",
            "default",
            "statusText",
            "helpText",
            "description",
            "result",
            "listEntry",
            "category");

    /** Who wrote a note inside a paragraph, and when: no text of the paragraph. */
    private static final Set<String> NOTE_HEADS = Set.of("creator", "creator-initials", "date", "date-string");

    /** Headers and footers of a sheet, where {@code &C} centres what follows and {@code &14} is a size of letters. */
    private static final Set<String> PAGE_EDGES =
            Set.of("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter");

    private static final Pattern EDGE_CODE = Pattern.compile("&(?:\"[^\"]*\"|[0-9]{1,2}|[A-Za-z])");

    private static final int LONGEST = 1 << 20;

    private final Flow flow;
    private final Flow attributes;
    private final boolean openDocument;
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<List<StringBuilder>> rows = new ArrayDeque<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final StringBuilder outside = new StringBuilder();

    DocumentText(Reading reading, Place place, boolean openDocument) {
        this.flow = new Flow(reading, place);
        this.attributes = new Flow(reading, place);
        this.openDocument = openDocument;
    }

    /** A paragraph with and without what was deleted from it. */
    private static final class Paragraph {
        private final StringBuilder kept = new StringBuilder();
        private final StringBuilder all = new StringBuilder();
        private final StringBuilder deleted = new StringBuilder();
        private final StringBuilder field = new StringBuilder();

        void append(String text, boolean isDeleted) {
            all.append(text);
            (isDeleted ? deleted : kept).append(text);
        }
    }

    @Override
    public void start(String name, XMLStreamReader xml) {
        endOutside();
        open.push(name);
        if (PARAGRAPHS.contains(name)) {
            paragraphs.push(new Paragraph());
        } else if (ROWS.contains(name)) {
            rows.push(new ArrayList<>());
        } else if (CELLS.contains(name) && !rows.isEmpty()) {
            rows.element().add(new StringBuilder());
        } else if (!paragraphs.isEmpty()) {
            sign(name, xml);
        }
        if (name.equals("Relationship") && Xml.attribute(xml, "TargetMode").isEmpty()) {
            // To another part of the file, under a name that a program chose.
            return;
        }
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(name, xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    /** Elements that stand for a character. */
    private void sign(String name, XMLStreamReader xml) {
        switch (name) {
            case "tab", "ptab" -> append("\t");
            case "br", "cr", "line-break" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "s" -> append(openDocument ? " ".repeat(count(Xml.attribute(xml, "c"))) : "");
            case "sym" -> Xml.attribute(xml, "char").ifPresent(this::symbol);
            default -> {}
        }
    }

    private static int count(Optional<String> number) {
        String digits = number.orElse("1");
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : 1;
    }

    /** Symbol fonts have their characters at U+F000 and above. */
    private void symbol(String hex) {
        if (hex.matches("[0-9A-Fa-f]{4}")) {
            int code = Integer.parseInt(hex, 16);
            append(String.valueOf((char) (code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)));
        }
    }

    private void attribute(String element, String name, String value) {
        boolean isValue = (name.equals("val") || name.equals("value")) && VALUED.contains(element);
        if (ATTRIBUTES.contains(name) || isValue) {
            attributes.line(Numbers.plain(value));
        }
    }

    @Override
    public void text(String text) {
        if ("instrText".equals(open.peek()) && !paragraphs.isEmpty()) {
            // A field's instruction is as often parted into runs as text is.
            paragraphs.element().field.append(text);
            return;
        }
        if (paragraphs.isEmpty() || !isOfParagraph()) {
            outside.append(text);
            if (outside.length() > LONGEST) {
                endOutside();
            }
            return;
        }
        append(text);
        if (paragraphs.element().all.length() > LONGEST) {
            endParagraph();
            paragraphs.push(new Paragraph());
        }
    }

    private boolean isOfParagraph() {
        return openDocument ? !NOTE_HEADS.contains(open.element()) : RUN_TEXTS.contains(open.element());
    }

    private void append(String text) {
        paragraphs.element().append(text, "delText".equals(open.peek()));
    }

    @Override
    public void comment(String text) {
        attributes.line(text);
    }

    @Override
    public void end(String name) {
        endOutside();
        open.pop();
        if (PARAGRAPHS.contains(name) && !paragraphs.isEmpty()) {
            endParagraph();
        } else if (ROWS.contains(name) && !rows.isEmpty()) {
            flow.row(rows.pop().stream().map(StringBuilder::toString).toList());
        }
    }

    private void endOutside() {
        String text = outside.toString().strip();
        outside.setLength(0);
        if (PAGE_EDGES.contains(Objects.requireNonNullElse(open.peek(), ""))) {
            text = EDGE_CODE.matcher(text).replaceAll("\n").strip();
        }
        if (!text.isEmpty()) {
            flow.line(Numbers.plain(text));
        }
    }

    private void endParagraph() {
        Paragraph paragraph = paragraphs.pop();
        String kept = paragraph.kept.toString();
        flow.line(kept);
        flow.line(paragraph.field.toString());
        if (!paragraph.deleted.isEmpty()) {
            flow.line(paragraph.deleted.toString());
            flow.line(kept.isBlank() ? "" : paragraph.all.toString());
        }
        if (!rows.isEmpty() && !rows.element().isEmpty() && !kept.isBlank()) {
            StringBuilder cell = rows.element().get(rows.element().size() - 1);
            cell.append(cell.isEmpty() ? "" : "\n").append(kept);
        }
    }

    /** Gives what is left. */
    void give() {
        while (!paragraphs.isEmpty()) {
            endParagraph();
        }
        endOutside();
        flow.give();
        attributes.give();
    }
}
