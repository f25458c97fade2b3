package prongsai.check.attachment;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text, line by line: UTF-8 or UTF-16 as its byte order mark says, else each line in UTF-8 if it is that, and in
 * windows-874, the code page of Thai Windows, if not.
 */
final class PlainText {

    /** Of a line given at once; a longer one comes in pieces that overlap. */
    private static final int LONGEST = 1 << 15;

    /** Of a cell in quotes: one quote too many must not join the rest of a file. */
    private static final int MOST_LINES = 8;

    private static final int OVERLAP = 64;

    private static final Charset THAI_WINDOWS = Charset.forName("x-windows-874");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-Fa-f]{4})");

    private final Reading reading;
    private final Within within;
    private final FileKind kind;
    private final Seam seam = new Seam();
    private int number;
    /** Lines of a cell in quotes that has not ended. */
    private final StringBuilder quoted = new StringBuilder();

    private int quotedFrom;

    PlainText(Reading reading, Within within, FileKind kind) {
        this.reading = reading;
        this.within = within;
        this.kind = kind;
    }

    /** UTF-16 if a file that begins so is that: by its mark, or because every other byte is NUL. */
    static Optional<Charset> utf16(String start) {
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        long even = nuls(start, 0);
        long odd = nuls(start, 1);
        long enough = start.length() / 8L + 1;
        if (odd >= enough && even == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even >= enough && odd == 0 ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static long nuls(String start, int from) {
        long count = 0;
        for (int i = from; i < start.length(); i += 2) {
            count += start.charAt(i) == '\0' ? 1 : 0;
        }
        return count;
    }

    /** A stream that can go back to its mark. */
    void read(InputStream in) throws IOException {
        in.mark(FileKind.HEAD);
        String start = new String(in.readNBytes(FileKind.HEAD), StandardCharsets.ISO_8859_1);
        in.reset();
        Optional<Charset> utf16 = utf16(start);
        if (utf16.isPresent()) {
            readCharacters(new BufferedReader(new InputStreamReader(in, utf16.get())));
        } else {
            readBytes(in);
        }
    }

    private void readCharacters(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        int last = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' || c == '\r') {
                end(line.toString(), last == '\r' && c == '\n');
                line.setLength(0);
            } else {
                line.append((char) c);
                if (line.length() == LONGEST) {
                    give(Integer.toString(number + 1), line.toString());
                    line.delete(0, LONGEST - OVERLAP);
                }
            }
            last = c;
        }
        end(line.toString(), false);
    }

    private void readBytes(InputStream in) throws IOException {
        Line line = new Line();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' || b == '\r') {
                end(line.text(), last == '\r' && b == '\n');
                line.reset();
            } else {
                line.write(b);
                if (line.size() == LONGEST) {
                    give(Integer.toString(number + 1), line.text());
                    line.keepEnd();
                }
            }
            last = b;
        }
        end(line.text(), false);
    }

    /** The bytes of a line. */
    private static final class Line extends ByteArrayOutputStream {

        String text() {
            return decoded(toByteArray());
        }

        void keepEnd() {
            System.arraycopy(buf, count - OVERLAP, buf, 0, OVERLAP);
            count = OVERLAP;
        }
    }

    /** In UTF-8 if it is that, else in windows-874. */
    static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, THAI_WINDOWS);
        }
    }

    /**
     * A line has ended.
     *
     * @param counted whether the break is the second half of one that ended it already
     */
    private void end(String line, boolean counted) {
        reading.check();
        if (counted) {
            return;
        }
        number++;
        String text = line.startsWith("\ufeff") ? line.substring(1) : line;
        if (kind == FileKind.CSV) {
            give(Integer.toString(number), text);
            giveCells(text);
            giveQuoted(text);
        } else {
            // Not in a table: a column of figures is not one number.
            seam.next(text).ifPresent(s -> give((number - 1) + "-" + number, s));
            give(Integer.toString(number), text);
        }
    }

    /** A cell in quotes may go over lines; given once more with all of them. */
    private void giveQuoted(String line) {
        boolean odd = line.chars().filter(c -> c == '"').count() % 2 != 0;
        if (quoted.isEmpty()) {
            quotedFrom = number;
        }
        if (odd || !quoted.isEmpty()) {
            quoted.append(quoted.isEmpty() ? "" : "\n").append(line);
        }
        boolean ends = odd && number > quotedFrom;
        if (ends) {
            String cells = String.join("\t", CsvLine.cells(quoted.toString()));
            give(quotedFrom + "-" + number, cells);
        }
        if (ends || number - quotedFrom == MOST_LINES || quoted.length() > LONGEST) {
            quoted.setLength(0);
        }
    }

    private void giveCells(String line) {
        List<String> cells = CsvLine.cells(line);
        if (cells.size() > 1) {
            give(Integer.toString(number), String.join("\t", cells));
        }
    }

    private void give(String where, String text) {
        reading.text(within.place(Place.Kind.LINE, where), text);
        if (text.contains("\\u")) {
            String plain = ESCAPE.matcher(text).replaceAll(PlainText::character);
            if (!plain.equals(text)) {
                reading.text(within.place(Place.Kind.LINE, where), plain);
            }
        }
    }

    private static String character(MatchResult escape) {
        return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
    }
}
