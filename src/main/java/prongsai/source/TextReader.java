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

    private static final byte[] FENCE = {'-', '-', '-', '\n'};

    private TextReader() {}

    /**
     * Reads a file without its byte order mark and with lines that end in a single line feed.
     *
     * @return empty where the file is no text, or holds nothing; the reason is then among the problems
     */
    public static Optional<SourceFile> read(Located file, Problems problems) {
        return bytes(file, problems)
                .flatMap(bytes -> whole(file, bytes, problems))
                .map(Opened::file);
    }

    /**
     * A file that has been read.
     *
     * @param text all of its text, or the head of it that ends with the front matter
     */
    public record Opened(SourceFile file, SourceText text) {}

    /** The same, but of a file with front matter only that is decoded; a page's text is decoded when the page is made. */
    public static Optional<Opened> readHead(Located file, Problems problems) {
        Optional<byte[]> read = bytes(file, problems);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = read.get();
        int end = headEnd(bytes);
        if (end == 0 || !Utf8.isValid(bytes)) {
            return whole(file, bytes, problems);
        }
        SourceText head = new SourceText(file.shown(), new String(bytes, 0, end, StandardCharsets.UTF_8));
        return Optional.of(new Opened(SourceFile.read(file, bytes), head));
    }

    /**
     * Where the line that closes the front matter ends; 0 where that takes more than a glance: lines that end in another
     * way than usual, spaces after the hyphens, no front matter at all.
     */
    private static int headEnd(byte[] bytes) {
        if (!isFence(bytes, 0)) {
            return 0;
        }
        for (int i = FENCE.length; i + FENCE.length <= bytes.length && bytes[i] != '\r'; i++) {
            if (bytes[i - 1] == '\n' && isFence(bytes, i)) {
                return i + FENCE.length;
            }
        }
        return 0;
    }

    private static boolean isFence(byte[] bytes, int at) {
        return Arrays.equals(bytes, at, Math.min(at + FENCE.length, bytes.length), FENCE, 0, FENCE.length);
    }

    private static Optional<byte[]> bytes(Located file, Problems problems) {
        try {
            Optional<byte[]> read = bytes(file.location());
            if (read.isEmpty()) {
                problems.add(ProblemCode.FILE_TOO_LARGE, SourcePosition.startOf(file.shown()), MAX_BYTES >> 20);
            }
            return read;
        } catch (IOException e) {
            problems.add(ProblemCode.UNREADABLE_FILE, SourcePosition.startOf(file.shown()));
            return Optional.empty();
        }
    }

    private static Optional<Opened> whole(Located file, byte[] bytes, Problems problems) {
        Decoded decoded = decode(bytes);
        SourceText text = new SourceText(file.shown(), decoded.text());
        if (!decoded.complete()) {
            problems.add(ProblemCode.NOT_UTF_8, text.at(text.text().length()));
            return Optional.empty();
        }
        if (text.text().isBlank()) {
            problems.add(ProblemCode.EMPTY_FILE, SourcePosition.startOf(file.shown()));
            return Optional.empty();
        }
        return Optional.of(new Opened(SourceFile.read(file, text, bytes), text));
    }

    /** Reads again what was read before. */
    static String again(Path file, String shownPath, Checksum before) throws IOException {
        return decode(same(file, shownPath, before)).text();
    }

    /** Reads again the head of what was read before, with the front matter; all of it where that takes more than a glance. */
    static String headAgain(Path file, String shownPath, Checksum before) throws IOException {
        byte[] bytes = same(file, shownPath, before);
        int end = headEnd(bytes);
        return end == 0 ? decode(bytes).text() : new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    private static byte[] same(Path file, String shownPath, Checksum before) throws IOException {
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty() || !Checksum.of(bytes.get()).equals(before)) {
            throw new FileSystemException(shownPath, null, "the file was changed while it was being read");
        }
        return bytes.get();
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
