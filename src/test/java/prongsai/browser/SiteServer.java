package prongsai.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;

/** Serves a built site on this machine as a plain web server does, so that a page is tested apart from our own server. */
final class SiteServer {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css",
            "js", "text/javascript",
            "svg", "image/svg+xml",
            "png", "image/png",
            "woff2", "font/woff2");

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
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            exchange.getResponseHeaders().set("Content-Type", type == null ? "application/octet-stream" : type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
