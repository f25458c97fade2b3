package prongsai.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import prongsai.serve.LiveSite.State;
import prongsai.site.OutputPath;

/**
 * Tells open pages how the site stands, at once and whenever it changes, as server-sent events.
 *
 * <p>Each page is told by the thread that answers it, so that one that does not listen keeps nobody waiting but itself.
 * When too many listen, the one that has listened longest is sent away: most likely it is gone, and if not it comes again.
 */
final class EventStream {

    /** More than a browser opens to one server. */
    private static final int MOST_LISTENERS = 16;

    /** A page that is gone is noticed when something is sent to it. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final String PAGE = "page=";
    private static final String BEGIN = "retry: 500\n\n";

    private final LiveSite live;
    private final Words words;
    private final Deque<Thread> listeners = new ArrayDeque<>();

    EventStream(LiveSite live, Words words) {
        this.live = live;
        this.words = words;
    }

    /** Answers a page until it goes, or has to. */
    void answer(HttpExchange exchange) throws IOException {
        lookedAt(exchange).ifPresent(live::opened);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
        // 0: as long as it takes.
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        enter();
        try {
            tell(out);
        } catch (InterruptedException sentAway) {
            // Another has taken its place, or all is over.
        } finally {
            leave();
        }
    }

    /** The page that asks, which says so itself. */
    private Optional<OutputPath> lookedAt(HttpExchange exchange) throws IOException {
        String query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        Optional<String> basePath = live.state().basePath();
        return basePath.isEmpty() || !query.startsWith(PAGE)
                ? Optional.empty()
                : SiteFolder.of(live.folder(), basePath.get()).path(query.substring(PAGE.length()));
    }

    private void tell(OutputStream out) throws IOException, InterruptedException {
        State state = live.state();
        send(out, BEGIN + event(state));
        while (true) {
            State next = live.awaitOther(state, BEAT);
            send(out, next.equals(state) ? ":\n\n" : event(next));
            state = next;
        }
    }

    private String event(State state) {
        String data =
                Told.json(state, words).lines().map(line -> "data: " + line).collect(Collectors.joining("\n"));
        return "event: state\n" + data + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private synchronized void enter() {
        if (listeners.size() >= MOST_LISTENERS) {
            listeners.removeFirst().interrupt();
        }
        listeners.addLast(Thread.currentThread());
    }

    /** The thread goes on to answer others, who must not be sent away in its stead. */
    private synchronized void leave() {
        listeners.remove(Thread.currentThread());
        Thread.interrupted();
    }

    synchronized int listeners() {
        return listeners.size();
    }
}
