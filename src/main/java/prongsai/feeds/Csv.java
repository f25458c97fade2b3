package prongsai.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/** Comma-separated values (RFC 4180) that Excel opens in Thai and takes no formula from. */
final class Csv {

    /** Without it Excel reads UTF-8 as the machine's own character set. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    /**
     * Writes a table.
     *
     * @param rows the head is the first
     */
    static void write(Stream<List<Cell>> rows, OutputStream file) throws IOException {
        Utf8 out = new Utf8(file);
        out.text().append(BYTE_ORDER_MARK);
        for (List<Cell> row : (Iterable<List<Cell>>) rows::iterator) {
            add(row, out.text());
            out.pause();
        }
        out.flush();
    }

    private static void add(List<Cell> row, StringBuilder lines) {
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            String text = cell.plain();
            // A number is what it looks like, even a negative one.
            add(cell instanceof Cell.Figure ? text : neutralized(text), i == 0 ? "" : ",", lines);
        }
        lines.append("\r\n");
    }

    private static void add(String text, String before, StringBuilder lines) {
        lines.append(before);
        if (isPlain(text)) {
            lines.append(text);
        } else {
            lines.append('"').append(text.replace("\"", "\"\"")).append('"');
        }
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return false;
            }
        }
        return true;
    }

    /** A text that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV injection). */
    static String neutralized(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
