package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.deploy.web.TestKeys;
import prongsai.deploy.web.WebCheck;
import prongsai.deploy.web.WebCheckOptions;
import prongsai.deploy.web.WebFinding;
import prongsai.deploy.web.WebReport;
import prongsai.model.WebServer;
import prongsai.site.Manifest;

/** What real servers make of the files that we write for them. IIS cannot be had on Linux: its file was never tried. */
class WebServersTest {

    private static final Map<WebServer, RealServer> STARTED = new ConcurrentHashMap<>();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().sslContext(TestKeys.trust()).build();

    @AfterAll
    static void stop() {
        STARTED.values().forEach(RealServer::close);
        STARTED.clear();
    }

    /** Serves the site that lies under a path and whose attachment has a Thai name in the content. */
    private static RealServer server(WebServer kind) {
        return STARTED.computeIfAbsent(kind, k -> RealServer.start(k, TestSite.nongSaiKhao()));
    }

    private static HttpResponse<byte[]> get(URI address, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> response, String name) {
        return String.join(" | ", response.headers().allValues(name));
    }

    private static WebReport check(RealServer server, TestSite site, URI base) throws Exception {
        String text = Files.readString(site.root().resolve(".prongsai-manifest.json"));
        Optional<SSLContext> trust = Optional.of(TestKeys.trust());
        Manifest manifest = Manifest.parse(text).manifest();
        WebCheckOptions options = new WebCheckOptions(
                base,
                manifest,
                Set.of(),
                true,
                "Prongsai/test",
                Optional.empty(),
                4,
                Duration.ofSeconds(30),
                10_000,
                Duration.ofMillis(100),
                trust);
        WebReport report = WebCheck.run(options, WebCheck.Progress.NONE);
        assertThat(List.of(report.asked(), report.right()))
                .as(server.http().toString())
                .containsExactly(report.files(), report.files());
        return report;
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void servesEveryFileOfASiteUnderAPathAsItShould(WebServer kind) throws Exception {
        RealServer server = server(kind);
        WebReport report = check(server, TestSite.nongSaiKhao(), server.https());
        assertThat(report.findings()).isEmpty();
        assertThat(report.server()).contains(kind);
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void servesEveryFileOfASiteAtTheTopOfAHostAsItShould(WebServer kind) throws Exception {
        try (RealServer server = RealServer.start(kind, TestSite.khlongPhon())) {
            WebReport report = check(server, TestSite.khlongPhon(), server.http());
            assertThat(report.findings())
                    .containsExactly(new WebFinding(WebFinding.Kind.NO_HTTPS, WebFinding.Severity.SHOULD, List.of()));
        }
    }

    /** Of each address: status, type, packing, what is kept. Apache alone says 403 of a folder that it does not list. */
    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void answersEachAddressAsItShould(WebServer kind) throws Exception {
        RealServer server = server(kind);
        String page = "text/html; charset=utf-8";
        String none = " no-cache";
        String missing = "404 " + page + none;
        assertThat(seen(server, "")).isEqualTo("200 " + page + " gzip" + none);
        assertThat(seen(server, "oit/2565/")).isEqualTo("200 " + page + " gzip" + none);
        assertThat(seen(server, asset(server, ".css")))
                .isEqualTo("200 text/css; charset=utf-8 gzip public, max-age=31536000, immutable");
        assertThat(seen(server, asset(server, ".woff2")))
                .isEqualTo("200 font/woff2 public, max-age=31536000, immutable");
        assertThat(seen(server, "data/items.csv")).isEqualTo("200 text/csv; charset=utf-8 gzip" + none);
        assertThat(seen(server, "data/items.json")).isEqualTo("200 application/json; charset=utf-8 gzip" + none);
        assertThat(seen(server, "data/catalog.jsonld")).isEqualTo("200 application/ld+json; charset=utf-8 gzip" + none);
        assertThat(seen(server, "feed.xml")).isEqualTo("200 application/atom+xml; charset=utf-8 gzip" + none);
        assertThat(seen(server, "news/feed.xml")).isEqualTo("200 application/atom+xml; charset=utf-8 gzip" + none);
        assertThat(seen(server, "sitemap.xml")).isEqualTo("200 application/xml; charset=utf-8 gzip" + none);
        assertThat(seen(server, "site.webmanifest"))
                .isEqualTo("200 application/manifest+json; charset=utf-8 gzip" + none);
        assertThat(seen(server, "assets/preview/site.png")).isEqualTo("200 image/png" + none);
        assertThat(seen(server, thaiAttachment(server))).isEqualTo("200 application/pdf" + none);
        assertThat(seen(server, "nowhere").replace(" gzip", "")).isEqualTo(missing);
        assertThat(seen(server, "nowhere.csv").replace(" gzip", "")).isEqualTo(missing);
        assertThat(seen(server, "assets/x-0123456789ab.css").replace(" gzip", ""))
                .isEqualTo(missing);
        assertThat(seen(server, "assets/").replace(" gzip", ""))
                .isEqualTo(kind == WebServer.APACHE ? missing.replace("404", "403") : missing);
        for (String hidden : List.of(
                ".prongsai-manifest.json",
                ".prongsai-lock",
                ".prongsai-upload/1",
                "%2eprongsai-manifest.json",
                kind.file())) {
            assertThat(seen(server, hidden).replace(" gzip", "")).as(hidden).isEqualTo(missing);
        }
    }

    private static String seen(RealServer server, String address) throws Exception {
        HttpResponse<byte[]> response = get(server.http().resolve(address), "Accept-Encoding", "gzip");
        return String.join(
                        " ",
                        response.statusCode() + "",
                        header(response, "Content-Type"),
                        header(response, "Content-Encoding"),
                        header(response, "Cache-Control"))
                .replaceAll(" +", " ");
    }

    private static String asset(RealServer server, String ending) throws IOException {
        return first(server, "assets", ending);
    }

    /** {@code แบบคำร้อง (ปี 2565) [แก้ไข].pdf} of the content. */
    private static String thaiAttachment(RealServer server) throws IOException {
        return first(server, "files", ".pdf");
    }

    private static String first(RealServer server, String folder, String ending) throws IOException {
        try (var files = Files.list(server.root().resolve(folder))) {
            return files.map(f -> folder + "/" + f.getFileName())
                    .filter(f -> f.endsWith(ending))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void showsTheSitesOwnPageForWhatIsMissing(WebServer kind) throws Exception {
        RealServer server = server(kind);
        byte[] ours = Files.readAllBytes(server.root().resolve("404.html"));
        for (String address : List.of("nowhere/deep/", ".prongsai-manifest.json", "assets/")) {
            assertThat(plain(get(server.http().resolve(address)))).as(address).isEqualTo(ours);
        }
    }

    private static byte[] plain(HttpResponse<byte[]> response) throws IOException {
        InputStream body = new ByteArrayInputStream(response.body());
        return header(response, "Content-Encoding").equals("gzip")
                ? new GZIPInputStream(body).readAllBytes()
                : body.readAllBytes();
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void aFolderWithoutItsSlashLeadsToTheFolder(WebServer kind) throws Exception {
        RealServer server = server(kind);
        for (URI base : List.of(server.http(), server.https())) {
            for (String folder : List.of("oit/2565", "")) {
                String address = base.resolve(folder).toString().replaceFirst("/$", "");
                HttpResponse<byte[]> response = get(URI.create(address));
                assertThat(response.statusCode()).as(address).isIn(301, 308);
                assertThat(URI.create(address).resolve(header(response, "Location")))
                        .isEqualTo(URI.create(address + "/"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void sendsTheHeadersOfSecurityOnceWithEveryAnswer(WebServer kind) throws Exception {
        RealServer server = server(kind);
        String policy = RealServer.policy().orElseThrow() + "; frame-ancestors 'self'";
        for (String address :
                List.of("", "oit/2565/", "data/items.csv", asset(server, ".css"), "nowhere", "oit/2565")) {
            HttpResponse<byte[]> response = get(server.https().resolve(address));
            assertThat(securityOf(response))
                    .as(address)
                    .containsExactly(
                            "nosniff",
                            "strict-origin-when-cross-origin",
                            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
                            policy,
                            "max-age=31536000");
        }
        HttpResponse<byte[]> pdf = get(server.https().resolve(thaiAttachment(server)));
        assertThat(header(pdf, "Content-Security-Policy")).isEqualTo("frame-ancestors 'self'");
        assertThat(header(get(server.http()), "Strict-Transport-Security")).isEmpty();
    }

    private static List<String> securityOf(HttpResponse<byte[]> response) {
        List<String> values = new ArrayList<>();
        for (String name : List.of(
                "X-Content-Type-Options",
                "Referrer-Policy",
                "Permissions-Policy",
                "Content-Security-Policy",
                "Strict-Transport-Security")) {
            values.add(header(response, name));
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void aPageThatABrowserHasIsNotSentAgain(WebServer kind) throws Exception {
        RealServer server = server(kind);
        HttpResponse<byte[]> first = get(server.http(), "Accept-Encoding", "gzip");
        HttpResponse<byte[]> again =
                get(server.http(), "Accept-Encoding", "gzip", "If-None-Match", header(first, "ETag"));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(header(first, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void pagesWorkUnderThePolicyOfTheServer(WebServer kind) {
        RealServer server = server(kind);
        Browser browser = Browser.get();
        for (String page : List.of("", "oit/2565/", "data/")) {
            browser.open(server.http() + page);
            browser.run("return document.fonts.ready.then(() => true)");
            assertThat(browser.consoleErrors()).as(page).isEmpty();
        }
        browser.open(server.http() + "search/?q=" + "%E0%B8%9B%E0%B8%A3%E0%B8%B0%E0%B8%81%E0%B8%B2%E0%B8%A8");
        browser.await("return document.querySelectorAll('main mark').length > 0");
        assertThat(browser.consoleErrors()).isEmpty();
    }

    /** The page has no policy of its own, so that what is stopped is stopped by the server. */
    @ParameterizedTest
    @EnumSource(names = "IIS", mode = EnumSource.Mode.EXCLUDE)
    void whatGotIntoAPageIsStoppedByThePolicyOfTheServer(WebServer kind) throws Exception {
        RealServer server = server(kind);
        AtomicInteger asked = new AtomicInteger();
        HttpServer foreign = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        foreign.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        foreign.start();
        try {
            Path page = server.root().resolve("injected.html");
            Files.writeString(page, """
                    <!DOCTYPE html><title>page</title><link rel="icon" href="assets/preview/icon-192.png">
                    <img id="own" src="assets/preview/site.png">
                    <img src="http://127.0.0.1:%d/x.png">
                    <script>document.title = 'stolen'</script>
                    """.formatted(foreign.getAddress().getPort()));
            Browser browser = Browser.get();
            browser.open(server.http() + "injected.html");
            browser.await("return document.readyState === 'complete'");
            assertThat(browser.title()).isEqualTo("page");
            assertThat(browser.run("return document.getElementById('own').naturalWidth"))
                    .isEqualTo(1200L);
            assertThat(browser.consoleErrors()).hasSize(2).allMatch(e -> e.contains("Content Security Policy"));
            assertThat(asked).hasValue(0);
        } finally {
            foreign.stop(0);
        }
    }
}
