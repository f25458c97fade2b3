package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import prongsai.model.Numerals;
import prongsai.render.MarkdownRendererTest.Rendered;

class MarkdownSafetyTest {

    private static final MarkdownOptions OPTIONS = new MarkdownOptions(2, "", Numerals.THAI);

    /** Where an attack may stand; what is around it must stay as it is. */
    private static final List<String> PLACES = List.of(
            "%s",
            "ก่อน %s หลัง",
            "ก่อน\n\n<div>%s</div>\n\nหลัง",
            "ก่อน\n\n- %s\n\n> %s\n\nหลัง",
            "| ก่อน | %s |\n| --- | --- |\n| %s | หลัง |",
            "*ก่อน* **%s** [%s](a.md) ~~หลัง~~",
            "<b>ก่อน %s</b>\n\n<details><summary>%s</summary>\n\nหลัง\n\n</details>",
            "<table><tr><td>\n\nก่อน %s\n\n</td></tr></table>");

    @TestFactory
    Stream<DynamicTest> nothingDangerousSurvivesAnywhere() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/markdown-hostile/vectors.txt")).stream()
                .map(MarkdownExample::decode)
                .map(attack -> DynamicTest.dynamicTest(attack, () -> checkEverywhere(attack)));
    }

    private static void checkEverywhere(String attack) {
        for (String place : PLACES) {
            String markdown = place.replace("%s", attack);
            String html = Rendered.of(markdown, OPTIONS).html().html();
            SafeHtml.check(html);
            if (place.contains("ก่อน")) {
                assertThat(html).as(markdown).contains("ก่อน");
            }
        }
    }

    @Test
    void examplesAreSafeToo() {
        for (MarkdownExample example : MarkdownExample.all()) {
            String html =
                    Rendered.of(example.markdown(), example.options()).html().html();
            if (example.options().idPrefix().isEmpty()) {
                SafeHtml.check(html);
            }
        }
    }

    @Test
    void aResolverCannotSmuggleAnythingIn() {
        LinkResolver evil = new LinkResolver() {
            @Override
            public LinkTarget link(String destination) {
                return new LinkTarget.Page("javascript:alert(1)");
            }

            @Override
            public ImageTarget image(String destination) {
                return new ImageTarget.Picture("https://evil.example/x.png", java.util.Optional.empty());
            }
        };
        Rendered rendered = Rendered.of("[ก](a.md) ![ข](b.png)", OPTIONS, evil);
        assertThat(rendered.html().html()).isEqualTo("<p>ก ข</p>\n");
        assertThat(rendered.problems())
                .isEqualTo("1:1 unsafe-link javascript:alert(1)\n1:11 unsafe-link https://evil.example/x.png");
    }
}
