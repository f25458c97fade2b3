package prongsai.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewServerTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Path site;
    private LiveSite live;
    private PreviewServer server;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        site = Files.createDirectories(own.resolve("site"));
        Files.writeString(own.resolve("secret.txt"), "ลับ");
        write("index.html", "<p>หน้าแรก");
        write("404.html", "<p>ไม่พบ");
        write("ita/2562/index.html", "<p>ผล");
        write("files/แผน ๒๕๖๓.pdf", "%PDF");
        write("empty.txt", "");
        write(".prongsai-manifest.json", "{}");
        write(".well-known/security.txt", "Contact:");
        Files.createDirectories(site.resolve("assets"));
        server = serve("/");
    }

    /** A site that is made once and for all. */
    private PreviewServer serve(String basePath) throws IOException {
        live = new LiveSite(site, new Outcome.Published(basePath, true, List.of()), viewers -> {
            throw new AssertionError("nothing has changed");
        });
        return PreviewServer.start(live, PreviewWords.ENGLISH, 0);
    }

    /** A page as it is served: with the script. */
    private String served(String page) {
        return page + "<script src=\"/.prongsai/preview.js\" data-version=\""
                + live.state().version() + "\" defer></script>\n";
    }

    @AfterEach
    void tearDown() {
        server.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = site.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static HttpResponse<String> ask(PreviewServer server, String method, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        return CLIENT.send(
                HttpRequest.newBuilder(uri)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask(server, "GET", path);
    }

    /** Sends a request line as it is, which no decent client would. */
    private String raw(String requestLine) throws IOException {
        return raw(requestLine, "127.0.0.1:" + server.address().getPort());
    }

    private String raw(String requestLine, String host) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), server.address().getPort())) {
            String request = requestLine + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /                                       | text/html; charset=utf-8  | <p>หน้าแรก
            /index.html                             | text/html; charset=utf-8  | <p>หน้าแรก
            /?q=1                                   | text/html; charset=utf-8  | <p>หน้าแรก
            /ita/2562/                              | text/html; charset=utf-8  | <p>ผล
            /files/%E0%B9%81%E0%B8%9C%E0%B8%99%20%E0%B9%92%E0%B9%95%E0%B9%96%E0%B9%93.pdf | application/pdf | %PDF
            /.well-known/security.txt               | text/plain; charset=utf-8 | Contact:
            """)
    void servesFilesAndTheIndexOfAFolder(String path, String type, String body) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(answer.body()).isEqualTo(type.startsWith("text/html") ? served(body) : body);
    }

    @Test
    void anEmptyFileIsEmpty() throws Exception {
        assertThat(get("/empty.txt").statusCode()).isEqualTo(200);
        assertThat(get("/empty.txt").body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/ita/2562,/ita/2562/", "/ita,/ita/", "/%69ta,/%69ta/"})
    void aFolderWithoutItsSlashLeadsToTheFolder(String path, String there) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains(there);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/assets/",
                "/ita/",
                "/index.html/",
                "/.prongsai-manifest.json",
                "/ita//2562/",
                "/%2e%2e/secret.txt",
                "/ita/%2e%2e/%2e%2e/secret.txt",
                "/..%2fsecret.txt",
                "/%2fetc%2fpasswd",
                "/..%5csecret.txt",
                "/index.html%00.txt",
                "/%ff",
                "/%c0%ae%c0%ae/secret.txt"
            })
    void whatIsNotThereIsThePageThatSaysSo(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.body()).isEqualTo(served("<p>ไม่พบ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /../secret.txt", "GET /ita/../../secret.txt", "GET /ita/./../../secret.txt"})
    void noPathLeadsOutOfTheFolder(String requestLine) throws IOException {
        assertThat(raw(requestLine)).startsWith("HTTP/1.1 404 Not Found\r\n").endsWith(served("<p>ไม่พบ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET //example.com/x", "GET http://example.com//evil.example"})
    void leadsToNoOtherServer(String requestLine) throws IOException {
        assertThat(raw(requestLine)).startsWith("HTTP/1.1 404 Not Found\r\n");
    }

    @Test
    void aLinkOutOfTheFolderIsNothing() throws Exception {
        Files.createSymbolicLink(site.resolve("secret.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(site.resolve("up"), Path.of(".."));
        assertThat(get("/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("/up/secret.txt").statusCode()).isEqualTo(404);
        assertThat(get("/up/site/index.html").statusCode()).isEqualTo(200);
    }

    @Test
    void aHeadIsAnAnswerWithoutItsBody() throws Exception {
        HttpResponse<String> answer = ask(server, "HEAD", "/ita/2562/");
        assertThat(answer.statusCode()).isEqualTo(200);
        int length = served("<p>ผล").getBytes(StandardCharsets.UTF_8).length;
        assertThat(answer.headers().firstValue("Content-Length")).contains(Integer.toString(length));
        assertThat(answer.body()).isEmpty();
        assertThat(ask(server, "HEAD", "/nothing").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingCanBeChanged(String method) throws Exception {
        HttpResponse<String> answer = ask(server, method, "/");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void aPageIsNeverShownFromABrowsersMemory() throws Exception {
        assertThat(get("/").headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(get("/").headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aSiteWithoutItsOwn404StillSaysThatNothingIsThere() throws Exception {
        Files.delete(site.resolve("404.html"));
        assertThat(get("/nothing").statusCode()).isEqualTo(404);
        assertThat(get("/nothing").body()).isEqualTo("404\n");
    }

    @Test
    void aSiteUnderAPathIsServedThereAndTheTopLeadsToIt() throws Exception {
        try (PreviewServer under = serve("/a%20b/ita/")) {
            assertThat(under.address().getRawPath()).isEqualTo("/a%20b/ita/");
            assertThat(ask(under, "GET", "/").headers().firstValue("Location")).contains("/a%20b/ita/");
            assertThat(ask(under, "GET", "/a%20b/ita").headers().firstValue("Location"))
                    .contains("/a%20b/ita/");
            assertThat(ask(under, "GET", "/a%20b/ita/").body()).isEqualTo(served("<p>หน้าแรก"));
            assertThat(ask(under, "GET", "/a%20b/ita/ita/2562/").body()).isEqualTo(served("<p>ผล"));
            assertThat(ask(under, "GET", "/ita/2562/").statusCode()).isEqualTo(404);
            assertThat(ask(under, "GET", "/a%20b/").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void aPortThatIsTakenIsRefused() {
        assertThatThrownBy(() -> PreviewServer.start(
                        live, PreviewWords.ENGLISH, server.address().getPort()))
                .isInstanceOf(BindException.class);
    }

    @Test
    void onlyThisComputerIsAnswered() throws Exception {
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst();
        assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
        if (other.isPresent()) {
            assertThatThrownBy(() -> new Socket(other.get(), server.address().getPort()).close())
                    .isInstanceOf(ConnectException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "LOCALHOST", "[::1]"})
    void isKnownByTheNamesOfThisComputer(String name) throws IOException {
        assertThat(raw("GET /", name + ":" + server.address().getPort())).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void aNameThatOthersLetLeadHereIsRefused() throws IOException {
        int port = server.address().getPort();
        List<String> names =
                List.of("evil.example:" + port, "127.0.0.1.evil.example:" + port, "127.0.0.1", "127.0.0.1:1", "", "x");
        for (String name : names) {
            assertThat(raw("GET /", name)).as(name).startsWith("HTTP/1.1 421 ").doesNotContain("หน้าแรก");
            assertThat(raw("GET /.prongsai/events", name)).as(name).startsWith("HTTP/1.1 421 ");
        }
        assertThat(raw("GET /", "127.0.0.1:" + port + "\r\nHost: evil.example:" + port))
                .startsWith("HTTP/1.1 421 ");
    }

    @Test
    void noPageOfAnotherWebsiteIsToldAnything() throws IOException {
        String host = "127.0.0.1:" + server.address().getPort() + "\r\nSec-Fetch-Site: ";
        for (String path : List.of("events", "preview.js", "preview.css")) {
            assertThat(raw("GET /.prongsai/" + path, host + "cross-site")).startsWith("HTTP/1.1 403 ");
            assertThat(raw("GET /.prongsai/" + path, host + "same-site")).startsWith("HTTP/1.1 403 ");
        }
        assertThat(raw("GET /.prongsai/preview.js", host + "same-origin")).startsWith("HTTP/1.1 200 ");
        assertThat(raw("GET /", host + "none").lines()).contains("Cross-origin-resource-policy: same-origin");
    }

    @Test
    void whatIsServedLeavesNoTraceInTheFiles() throws Exception {
        assertThat(get("/").body()).contains(".prongsai");
        assertThat(site.resolve("index.html")).hasContent("<p>หน้าแรก");
        assertThat(get("/.prongsai/").statusCode()).isEqualTo(404);
        assertThat(get("/.prongsai/../index.html").statusCode()).isEqualTo(404);
        assertThat(get("/.prongsai/preview.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        assertThat(get("/.prongsai/preview.css").headers().firstValue("Content-Type"))
                .contains("text/css; charset=utf-8");
    }

    @Test
    void aDownloadThatNobodyReadsKeepsNobodyWaiting() throws Exception {
        Files.write(site.resolve("large.zip"), new byte[20_000_000]);
        List<Socket> idle = new java.util.ArrayList<>();
        int port = server.address().getPort();
        for (int i = 0; i < 20; i++) {
            Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            idle.add(socket);
            String request = "GET /large.zip HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        }
        assertThat(get("/").statusCode()).isEqualTo(200);
        for (Socket socket : idle) {
            socket.close();
        }
    }

    @Test
    void answersNobodyAfterItsEnd() {
        server.close();
        assertThatThrownBy(() -> get("/")).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ita/", "/ita", "/../"})
    void aBasePathIsThePathOfAFolder(String path) {
        assertThatThrownBy(() -> serve(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a path of a folder: " + path);
    }
}
