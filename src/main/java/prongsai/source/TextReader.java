package prongsai.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text of files, strictly: a byte that is not UTF-8 is a problem at its line, never a question mark. */
public final class TextReader {

    /** Far more than anybody writes into a record by hand. */
    static final int MAX_BYTES = 5 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private TextReader() {}

    /**
     * Reads a file without its byte order mark and with lines that end in a single line feed.
     *
     * @param shownPath how the officer names the file
     * @return empty where the file is no text, or holds nothing; the reason is then among the problems
     */
    public static Optional<SourceFile> read(Path file, String shownPath, Problems problems) {
        byte[] bytes;
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(ProblemCode.FILE_TOO_LARGE, SourcePosition.startOf(shownPath), MAX_BYTES >> 20);
                return Optional.empty();
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            problems.add(ProblemCode.UNREADABLE_FILE, SourcePosition.startOf(shownPath));
            return Optional.empty();
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
        SourceFile source = new SourceFile(shownPath, normalized(decoded.flip().toString()));
        if (result.isError()) {
            problems.add(ProblemCode.NOT_UTF_8, source.at(source.text().length()));
            return Optional.empty();
        }
        if (source.text().isBlank()) {
            problems.add(ProblemCode.EMPTY_FILE, SourcePosition.startOf(shownPath));
            return Optional.empty();
        }
        return Optional.of(source);
    }

    private static String normalized(String text) {
        String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return bare.indexOf('\r') < 0 ? bare : bare.replace("\r\n", "\n").replace('\r', '\n');
    }
}
