package prongsai.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A page printed on A4, as an officer prints it; left in {@code target/print} or, by the second process of tests, in
 * {@code target/print-2}.
 *
 * @param text as a reader of the paper finds it, each sheet ended by a form feed
 */
record Paper(Path file, String text) {

    private static final Path PRINTS = WorkFolders.of("print");
    private static final Map<String, Paper> PRINTED = new ConcurrentHashMap<>();

    /** The page, printed once for all tests; {@code #notice} behind its address prints that alone. */
    static Paper of(TestSite site, String page) {
        return PRINTED.computeIfAbsent(site.name() + "-" + page, name -> print(site, page));
    }

    /** How many sheets it has. */
    int sheets() {
        return (int) text.chars().filter(c -> c == '\f').count();
    }

    /** The text of one sheet, from 1. */
    String sheet(int number) {
        return text.split("\f", -1)[number - 1];
    }

    /** Without any white space: where lines end is the business of paper and font. */
    static String unspaced(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static Paper print(TestSite site, String page) {
        Path pdftotext = Needs.program(
                "PDFTOTEXT",
                List.of("/usr/bin/pdftotext"),
                "On Debian and Ubuntu: apt-get install poppler-utils, or run ./verify.");
        Browser browser = Browser.get();
        browser.open(site, page);
        browser.run("return document.fonts.ready.then(() => true)");
        String name = page.replaceAll("/$", "").replaceAll("[/#]+", "-");
        Path file = PRINTS.resolve((site.equals(TestSite.khlongPhon()) ? "" : site.name() + "-") + name + ".pdf");
        browser.print(file);
        return new Paper(file, read(pdftotext, file));
    }

    private static String read(Path pdftotext, Path paper) {
        try {
            Process process = new ProcessBuilder(pdftotext.toString(), "-enc", "UTF-8", paper.toString(), "-")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isZero();
            // A font may draw sara am as two signs, with a tone mark between them: the same letters to a reader.
            return text.replaceAll("\\u0E4D([\\u0E48-\\u0E4B]?)\\u0E32", "$1\\u0E33");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
