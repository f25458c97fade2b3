package prongsai.feeds;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that Excel opens in Thai and takes no formula from. */
final class Csv {

    /** Without it Excel reads UTF-8 as the machine's own character set. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    static byte[] of(List<List<String>> rows) {
        String lines = rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
        return (BYTE_ORDER_MARK + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(String text) {
        String harmless = neutralized(text);
        boolean quoted = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }

    /** A text that a spreadsheet would calculate gets an apostrophe before it (OWASP, CSV injection). */
    static String neutralized(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
