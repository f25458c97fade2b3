package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.deploy.web.WebFinding;
import prongsai.deploy.web.WebFinding.Kind;
import prongsai.deploy.web.WebFinding.Severity;
import prongsai.deploy.web.WebReport;
import prongsai.feeds.ServerFile;
import prongsai.model.WebServer;
import prongsai.source.StableName;

class WebWordsTest {

    private static final ServerFile FILE =
            new ServerFile(URI.create("http://www.example.go.th/"), Optional.of("img-src 'self'"));

    private static WebWords words(Language language) {
        return new WebWords(Messages.load("console", language));
    }

    private static WebReport report(WebFinding... findings) {
        return new WebReport(List.of(findings), 12, 10, 12, Optional.of(WebServer.CADDY));
    }

    private static WebFinding must(Kind kind, String... arguments) {
        return new WebFinding(kind, Severity.MUST, List.of(arguments));
    }

    private static WebFinding should(Kind kind, String... arguments) {
        return new WebFinding(kind, Severity.SHOULD, List.of(arguments));
    }

    @ParameterizedTest
    @EnumSource
    void everyFindingHasItsWordsAndItsHintAndThereAreNoOthers(Language language) {
        Set<String> needed = new TreeSet<>(Set.of("web-right", "web-more", "web-remedy"));
        for (Kind kind : Kind.values()) {
            needed.add("web-" + StableName.of(kind));
            needed.add("web-" + StableName.of(kind) + ".hint");
        }
        assertThat(Messages.load("console", language).keys().stream()
                        .filter(key -> key.startsWith("web-") && !key.endsWith(".none")))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void aFindingIsOneLineWithItsHint() {
        assertThat(words(Language.EN)
                        .findings(report(
                                must(Kind.FILE_TOO_SHORT, "oit/", "3", "6"),
                                should(Kind.WRONG_TYPE, "data/a.csv", "", "text/csv; charset=utf-8"))))
                .containsExactly(
                        "error: /oit/ came with 3 of 6 bytes. Hint: publish again; if it stays so, a cache on the way is"
                                + " old",
                        "warning: /data/a.csv came without a type; it is text/csv; charset=utf-8. Hint: add the types"
                                + " to the server");
        assertThat(words(Language.TH).findings(report(must(Kind.FILE_FORBIDDEN, "", "403"))))
                .containsExactly(
                        "error: เซิร์ฟเวอร์ไม่ยอมให้ผู้ใดอ่าน / (403). Hint: ให้สิทธิ์เซิร์ฟเวอร์อ่านไฟล์ (ไฟล์ 644 โฟลเดอร์ 755)");
    }

    @Test
    void manyFindingsOfAKindAreCountedNotListed() {
        List<WebFinding> many = new ArrayList<>(Collections.nCopies(8, must(Kind.FILE_MISSING, "a/")));
        many.add(should(Kind.NO_HSTS));
        List<String> lines = words(Language.EN).findings(report(many.toArray(WebFinding[]::new)));
        assertThat(lines).hasSize(7);
        assertThat(lines.subList(4, 7))
                .containsExactly(
                        lines.get(0),
                        "  and 3 more like this",
                        "warning: browsers are not told to come by https alone. Hint: send Strict-Transport-Security");
    }

    @Test
    void whatAServerSaysCannotReachTheConsoleRaw() {
        assertThat(words(Language.EN)
                        .findings(report(must(Kind.FILE_ELSEWHERE, "a/", "http://x/\u001b[31m")))
                        .get(0))
                .doesNotContain("\u001b");
    }

    @Test
    void sumsUp() {
        assertThat(words(Language.EN).summary(report(must(Kind.FILE_MISSING, "a/"), should(Kind.NO_HSTS))))
                .isEqualTo("Came as published: 10 of 12 files asked for. Errors 1, warnings 1.");
    }

    @Test
    void theLinesOfTheNamedServerComeFirstThenThoseOfTheOthers() {
        WebReport report = report(should(Kind.LISTED, "assets/"), should(Kind.NO_HSTS));
        assertThat(words(Language.EN).remedies(report, FILE, Optional.of(WebServer.IIS)))
                .containsExactly(
                        "Lines for IIS (web.config) that put this right, or write server: iis in content/site.yaml, build and"
                                + " publish:",
                        "        <!-- [listing] In <system.webServer>: a folder without index.html is not listed. -->",
                        "        <directoryBrowse enabled=\"false\" />",
                        "Lines for nginx (nginx.conf) that put this right, or write server: nginx in content/site.yaml, build"
                                + " and publish:",
                        "    location \"/\" {",
                        "        # [listing] A folder without index.html is not listed.",
                        "        autoindex off;",
                        "    }",
                        "Lines for Apache (.htaccess) that put this right, or write server: apache in content/site.yaml, build"
                                + " and publish:",
                        "    # [listing] A folder without index.html is not listed.",
                        "    Options -Indexes",
                        "Lines for Caddy (caddy.conf) that put this right, or write server: caddy in content/site.yaml, build"
                                + " and publish:",
                        "    handle \"/*\" {",
                        "        # [listing] A folder without index.html is not listed: that would take the word \"browse\".",
                        "        file_server {",
                        "            index index.html",
                        "        }",
                        "    }");
    }

    @Test
    void theServerThatAnsweredComesFirstWhereNoneIsNamed() {
        assertThat(words(Language.TH)
                        .remedies(report(should(Kind.LISTED, "assets/")), FILE, Optional.empty())
                        .get(0))
                .isEqualTo(
                        "บรรทัดสำหรับ Caddy (caddy.conf) ที่แก้เรื่องข้างต้น หรือเขียน server: caddy ใน content/site.yaml"
                                + " แล้วสร้างและเผยแพร่:");
    }

    @Test
    void noLinesWhereNoneWouldHelp() {
        assertThat(words(Language.EN).remedies(report(must(Kind.FILE_MISSING, "a/")), FILE, Optional.empty()))
                .isEmpty();
    }
}
