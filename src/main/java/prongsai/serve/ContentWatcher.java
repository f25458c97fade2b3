package prongsai.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Notices that something under some folders has changed: a file written, or replaced as editors do, a folder made, moved
 * or deleted, a whole tree exchanged by version control.
 *
 * <p>The system tells of changes at once, where it can. Where it does not (network drives, too many folders, folders that
 * come later), a look at the sizes and times of all files from time to time finds them.
 */
public final class ContentWatcher implements AutoCloseable {

    /** Changes that come as close as this are one: an editor's rename, a folder that is copied. */
    private static final Duration QUIET = Duration.ofMillis(20);

    /** But changes without end must not put off the look at the first. */
    private static final Duration LONGEST_BURST = Duration.ofMillis(200);

    private static final Duration USUAL_LOOK = Duration.ofSeconds(2);
    private static final Duration ONLY_LOOK = Duration.ofMillis(500);

    /** A look takes at most one part in as many of a processor's time. */
    private static final int IDLE = 50;

    private final List<Path> roots;
    private final Optional<WatchService> events;
    private final Map<WatchKey, Path> folders = new HashMap<>();
    /** The files as they were when last looked at; what is otherwise has not been told of. */
    private final Map<Path, TreeSnapshot.Stamp> known = new HashMap<>();

    private final Thread thread = new Thread(this::watch, "preview-watch");
    private boolean allTold;
    private Runnable onChange = () -> {};

    private ContentWatcher(List<Path> roots, Optional<WatchService> events) {
        this.roots = List.copyOf(roots);
        this.events = events;
        this.allTold = events.isPresent();
        this.known.putAll(TreeSnapshot.of(this.roots, this::register));
        thread.setDaemon(true);
    }

    /**
     * Takes note of how the folders are now.
     *
     * @param roots folders, whether or not they are there
     */
    public static ContentWatcher of(List<Path> roots) {
        return new ContentWatcher(roots, service(roots));
    }

    /** One that the system tells nothing. */
    static ContentWatcher blind(List<Path> roots) {
        return new ContentWatcher(roots, Optional.empty());
    }

    private static Optional<WatchService> service(List<Path> roots) {
        try {
            return Optional.of(roots.get(0).getFileSystem().newWatchService());
        } catch (IOException | UnsupportedOperationException none) {
            return Optional.empty();
        }
    }

    /** Has something done after each change from the moment on when this was made; by one thread, which must not wait. */
    public void start(Runnable whenChanged) {
        onChange = whenChanged;
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
        if (events.isPresent()) {
            try {
                events.get().close();
            } catch (IOException e) {
                // Nothing more is told, which is all that was wanted.
            }
        }
    }

    private void watch() {
        try {
            Duration untilLook = Duration.ZERO;
            while (!Thread.currentThread().isInterrupted()) {
                Optional<WatchKey> key = next(untilLook);
                if (key.isPresent()) {
                    if (heed(key.get())) {
                        settle();
                        onChange.run();
                    }
                    untilLook = allTold ? USUAL_LOOK : ONLY_LOOK;
                } else {
                    untilLook = look();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException end) {
            // Asked to end.
        }
    }

    private Optional<WatchKey> next(Duration limit) throws InterruptedException {
        if (events.isPresent()) {
            return Optional.ofNullable(events.get().poll(limit.toMillis(), TimeUnit.MILLISECONDS));
        }
        Thread.sleep(limit.toMillis());
        return Optional.empty();
    }

    /** Waits for the end of a burst. */
    private void settle() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_BURST.toNanos();
        Optional<WatchKey> more = next(QUIET);
        while (more.isPresent()) {
            heed(more.get());
            if (System.nanoTime() > end) {
                return;
            }
            more = next(QUIET);
        }
    }

    /** Whether the system tells of anything that a build reads. */
    private boolean heed(WatchKey key) {
        boolean changed = false;
        Path folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            if (folder == null || event.kind() == StandardWatchEventKinds.OVERFLOW) {
                // More has changed than could be told, new folders perhaps.
                changed |= isChanged();
            } else {
                changed |= heed(folder.resolve((Path) event.context()), event.kind());
            }
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        return changed;
    }

    private boolean heed(Path path, WatchEvent.Kind<?> kind) {
        if (TreeSnapshot.isIgnored(path)) {
            return false;
        }
        boolean wasFile = known.remove(path) != null;
        if (kind == StandardWatchEventKinds.ENTRY_DELETE && !wasFile) {
            known.keySet().removeIf(file -> file.startsWith(path));
        }
        known.putAll(TreeSnapshot.at(path, this::register));
        return true;
    }

    private void register(Path folder) {
        try {
            if (events.isPresent()) {
                folders.put(register(folder, events.get()), folder);
            }
        } catch (IOException tooManyOrGone) {
            allTold = false;
        }
    }

    private static WatchKey register(Path folder, WatchService events) throws IOException {
        return folder.register(
                events,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
    }

    /** Looks for what nobody has told; says how long to wait before the next look. */
    private Duration look() {
        long begin = System.nanoTime();
        if (isChanged()) {
            onChange.run();
        }
        Duration rest = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(IDLE);
        Duration least = allTold ? USUAL_LOOK : ONLY_LOOK;
        return rest.compareTo(least) > 0 ? rest : least;
    }

    /** Whether any file is otherwise than known; from now on it is known as it is. */
    private boolean isChanged() {
        allTold = events.isPresent();
        // Told of again, as another folder may have taken the place of one; for the same one nothing changes.
        Map<Path, TreeSnapshot.Stamp> now = TreeSnapshot.of(roots, this::register);
        if (now.equals(known)) {
            return false;
        }
        known.clear();
        known.putAll(now);
        return true;
    }
}
