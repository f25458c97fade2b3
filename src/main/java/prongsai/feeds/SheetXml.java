package prongsai.feeds;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Writes the rows of a sheet, one after the other: ten thousand of them are never in memory at once. */
final class SheetXml {

    static final String AFTER = "</sheetData></worksheet>";

    /** What Excel takes in one cell; a file with more in one is said to be damaged. */
    private static final int LONGEST = 32_767;
    /** Digits that a spreadsheet keeps of a number. */
    private static final int MOST_DIGITS = 15;

    private static final String TEXT = "<c t=\"inlineStr\"><is><t";
    private static final String HEAD = "<c s=\"1\" t=\"inlineStr\"><is><t";

    private final Utf8 out;
    private final StringBuilder row;
    private boolean isHead = true;

    SheetXml(Utf8 out) {
        this.out = out;
        this.row = out.text();
    }

    /** What stands before the first row. */
    static String before(List<Integer> widths) {
        StringBuilder xml = new StringBuilder("<worksheet xmlns=\"" + Xlsx.MAIN + "\"><sheetViews>"
                + "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" state=\"frozen\"/></sheetView>"
                + "</sheetViews><cols>");
        for (int column = 1; column <= widths.size(); column++) {
            xml.append("<col min=\"").append(column).append("\" max=\"").append(column);
            xml.append("\" width=\"").append(widths.get(column - 1)).append("\" customWidth=\"1\"/>");
        }
        return xml.append("</cols><sheetData>").toString();
    }

    /** Adds a row; the first is the head. */
    void add(List<Cell> cells) throws IOException {
        row.append("<row>");
        cells.forEach(this::add);
        row.append("</row>");
        isHead = false;
        out.pause();
    }

    private void add(Cell cell) {
        if (cell instanceof Cell.None) {
            row.append("<c/>");
        } else if (cell instanceof Cell.Figure figure && isExact(figure.value())) {
            row.append(figure.value().scale() == 2 ? "<c s=\"2\"><v>" : "<c><v>");
            row.append(figure.value().toPlainString()).append("</v></c>");
        } else if (cell instanceof Cell.Truth truth) {
            row.append("<c t=\"b\"><v>").append(truth.holds() ? '1' : '0').append("</v></c>");
        } else {
            String text = shortened(cell.plain());
            row.append(isHead ? HEAD : TEXT).append(isTrim(text) ? ">" : " xml:space=\"preserve\">");
            Xml.append(text, row);
            row.append("</t></is></c>");
        }
    }

    /** Whether a spreadsheet, which calculates in binary floating point, shows the number as it was written. */
    private static boolean isExact(BigDecimal value) {
        return value.precision() <= MOST_DIGITS && value.scale() >= 0 && value.scale() <= MOST_DIGITS;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** Whether XML keeps the text as it is without being told to. */
    private static boolean isTrim(String text) {
        return text.isEmpty() || (text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ');
    }
}
