package prongsai.check.attachment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The reading of one file: what it may still take, what has been found, and what could not be read. */
final class Reading {

    private final AttachmentLimits limits;
    private final Passages passages;
    private final long deadline;
    private final Set<Unreadable> unreadable = EnumSet.noneOf(Unreadable.class);
    private Optional<RuntimeException> failure = Optional.empty();
    private long unpacked;
    private long chars;
    private int entries;
    private boolean closed;

    Reading(AttachmentLimits limits, Passages passages) {
        this.limits = limits;
        this.passages = passages;
        this.deadline = System.nanoTime() + limits.time().toNanos();
    }

    /** Gives a text; a blank one is nobody's data. */
    synchronized void text(Place place, String text) {
        check();
        if (text.isBlank()) {
            return;
        }
        chars += text.length();
        if (chars > limits.textChars()) {
            throw new StopReading(Unreadable.TOO_LARGE);
        }
        call(() -> passages.text(place, text));
    }

    synchronized void location(Place place) {
        check();
        call(() -> passages.location(place));
    }

    /** What the taker of passages throws is no fault of the file. */
    private void call(Runnable passage) {
        try {
            passage.run();
        } catch (RuntimeException e) {
            failed(e);
            throw new StopReading(Unreadable.CORRUPT);
        }
    }

    /** Something failed that is not in the file: the disk, or who takes the passages. */
    synchronized void failed(RuntimeException e) {
        failure = Optional.of(e);
    }

    synchronized void rethrow() throws IOException {
        if (failure.isPresent()) {
            if (failure.get() instanceof UncheckedIOException disk) {
                throw disk.getCause();
            }
            throw failure.get();
        }
    }

    synchronized void cannot(Unreadable why) {
        if (!closed) {
            unreadable.add(why);
        }
    }

    /** To be called in every loop over what a file says. */
    synchronized void check() {
        if (closed || System.nanoTime() - deadline > 0) {
            throw new StopReading(Unreadable.TOO_SLOW);
        }
    }

    /** Counts an entry of an archive. */
    synchronized void entry() {
        check();
        entries++;
        if (entries > limits.entries()) {
            throw new StopReading(Unreadable.TOO_LARGE);
        }
    }

    /** Counts bytes that were unpacked. */
    synchronized void unpacked(long bytes) {
        check();
        unpacked += bytes;
        if (unpacked > limits.unpackedBytes()) {
            throw new StopReading(Unreadable.TOO_LARGE);
        }
    }

    boolean isTooDeep(int depth) {
        return depth > limits.depth();
    }

    /** Ends it from outside: nothing is given any more, whatever a thread that does not listen still finds. */
    synchronized Set<Unreadable> close() {
        closed = true;
        return unreadable;
    }

    /** The stream, each byte of which counts as unpacked. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                unpacked(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int count = super.read(bytes, from, length);
                unpacked(Math.max(count, 0));
                return count;
            }

            @Override
            public long skip(long count) throws IOException {
                long skipped = super.skip(count);
                unpacked(skipped);
                return skipped;
            }
        };
    }
}
