package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import prongsai.source.Problem;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;

class MarkdownRendererTest {

    private static final MarkdownRenderer RENDERER = new MarkdownRenderer();

    @TestFactory
    Stream<DynamicTest> rendersEveryExampleExactly() {
        return MarkdownExample.all().stream().map(e -> DynamicTest.dynamicTest(e.toString(), () -> check(e)));
    }

    private static void check(MarkdownExample example) {
        Rendered rendered = Rendered.of(example.markdown(), example.options());
        assertThat(rendered.html().html().strip()).isEqualTo(example.parts().getOrDefault("html", ""));
        assertThat(rendered.problems()).isEqualTo(example.parts().getOrDefault("problems", ""));
        for (String part : List.of("plain", "headings", "links")) {
            if (example.parts().containsKey(part)) {
                assertThat(rendered.part(part))
                        .as(part)
                        .isEqualTo(example.parts().get(part));
            }
        }
    }

    /** What came of a text, as the data files write it. */
    record Rendered(MarkdownHtml html, String problems) {

        static Rendered of(String markdown, MarkdownOptions options) {
            return of(markdown, options, new SampleLinks());
        }

        static Rendered of(String markdown, MarkdownOptions options, LinkResolver links) {
            Problems problems = new Problems();
            TextBlock block = TextBlock.in(new SourceFile("a.md", markdown), 0);
            MarkdownHtml html = RENDERER.render(block, links, options, problems);
            return new Rendered(
                    html, problems.sorted().stream().map(Rendered::line).collect(Collectors.joining("\n")));
        }

        private static String line(Problem problem) {
            SourcePosition at = problem.position();
            return at.line() + ":" + at.column() + " " + problem.code().id() + " "
                    + String.join(" | ", problem.arguments());
        }

        String part(String part) {
            return switch (part) {
                case "plain" -> html.plainText();
                case "headings" ->
                    html.headings().stream()
                            .map(h -> h.level() + " " + h.id() + " " + h.text())
                            .collect(Collectors.joining("\n"));
                default ->
                    html.links().stream()
                            .map(l -> l.position().line() + ":" + l.position().column() + " " + l.href())
                            .collect(Collectors.joining("\n"));
            };
        }
    }
}
