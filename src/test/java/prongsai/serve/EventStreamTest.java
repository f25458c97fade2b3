package prongsai.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.site.OutputPath;
import prongsai.source.Severity;
import prongsai.source.SourcePosition;

@Tag("alone")
class EventStreamTest {

    private static final Notice ERROR = new Notice(
            Severity.ERROR,
            Optional.of(new SourcePosition("content/a.md", 4, 13)),
            "“</script>” is no year",
            "write 2563");
    private static final Notice WARNING = new Notice(Severity.WARNING, Optional.empty(), "old", "look");

    private LiveSite live;
    private PreviewServer server;
    private volatile Outcome outcome = new Outcome.Published("/", true, List.of());

    @BeforeEach
    void setUp(@TempDir Path site) throws IOException {
        Files.writeString(site.resolve("index.html"), "<head></head>");
        begin(site, outcome);
    }

    private void begin(Path site, Outcome first) throws IOException {
        live = new LiveSite(site, first, viewers -> outcome);
        server = PreviewServer.start(live, PreviewWords.ENGLISH, 0);
    }

    @AfterEach
    void tearDown() {
        server.close();
        live.close();
    }

    private void build(Outcome next) {
        outcome = next;
        live.rebuild();
    }

    @Test
    void aPageIsToldAtOnceHowTheSiteStands() throws IOException {
        try (Listener page = Listener.to(server.address())) {
            JsonNode told = page.next();
            assertThat(page.type()).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(told.get("version").asText()).isEqualTo(live.state().version());
            assertThat(told.get("errors").asBoolean()).isFalse();
            assertThat(told.get("notices")).isEmpty();
            assertThat(told.get("note").asText()).isEmpty();
        }
    }

    @Test
    void aPageThatListensIsOpenIfTheSiteHasIt() throws IOException {
        Path folder = Files.createDirectories(live.folder().resolve("oit/2563"));
        Files.writeString(folder.resolve("index.html"), "<head></head>");
        for (String page : List.of("", "oit/2563/", "nowhere/", "%2e%2e/x.html", "oit/2563", "a%20b/")) {
            try (Listener listener = Listener.on(server.address().resolve("/" + page))) {
                listener.next();
            }
        }
        assertThat(live.open())
                .extracting(OutputPath::text)
                .containsExactlyInAnyOrder("index.html", "oit/2563/index.html");
    }

    @Test
    void everyPageIsToldOfAChange() throws IOException {
        try (Listener one = Listener.to(server.address());
                Listener two = Listener.to(server.address())) {
            String before = one.next().get("version").asText();
            two.next();
            build(new Outcome.Published("/", true, List.of()));
            assertThat(one.next().get("version").asText()).isNotEqualTo(before);
            assertThat(two.next().get("version").asText()).isNotEqualTo(before);
        }
    }

    @Test
    void problemsAreToldInWordsTheWorstFirst() throws IOException {
        try (Listener page = Listener.to(server.address())) {
            page.next();
            build(new Outcome.Refused(List.of(WARNING, ERROR)));
            JsonNode told = page.next();
            assertThat(told.get("count").asText()).isEqualTo("error 1 · warning 1");
            assertThat(told.get("note").asText()).isEqualTo("The page shows what was there before.");
            assertThat(told.get("notices").toString())
                    .isEqualTo("[{\"severity\":\"error\",\"word\":\"error\",\"place\":\"content/a.md:4:13\","
                            + "\"what\":\"“</script>” is no year\",\"hint\":\"write 2563\"},"
                            + "{\"severity\":\"warning\",\"word\":\"warning\",\"place\":\"\","
                            + "\"what\":\"old\",\"hint\":\"look\"}]");
            assertThat(told.get("more").asText()).isEmpty();
        }
    }

    @Test
    void moreProblemsThanAnybodyReadsAreCounted() throws IOException {
        try (Listener page = Listener.to(server.address())) {
            page.next();
            build(new Outcome.Refused(
                    IntStream.range(0, 1000).mapToObj(i -> WARNING).toList()));
            JsonNode told = page.next();
            assertThat(told.get("notices")).hasSize(100);
            assertThat(told.get("more").asText()).isEqualTo("and 900 more");
            assertThat(told.get("count").asText()).isEqualTo("warning 1000");
        }
    }

    @Test
    void whoListensLongestIsSentAwayWhenTooManyListen() throws IOException {
        List<Listener> pages = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            Listener page = Listener.to(server.address());
            page.next();
            pages.add(page);
        }
        assertThat(pages.get(0).isSentAway()).isTrue();
        assertThat(server.listeners()).isEqualTo(16);
        build(new Outcome.Refused(List.of(ERROR)));
        for (Listener page : pages.subList(1, 17)) {
            assertThat(page.next().get("errors").asBoolean()).isTrue();
            page.close();
        }
    }

    @Test
    void aPageThatDoesNotListenKeepsNobodyWaiting() throws IOException {
        int port = server.address().getPort();
        List<Notice> many = IntStream.range(0, 100)
                .mapToObj(i -> new Notice(Severity.ERROR, Optional.empty(), "x".repeat(200_000), ""))
                .toList();
        try (Socket deaf = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            String request = "GET /.prongsai/events HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n\r\n";
            deaf.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            try (Listener page = Listener.to(server.address())) {
                page.next();
                build(new Outcome.Refused(many));
                assertThat(page.next().get("notices")).hasSize(100);
                build(new Outcome.Published("/", true, List.of()));
                assertThat(page.next().get("notices")).isEmpty();
            }
        }
    }

    @Test
    void thePageOfProblemsStandsForASiteThatIsNotThereYet(@TempDir Path nothing) throws IOException {
        tearDown();
        begin(nothing.resolve("site"), new Outcome.Refused(List.of(WARNING, ERROR)));
        assertThat(server.address().getRawPath()).isEqualTo("/");
        var connection = (java.net.HttpURLConnection) new URL(server.address() + "any/where/").openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(503);
        assertThat(connection.getContentType()).isEqualTo("text/html; charset=utf-8");
        String page = new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("<html lang=\"en\">", "<h1>Problems</h1>", "error 1 · warning 1", "Nothing to show yet.")
                .contains("data-version=\"" + live.state().version() + "\" data-told=\"1\"")
                .containsSubsequence(
                        "<code>content/a.md:4:13</code>",
                        "“&lt;/script&gt;” is no year",
                        "<b>What to do:</b> write 2563",
                        "old")
                .doesNotContain("“</script>");
        assertThat(Told.json(live.state(), PreviewWords.ENGLISH)).contains("\"told\": 1");
    }
}
