package prongsai.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A site that is made again whenever it is asked for, by one build after the other, and that says how it stands now.
 *
 * <pre>{@code
 * LiveSite live = new LiveSite(folder, first, soFar -> build(folder));
 * live.rebuild();                            // returns at once
 * State next = live.awaitOther(seen, limit);
 * }</pre>
 */
public final class LiveSite implements AutoCloseable {

    /** Makes the site anew in its folder. Tells in the outcome whatever goes wrong, and throws nothing. */
    @FunctionalInterface
    public interface Maker {
        /**
         * Makes it once.
         *
         * @param soFar takes what may be shown already while the rest is made
         */
        Outcome make(Consumer<Outcome> soFar);
    }

    /**
     * How a site stands.
     *
     * @param version another whenever a file of the site is another, and whenever the program was started anew
     * @param told counts how often the problems have become others
     * @param basePath where the site lives; empty while there is no good version to show
     */
    record State(String version, int told, Optional<String> basePath, List<Notice> notices) {}

    private static final int START_BYTES = 4;

    private final Path folder;
    private final Maker maker;
    private final String start;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(LiveSite::daemon);
    private final AtomicBoolean asked = new AtomicBoolean();
    private int versions;
    private State state;

    /**
     * @param folder where the site is made
     * @param first what came of the first build
     */
    public LiveSite(Path folder, Outcome first, Maker maker) {
        this.folder = folder;
        this.maker = maker;
        byte[] random = new byte[START_BYTES];
        new SecureRandom().nextBytes(random);
        this.start = HexFormat.of().formatHex(random) + "-";
        this.state = next(new State(start + versions, 0, Optional.empty(), List.of()), first);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "preview-build");
        thread.setDaemon(true);
        return thread;
    }

    Path folder() {
        return folder;
    }

    /** Has the site made anew. What is asked for while a build waits its turn is done by that build. */
    public void rebuild() {
        if (asked.compareAndSet(false, true)) {
            try {
                worker.execute(this::build);
            } catch (RejectedExecutionException ended) {
                // Nobody looks any more.
            }
        }
    }

    private void build() {
        // From here on a change may come too late for this build.
        asked.set(false);
        become(maker.make(this::become));
    }

    private synchronized void become(Outcome outcome) {
        state = next(state, outcome);
        notifyAll();
    }

    private State next(State before, Outcome outcome) {
        int told = before.told() + (outcome.notices().equals(before.notices()) ? 0 : 1);
        if (outcome instanceof Outcome.Published published) {
            Optional<String> basePath = Optional.of(published.basePath());
            if (published.changed() || !before.basePath().equals(basePath)) {
                versions++;
            }
            return new State(start + versions, told, basePath, outcome.notices());
        }
        return new State(before.version(), told, before.basePath(), outcome.notices());
    }

    synchronized State state() {
        return state;
    }

    /** The state as soon as it is another than one that was seen; the same one when the time is over. */
    synchronized State awaitOther(State seen, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (state.equals(seen) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return state;
    }

    /** No more builds begin. */
    @Override
    public void close() {
        worker.shutdownNow();
    }
}
