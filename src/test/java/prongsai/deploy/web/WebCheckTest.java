package prongsai.deploy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.model.WebServer;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/** What is said of a server that misbehaves, in each way in which one can. */
@Timeout(60)
class WebCheckTest {

    /** Said of every site that is not encrypted; on this computer alone it need not be. */
    private static final String PLAIN = "SHOULD NO_HTTPS []";

    private Host host;

    @BeforeEach
    void start() throws IOException {
        host = new Host();
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private static WebReport check(
            String base,
            Manifest site,
            Set<OutputPath> changed,
            boolean all,
            Optional<URI> other,
            Optional<SSLContext> tls)
            throws InterruptedException {
        return check(base, site, changed, all, other, tls, Duration.ofSeconds(20));
    }

    private static WebReport check(
            String base,
            Manifest site,
            Set<OutputPath> changed,
            boolean all,
            Optional<URI> other,
            Optional<SSLContext> tls,
            Duration timeout)
            throws InterruptedException {
        WebCheckOptions options = new WebCheckOptions(
                URI.create(base),
                site,
                changed,
                all,
                "Prongsai/test",
                other,
                3,
                timeout,
                1_000_000,
                Duration.ofMillis(5),
                tls);
        return WebCheck.run(options, WebCheck.Progress.NONE);
    }

    private WebReport check() throws InterruptedException {
        return check(base(), host.manifest(), Set.of(), true, Optional.empty(), Optional.empty());
    }

    private String base() {
        return "http://127.0.0.1:" + host.port() + "/";
    }

    private static List<String> said(WebReport report) {
        return report.findings().stream()
                .map(f -> f.severity() + " " + f.kind() + " " + f.arguments())
                .toList();
    }

    /** What is said besides that the site is not encrypted. */
    private List<String> said() throws InterruptedException {
        List<String> said = new ArrayList<>(said(check()));
        assertThat(said.remove(PLAIN)).isTrue();
        return said;
    }

    @Test
    void aGoodServerIsGood() throws InterruptedException {
        WebReport report = check();
        assertThat(said(report)).containsExactly(PLAIN);
        assertThat(report.isWhole()).isTrue();
        assertThat(List.of(report.asked(), report.right(), report.files())).containsExactly(5, 5, 5);
        assertThat(report.server()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            404, MUST FILE_MISSING [oit/]
            410, MUST FILE_MISSING [oit/]
            403, 'MUST FILE_FORBIDDEN [oit/, 403]'
            500, 'MUST SERVER_ERROR [oit/, 500]'
            503, 'MUST SERVER_ERROR [oit/, 503]'
            418, 'MUST UNEXPECTED_STATUS [oit/, 418]'
            """)
    void aFileThatIsAnsweredWithAnotherStatusIsTold(int status, String finding) throws InterruptedException {
        host.fault("oit/", status, "");
        assertThat(said()).containsExactly(finding);
    }

    @Test
    void aTroubleThatPassesIsNone() throws InterruptedException {
        host.fault("oit/", (exchange, time) -> {
            if (time == 1) {
                Host.send(exchange, 503, new byte[0]);
            } else {
                host.wellBehaved(exchange, "oit/");
            }
        });
        assertThat(said()).isEmpty();
        assertThat(host.requests.stream().filter("oit/"::equals)).hasSize(2);
    }

    @Test
    void aFileThatLeadsElsewhereIsTold() throws InterruptedException {
        host.fault("oit/", 302, "", "Location", "https://other.example/oit");
        host.fault("data/a.csv", 301, "");
        assertThat(said())
                .containsExactly(
                        "MUST FILE_ELSEWHERE [data/a.csv, ]", "MUST FILE_ELSEWHERE [oit/, https://other.example/oit]");
    }

    @Test
    void otherBytesAreTold() throws InterruptedException {
        host.fault("oit/", 200, "<p>OIU", "Content-Type", "text/html; charset=utf-8");
        assertThat(said()).containsExactly("MUST FILE_DIFFERS [oit/]");
    }

    @Test
    void fewerBytesAreTold() throws InterruptedException {
        host.fault("oit/", 200, "<p>", "Content-Type", "text/html");
        assertThat(said()).containsExactly("MUST FILE_TOO_SHORT [oit/, 3, 6]");
    }

    @Test
    void ofABodyWithoutEndNoMoreThanOneByteAboveIsRead() throws InterruptedException {
        host.fault("oit/", (exchange, time) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(new byte[1 << 16]);
            }
        });
        assertThat(said()).containsExactly("MUST FILE_TOO_LONG [oit/, 6]");
    }

    @Test
    void aServerThatHangsIsNotWaitedForForEver() throws InterruptedException {
        host.fault("oit/", (exchange, time) -> Thread.sleep(30_000));
        host.fault("data/a.csv", (exchange, time) -> {
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            Thread.sleep(30_000);
        });
        WebReport report = check(
                base(), host.manifest(), Set.of(), true, Optional.empty(), Optional.empty(), Duration.ofMillis(400));
        assertThat(said(report)).contains("MUST TIMED_OUT [data/a.csv]", "MUST TIMED_OUT [oit/]");
    }

    @Test
    void aConnectionThatIsCutIsTold() throws InterruptedException {
        host.fault("data/a.csv", (exchange, time) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/csv; charset=utf-8");
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write('x');
        });
        assertThat(said()).containsExactly("MUST CONNECTION_LOST [data/a.csv]");
    }

    @Test
    void whatIsPackedWrongIsTold() throws InterruptedException {
        host.fault("data/a.csv", 200, "not packed", "Content-Encoding", "gzip");
        assertThat(said()).containsExactly("MUST BAD_ANSWER [data/a.csv]");
    }

    @Test
    void aServerThatAnswersNoMoreIsNotAskedOnAndOn() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            host.file("more/" + i + ".txt", "x");
            host.fault("more/" + i + ".txt", (exchange, time) -> exchange.close());
        }
        WebReport report = check();
        assertThat(report.asked()).isBetween(12, 16);
        assertThat(said(report))
                .contains("MUST GIVEN_UP [" + report.asked() + ", 35]")
                .doesNotContain(PLAIN);
    }

    @Test
    void aServerThatIsNotThereIsToldOnce() throws Exception {
        String base = base();
        host.close();
        WebReport report = check(base, host.manifest(), Set.of(), true, Optional.empty(), Optional.empty());
        assertThat(said(report)).containsExactly("MUST REFUSED [127.0.0.1:" + host.port() + "]");
        assertThat(List.of(report.asked(), report.right(), report.files())).containsExactly(0, 0, 5);
        WebReport nowhere = check(
                "http://no-such-host.invalid/", host.manifest(), Set.of(), true, Optional.empty(), Optional.empty());
        assertThat(said(nowhere)).containsExactly("MUST UNKNOWN_HOST [no-such-host.invalid]");
    }

    @Test
    void aServerThatIsNoWebServerIsTold() throws Exception {
        try (ServerSocket socket = greeting()) {
            String base = "http://127.0.0.1:" + socket.getLocalPort() + "/";
            Manifest site = new Manifest(Map.of(
                    new OutputPath("index.html"),
                    host.manifest().find(new OutputPath("index.html")).orElseThrow()));
            WebReport report = check(base, site, Set.of(), true, Optional.empty(), Optional.empty());
            assertThat(said(report)).containsExactly("MUST BAD_ANSWER []", PLAIN);
        }
    }

    /** Speaks first, as servers of mail and of files do. */
    private static ServerSocket greeting() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread server = new Thread(() -> greet(socket));
        server.setDaemon(true);
        server.start();
        return socket;
    }

    private static void greet(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                connection.getOutputStream().write("220 ftp.example ready\r\n".getBytes(StandardCharsets.US_ASCII));
                connection.getInputStream().read(new byte[1 << 12]);
            } catch (IOException e) {
                // The next one.
            }
        }
    }

    @Test
    void aWrongTypeIsTold() throws InterruptedException {
        host.fault("data/a.csv", 200, "ก,ข\r\n", "Content-Type", "text/csv");
        host.fault(Host.CSS, 200, "p{color:red}", "Content-Type", "text/plain", "Cache-Control", "max-age=9999999");
        host.fault("oit/", 200, "<p>OIT", "Content-Type", "TEXT/HTML;charset=\"UTF-8\"");
        assertThat(said())
                .containsExactly(
                        "SHOULD WRONG_TYPE [assets/site-0123456789ab.css, text/plain, text/css; charset=utf-8]",
                        "SHOULD WRONG_TYPE [data/a.csv, text/csv, text/csv; charset=utf-8]");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            200, '<p>ไม่พบหน้า', MUST MISSING_FOUND [200]
            404, 'Not Found',    SHOULD FOREIGN_NOT_FOUND []
            """)
    void thePageForWhatIsMissingIsLookedAt(int status, String body, String finding) throws InterruptedException {
        host.fault("no-such-page-0b5d4e7a", status, body);
        assertThat(said()).containsExactly(finding);
    }

    @Test
    void aFolderMustLeadToItsSlash() throws InterruptedException {
        host.fault("oit", 200, "<p>OIT");
        assertThat(said()).containsExactly("SHOULD NO_SLASH [oit, 200]");
        host.fault("oit", 301, "", "Location", "/elsewhere/");
        assertThat(said()).containsExactly("SHOULD NO_SLASH [oit, 301]");
        host.fault("oit", 308, "", "Location", base() + "oit/");
        assertThat(said()).isEmpty();
    }

    @Test
    void aListOfAFolderIsTold() throws InterruptedException {
        host.fault("assets/", 200, "Index of /assets");
        assertThat(said()).containsExactly("SHOULD LISTED [assets/]");
    }

    @Test
    void bookkeepingThatAnybodyCanReadIsTold() throws InterruptedException {
        host.file(".htaccess", "Options -Indexes");
        host.fault(".prongsai-manifest.json", 200, "{}");
        assertThat(said()).containsExactly("SHOULD READABLE [.prongsai-manifest.json]", "SHOULD READABLE [.htaccess]");
    }

    @Test
    void whereEverythingIsAnsweredWithThePageForWhatIsMissingThatAloneIsTold() throws InterruptedException {
        for (String address : List.of("no-such-page-0b5d4e7a", "assets/", ".prongsai-manifest.json")) {
            host.fault(address, 200, "<p>ไม่พบหน้า");
        }
        assertThat(said()).containsExactly("MUST MISSING_FOUND [200]");
    }

    @Test
    void pagesThatComeUncompressedAreTold() throws InterruptedException {
        String home = "<p>" + "หน้าแรก ".repeat(200);
        host.fault("", 200, home, "Content-Type", "text/html");
        assertThat(said()).containsExactly("SHOULD NOT_COMPRESSED []");
        host.fault("", (exchange, time) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            boolean brotli = "br".equals(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
            if (brotli) {
                exchange.getResponseHeaders().set("Content-Encoding", "br");
            }
            Host.send(exchange, 200, brotli ? new byte[9] : home.getBytes(StandardCharsets.UTF_8));
        });
        assertThat(said()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-cache                    | max-age=31536000, immutable |
            no-store                    | public, max-age=2592000     |
            max-age=600                 | max-age=99999999            |
            max-age=0, must-revalidate  | max-age=31536000            |
            ''                          | max-age=31536000            | SHOULD PAGE_KEPT [, ]
            max-age=86400               | max-age=31536000            | SHOULD PAGE_KEPT [, max-age=86400]
            public                      | max-age=31536000            | SHOULD PAGE_KEPT [, public]
            no-cache                    | no-cache, max-age=31536000  | SHOULD ASSET_NOT_KEPT [assets/site-0123456789ab.css, no-cache, max-age=31536000]
            no-cache                    | max-age=3600                | SHOULD ASSET_NOT_KEPT [assets/site-0123456789ab.css, max-age=3600]
            """)
    void whatBrowsersKeepIsLookedAt(String page, String asset, String finding) throws InterruptedException {
        host.header("Cache-Control", page);
        host.fault(Host.CSS, 200, "p{color:red}", "Content-Type", "text/css;charset=utf-8", "Cache-Control", asset);
        assertThat(said()).isEqualTo(Optional.ofNullable(finding).map(List::of).orElse(List.of()));
    }

    @Test
    void headersThatAreMissingOrWeakAreTold() throws InterruptedException {
        host.header("X-Content-Type-Options", "");
        host.header("Referrer-Policy", "unsafe-url");
        host.header("Permissions-Policy", "");
        host.header("Content-Security-Policy", "default-src 'self'");
        assertThat(said())
                .containsExactly(
                        "SHOULD NO_HEADER [X-Content-Type-Options, nosniff]",
                        "SHOULD NO_HEADER [Referrer-Policy, strict-origin-when-cross-origin]",
                        "SHOULD NO_HEADER [Permissions-Policy, camera=(), microphone=()]",
                        "SHOULD NO_HEADER [Content-Security-Policy, frame-ancestors 'self']");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            frame-ancestors 'self'                                           |
            default-src https:; frame-ancestors 'self'                       |
            img-src *; frame-ancestors 'self'                                |
            default-src 'none'; frame-ancestors 'self'                       | MUST POLICY_STOPS_PAGES [default-src]
            img-src data:; script-src 'nonce-a'; frame-ancestors 'self'      | MUST POLICY_STOPS_PAGES [script-src]; MUST POLICY_STOPS_PAGES [img-src]
            frame-ancestors 'self', form-action 'none'                       | MUST POLICY_STOPS_PAGES [form-action]
            """)
    void aPolicyThatStopsThePagesIsTold(String policy, String findings) throws InterruptedException {
        host.header("Content-Security-Policy", policy);
        assertThat(said()).isEqualTo(findings == null ? List.of() : List.of(findings.split("; ")));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, NGINX",
        "nginx/1.22.1, NGINX",
        "Apache/2.4.62 (Debian), APACHE",
        "LiteSpeed, APACHE",
        "Microsoft-IIS/10.0, IIS",
        "Caddy, CADDY"
    })
    void aServerThatNamesItselfIsKnown(String name, WebServer server) throws InterruptedException {
        host.header("Server", name);
        assertThat(check().server()).contains(server);
    }

    @Test
    void aSampleHasEveryKindOfFileAndWhatHasChanged() throws InterruptedException {
        for (int i = 0; i < 30; i++) {
            host.file("news/" + i + "/index.html", "<p>" + i);
            host.file("files/" + i + ".pdf", "%PDF" + i);
        }
        host.file("news/index.html", "<p>ข่าว");
        host.file(".well-known/security.txt", "Contact:");
        host.file(".nojekyll", "");
        check(
                base(),
                host.manifest(),
                Set.of(new OutputPath("news/7/index.html"), new OutputPath("gone.html")),
                false,
                Optional.empty(),
                Optional.empty());
        assertThat(host.requests.stream()
                        .filter(r -> !List.of("no-such-page-0b5d4e7a", ".prongsai-manifest.json", "files/")
                                .contains(r))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "",
                        "404.html",
                        ".well-known/security.txt",
                        Host.CSS,
                        "data/a.csv",
                        "files/0.pdf",
                        "news/",
                        "news/0/",
                        "news/7/",
                        "news/7",
                        "oit/",
                        "assets/");
    }

    private static WebReport secure(String alias, String name, Optional<SSLContext> trust, Optional<URI> http)
            throws Exception {
        try (Host secure = new Host(Optional.of(TestKeys.server(alias)))) {
            return check("https://" + name + ":" + secure.port() + "/", secure.manifest(), Set.of(), true, http, trust);
        }
    }

    @Test
    void aCertificateThatBrowsersWarnOfIsTold() throws Exception {
        Optional<SSLContext> trust = Optional.of(TestKeys.trust());
        assertThat(said(secure("good", "localhost", trust, Optional.empty()))).isEmpty();
        assertThat(kinds(secure("expired", "localhost", trust, Optional.empty())))
                .containsExactly(WebFinding.Kind.CERTIFICATE_EXPIRED);
        assertThat(kinds(secure("early", "localhost", trust, Optional.empty())))
                .containsExactly(WebFinding.Kind.CERTIFICATE_TOO_NEW);
        assertThat(kinds(secure("good", "127.0.0.1", trust, Optional.empty())))
                .containsExactly(WebFinding.Kind.CERTIFICATE_OF_ANOTHER);
        assertThat(kinds(secure("good", "localhost", Optional.empty(), Optional.empty())))
                .containsExactly(WebFinding.Kind.CERTIFICATE_UNTRUSTED);
        try (ServerSocket socket = greeting()) {
            String plain = "https://127.0.0.1:" + socket.getLocalPort() + "/";
            assertThat(kinds(check(plain, host.manifest(), Set.of(), true, Optional.empty(), trust)))
                    .containsExactly(WebFinding.Kind.NOT_ENCRYPTED);
        }
    }

    private static List<WebFinding.Kind> kinds(WebReport report) {
        return report.findings().stream().map(WebFinding::kind).toList();
    }

    @Test
    void httpMustLeadToHttps() throws Exception {
        Optional<SSLContext> trust = Optional.of(TestKeys.trust());
        Optional<URI> http = Optional.of(URI.create(base()));
        assertThat(said(secure("good", "localhost", trust, http)))
                .containsExactly("SHOULD HTTP_STAYS [" + base() + "]");
        host.fault("", 301, "", "Location", "https://localhost/");
        assertThat(said(secure("good", "localhost", trust, http))).isEmpty();
    }

    @Test
    void browsersMustBeToldToComeByHttpsAlone() throws Exception {
        try (Host secure = new Host(Optional.of(TestKeys.server("good")))) {
            secure.header("Strict-Transport-Security", "max-age=0");
            String base = "https://localhost:" + secure.port() + "/";
            assertThat(said(check(
                            base, secure.manifest(), Set.of(), true, Optional.empty(), Optional.of(TestKeys.trust()))))
                    .containsExactly("SHOULD NO_HSTS []");
        }
    }

    @Test
    void httpsThatIsThereShouldBeUsed() throws Exception {
        try (Host secure = new Host(Optional.of(TestKeys.server("good")))) {
            URI other = URI.create("https://localhost:" + secure.port() + "/");
            WebReport report =
                    check(base(), host.manifest(), Set.of(), true, Optional.of(other), Optional.of(TestKeys.trust()));
            assertThat(said(report)).containsExactly("SHOULD HTTPS_UNUSED [" + other + "]");
        }
    }
}
