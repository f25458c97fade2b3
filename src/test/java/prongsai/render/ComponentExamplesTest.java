package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.render.ComponentExamples.Component;
import prongsai.render.ComponentExamples.Example;
import prongsai.render.ComponentExamples.Parameter;

/**
 * Every example of every component gives exactly the HTML kept under {@code src/test/resources/components/}.
 *
 * <p>After a change that is meant, {@code mvn test -Dtest=ComponentExamplesTest -Dgolden.update=true} writes the files
 * anew; read the difference before committing it.
 */
class ComponentExamplesTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "components");

    static List<Example> examples() throws IOException {
        return ComponentExamples.examples();
    }

    static List<Component> components() throws IOException {
        return ComponentExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rendersTheExpectedHtml(Example example, @TempDir Path own) throws Exception {
        String html = ComponentExamples.render(example, own);
        Path file = GOLDEN.resolve(example.component()).resolve(example.name() + ".html");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, html);
        }
        assertThat(html).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isWellFormedAndRunsNothing(Example example, @TempDir Path own) throws Exception {
        Parser parser = Parser.htmlParser().setTrackErrors(10);
        Document page = Jsoup.parse(
                "<!DOCTYPE html><html><head><title>x</title></head><body>" + ComponentExamples.render(example, own)
                        + "</body></html>",
                "",
                parser);
        assertThat(parser.getErrors()).isEmpty();
        assertThat(page.select("script, style, iframe, [style]")).isEmpty();
        List<String> handlers = page.getAllElements().stream()
                .flatMap(e -> e.attributes().asList().stream())
                .map(a -> a.getKey())
                .filter(name -> name.startsWith("on"))
                .toList();
        assertThat(handlers).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void linksAndControlsHaveWords(Example example, @TempDir Path own) throws Exception {
        Document page = Jsoup.parseBodyFragment(ComponentExamples.render(example, own));
        assertThat(page.select("a, button, th"))
                .allSatisfy(e -> assertThat(e.text() + e.attr("aria-label")).isNotBlank());
        assertThat(page.select("svg:not([aria-hidden]):not([role=img])").stream()
                        .filter(svg -> svg.closest("[role=img]") == null))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("components")
    void describesTheParametersItsMacroHas(Component component) throws IOException {
        String template = Files.readString(
                ComponentExamples.COMPONENTS.resolve(component.name()).resolve("template.ftlh"));
        var macro =
                Pattern.compile("<#macro " + component.macro() + "\\b([^>]*)>").matcher(template);
        assertThat(macro.find()).as("macro %s", component.macro()).isTrue();
        Set<String> declared = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        var words = Pattern.compile("(\\w+)(=(\"[^\"]*\"|\\[\\]|\\{\\}|\\w+))?").matcher(macro.group(1));
        while (words.find()) {
            declared.add(words.group(1));
            if (words.group(2) == null) {
                required.add(words.group(1));
            }
        }
        assertThat(names(component.parameters().stream())).isEqualTo(declared);
        assertThat(names(component.parameters().stream().filter(Parameter::required)))
                .isEqualTo(required);
    }

    @Test
    void everyComponentIsInTheIndexAndInOneStylesheetInOrder() throws IOException {
        List<String> folders = components().stream().map(Component::name).toList();
        assertThat(namesIn("templates/components/index.ftlh", "<#include \"([a-z-]+)/template.ftlh\">"))
                .isEqualTo(folders);
        String component = "components/([a-z-]+)/component.css";
        List<String> onEveryPage = namesIn("templates/assets/css/site.css", component);
        List<String> withFigures = namesIn("templates/assets/css/figures.css", component);
        assertThat(onEveryPage).isSorted();
        assertThat(withFigures).isSorted();
        assertThat(Stream.concat(onEveryPage.stream(), withFigures.stream()).sorted())
                .containsExactlyElementsOf(folders);
    }

    @ParameterizedTest
    @MethodSource("components")
    void hasAnExampleOfHostileText(Component component) {
        List<String> names = component.examples().stream().map(Example::name).toList();
        boolean showsText = component.parameters().stream()
                        .anyMatch(p -> p.required()
                                && !p.name().equals("path")
                                && !p.name().equals("modules"))
                || component.name().equals("gap");
        if (showsText) {
            assertThat(names).contains("hostile");
        }
    }

    @Test
    void keepsNoExpectedHtmlOfAnExampleThatIsGone() throws IOException {
        Set<String> expected =
                examples().stream().map(Example::toString).collect(Collectors.toCollection(TreeSet::new));
        Set<String> kept = new TreeSet<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            files.filter(Files::isRegularFile)
                    .map(f -> GOLDEN.relativize(f).toString().replace('\\', '/').replace(".html", ""))
                    .forEach(kept::add);
        }
        assertThat(kept).isEqualTo(expected);
    }

    private static Set<String> names(Stream<Parameter> parameters) {
        return parameters.map(Parameter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> namesIn(String file, String pattern) throws IOException {
        List<String> names = new ArrayList<>();
        var matcher = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** A heading level that a page chooses must be what the component writes. */
    @Test
    void writesTheHeadingLevelItIsGiven(@TempDir Path own) throws Exception {
        for (Example example : examples()) {
            Object level = example.data().get("level");
            if (level != null && !level.equals(0)) {
                Element heading = Jsoup.parseBodyFragment(ComponentExamples.render(example, own))
                        .selectFirst("h" + level);
                assertThat(heading).as(example.toString()).isNotNull();
            }
        }
    }
}
