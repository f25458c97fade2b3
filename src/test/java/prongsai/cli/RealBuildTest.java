package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.build.SiteBuild;

/** The commands with the real generator behind them. */
class RealBuildTest {

    private static final Path NINE_MISTAKES = Path.of("src/test/resources/sites-invalid/nine-mistakes-in-nine-files")
            .toAbsolutePath();
    private static final Pattern SUMMARY = Pattern.compile(
            "Done: (.*)\\. Pages: ([0-9]+) in site/\\. Problems: error 0, warning 43, info 0\\. Time: 1\\.2 s\\.");

    private FakeComputer computer;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
        computer.writeContent();
    }

    private int run(String... arguments) {
        return computer.run(SiteBuild::run, arguments);
    }

    private String last() {
        return computer.out().lines().reduce((a, b) -> b).orElse("");
    }

    private int pages(String changes) {
        Matcher summary = SUMMARY.matcher(last());
        assertThat(summary.matches()).as(last()).isTrue();
        assertThat(summary.group(1)).isEqualTo(changes);
        return Integer.parseInt(summary.group(2));
    }

    /** Every file with its bytes and the time of its last change. */
    private Map<String, String> snapshot() throws IOException {
        Path site = computer.folder.resolve("site");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        site.relativize(file).toString(),
                        Files.getLastModifiedTime(file) + " " + HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void buildsTheSiteAndTheSecondTimeChangesNothing() throws IOException {
        assertThat(run("build", "--lang", "en")).isEqualTo(0);
        Map<String, String> site = snapshot();
        assertThat(site).containsKeys("index.html", "structure/index.html", "404.html");
        List<String> files =
                site.keySet().stream().filter(f -> !f.startsWith(".prongsai")).toList();
        long pages = files.stream().filter(f -> f.endsWith(".html")).count();
        assertThat(pages(pages + " pages added; " + (files.size() - pages) + " other files added"))
                .isEqualTo(pages);
        assertThat(run("build", "--lang", "en")).isEqualTo(0);
        assertThat(pages("nothing changed")).isEqualTo(pages);
        assertThat(snapshot()).isEqualTo(site);
        assertThat(computer.err()).isEmpty();
        assertThat(computer.left()).isEmpty();
    }

    @Test
    void aDryRunTellsWhatABuildThenDoesAndWritesNothing() throws IOException {
        assertThat(run("build", "--dry-run", "--lang", "en")).isEqualTo(0);
        String list = computer.out();
        assertThat(list.lines()).contains("+ /ita/", "+ /ita/404.html", "+ /ita/structure/");
        assertThat(computer.folder.resolve("site")).doesNotExist();
        assertThat(computer.err()).isEmpty();
        run("build");
        Map<String, String> site = snapshot();

        computer.write("content/pages/structure.md", "---\ntitle: โครงสร้าง\n---\nกองคลัง\n");
        computer.write("content/pages/duty.md", "---\ntitle: หน้าที่\n---\nกองช่าง\n");
        assertThat(run("build", "--dry-run", "--quiet")).isEqualTo(0);
        List<String> told = computer.out().lines().toList();
        assertThat(told).contains("+ /ita/duty/", "~ /ita/structure/");
        assertThat(told).isSortedAccordingTo(java.util.Comparator.comparing(line -> line.substring(2)));
        assertThat(snapshot()).isEqualTo(site);

        assertThat(run("build", "--lang", "en")).isEqualTo(0);
        List<String> replaced =
                told.stream().filter(line -> line.startsWith("~")).toList();
        long changed =
                replaced.stream().filter(line -> line.matches(".*(/|\\.html)")).count();
        pages(changed + " pages changed, 1 added; " + (replaced.size() - changed) + " other files changed");
        Map<String, String> next = snapshot();
        site.entrySet().removeAll(next.entrySet());
        assertThat(site.keySet().stream().filter(f -> f.endsWith(".html"))).hasSize((int) changed);
        run("build", "--dry-run", "--lang", "en");
        assertThat(computer.out()).contains("\nOnly tried, site/ is as it was. A build now: nothing changed. Pages: ");

        Files.delete(computer.folder.resolve("content/pages/duty.md"));
        run("build", "--dry-run", "--quiet");
        assertThat(computer.out().lines()).contains("- /ita/duty/").hasSameSizeAs(told);
        assertThat(snapshot()).isEqualTo(next);
    }

    @Test
    void aDryRunMeetsTheFilesInItsWay() throws IOException {
        computer.write("site/index.html", "ของคนอื่น");
        assertThat(run("build", "--dry-run", "--lang", "en")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo("error: files that Prongsai did not make are in the way: index.html."
                        + " Hint: move them away, or choose another folder with --out; nothing was changed\n");
        assertThat(snapshot()).containsOnlyKeys("index.html");
    }

    @Test
    void nineMistakesInNineFilesAreAllToldAndTheSiteStaysAsItWas() throws IOException {
        assertThat(run("build")).isEqualTo(0);
        Map<String, String> site = snapshot();
        assertThat(run("build", "--lang", "en", "--quiet", "--content", NINE_MISTAKES + "/content"))
                .isEqualTo(1);
        List<String> told = computer.out()
                .lines()
                .map(line -> line.replace(NINE_MISTAKES + "/", ""))
                .toList();
        List<String> expected = Files.readString(NINE_MISTAKES.resolve("expected.txt"))
                .lines()
                .takeWhile(line -> !line.isEmpty())
                .toList();
        assertThat(told).isEqualTo(expected).hasSize(9);
        assertThat(snapshot()).isEqualTo(site);
    }

    @Test
    void aFileInTheWayIsTheComputersFault() throws IOException {
        Path foreign = computer.write("site/index.html", "ของคนอื่น");
        assertThat(run("build", "--lang", "en")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo("error: files that Prongsai did not make are in the way: index.html."
                        + " Hint: move them away, or choose another folder with --out; nothing was changed\n");
        assertThat(foreign).hasContent("ของคนอื่น");
        assertThat(snapshot().keySet()).allMatch(file -> file.equals("index.html") || file.startsWith(".prongsai"));
    }

    @Test
    void aFileInPlaceOfTheSitesFolderIsTheComputersFault() throws IOException {
        Path file = computer.write("site", "x");
        assertThat(run("build", "--lang", "en")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo("error: " + file + " is a file where the folder of the website should be."
                        + " Hint: move the file away, or choose another folder with --out\n");
    }

    @Test
    void aPreviewIsServedUnderItsPathUntilTheEndAndLeavesNothing() throws IOException {
        List<String> seen = new ArrayList<>();
        computer.until(() -> {
            Matcher said = Pattern.compile("http://\\S+").matcher(computer.out());
            assertThat(said.find()).isTrue();
            URI top = URI.create(said.group());
            seen.add(top.getRawPath());
            seen.add(ask(top.resolve("structure/")));
            seen.add(ask(top.resolve("nothing/at/all")));
            assertThat(computer.left()).hasSize(1);
        });
        assertThat(run("serve", "--port", "0", "--lang", "en")).isEqualTo(0);
        assertThat(seen).containsExactly("/ita/", "200", "404");
        assertThat(computer.left()).isEmpty();
        assertThat(computer.folder.resolve("site")).doesNotExist();
        assertThat(computer.out().lines().reduce((a, b) -> b).orElse(""))
                .matches("The website is at http://127\\.0\\.0\\.1:[0-9]+/ita/"
                        + " \\(only on this computer\\)\\. Ctrl-C ends it\\.");
    }

    @Test
    void whatClearsAwayThePreviewAtTheEndCanBeDoneTwice() {
        assertThat(run("serve", "--port", "0")).isEqualTo(0);
        assertThat(computer.atEnd()).hasSize(1);
        computer.atEnd().forEach(Runnable::run);
        assertThat(computer.left()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsTheComputersFault() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(run("serve", "--port", port, "--lang", "en")).isEqualTo(3);
            assertThat(computer.err())
                    .isEqualTo("error: the port " + port + " is in use by another program, or may not be used."
                            + " Hint: choose another, such as --port 8081\n");
        }
        assertThat(computer.left()).isEmpty();
    }

    private static String ask(URI uri) {
        try {
            return Integer.toString(HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
