package prongsai.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a folder as a web server would: {@code index.html} for a folder, {@code 404.html} for what is not there. It
 * answers this computer alone, and shows nothing outside the folder.
 *
 * <pre>{@code
 * try (PreviewServer server = PreviewServer.start(Path.of("site"), "/", 8080)) {
 *     open(server.address());   // http://127.0.0.1:8080/
 * }
 * }</pre>
 */
public final class PreviewServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int OK = 200;
    private static final int MOVED = 302;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final Path root;
    private final String basePath;
    private final UrlPath base;
    private final HttpServer server;
    private final ExecutorService threads;

    private PreviewServer(Path root, String basePath, HttpServer server) {
        this.root = root;
        this.basePath = basePath;
        this.base = UrlPath.parse(basePath)
                .filter(UrlPath::folder)
                .orElseThrow(() -> new IllegalArgumentException("not a path of a folder: " + basePath));
        this.server = server;
        this.threads = Executors.newFixedThreadPool(THREADS, PreviewServer::daemon);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "preview");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to serve.
     *
     * @param folder the finished site
     * @param basePath the path that the site lives under, percent-encoded, from {@code /} to {@code /}; {@code /} leads
     *     there
     * @param port 1..65535, or 0 for any that is free
     * @throws java.net.BindException if the port is taken or may not be used
     * @throws IOException if the folder cannot be read
     */
    public static PreviewServer start(Path folder, String basePath, int port) throws IOException {
        Path root = folder.toRealPath();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(loopback()), port), 0);
        PreviewServer preview = new PreviewServer(root, basePath, http);
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
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + basePath);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            // A page that is looked at again must be the page as it is now.
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            String raw = exchange.getRequestURI().getRawPath();
            Optional<UrlPath> path = UrlPath.parse(raw);
            Optional<String> elsewhere = path.flatMap(p -> elsewhere(p, raw));
            if (elsewhere.isPresent()) {
                exchange.getResponseHeaders().set("Location", elsewhere.get());
                exchange.sendResponseHeaders(MOVED, -1);
                return;
            }
            Optional<Path> file = path.flatMap(p -> p.below(base)).flatMap(this::file);
            if (file.isPresent()) {
                send(exchange, OK, file.get());
            } else {
                sendNotFound(exchange);
            }
        }
    }

    /** Where a path leads that has no page itself: the top to the site, a folder without its slash to the folder. */
    private Optional<String> elsewhere(UrlPath path, String raw) {
        if (path.segments().isEmpty() && !base.segments().isEmpty()) {
            return Optional.of(basePath);
        }
        boolean isFolder = !path.folder()
                && new UrlPath(path.segments(), true)
                        .below(base)
                        .flatMap(this::resolve)
                        .filter(Files::isDirectory)
                        .isPresent();
        return isFolder ? Optional.of(raw + "/") : Optional.empty();
    }

    /** The file that a path means, if it really lies in the folder: a link that leads out means nothing. */
    private Optional<Path> file(UrlPath path) {
        return resolve(path)
                .map(found -> path.folder() ? found.resolve("index.html") : found)
                .filter(Files::isRegularFile)
                .filter(this::isInside);
    }

    private Optional<Path> resolve(UrlPath path) {
        try {
            return Optional.of(root.resolve(String.join("/", path.segments())));
        } catch (InvalidPathException noNameHere) {
            return Optional.empty();
        }
    }

    private boolean isInside(Path file) {
        try {
            return file.toRealPath().startsWith(root);
        } catch (IOException gone) {
            return false;
        }
    }

    private void sendNotFound(HttpExchange exchange) throws IOException {
        Path page = root.resolve("404.html");
        if (Files.isRegularFile(page)) {
            send(exchange, NOT_FOUND, page);
            return;
        }
        byte[] text = "404\n".getBytes(StandardCharsets.UTF_8);
        begin(exchange, NOT_FOUND, "text/plain; charset=utf-8", text.length);
        if (exchange.getRequestMethod().equals("GET")) {
            exchange.getResponseBody().write(text);
        }
    }

    private static void send(HttpExchange exchange, int status, Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = Files.newInputStream(file)) {
            begin(exchange, status, ContentTypes.of(name), Files.size(file));
            if (exchange.getRequestMethod().equals("GET")) {
                OutputStream body = exchange.getResponseBody();
                in.transferTo(body);
            }
        }
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
