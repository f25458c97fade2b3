package prongsai.build;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import prongsai.source.LargeFile;

/**
 * A file of the cache: a head that names its kind and the generator that wrote it, a body, and a checksum over both. What
 * is truncated, damaged, or written by another generator is as good as no file.
 */
final class CacheFile {

    private static final int CHECKSUM = Integer.BYTES;
    // A larger one is not ours, or of more use gone than read.
    private static final long LARGEST = 1L << 30;

    private CacheFile() {}

    /**
     * The body of a file that is whole and of this kind and generator.
     *
     * @param head names the kind, its format and the generator
     */
    static Optional<ByteBuffer> read(Path file, String head) {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            bytes = LargeFile.read(file);
        } catch (IOException | SecurityException e) {
            return Optional.empty();
        }
        byte[] expected = head(head);
        int end = bytes.length - CHECKSUM;
        if (end < expected.length || !startsWith(bytes, expected)) {
            return Optional.empty();
        }
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, end);
        if ((int) checksum.getValue() != ByteBuffer.wrap(bytes).getInt(end)) {
            return Optional.empty();
        }
        return Optional.of(
                ByteBuffer.wrap(bytes, expected.length, end - expected.length).slice());
    }

    private static boolean startsWith(byte[] bytes, byte[] expected) {
        return Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    private static byte[] head(String head) {
        return (head + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    /** Takes the place of the file in one step, so that there is never half of it. */
    static void write(Path file, String head, Body body) throws IOException {
        // One name, so that what a killed build left behind is written over.
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (OutputStream bytes = Files.newOutputStream(fresh)) {
                CRC32C checksum = new CRC32C();
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(new CheckedOutputStream(bytes, checksum), 1 << 16));
                out.write(head(head));
                body.to(out);
                out.flush();
                bytes.write(ByteBuffer.allocate(CHECKSUM)
                        .putInt((int) checksum.getValue())
                        .array());
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
