package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One build of a site at a time, among all processes of the machine. The operating system lets go of the lock when its
 * holder dies, however it dies.
 *
 * <p>The lock is on an empty file inside the site's folder: the one place that all who may publish there agree on and can
 * write to. The file stays when the lock is gone, because a file that comes and goes can be locked twice: by one who
 * opened it before it went, and by one who made it anew.
 */
final class SiteLock implements Closeable {

    static final String FILE = ".prongsai-lock";

    private static final long POLL_MILLIS = 50;

    // A lock belongs to the process, and closing any second channel to the file would drop it; so who holds what inside
    // this process has to be known before a channel is opened, and known to the whole process.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private SiteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param folder the real path of the site's folder */
    static SiteLock acquire(Path folder, Patience patience) throws IOException, PublishFailure {
        Path file = folder.resolve(FILE);
        long polls = patience.atMost().toMillis() / POLL_MILLIS;
        for (long poll = 0; ; poll++) {
            Optional<SiteLock> lock = tryAcquire(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (poll == 0 && polls > 0) {
                patience.onWaiting().run();
            }
            if (poll >= polls || !sleep()) {
                throw new PublishFailure(PublishFailure.Reason.SITE_LOCKED, List.of(folder.toString()));
            }
        }
    }

    private static boolean sleep() {
        try {
            Thread.sleep(POLL_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Optional<SiteLock> tryAcquire(Path file) throws IOException {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean acquired = false;
        try {
            channel = FileChannel.open(file, CREATE, WRITE, NOFOLLOW_LINKS);
            FileLock lock = channel.tryLock();
            acquired = lock != null;
            return acquired ? Optional.of(new SiteLock(file, channel)) : Optional.empty();
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        } finally {
            if (!acquired) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(file);
        }
    }
}
