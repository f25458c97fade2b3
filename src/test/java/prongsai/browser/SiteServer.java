package prongsai.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** Serves a built site on this machine as a plain web server does, so that a page is tested apart from our own server. */
final class SiteServer {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

    private static final String OTHER = "application/octet-stream";
    private static final Set<String> PACKED_ALREADY = Set.of("image/png", "font/woff2", OTHER);

    /** Asked for with this and a number, a page comes in parts: so many at most, beside what none can see. */
    static final String IN_PARTS = "in-parts=";

    /** Longer than a browser takes until it shows what it has. */
    private static final int PAUSE_MILLIS = 40;

    private final HttpServer server;

    private SiteServer(HttpServer server) {
        this.server = server;
    }

    static SiteServer start(TestSite site) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> answer(exchange, site));
            server.setExecutor(Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "test-site");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return new SiteServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code http://127.0.0.1:40123}, without a slash. */
    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As a web server packs what it sends. */
    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** A part ends before an element: half a line of text must move when its other half comes. */
    private static void sendInParts(HttpExchange exchange, byte[] body, int parts) throws IOException {
        String html = new String(body, UTF_8);
        int sent = html.indexOf("<body");
        int least = (html.length() - sent) / parts;
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write(html.substring(0, sent).getBytes(UTF_8));
        while (sent < html.length()) {
            int before = html.indexOf("\n<", sent + least);
            int end = before < 0 ? html.length() : before + 1;
            out.write(html.substring(sent, end).getBytes(UTF_8));
            out.flush();
            sent = end;
            pause();
        }
    }

    private static void pause() throws InterruptedIOException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static void answer(HttpExchange exchange, TestSite site) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = site.root().resolve("404.html");
            int status = 404;
            if (path.startsWith(site.base())) {
                String inside = path.substring(site.base().length());
                Path wanted = site.root()
                        .resolve(inside.isEmpty() || inside.endsWith("/") ? inside + "index.html" : inside)
                        .normalize();
                if (wanted.startsWith(site.root()) && Files.isRegularFile(wanted)) {
                    file = wanted;
                    status = 200;
                }
            }
            byte[] body = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), OTHER);
            exchange.getResponseHeaders().set("Content-Type", type);
            String query = exchange.getRequestURI().getQuery();
            if (query != null && query.startsWith(IN_PARTS)) {
                sendInParts(exchange, body, Integer.parseInt(query.substring(IN_PARTS.length())));
                return;
            }
            if (!PACKED_ALREADY.contains(type)) {
                body = gzip(body);
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            }
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
