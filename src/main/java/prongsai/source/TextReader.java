package prongsai.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads the text of files, strictly: a byte that is not UTF-8 is a problem at its line, never a question mark. */
public final class TextReader {

    /** Far more than anybody writes into a record by hand. */
    static final int MAX_BYTES = 5 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What the platform puts where bytes are no UTF-8; a text may also hold it. */
    private static final char REPLACEMENT = '\uFFFD';

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
            Optional<byte[]> read = bytes(file);
            if (read.isEmpty()) {
                problems.add(ProblemCode.FILE_TOO_LARGE, SourcePosition.startOf(shownPath), MAX_BYTES >> 20);
                return Optional.empty();
            }
            bytes = read.get();
        } catch (IOException e) {
            problems.add(ProblemCode.UNREADABLE_FILE, SourcePosition.startOf(shownPath));
            return Optional.empty();
        }
        Decoded decoded = decode(bytes);
        SourceText text = new SourceText(shownPath, decoded.text());
        if (!decoded.complete()) {
            problems.add(ProblemCode.NOT_UTF_8, text.at(text.text().length()));
            return Optional.empty();
        }
        if (text.text().isBlank()) {
            problems.add(ProblemCode.EMPTY_FILE, SourcePosition.startOf(shownPath));
            return Optional.empty();
        }
        return Optional.of(SourceFile.read(file, text, bytes));
    }

    /** Reads again what was read before. */
    static String again(Path file, String shownPath, Checksum before) throws IOException {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty() || !Checksum.of(bytes.get()).equals(before)) {
            throw new FileSystemException(shownPath, null, "the file was changed while it was being read");
        }
        return decode(bytes.get()).text();
    }

    /** All bytes of a file in one reading; empty if they are too many. */
    private static Optional<byte[]> bytes(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            if (size > MAX_BYTES) {
                return Optional.empty();
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) size);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // The disk may give less than was asked for.
            }
            return Optional.of(
                    buffer.hasRemaining() ? Arrays.copyOf(buffer.array(), buffer.position()) : buffer.array());
        }
    }

    /**
     * @param complete whether all bytes were UTF-8; the text ends before the first that is not
     */
    private record Decoded(String text, boolean complete) {}

    private static Decoded decode(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return new Decoded(normalized(text), true);
        }
        CharBuffer decoded = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), decoded, true);
        return new Decoded(normalized(decoded.flip().toString()), !result.isError());
    }

    private static String normalized(String text) {
        String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return bare.indexOf('\r') < 0 ? bare : bare.replace("\r\n", "\n").replace('\r', '\n');
    }
}
