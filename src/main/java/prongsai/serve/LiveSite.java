package prongsai.serve;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import prongsai.build.Viewers;
import prongsai.site.OutputPath;
import prongsai.source.Severity;

/**
 * A site that is made again whenever it is asked for, by one build after the other, and that says how it stands now.
 *
 * <pre>{@code
 * LiveSite live = new LiveSite(folder, first, viewers -> build(folder, viewers));
 * live.rebuild();                            // returns at once
 * State next = live.awaitOther(seen, limit);
 * }</pre>
 */
public final class LiveSite implements Viewers, AutoCloseable {

    /** Makes the site anew in its folder. Tells in the outcome whatever goes wrong, and throws nothing. */
    @FunctionalInterface
    public interface Maker {
        /** Makes it once. */
        Outcome make(Viewers viewers);
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

    /** Changes without end must not put off the whole site for longer than this. */
    private static final Duration LONGEST_PUT_OFF = Duration.ofMinutes(1);

    /** So many pages are looked at side by side. */
    private static final int MOST_OPEN = 4;

    private final Path folder;
    private final Maker maker;
    private final String start;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(LiveSite::daemon);
    private final AtomicBoolean asked = new AtomicBoolean();
    /** The one that was opened last is the last. */
    private final Set<OutputPath> open = new LinkedHashSet<>();

    private OptionalLong putOff = OptionalLong.empty();
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
        long begun = System.nanoTime();
        Outcome outcome = maker.make(this);
        if (outcome instanceof Outcome.Outdated) {
            putOff = OptionalLong.of(putOff.orElse(begun));
        } else {
            putOff = OptionalLong.empty();
            become(next(state(), outcome));
        }
    }

    private synchronized void become(State next) {
        state = next;
        notifyAll();
    }

    /** Somebody looks at a page. */
    synchronized void opened(OutputPath page) {
        open.remove(page);
        open.add(page);
        if (open.size() > MOST_OPEN) {
            open.remove(open.iterator().next());
        }
    }

    @Override
    public synchronized Set<OutputPath> open() {
        return Set.copyOf(open);
    }

    /** What stood in the way of the last version does no more. */
    @Override
    public synchronized void see(String basePath) {
        List<Notice> notices = state.notices().stream()
                .filter(n -> n.severity() != Severity.ERROR)
                .toList();
        become(next(state, new Outcome.Published(basePath, true, notices)));
    }

    @Override
    public boolean isOutdated() {
        boolean tooLong = putOff.isPresent() && System.nanoTime() - putOff.getAsLong() > LONGEST_PUT_OFF.toNanos();
        return asked.get() && !tooLong;
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
