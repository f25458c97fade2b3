package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.model.Numerals;
import prongsai.render.MarkdownRendererTest.Rendered;

/** Texts that would cost a parser minutes, or the end of its stack. */
class MarkdownLimitsTest {

    private static final MarkdownOptions OPTIONS = new MarkdownOptions(2, "", Numerals.THAI);

    private static Rendered render(String markdown) {
        return assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Rendered.of(markdown, OPTIONS));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "\"> \"; 1:1 nested-too-deep 60",
                ">; 1:1 nested-too-deep 60",
                "\"- \"; 1:1 nested-too-deep 60",
                "\"1. \"; 1:1 nested-too-deep 60",
                "\"[^1]: \"; 1:1 nested-too-deep 60",
                "[; 1:1 too-much [ | 500",
                "![; 1:1 too-much [ | 500",
                "[^; 1:1 too-much [ | 500",
                "[a]; 1:1 too-much [ | 10000",
                "[a](b); 1:1 too-much [ | 10000",
                "[a][b]; 1:1 too-much [ | 20000",
                "<b>; 1:1 too-much < | 10000",
                "a <!-- ; 1:1 too-much < | 10000",
                "a `; 1:1 too-much < | 10000",
                "www.; 1:1 too-much < | 10000",
                "|; 1:1 too-much \\| | 200"
            })
    void signsWithoutEndAreShownAsTheyStand(String sign, String problem) {
        String markdown = sign.repeat(10_000) + "ก";
        Rendered rendered = render(markdown);
        assertThat(rendered.problems()).isEqualTo(problem.replace("\\|", "|"));
        assertThat(rendered.html().html())
                .isEqualTo("<pre>"
                        + markdown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</pre>\n");
    }

    @Test
    void aSpaceAtAFootnotesLabelIsNotTriedInEveryWay() {
        assertThat(render("[^" + " ".repeat(3_000) + "x").problems()).isEqualTo("1:1 too-much [^ | 1");
    }

    @Test
    void marksInMarksBecomeTextBeforeTheyEndTheStack() {
        Rendered deep = render("*a ".repeat(40) + "a* ".repeat(40));
        assertThat(deep.problems()).isEqualTo("1:88 nested-too-deep 30");
        assertThat(deep.html().html()).startsWith("<p>" + "<em>a ".repeat(29) + "*a *a ");
        String deepest = "*a ".repeat(9_000) + "a* ".repeat(9_000);
        assertThat(render(deepest).problems()).isEqualTo("1:88 nested-too-deep 30");
        // The search for addresses, which a text with such a sign needs, walks the tree by calling itself.
        assertThat(render(deepest + "@").problems()).isEqualTo("1:1 nested-too-deep 60");
    }

    @Test
    void aLongTitleOrAddressDoesNotEndTheStack() {
        for (String markdown : new String[] {"[a](b \"%s\")", "[a](<%s>)", "[a](%s)", "[a]: <%s>", "[%s]", "<%s>"}) {
            SafeHtml.check(
                    render(markdown.replace("%s", "x".repeat(200_000))).html().html());
        }
    }

    @Test
    void aMegabyteOnOneLineIsATextLikeAnyOther() {
        Rendered rendered = render("การเปิดเผย".repeat(100_000));
        assertThat(rendered.problems()).isEmpty();
        assertThat(rendered.html().html()).isEqualTo("<p>" + "การเปิดเผย".repeat(100_000) + "</p>\n");
    }

    @Test
    void whatIsLongButHonestIsNoProblem() {
        String rows = IntStream.range(0, 3_000)
                .mapToObj(i -> "| **" + i + "** | [ไฟล์](a" + i + ".pdf) | `x` |\n")
                .collect(Collectors.joining());
        assertThat(render("| ก | ข | ค |\n| - | - | - |\n" + rows).problems()).isEmpty();
        assertThat(render("- **ก** [ข](a.md) https://www.go.th/x\n".repeat(3_000))
                        .problems())
                .isEmpty();
        assertThat(render("1. **ก** [ข](a.md) https://www.go.th/x\n".repeat(3_000))
                        .problems())
                .isEmpty();
        assertThat(render("ข้อความ **หนา** [ข](a.md)\n\n".repeat(3_000)).problems())
                .isEmpty();
    }
}
