package prongsai.check.external;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import prongsai.check.external.LinkAnswer.Failure;
import prongsai.check.external.LinkOutcome.Reason;

/** Whose turn it is to be asked, so that no server is asked more than once in an interval. For many threads. */
final class LinkTurns {

    /** A server that let so many addresses wait in vain is not asked for more. */
    private static final int PATIENCE = 3;

    private final long interval;
    private final Map<String, Server> servers = new TreeMap<>();
    private int open;

    LinkTurns(Duration interval, Collection<LinkVisit> visits) {
        this.interval = interval.toNanos();
        visits.forEach(v -> server(v.current()).waiting.addLast(new Waiting(v, System.nanoTime())));
        this.open = visits.size();
    }

    private record Waiting(LinkVisit visit, long notBefore) {}

    /** Times are those of {@link System#nanoTime}. */
    private static final class Server {
        final Deque<Waiting> waiting = new ArrayDeque<>();
        long freeAt = System.nanoTime();
        /** Numbers the requests. */
        int asked;

        int silences;

        @Nullable
        Failure failure;
    }

    /**
     * A request to be made.
     *
     * @param known what is known to come of it, so that it need not be made
     */
    record Turn(LinkVisit visit, URI address, int number, Optional<Failure> known) {}

    private Server server(URI address) {
        return servers.computeIfAbsent(WebAddress.server(address), s -> new Server());
    }

    /** Waits for the next turn; empty when every visit is done. */
    synchronized Optional<Turn> take() throws InterruptedException {
        while (open > 0) {
            long now = System.nanoTime();
            long wait = Long.MAX_VALUE;
            for (Server server : servers.values()) {
                Waiting first = server.waiting.peekFirst();
                if (first == null) {
                    continue;
                }
                long delay = Math.max(first.notBefore - now, server.freeAt - now);
                if (server.failure != null || delay <= 0) {
                    return Optional.of(begin(server, server.waiting.removeFirst().visit, now));
                }
                wait = Math.min(wait, delay);
            }
            if (wait == Long.MAX_VALUE) {
                wait();
            } else {
                wait(wait / 1_000_000 + 1);
            }
        }
        return Optional.empty();
    }

    private Turn begin(Server server, LinkVisit visit, long now) {
        Optional<Failure> known = Optional.ofNullable(server.failure);
        if (known.isEmpty()) {
            server.asked++;
            // When the request will arrive is not known yet, so it is given an interval to get there.
            server.freeAt = now + 2 * interval;
        }
        return new Turn(visit, visit.current(), server.asked, known);
    }

    /**
     * A turn is over.
     *
     * @param done whether the visit is done, too
     */
    synchronized void end(Turn turn, LinkAnswer answer, boolean done) {
        Server server = server(turn.address);
        long now = System.nanoTime();
        if (turn.known.isEmpty() && turn.number == server.asked) {
            // Its request arrived before its answer did.
            server.freeAt = Math.min(server.freeAt, now + interval);
        }
        note(server, answer, done);
        if (done) {
            open--;
        } else {
            long notBefore = now + turn.visit.pause().toNanos();
            server(turn.visit.current()).waiting.addFirst(new Waiting(turn.visit, notBefore));
        }
        notifyAll();
    }

    /** No more turns are given. */
    synchronized void close() {
        open = 0;
        notifyAll();
    }

    private static void note(Server server, LinkAnswer answer, boolean done) {
        if (!(answer instanceof Failure failure)) {
            server.silences = 0;
        } else if (failure.isOfServer()) {
            server.failure = failure;
        } else if (failure.isTimeout() && done && ++server.silences >= PATIENCE) {
            server.failure = new Failure(Reason.SERVER_SILENT);
        }
    }
}
