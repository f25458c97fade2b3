package prongsai.deploy.web;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.SSLContext;
import prongsai.site.ContentTypes;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/** A small published site on a server that does all right, and misbehaves where it is told to. */
final class Host implements AutoCloseable {

    /** Answers an address otherwise. */
    interface Fault {
        void answer(HttpExchange exchange, int time) throws IOException, InterruptedException;
    }

    static final String CSS = "assets/site-0123456789ab.css";

    private final HttpServer server;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final Map<String, Integer> times = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    final List<String> requests = new CopyOnWriteArrayList<>();

    Host() throws IOException {
        this(Optional.empty());
    }

    /** @param key of the server that speaks TLS */
    Host(Optional<SSLContext> key) throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0);
        if (key.isPresent()) {
            HttpsServer secure = HttpsServer.create(address, 0);
            secure.setHttpsConfigurator(new HttpsConfigurator(key.get()));
            server = secure;
        } else {
            server = HttpServer.create(address, 0);
        }
        server.createContext("/", this::answer);
        server.setExecutor(pool);
        server.start();
        file("index.html", "<p>" + "หน้าแรก ".repeat(200));
        file("404.html", "<p>ไม่พบหน้า");
        file("oit/index.html", "<p>OIT");
        file(CSS, "p{color:red}");
        file("data/a.csv", "ก,ข\r\n");
        header("Cache-Control", "no-cache");
        header("X-Content-Type-Options", "nosniff");
        header("Referrer-Policy", "no-referrer");
        header("Permissions-Policy", "camera=()");
        header("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        header("Strict-Transport-Security", "max-age=300");
    }

    int port() {
        return server.getAddress().getPort();
    }

    Manifest manifest() {
        Map<OutputPath, Fingerprint> entries = new TreeMap<>();
        files.forEach((path, bytes) -> entries.put(new OutputPath(path), Fingerprint.of(bytes)));
        return new Manifest(entries);
    }

    /** Publishes a file. */
    void file(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a header with every answer; none where the value is empty. */
    void header(String name, String value) {
        headers.put(name, value);
    }

    /** @param address from the top, such as {@code oit/} */
    void fault(String address, Fault fault) {
        faults.put(address, fault);
    }

    /** Answers an address with a status and another body. */
    void fault(String address, int status, String body, String... headers) {
        fault(address, (exchange, time) -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
            }
            send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String address = exchange.getRequestURI().getPath().substring(1);
            requests.add(address);
            int time = times.merge(address, 1, Integer::sum);
            Headers out = exchange.getResponseHeaders();
            headers.forEach((name, value) -> {
                if (!value.isEmpty()) {
                    out.set(name, value);
                }
            });
            Fault fault = faults.get(address);
            if (fault == null) {
                wellBehaved(exchange, address);
            } else {
                fault.answer(exchange, time);
            }
        } catch (InterruptedException e) {
            // The test is over.
        }
    }

    void wellBehaved(HttpExchange exchange, String address) throws IOException {
        Headers out = exchange.getResponseHeaders();
        if (files.containsKey(address + "/index.html")) {
            out.set("Location", "/" + address + "/");
            exchange.sendResponseHeaders(301, -1);
            return;
        }
        String path = address.isEmpty() || address.endsWith("/") ? address + "index.html" : address;
        if (path.equals(CSS)) {
            out.set("Cache-Control", "max-age=31536000, immutable");
        }
        byte[] bytes = files.get(path);
        out.set("Content-Type", bytes == null ? "text/html" : ContentTypes.of(path));
        boolean packs = "gzip".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        byte[] body = bytes == null ? files.get("404.html") : bytes;
        if (packs) {
            out.set("Content-Encoding", "gzip");
        }
        send(exchange, bytes == null ? 404 : 200, packs ? gzip(body) : body);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() {
        server.stop(0);
        pool.shutdownNow();
    }
}
