package prongsai.check.external;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import prongsai.check.external.LinkTurns.Turn;

/** The threads of one check. */
final class LinkWorkers {

    /** For threads that are told to end; one that waits for the name service of the computer does not hear it. */
    private static final long LAST_WAIT_MILLIS = 1000;

    private final ExternalLinkOptions options;
    private final LinkTurns turns;
    private final ExternalLinks.Progress progress;
    private final int count;
    private final Map<URI, LinkOutcome> outcomes = new TreeMap<>();

    LinkWorkers(ExternalLinkOptions options, List<LinkVisit> visits, ExternalLinks.Progress progress) {
        this.options = options;
        this.turns = new LinkTurns(options.interval(), visits);
        this.progress = progress;
        this.count = visits.size();
    }

    /** What has been learned so far. */
    Map<URI, LinkOutcome> outcomes() {
        synchronized (outcomes) {
            return new TreeMap<>(outcomes);
        }
    }

    /** Returns when every visit is done, and leaves no thread behind. */
    void run() throws InterruptedException {
        // The client of Java 17 cannot be closed and ends its thread only when it is collected as garbage. The thread
        // belongs to the group of the one that made the client, and ends when it is interrupted.
        ThreadGroup group = new ThreadGroup("external-links");
        ExecutorService pool = Executors.newCachedThreadPool(work -> daemon(group, work));
        try {
            LinkRequests requests =
                    pool.submit(() -> new LinkRequests(options, pool)).get();
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(options.atOnce(), count); i++) {
                workers.add(pool.submit(() -> work(requests)));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            end(group, pool);
        }
    }

    private static Thread daemon(ThreadGroup group, Runnable work) {
        Thread thread = new Thread(group, work, "external-links");
        thread.setDaemon(true);
        return thread;
    }

    private void work(LinkRequests requests) {
        try {
            Optional<Turn> turn = turns.take();
            while (turn.isPresent()) {
                work(requests, turn.get());
                turn = turns.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Also where this thread fails: the others must not wait for the end of its visit.
            turns.close();
        }
    }

    private void work(LinkRequests requests, Turn turn) throws InterruptedException {
        LinkVisit visit = turn.visit();
        if (turn.known().isPresent()) {
            finish(visit, visit.outcome(turn.known().get().end()));
            turns.end(turn, turn.known().get(), true);
            return;
        }
        LinkAnswer answer = requests.ask(turn.address(), visit.head());
        Optional<LinkOutcome> outcome = visit.next(answer);
        outcome.ifPresent(o -> finish(visit, o));
        turns.end(turn, answer, outcome.isPresent());
    }

    private void finish(LinkVisit visit, LinkOutcome outcome) {
        synchronized (outcomes) {
            outcomes.put(visit.address(), outcome);
            progress.asked(outcomes.size(), count);
        }
    }

    private static void end(ThreadGroup group, ExecutorService pool) {
        pool.shutdownNow();
        group.interrupt();
        Thread[] threads = new Thread[group.activeCount() + 16];
        int found = group.enumerate(threads);
        long deadline = System.nanoTime() + LAST_WAIT_MILLIS * 1_000_000;
        boolean interrupted = false;
        for (int i = 0; i < found; i++) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            try {
                threads[i].join(Math.max(1, left));
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
