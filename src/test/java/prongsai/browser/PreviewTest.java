package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import prongsai.cli.Main;

/** An officer's browser, open on the preview of a real program in its own process. */
class PreviewTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots", "preview");
    private static final String RECORD = "pages/about-ita.md";
    private static final String NEW_TEXT = "ข้อความที่เพิ่งแก้";
    private static final String SHOWS_NEW_TEXT =
            "return document.querySelector('main').textContent.includes('" + NEW_TEXT + "')";

    /** What the preview adds to a page, as {@code shadow} and {@code dialog}. */
    private static final String PANEL = """
            const host = [...document.querySelectorAll('body > div')].find(e => e.shadowRoot);
            const shadow = host && host.shadowRoot, dialog = shadow && shadow.querySelector('dialog');
            """;

    private static final String IS_OPEN = PANEL + "return !!dialog && dialog.open";
    private static final String FOCUSED = PANEL + "return shadow.activeElement && shadow.activeElement.className";
    private static final String SIDEWAYS = "return document.documentElement.scrollWidth > innerWidth";

    private Browser browser;
    private Path content;
    private Path temporary;
    private Process preview;
    private BufferedReader console;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        browser = Browser.get();
        content = own.resolve("content");
        temporary = Files.createDirectories(own.resolve("tmp"));
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.toList()) {
                Files.copy(file, content.resolve(Path.of("content").relativize(file)));
            }
        }
    }

    /** Starts the program; gives the address that it says. */
    private String start(String language) throws IOException {
        preview = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--templates=" + Path.of("templates").toAbsolutePath(),
                        "--today=2563-06-01",
                        "--port=0",
                        "--lang=" + language)
                .directory(content.getParent().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        console = new BufferedReader(new InputStreamReader(preview.getInputStream(), StandardCharsets.UTF_8));
        String line = console.readLine();
        while (line != null && !line.contains("http://127.0.0.1:")) {
            line = console.readLine();
        }
        assertThat(line).isNotNull();
        // What is said later must be read, or the program would wait.
        CompletableFuture.runAsync(() -> console.lines().forEach(said -> {}));
        return line.replaceFirst(".*(http://\\S+).*", "$1");
    }

    @AfterEach
    void tearDown() throws InterruptedException {
        // A page that is left open would go on asking for the server.
        browser.open("about:blank");
        if (preview != null) {
            preview.destroyForcibly().waitFor();
        }
    }

    private void append(String text) throws IOException {
        Path record = content.resolve(RECORD);
        Files.writeString(record, Files.readString(record) + "\n" + text + "\n");
    }

    private void replace(String old, String next) throws IOException {
        Path record = content.resolve(RECORD);
        String text = Files.readString(record);
        assertThat(text).contains(old);
        Files.writeString(record, text.replace(old, next));
    }

    private String panelText() {
        return String.valueOf(browser.run(PANEL + "return dialog.innerText"));
    }

    /** Everybody can read the list, on a phone too; the pictures are for eyes. */
    private void assertReadable(String name) {
        for (int width : List.of(1280, 320)) {
            browser.window(width, width == 320 ? 640 : 800);
            assertThat(browser.axe()).as("at " + width).isEmpty();
            assertThat(browser.run(SIDEWAYS)).as("at " + width).isEqualTo(false);
            browser.screenshotOfWindow(SCREENSHOTS.resolve(name + "-" + width + ".png"));
        }
        browser.window(1280, 800);
    }

    @Test
    void aPageFollowsTheRecordsAndTellsWhatIsWrong() throws Exception {
        String site = start("en");
        browser.open(site + "about-ita/");
        browser.run("window.loadedBefore = true");
        append(NEW_TEXT);
        browser.await(SHOWS_NEW_TEXT);
        assertThat(browser.run("return window.loadedBefore === undefined")).isEqualTo(true);

        replace("title:", "titel:");
        replace(NEW_TEXT, "[ขาด](nothing.md)");
        browser.await(IS_OPEN);
        assertThat(panelText())
                .contains("Problems in the records", "error", "content/pages/about-ita.md:", "What to do: ")
                .containsPattern("about-ita\\.md:[0-9]+:[0-9]+");
        assertThat(browser.run(PANEL + "return dialog.getAttribute('role') + ' ' + host.lang"))
                .isEqualTo("alertdialog en");
        assertThat(browser.run(FOCUSED)).isEqualTo("close");
        assertThat(browser.run(SHOWS_NEW_TEXT)).as("the last good version").isEqualTo(true);
        assertReadable("problems");

        browser.press(Keys.ESCAPE);
        browser.await(PANEL + "return !dialog.open && !shadow.querySelector('.badge').hidden");
        assertThat(browser.run(FOCUSED)).isEqualTo("badge errors");
        assertReadable("badge");
        browser.press(Keys.ENTER);
        browser.await(IS_OPEN);
        browser.press(Keys.ESCAPE);
        browser.open(site + "about-ita/");
        browser.await(PANEL + "return !!shadow && !shadow.querySelector('.badge').hidden");
        assertThat(browser.run(IS_OPEN)).as("what was put aside stays aside").isEqualTo(false);

        replace("titel:", "title:");
        replace("[ขาด](nothing.md)", "แก้แล้วครบถ้วน");
        browser.await("return document.querySelector('main').textContent.includes('แก้แล้วครบถ้วน')");
        assertThat(browser.run(IS_OPEN)).isEqualTo(false);
        assertThat(browser.consoleErrors()).isEmpty();

        preview.destroy();
        assertThat(preview.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void errorsFromTheBeginningAreAPageThatTurnsIntoTheSite() throws Exception {
        replace("title:", "titel:");
        String site = start("th");
        browser.open(site);
        assertThat(browser.find("h1").getText()).isEqualTo("สิ่งที่ต้องแก้ในข้อมูล");
        assertThat(browser.find("main").getText()).contains("content/pages/about-ita.md:");
        assertReadable("nothing-yet");
        append("ยังไม่หาย [ขาด](nothing.md)");
        replace("titel:", "title:");
        browser.await("return document.querySelector('main').textContent.includes('nothing.md')");
        replace("[ขาด](nothing.md)", "");
        browser.await("return !!document.querySelector('.masthead')");
        assertThat(browser.consoleErrors()).allMatch(error -> error.contains("status of 503"));
    }
}
