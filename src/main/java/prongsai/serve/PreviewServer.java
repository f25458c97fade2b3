package prongsai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import prongsai.serve.LiveSite.State;
import prongsai.site.ContentTypes;

/**
 * Serves a site as a web server would: {@code index.html} for a folder, {@code 404.html} for what is not there. Pages come
 * with a script that shows them anew when the site has changed, and the problems that keep it from changing. It answers
 * this computer alone, and shows nothing outside the site's folder.
 *
 * <pre>{@code
 * try (PreviewServer server = PreviewServer.start(live, words, 8080)) {
 *     open(server.address());   // http://127.0.0.1:8080/
 * }
 * }</pre>
 */
public final class PreviewServer implements AutoCloseable {

    /** So many that pages that listen, and a download that nobody reads, leave enough for others. */
    private static final int THREADS = 64;

    private static final int OK = 200;
    private static final int MOVED = 302;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int MISDIRECTED = 421;
    private static final int UNAVAILABLE = 503;
    private static final String HTML = ContentTypes.of(".html");

    private final LiveSite live;
    private final Words words;
    private final HttpServer server;
    private final EventStream events;
    private final ClientFiles client = new ClientFiles();
    private final ExecutorService threads;

    private PreviewServer(LiveSite live, Words words, HttpServer server) {
        this.live = live;
        this.words = words;
        this.server = server;
        this.events = new EventStream(live, words);
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), PreviewServer::daemon);
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to serve.
     *
     * @param port 1..65535, or 0 for any that is free
     * @throws java.net.BindException if the port is taken or may not be used
     */
    public static PreviewServer start(LiveSite live, Words words, int port) throws IOException {
        // Else a page waits for its body as long as the system hopes to send more with it, 40 ms for each file.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback()), port), 0);
        PreviewServer preview = new PreviewServer(live, words, http);
        http.createContext("/", preview::answer);
        http.setExecutor(preview.threads);
        http.start();
        return preview;
    }

    // Not getLoopbackAddress(), which may be of IPv6, where what is printed must be what every browser opens.
    private static byte[] loopback() {
        return new byte[] {127, 0, 0, 1};
    }

    /** Where the site's first page is. */
    public URI address() {
        String path = live.state().basePath().orElse("/");
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** How many pages are told of changes. */
    int listeners() {
        return events.listeners();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            // A page that is looked at again must be the page as it is now.
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getRawPath();
            if (!Visitor.meansThisComputer(exchange)) {
                sendNothing(exchange, MISDIRECTED);
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                headers.set("Allow", "GET, HEAD");
                sendNothing(exchange, METHOD_NOT_ALLOWED);
            } else if (path.startsWith(ClientFiles.FOLDER)) {
                sendOwn(exchange, path);
            } else {
                sendSite(exchange, path);
            }
        }
    }

    private void sendOwn(HttpExchange exchange, String path) throws IOException {
        Optional<byte[]> file = client.file(path);
        if (Visitor.isSentByAnother(exchange)) {
            sendNothing(exchange, FORBIDDEN);
        } else if (file.isPresent()) {
            send(exchange, OK, ContentTypes.of(path), file.get());
        } else if (path.equals(ClientFiles.EVENTS)
                && exchange.getRequestMethod().equals("GET")) {
            events.answer(exchange);
        } else {
            sendNothing(exchange, NOT_FOUND);
        }
    }

    private void sendSite(HttpExchange exchange, String path) throws IOException {
        // Before any file is looked at: a page may be newer than it says, which costs one look more, but never older.
        State state = live.state();
        if (state.basePath().isEmpty()) {
            send(exchange, UNAVAILABLE, HTML, ProblemPage.of(state, words));
            return;
        }
        SiteFolder site = SiteFolder.of(live.folder(), state.basePath().get());
        Optional<String> elsewhere = site.elsewhere(path);
        if (elsewhere.isPresent()) {
            exchange.getResponseHeaders().set("Location", elsewhere.get());
            sendNothing(exchange, MOVED);
            return;
        }
        Optional<Path> file = site.file(path);
        if (file.isPresent() && sendFile(exchange, OK, file.get(), state)) {
            return;
        }
        Optional<Path> notFound = site.notFoundPage();
        if (notFound.isEmpty() || !sendFile(exchange, NOT_FOUND, notFound.get(), state)) {
            byte[] text = "404\n".getBytes(StandardCharsets.UTF_8);
            send(exchange, NOT_FOUND, "text/plain; charset=utf-8", text);
        }
    }

    /** Sends a file, unless a build has just removed it. */
    private static boolean sendFile(HttpExchange exchange, int status, Path file, State state) throws IOException {
        String type = ContentTypes.of(String.valueOf(file.getFileName()));
        try {
            if (type.equals(HTML)) {
                send(exchange, status, type, ServedPage.of(Files.readAllBytes(file), state.version()));
                return true;
            }
            // The size of what was opened, not of what may have taken its place.
            try (FileChannel opened = FileChannel.open(file)) {
                begin(exchange, status, type, opened.size());
                if (exchange.getRequestMethod().equals("GET")) {
                    InputStream in = Channels.newInputStream(opened);
                    in.transferTo(exchange.getResponseBody());
                }
            }
            return true;
        } catch (NoSuchFileException removed) {
            return false;
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        begin(exchange, status, type, body.length);
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void sendNothing(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private static void begin(HttpExchange exchange, int status, String type, long length) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            // 0 would mean an unknown length.
            exchange.sendResponseHeaders(status, length == 0 ? -1 : length);
        }
    }
}
