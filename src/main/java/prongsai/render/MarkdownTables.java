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
import java.util.Locale;
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
            HtmlOut rows = writer.capture(part);
            boolean head = part instanceof TableHead;
            boolean shown = head ? !rows.isSilent() : !rows.isEmpty();
            if (shown && !(part instanceof TableSeparator)) {
                String element = head ? "thead" : "tbody";
                out.open(element).line().append(rows).close(element).line();
            }
        }
        out.close("table").line();
        closeRegion(out);
    }

    void write(TableRow row, MarkdownWriter writer) {
        HtmlOut out = writer.out();
        out.open("tr");
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            boolean blank = cell.getChildChars().isBlank();
            write((TableCell) cell, blank ? new HtmlOut() : writer.words(cell), out);
        }
        out.close("tr").line();
    }

    /** The empty corner of a table heads nothing: a plain cell. */
    private static void write(TableCell cell, HtmlOut content, HtmlOut out) {
        String element = cell.isHeader() && !content.isSilent() ? "th" : "td";
        List<String> attributes = new ArrayList<>();
        if (element.equals("th")) {
            attributes.addAll(List.of("scope", "col"));
        }
        if (cell.getAlignment() != null) {
            String side = cell.getAlignment().name().toLowerCase(Locale.ROOT);
            attributes.addAll(List.of("class", "align-" + side));
        }
        out.open(element, attributes.toArray(new String[0]))
                .append(content)
                .close(element)
                .gapText();
    }
}
