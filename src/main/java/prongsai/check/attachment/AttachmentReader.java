package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Gets all text out of a file that would be published, whatever its kind, within bounds of time and memory.
 *
 * <pre>{@code
 * AttachmentReader reader = new AttachmentReader(AttachmentLimits.USUAL);
 * Set<Unreadable> missed = reader.read(file, "files/แผน.pdf", passages);
 * }</pre>
 *
 * May be used by many threads.
 */
public final class AttachmentReader {

    private final AttachmentLimits limits;

    public AttachmentReader(AttachmentLimits limits) {
        this.limits = limits;
    }

    /**
     * Gives all text of a file, piece by piece.
     *
     * @param name the file's name; its extension decides where the content does not
     * @return why some of it could not be read; empty if all was
     * @throws IOException if the disk fails, never for what is in the file
     */
    public Set<Unreadable> read(Path file, String name, Passages passages) throws IOException {
        probe(file);
        Reading reading = new Reading(limits, passages);
        // A thread of its own, since a library may not look at the clock: it is then left behind.
        Thread thread = new Thread(() -> open(file, name, reading), "attachment");
        thread.setDaemon(true);
        thread.start();
        boolean ended = join(thread);
        Set<Unreadable> result = reading.close();
        if (!ended) {
            thread.interrupt();
            result.add(Unreadable.TOO_SLOW);
        }
        reading.rethrow();
        return result;
    }

    private static void probe(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.read();
        }
    }

    private boolean join(Thread thread) throws IOException {
        try {
            // A little longer than the deadline that the thread itself knows of, so that as a rule it ends by that.
            thread.join(limits.time().toMillis() + limits.time().toMillis() / 4 + 1);
            return !thread.isAlive();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading an attachment");
        }
    }

    private static void open(Path file, String name, Reading reading) {
        try {
            new Opener(reading).open(file, name, Within.ATTACHMENT);
        } catch (StopReading e) {
            reading.cannot(e.why());
        } catch (UncheckedIOException e) {
            reading.failed(e);
        } catch (OutOfMemoryError e) {
            reading.cannot(Unreadable.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }
}
