package prongsai.feeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The terms of each page until all pages are known: in a file, since those of a large site would need as much memory as all
 * else together, or in memory where there is no place for a file. May be used by many threads.
 */
final class TermStore implements AutoCloseable {

    private static final byte[] STORED = {};

    private final AtomicReferenceArray<byte[]> terms;
    private final long[] places;
    private final int[] lengths;
    private final @Nullable FileChannel file;
    private long end;

    private TermStore(int pages, @Nullable FileChannel file) {
        this.terms = new AtomicReferenceArray<>(pages);
        this.places = new long[pages];
        this.lengths = new int[pages];
        this.file = file;
    }

    static TermStore inMemory(int pages) {
        return new TermStore(pages, null);
    }

    /** In a file that goes when the store is closed. */
    static TermStore in(Path file, int pages) throws IOException {
        return new TermStore(
                pages,
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.DELETE_ON_CLOSE));
    }

    int size() {
        return places.length;
    }

    boolean has(int page) {
        return terms.get(page) != null;
    }

    void put(int page, byte[] packed) {
        terms.set(page, file != null && isWritten(page, packed, file) ? STORED : packed);
    }

    /** Where the disk has no room, memory must do. */
    private boolean isWritten(int page, byte[] packed, FileChannel channel) {
        long place;
        synchronized (places) {
            place = end;
            end += packed.length;
            places[page] = place;
            lengths[page] = packed.length;
        }
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes, place + bytes.position());
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    byte[] get(int page) {
        byte[] kept = terms.get(page);
        FileChannel channel = file;
        if (kept != STORED || channel == null) {
            return kept;
        }
        ByteBuffer bytes = ByteBuffer.allocate(lengths[page]);
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, places[page] + bytes.position()) < 0) {
                    throw new IOException("the file has lost its end");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.array();
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // It is written over by the next build.
        }
    }
}
