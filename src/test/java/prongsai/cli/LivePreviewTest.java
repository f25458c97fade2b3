package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.build.SiteBuild;
import prongsai.serve.Listener;

/** An officer works on the records while the preview is open. */
@Tag("alone")
class LivePreviewTest {

    private static final String PAGE = "content/pages/structure.md";
    private static final String BROKEN = "ไม่มีส่วนหัว";

    private FakeComputer computer;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
        computer.writeContent();
    }

    /** What an officer does while the preview is open. */
    @FunctionalInterface
    private interface Work {
        void with(URI site, Listener page) throws IOException;
    }

    private void preview(Work work) {
        // What goes wrong in the officer's work would be taken for a bug of the program.
        AtomicReference<Throwable> wrong = new AtomicReference<>();
        computer.until(() -> {
            Matcher said = Pattern.compile("http://\\S+").matcher(computer.out());
            assertThat(said.find()).isTrue();
            URI site = URI.create(said.group());
            try (Listener page = Listener.to(site)) {
                work.with(site, page);
            } catch (IOException | AssertionError e) {
                wrong.set(e);
            }
        });
        int code = computer.run(SiteBuild::run, "serve", "--port", "0", "--lang", "en");
        assertThat(wrong.get()).isNull();
        assertThat(code).as(computer.err()).isEqualTo(0);
        assertThat(computer.left()).isEmpty();
    }

    private void page(String text) throws IOException {
        computer.write(PAGE, "---\ntitle: โครงสร้าง\n---\n" + text + "\n");
    }

    private static String get(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        InputStream body =
                connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
        return connection.getResponseCode() + " " + new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String version(JsonNode told) {
        return told.get("version").asText();
    }

    private static JsonNode awaitOther(Listener page, JsonNode seen) throws IOException {
        return page.next(told -> !version(told).equals(version(seen)));
    }

    /** The last line that the console said of a build, without its time. */
    private String said() {
        // A page is told first, and the console is read by the same moment.
        return computer.out().lines().reduce((a, b) -> b).orElse("");
    }

    @Test
    void aChangedRecordIsShown() {
        preview((site, page) -> {
            JsonNode first = page.next();
            page("กองคลังและกองช่าง");
            awaitOther(page, first);
            assertThat(get(site.resolve("structure/"))).startsWith("200 ").contains("กองคลังและกองช่าง");
            assertThat(said())
                    .matches("00:30:[0-9]{2} Pages: 1 changed, 0 new, 0 deleted; other files: [0-9]+\\."
                            + " Problems: error 0, warning 43, info 0\\. Time: 2\\.5 s\\.");
        });
    }

    @Test
    void errorsAreToldAndTheLastGoodVersionStays() {
        preview((site, page) -> {
            JsonNode first = page.next();
            computer.write("content/pages/bad.md", BROKEN);
            JsonNode refused = page.next(told -> told.get("errors").asBoolean());
            assertThat(version(refused)).isEqualTo(version(first));
            JsonNode error = refused.get("notices").get(0);
            assertThat(error.get("place").asText()).isEqualTo("content/pages/bad.md:1:1");
            String line = error.get("place").asText() + ": error: "
                    + error.get("what").asText() + ". Hint: "
                    + error.get("hint").asText();
            assertThat(computer.out().lines()).contains(line);
            assertThat(said())
                    .matches("00:30:[0-9]+ The website stays as it was until the errors are corrected\\."
                            + " Problems: error 1, warning 43, info 0\\. Time: 2\\.5 s\\.");
            assertThat(get(site.resolve("structure/"))).startsWith("200 ").contains("สำนักปลัดเทศบาล");
            computer.write("content/pages/bad.md", "---\ntitle: ใหม่\n---\nแก้แล้ว\n");
            JsonNode mended = awaitOther(page, refused);
            assertThat(mended.get("errors").asBoolean()).isFalse();
            assertThat(get(site.resolve("bad/"))).startsWith("200 ").contains("แก้แล้ว");
            assertThat(said()).contains(" 1 new, 0 deleted;");
        });
    }

    @Test
    void whatIsPutBackAsItWasTellsThatNothingIsWrongAnyMore() {
        preview((site, page) -> {
            JsonNode first = page.next();
            computer.write("content/pages/bad.md", BROKEN);
            page.next(told -> told.get("errors").asBoolean());
            Files.delete(computer.folder.resolve("content/pages/bad.md"));
            JsonNode mended = page.next();
            assertThat(mended.get("notices")).isEmpty();
            assertThat(version(mended)).isEqualTo(version(first));
            assertThat(said()).contains(" The website stays as it is. Problems: error 0, ");
        });
    }

    @Test
    void errorsFromTheBeginningAreAPageUntilTheyAreMended() throws IOException {
        computer.write("content/pages/bad.md", BROKEN);
        preview((site, page) -> {
            assertThat(site.getRawPath()).isEqualTo("/");
            assertThat(computer.out())
                    .contains("content/pages/bad.md:1:1: error: ")
                    .contains("Until the errors are corrected the page shows them, and then the website by itself."
                            + " Problems: error 1, warning 43, info 0.\n");
            JsonNode first = page.next();
            assertThat(get(site)).startsWith("503 ").contains("<code>content/pages/bad.md:1:1</code>");
            Files.delete(computer.folder.resolve("content/pages/bad.md"));
            awaitOther(page, first);
            assertThat(get(site.resolve("/ita/structure/"))).startsWith("200 ").contains("สำนักปลัดเทศบาล");
        });
    }

    @Test
    void filesFoldersAndTemplatesMayComeAndGo() throws IOException {
        Path templates = computer.folder.resolve("templates");
        Path style = templates.resolve("assets/css/tokens.css");
        Files.createDirectories(style.getParent());
        Files.copy(Path.of("templates/assets/css/tokens.css"), style);
        preview((site, page) -> {
            JsonNode told = page.next();
            computer.write("content/pages/second.md", "---\ntitle: สอง\n---\nข้อความที่สอง\n");
            told = awaitOther(page, told);
            assertThat(get(site.resolve("second/"))).startsWith("200 ").contains("ข้อความที่สอง");
            String news = "---\ntitle: ข่าว\ndate: 2563-05-01\n---\nข่าวใหม่\n";
            computer.write("content/news/2563/opening.md", news);
            told = page.next(t -> exists(site.resolve("news/2563/opening/")));
            Files.delete(computer.folder.resolve("content/pages/second.md"));
            told = awaitOther(page, told);
            assertThat(get(site.resolve("second/"))).startsWith("404 ");
            Files.writeString(style, Files.readString(style) + "\n.changed { color: red; }\n");
            awaitOther(page, told);
            Matcher sheet = Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\"")
                    .matcher(get(site));
            assertThat(sheet.find()).isTrue();
            assertThat(get(site.resolve(sheet.group(1)))).contains(".changed");
        });
    }

    private static boolean exists(URI page) {
        try {
            return get(page).startsWith("200 ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFileThatIsReplacedAsEditorsDoIsShown() {
        preview((site, page) -> {
            JsonNode first = page.next();
            Path draft = computer.write("content/pages/.structure.md.swp", "---\ntitle: โครงสร้าง\n---\nฉบับร่าง\n");
            Files.move(draft, computer.folder.resolve(PAGE), StandardCopyOption.REPLACE_EXISTING);
            awaitOther(page, first);
            assertThat(get(site.resolve("structure/"))).contains("ฉบับร่าง");
        });
    }

    @Test
    void manyChangesAtOnceAreFewBuilds() {
        preview((site, page) -> {
            page.next();
            long before = builds();
            for (int i = 0; i < 50; i++) {
                page("ครั้งที่ " + i + " จบ");
            }
            page.next(told -> shows(site, "ครั้งที่ 49 จบ"));
            assertThat(builds() - before).isLessThan(10);
        });
    }

    private long builds() {
        return computer.out().lines().filter(line -> line.startsWith("00:30:")).count();
    }

    private static boolean shows(URI site, String text) {
        try {
            return get(site.resolve("structure/")).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theFilesAreThoseThatABuildMakes() throws IOException {
        List<Map<String, String>> previewed = new ArrayList<>();
        preview((site, page) -> {
            JsonNode first = page.next();
            page("แก้ระหว่างดู");
            awaitOther(page, first);
            assertThat(get(site)).contains("/.prongsai/preview.js");
            previewed.add(files(computer.left().get(0).resolve("site")));
        });
        assertThat(computer.run(SiteBuild::run, "build")).isEqualTo(0);
        Map<String, String> built = files(computer.folder.resolve("site"));
        assertThat(built).containsKeys("index.html", "structure/index.html", "404.html");
        assertThat(previewed).containsExactly(built);
        assertThat(built.values()).noneMatch(text -> text.contains(".prongsai/"));
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    @Test
    void aFolderThatGoesMissingIsToldAndTheSiteStays() {
        preview((site, page) -> {
            page.next();
            Path content = computer.folder.resolve("content");
            Files.move(content, content.resolveSibling("away"));
            JsonNode told = page.next(t -> t.get("errors").asBoolean());
            assertThat(told.get("notices").get(0).get("what").asText()).isEqualTo("there is no content folder content");
            assertThat(told.get("notices").get(0).get("place").asText()).isEmpty();
            assertThat(get(site.resolve("structure/"))).startsWith("200 ");
            Files.move(content.resolveSibling("away"), content);
            assertThat(page.next().get("errors").asBoolean()).isFalse();
        });
    }

    @Test
    void aBugIsToldAndThePreviewGoesOn() throws IOException {
        boolean[] broken = {false};
        computer.until(() -> {
            Matcher said = Pattern.compile("http://\\S+").matcher(computer.out());
            assertThat(said.find()).isTrue();
            try (Listener page = Listener.to(URI.create(said.group()))) {
                page.next();
                broken[0] = true;
                page("ก");
                JsonNode told = page.next();
                assertThat(told.get("notices").get(0).get("what").asText())
                        .isEqualTo("this is a fault of Prongsai and none of yours (IllegalStateException)");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Builder builder = (options, progress) -> {
            if (broken[0]) {
                throw new IllegalStateException("x");
            }
            return SiteBuild.run(options, progress);
        };
        assertThat(computer.run(builder, "serve", "--port", "0", "--lang", "en"))
                .isEqualTo(0);
        assertThat(computer.err()).startsWith("error: this is a fault of Prongsai and none of yours");
        assertThat(computer.left()).singleElement().asString().contains("prongsai-crash-");
    }

    @Test
    void anEndDuringTheFirstBuildIsQuietAndLeavesNothing() {
        Builder builder = (options, progress) -> {
            new Thread(computer.atEnd().get(0)).start();
            try {
                for (int i = 0; i < 100; i++) {
                    Path folder = Files.createDirectories(options.out().resolve("a"));
                    Files.writeString(folder.resolve(i + ".html"), "ก");
                    Thread.sleep(2);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            throw new UncheckedIOException(new IOException("the folder is gone"));
        };
        assertThat(computer.run(builder, "serve", "--port", "0")).isEqualTo(0);
        assertThat(computer.out()).isEmpty();
        assertThat(computer.err()).isEmpty();
        assertThat(computer.left()).isEmpty();
    }
}
