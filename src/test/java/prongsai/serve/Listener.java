package prongsai.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/** An open page, as far as it listens to what the preview tells. */
public final class Listener implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 60_000;

    private final HttpURLConnection connection;
    private final BufferedReader lines;

    private Listener(HttpURLConnection connection, BufferedReader lines) {
        this.connection = connection;
        this.lines = lines;
    }

    public static Listener to(URI address) throws IOException {
        return at(address.resolve("/.prongsai/events"));
    }

    /** Listens as the script of a page does, which says what page it is: the path of the address. */
    static Listener on(URI page) throws IOException {
        String path = URLEncoder.encode(page.getRawPath(), StandardCharsets.UTF_8);
        return at(page.resolve("/.prongsai/events?page=" + path));
    }

    private static Listener at(URI events) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) events.toURL().openConnection();
        connection.setReadTimeout(PATIENCE_MILLIS);
        return new Listener(
                connection,
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
    }

    public String type() {
        return connection.getContentType();
    }

    /** What is told next. */
    public JsonNode next() throws IOException {
        StringBuilder data = new StringBuilder();
        while (true) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("nothing more is told");
            }
            if (line.startsWith("data: ")) {
                data.append(line.substring("data: ".length())).append('\n');
            } else if (line.isEmpty() && data.length() > 0) {
                return new ObjectMapper().readTree(data.toString());
            }
        }
    }

    /** The first of what is told that is as wanted. */
    public JsonNode next(Predicate<JsonNode> wanted) throws IOException {
        JsonNode told = next();
        while (!wanted.test(told)) {
            told = next();
        }
        return told;
    }

    /** Whether the server has ended the connection. */
    public boolean isSentAway() throws IOException {
        try {
            while (lines.readLine() != null) {
                // What was told before.
            }
            return true;
        } catch (SocketTimeoutException stillThere) {
            return false;
        } catch (IOException broken) {
            return true;
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
