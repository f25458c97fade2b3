package prongsai.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Workers with a connection each, who do what there is to do side by side. A connection that fails is opened again, later
 * each time; a server that lets fewer in than we have workers is served by fewer.
 */
final class Crew implements AutoCloseable {

    /** A thing that failed so often is given up, and with it the rest. */
    private static final int TRIES = 6;

    /** Who has never got in has more likely written the address wrong than hit upon a bad moment, and sits there waiting. */
    private static final int TRIES_AT_FIRST = 3;

    private final Remote remote;
    private final Duration firstPause;
    private final Consumer<RemoteFailure> onRetry;
    private final Interruption interruption;
    private volatile boolean wasConnected;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /** What is to be done with each thing, over a connection; again from the beginning if the connection fails. */
    interface Work<T> {
        void accept(Connection connection, T thing) throws RemoteFailure, DeploymentFailure, IOException;
    }

    /** What one thing comes to. */
    interface Question<R> {
        R ask(Connection connection) throws RemoteFailure, DeploymentFailure, IOException;
    }

    /**
     * @param firstPause how long to wait before a connection is opened again; twice as long each further time
     * @param onRetry told of each failure that is not the last
     * @param interruption nothing more is begun once that was asked for, but for what is done {@link #once}
     */
    Crew(Remote remote, Duration firstPause, Consumer<RemoteFailure> onRetry, Interruption interruption) {
        this.remote = remote;
        this.firstPause = firstPause;
        this.onRetry = onRetry;
        this.interruption = interruption;
    }

    /** One thing, done by this thread. */
    <R> R ask(Question<R> question) throws RemoteFailure, DeploymentFailure, IOException {
        for (int failures = 1; ; failures++) {
            interruption.check();
            try {
                return once(question);
            } catch (RemoteFailure e) {
                pauseOrFail(e, failures);
            }
        }
    }

    <R> R once(Question<R> question) throws RemoteFailure, DeploymentFailure, IOException {
        Connection connection = take();
        boolean sound = false;
        try {
            R answer = question.ask(connection);
            sound = true;
            return answer;
        } catch (RemoteFailure e) {
            sound = !e.isPassing();
            throw e;
        } catch (DeploymentFailure e) {
            // Not the connection's fault.
            sound = true;
            throw e;
        } finally {
            if (sound) {
                giveBack(connection);
            } else {
                connection.close();
            }
        }
    }

    /** All things, in any order; returns when all are done, or throws when one cannot be. */
    <T> void each(Collection<T> things, Work<T> work) throws RemoteFailure, DeploymentFailure, IOException {
        Deque<T> left = new ArrayDeque<>(things);
        int workers = Math.min(remote.connections(), left.size());
        if (workers <= 1) {
            drain(left, work, new AtomicInteger(1));
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            AtomicInteger alive = new AtomicInteger(workers);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                all.add(threads.submit(() -> {
                    drain(left, work, alive);
                    return null;
                }));
            }
            await(all);
        } finally {
            synchronized (left) {
                left.clear();
            }
            threads.shutdownNow();
        }
    }

    private <T> void drain(Deque<T> left, Work<T> work, AtomicInteger alive)
            throws RemoteFailure, DeploymentFailure, IOException {
        boolean done = false;
        try {
            for (Optional<T> next = poll(left); next.isPresent(); next = poll(left)) {
                if (!attempt(next.get(), work, alive)) {
                    synchronized (left) {
                        left.addFirst(next.get());
                    }
                    break;
                }
            }
            done = true;
        } finally {
            if (!done) {
                // The others end with what they have in hand.
                synchronized (left) {
                    left.clear();
                }
            }
        }
    }

    /** Whether it is done; not where the server wants fewer connections and there are other workers to do it. */
    private <T> boolean attempt(T thing, Work<T> work, AtomicInteger alive)
            throws RemoteFailure, DeploymentFailure, IOException {
        for (int failures = 1; ; failures++) {
            interruption.check();
            try {
                once(connection -> {
                    work.accept(connection, thing);
                    return thing;
                });
                return true;
            } catch (RemoteFailure e) {
                boolean tooMany = e.reason() == RemoteFailure.Reason.TOO_MANY_CONNECTIONS;
                if (tooMany && alive.getAndUpdate(n -> Math.max(1, n - 1)) > 1) {
                    return false;
                }
                pauseOrFail(e, failures);
            }
        }
    }

    private static <T> Optional<T> poll(Deque<T> left) {
        synchronized (left) {
            return Optional.ofNullable(left.poll());
        }
    }

    private Connection take() throws RemoteFailure {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        Connection connection = remote.connect();
        wasConnected = true;
        return connection;
    }

    private void giveBack(Connection connection) {
        synchronized (idle) {
            idle.push(connection);
        }
    }

    private void pauseOrFail(RemoteFailure failure, int failures) throws RemoteFailure, DeploymentFailure {
        if (!failure.isPassing() || failures >= (wasConnected ? TRIES : TRIES_AT_FIRST)) {
            throw failure;
        }
        onRetry.accept(failure);
        try {
            interruption.pause(firstPause.multipliedBy(1L << (failures - 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private static void await(List<Future<?>> all) throws RemoteFailure, DeploymentFailure, IOException {
        Optional<Throwable> first = Optional.empty();
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                first = first.or(() -> Optional.ofNullable(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (first.isPresent()) {
            rethrow(first.get());
        }
    }

    private static void rethrow(Throwable failure) throws RemoteFailure, DeploymentFailure, IOException {
        if (failure instanceof RemoteFailure e) {
            throw e;
        }
        if (failure instanceof DeploymentFailure e) {
            throw e;
        }
        if (failure instanceof UncheckedIOException e) {
            throw e.getCause();
        }
        if (failure instanceof IOException e) {
            throw e;
        }
        throw new IllegalStateException(failure);
    }

    @Override
    public void close() {
        synchronized (idle) {
            idle.forEach(Connection::close);
            idle.clear();
        }
    }
}
