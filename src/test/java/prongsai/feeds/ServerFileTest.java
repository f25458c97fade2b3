package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import prongsai.model.WebServer;
import prongsai.site.OutputPath;

/** What the files say. Whether servers do what they say is tried on the servers themselves. */
class ServerFileTest {

    private static final Optional<String> POLICY = Optional.of("default-src 'none'; img-src 'self'");
    private static final ServerFile UNDER_A_PATH = new ServerFile(URI.create("https://www.example.go.th/ita/"), POLICY);
    private static final ServerFile BY_HTTP = new ServerFile(URI.create("http://www.example.go.th/"), POLICY);

    @ParameterizedTest
    @EnumSource
    void isTheFileThatWasReadByEye(WebServer server) throws IOException {
        Path golden = Path.of("src/test/resources/server", server.name().toLowerCase(Locale.ROOT) + ".txt");
        assertThat(UNDER_A_PATH.text(server)).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingToBeFilledIn(WebServer server) {
        for (ServerFile file : List.of(UNDER_A_PATH, BY_HTTP)) {
            assertThat(file.text(server)).doesNotContain("{{", "}}").doesNotContainPattern("(?m)^@");
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsBrowsersToComeByHttpsAloneOnlyWhereTheSiteIsThere(WebServer server) {
        assertThat(UNDER_A_PATH.text(server).contains("max-age=31536000\"")).isTrue();
        assertThat(UNDER_A_PATH.lines(server, Set.of(ServerConcern.HSTS))).isNotEmpty();
        assertThat(BY_HTTP.lines(server, Set.of(ServerConcern.HSTS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPolicyThatIsNotKnownIsNotMadeUp(WebServer server) {
        String text = new ServerFile(URI.create("https://www.example.go.th/"), Optional.empty()).text(server);
        assertThat(text).contains("\"frame-ancestors 'self'\"").doesNotContain("default-src");
    }

    @ParameterizedTest
    @EnumSource
    void hasLinesForEverythingThatItSeesTo(WebServer server) {
        for (ServerConcern concern : ServerConcern.values()) {
            assertThat(UNDER_A_PATH.lines(server, Set.of(concern)))
                    .as(concern.name())
                    .isNotEmpty();
        }
    }

    @Test
    void linesOfABlockComeWithTheBlock() {
        assertThat(UNDER_A_PATH.lines(WebServer.NGINX, Set.of(ServerConcern.LISTING)))
                .containsExactly(
                        "location \"/ita/\" {",
                        "    # [listing] A folder without index.html is not listed.",
                        "    autoindex off;",
                        "}");
        assertThat(UNDER_A_PATH.lines(WebServer.APACHE, Set.of(ServerConcern.LISTING)))
                .containsExactly("# [listing] A folder without index.html is not listed.", "Options -Indexes");
        assertThat(UNDER_A_PATH.lines(WebServer.NGINX, Set.of(ServerConcern.NOT_FOUND)))
                .containsExactly(
                        "location \"/ita/\" {",
                        "    # [not-found] What is missing or hidden is answered with the website's own page.",
                        "    error_page 403 404 =404 \"/ita/404.html\";",
                        "}");
    }

    @Test
    void theFileOfIisIsXml() {
        Document document = Made.xml(UNDER_A_PATH.text(WebServer.IIS));
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("configuration");
        assertThat(document.getElementsByTagName("mimeMap").getLength()).isEqualTo(30);
    }

    @Test
    void aPathIsMatchedLetterByLetter() {
        String text = new ServerFile(URI.create("https://www.example.go.th/a.b/%E0%B9%84%E0%B8%97%E0%B8%A2/"), POLICY)
                .text(WebServer.APACHE);
        assertThat(text)
                .contains("SetEnvIf Request_URI \"^/a\\.b/ไทย/assets/")
                .contains("ErrorDocument 404 /a.b/%E0%B9%84%E0%B8%97%E0%B8%A2/404.html\n");
    }

    @ParameterizedTest
    @EnumSource
    void isMadeForTheServerThatIsNamedAlone(WebServer server, @TempDir Path folder) {
        String name = server.name().toLowerCase(Locale.ROOT);
        Made made = new Made(folder, "baseUrl: https://www.example.go.th/\nserver: " + name + "\n");
        assertThat(made.byPath().keySet().stream().filter(p -> ServerFile.isOne(new OutputPath(p))))
                .containsExactly(server.file());
        assertThat(made.text(server.file()))
                .isEqualTo(new ServerFile(URI.create("https://www.example.go.th/"), Optional.of("default-src 'self'"))
                        .text(server));
    }

    @Test
    void isNotMadeWhereNoServerIsNamed(@TempDir Path folder) {
        assertThat(new Made(folder).byPath().keySet()).noneMatch(p -> ServerFile.isOne(new OutputPath(p)));
    }

    /** Words of servers that say where a rule is; one that is forgotten in a file would hold for a whole host. */
    @Test
    void aSiteUnderAPathSaysNothingOfTheRestOfItsHost() {
        assertThat(Pattern.compile("(?m)^(location|handle) \"(?!/ita/)")
                        .matcher(UNDER_A_PATH.text(WebServer.NGINX) + UNDER_A_PATH.text(WebServer.CADDY))
                        .find())
                .isFalse();
    }

    @Test
    void manyRemediesStandInOneBlockSinceNoServerTakesTwoOfOneName() {
        List<String> lines = BY_HTTP.lines(WebServer.NGINX, EnumSet.allOf(ServerConcern.class));
        assertThat(lines.stream().filter("location \"/\" {"::equals)).hasSize(1);
        assertThat(lines.indexOf("set $prongsai_cache \"no-cache\";")).isBetween(0, lines.indexOf("location \"/\" {"));
        assertThat(lines.get(lines.size() - 1)).isEqualTo("}");
    }
}
