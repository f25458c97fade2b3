package prongsai.deploy.s3;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import prongsai.deploy.Portions;

/**
 * What is to be sent, held whole, since a request begins with the length and the digest of its body: a small one in memory, a
 * larger one in a file of its own until it is closed.
 */
final class Body implements AutoCloseable {

    /** With as many connections as may be, 32 MB are in memory at once. */
    static final int IN_MEMORY = 4 << 20;

    private static final int PORTION = 64 * 1024;

    private final byte[] small;
    private final Optional<Path> large;
    private final long size;

    private Body(byte[] small, Optional<Path> large, long size) {
        this.small = small;
        this.large = large;
        this.size = size;
    }

    static Body of(byte[] bytes) {
        return new Body(bytes, Optional.empty(), bytes.length);
    }

    /**
     * Reads to the end.
     *
     * @throws UncheckedIOException where they cannot be read, or not be held by this computer's disk
     */
    static Body of(InputStream bytes) {
        try {
            byte[] begin = bytes.readNBytes(IN_MEMORY);
            return begin.length < IN_MEMORY ? of(begin) : held(begin, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Body held(byte[] begin, InputStream rest) throws IOException {
        Path file = Files.createTempFile("prongsai-", ".part");
        Body body = null;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(begin);
            byte[] portion = new byte[PORTION];
            long size = begin.length;
            for (int n = Portions.fill(rest, portion); n > 0; n = Portions.fill(rest, portion)) {
                out.write(portion, 0, n);
                size += n;
            }
            body = new Body(new byte[0], Optional.of(file), size);
            return body;
        } finally {
            if (body == null) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** From the beginning, as often as wanted. */
    InputStream open() {
        try {
            return large.isPresent() ? Files.newInputStream(large.get()) : new ByteArrayInputStream(small);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (large.isPresent()) {
                Files.deleteIfExists(large.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
