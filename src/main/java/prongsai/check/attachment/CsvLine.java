package prongsai.check.attachment;

import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated values. */
final class CsvLine {

    private static final String SEPARATORS = "\t;|,";

    private CsvLine() {}

    /** The values of a line, without their quotes; parted by the first of tab, semicolon, bar and comma that it has. */
    static List<String> cells(String line) {
        char separator = separator(line);
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static char separator(String line) {
        return (char)
                SEPARATORS.chars().filter(c -> line.indexOf(c) >= 0).findFirst().orElse(',');
    }
}
