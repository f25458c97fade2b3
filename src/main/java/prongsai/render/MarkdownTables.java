package prongsai.render;

import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes tables so that a screen reader can say the column of every cell, and so that a wide one scrolls by itself, with
 * the keyboard too, instead of pushing the page wider than a phone.
 */
final class MarkdownTables {

    private final MarkdownOptions options;
    private final Map<String, Integer> seen = new HashMap<>();
    private String heading = "";

    MarkdownTables(MarkdownOptions options) {
        this.options = options;
    }

    /** The heading that the tables to come stand under. */
    void under(String heading) {
        this.heading = heading;
    }

    /** The region has a name of its own, because a reader lists regions by their names. */
    void openRegion(HtmlOut out) {
        String name = heading.isEmpty() ? "ตาราง" : "ตาราง: " + heading;
        int number = seen.merge(name, 1, Integer::sum);
        String label = number == 1 ? name : name + " (" + options.numerals().write(number) + ")";
        out.open("div", "class", "scroll", "role", "region", "aria-label", label, "tabindex", "0")
                .line();
    }

    void closeRegion(HtmlOut out) {
        out.close("div").line();
    }

    void write(TableBlock table, MarkdownWriter writer) {
        HtmlOut out = writer.out();
        openRegion(out);
        out.open("table").line();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            writePart(part, writer, out);
        }
        out.close("table").line();
        closeRegion(out);
    }

    /** The line under the head is no row; a head without words is none. */
    private static void writePart(Node part, MarkdownWriter writer, HtmlOut out) {
        boolean head = part instanceof TableHead;
        String element = head ? "thead" : "tbody";
        HtmlOut.Mark before = out.mark();
        out.open(element).line();
        HtmlOut.Mark begun = out.mark();
        writer.children(part);
        boolean shown = head ? !out.isSilentSince(begun) : !out.isEmptySince(begun);
        if (shown && !(part instanceof TableSeparator)) {
            out.close(element).line();
        } else {
            out.undo(before);
        }
    }

    void write(TableRow row, MarkdownWriter writer) {
        HtmlOut out = writer.out();
        out.open("tr");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            write((TableCell) cell, writer, out);
        }
        out.close("tr").line();
    }

    /** The empty corner of a table heads nothing: a plain cell. */
    private static void write(TableCell cell, MarkdownWriter writer, HtmlOut out) {
        boolean blank = cell.getChildChars().isBlank();
        if (cell.isHeader()) {
            HtmlOut content = blank ? new HtmlOut() : writer.words(cell);
            String element = content.isSilent() ? "td" : "th";
            open(element, cell, out);
            out.append(content).close(element).gapText();
        } else {
            open("td", cell, out);
            if (!blank) {
                writer.writeWords(cell);
            }
            out.close("td").gapText();
        }
    }

    private static void open(String element, TableCell cell, HtmlOut out) {
        List<String> attributes = new ArrayList<>();
        if (element.equals("th")) {
            attributes.add("scope");
            attributes.add("col");
        }
        if (cell.getAlignment() != null) {
            attributes.add("class");
            attributes.add(
                    switch (cell.getAlignment()) {
                        case LEFT -> "align-left";
                        case CENTER -> "align-center";
                        case RIGHT -> "align-right";
                    });
        }
        out.open(element, attributes.toArray(new String[0]));
    }
}
