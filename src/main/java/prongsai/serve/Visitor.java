package prongsai.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who asks: the officer's own browser, or a page of another website in it. */
final class Visitor {

    private static final int USUAL_PORT = 80;
    private static final List<String> OUR_NAMES = List.of("127.0.0.1", "localhost", "[::1]");

    private Visitor() {}

    /**
     * Whether the browser believes that it speaks with this computer. A website whose name its owner suddenly lets lead to
     * this computer (DNS rebinding) could otherwise read what is not yet published, as if it were its own.
     */
    static boolean meansThisComputer(HttpExchange exchange) {
        int port = exchange.getLocalAddress().getPort();
        return header(exchange, "Host")
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> OUR_NAMES.stream()
                        .anyMatch(name -> host.equals(name + ":" + port) || (port == USUAL_PORT && host.equals(name))))
                .isPresent();
    }

    /** Whether a page of another website has the browser ask, as far as the browser tells. */
    static boolean isSentByAnother(HttpExchange exchange) {
        return header(exchange, "Sec-Fetch-Site")
                .filter(from -> from.equals("cross-site") || from.equals("same-site"))
                .isPresent();
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        Headers headers = exchange.getRequestHeaders();
        return Optional.ofNullable(headers.get(name))
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0));
    }
}
