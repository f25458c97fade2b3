package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gallery's pages: components and specimen pages in the site's own frame. */
class GalleryTest {
    private static final Path TARGET = Path.of("target", "gallery");
    private static List<Path> pages = List.of();

    @BeforeAll
    static void build() throws Exception {
        pages = Gallery.build(TARGET);
    }

    @Test
    void showsEveryComponent() throws IOException {
        assertThat(pages)
                .map(p -> p.getFileName().toString())
                .containsAll(ComponentExamples.all().stream()
                        .map(c -> c.name() + ".html")
                        .toList());
    }

    /** The page around a record's own text, HTML and CSS together: 14 kB, what a first round trip carries. */
    @Test
    void frameAndStylesheetStayWithinTheBudget() throws IOException {
        int css = compressed(Files.readAllBytes(TARGET.resolve("site.css")));
        int html = compressed(Files.readAllBytes(TARGET.resolve("page-empty.html")));
        assertThat(css + html).as("css %d + html %d", css, html).isLessThan(14_000);
    }

    @Test
    void everyPageIsValidHtmlWithoutAWarning() throws Exception {
        NuCheck nu = new NuCheck();
        List<String> messages = new ArrayList<>();
        for (Path page : pages) {
            messages.addAll(nu.messagesOf(page));
        }
        // The hostile examples hold addresses that are none; that they stay inside the attribute is what counts.
        messages.removeIf(m -> m.contains("for attribute “href” on element “a”: Bad URL"));
        assertThat(messages).isEmpty();
    }

    @Test
    void thePolicyAllowsNothingInlineAndNothingFromElsewhere() throws IOException {
        for (Path file : pages) {
            Document page = Jsoup.parse(Files.readString(file));
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").eachAttr("content"))
                    .containsExactly(
                            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                                    + "font-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'");
            assertThat(page.select("style, [style], script:not([src]):not([type=application/ld+json])"))
                    .isEmpty();
            assertThat(page.select("head [href^=http]:not([rel=canonical]), head [src^=http], img[src^=http]"))
                    .isEmpty();
        }
    }

    @Test
    void everyPageHasItsLandmarksOneMainHeadingAndASkipLinkFirst() throws IOException {
        for (Path file : pages) {
            Document page = Jsoup.parse(Files.readString(file));
            String name = file.getFileName().toString();
            assertThat(page.select("html").attr("lang")).isEqualTo("th");
            assertThat(page.select("h1")).as(name).hasSize(1);
            assertThat(page.select("body > main, body > header, body > footer"))
                    .as(name)
                    .hasSize(3);
            assertThat(page.select("body a").first().attr("href")).isEqualTo("#main");
            assertThat(page.getElementById("main")).as(name).isNotNull();
        }
    }

    @Test
    void aDataBlockCannotEndItsElement() throws IOException {
        String html = Files.readString(TARGET.resolve("page-empty.html"));
        assertThat(html)
                .contains("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\","
                        + "\"name\":\"\\u003c/script\\u003e\"}</script>");
    }

    private static int compressed(byte[] bytes) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length + 64];
        int size = deflater.deflate(out);
        deflater.end();
        return size;
    }
}
