package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleSheetTest {
    private static final StyleSheet.Values VALUES =
            new StyleSheet.Values(Accent.of("#1a237e"), false, "อบต. \"ก\\ข\" </style>", "www.example.go.th/ita");

    @TempDir
    Path own;

    @Test
    void putsEachFileInThePlaceOfItsImport() throws IOException {
        css("site.css", "@import \"a.css\";\n@import \"../../components/x/component.css\";\n.last { color: red; }\n");
        css("a.css", "/* a comment */\n.a   >  .b ,\n.c { margin : 0 ; content: \"  kept /* as it is */ \"; }\n");
        css("../../components/x/component.css", ".x :is(h2, h3) { background: url(\"../../assets/images/i.svg\"); }\n");
        StyleSheet sheet = StyleSheet.assemble(TemplateFiles.withOwn(own), StyleSheet.SITE, VALUES);
        assertThat(sheet.text())
                .isEqualTo(".a>.b,.c{margin :0;content:\"  kept /* as it is */ \"}"
                        + ".x :is(h2,h3){background:url(\"assets/images/i.svg\")}.last{color:red}\n");
        assertThat(sheet.assets()).containsExactly("assets/images/i.svg");
        assertThat(sheet.withAddresses(path -> "i.123.svg")).contains("url(\"i.123.svg\")");
    }

    @Test
    void writesTheValuesOfTheSite() throws IOException {
        css("site.css", "@import \"values.css\";");
        assertThat(StyleSheet.assemble(TemplateFiles.withOwn(own), StyleSheet.SITE, VALUES)
                        .text())
                .isEqualTo(":root{--accent:#1a237e;--accent-text:#1a237e;--accent-deep:#131a5d;--accent-mid:#6c72ac;"
                        + "--accent-soft:#e8e9f2;--digits:decimal}@page{@top-left{content:\"อบต. \\22 ก\\5c ข\\22  \\3c /style>\"}"
                        + "@bottom-left{content:\"www.example.go.th/ita\"}"
                        + "@bottom-right{content:\"หน้า \" counter(page) \" จาก \" counter(pages)}}\n");
    }

    @Test
    void aFileThatIsImportedAndMissingIsSaid() throws IOException {
        css("site.css", "@import \"gone.css\";");
        assertThatThrownBy(() -> StyleSheet.assemble(TemplateFiles.withOwn(own), StyleSheet.SITE, VALUES))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage("assets/css/gone.css");
    }

    @Test
    void theBundledSheetNeedsItsFontsAndNothingFromElsewhere() throws IOException {
        StyleSheet sheet = StyleSheet.assemble(TemplateFiles.bundled(), StyleSheet.SITE, VALUES);
        assertThat(sheet.assets())
                .containsExactly(
                        "assets/fonts/sarabun-thai-400.woff2",
                        "assets/fonts/sarabun-latin-400.woff2",
                        "assets/fonts/sarabun-thai-600.woff2",
                        "assets/fonts/sarabun-latin-600.woff2",
                        "assets/images/band.svg");
        for (String asset : sheet.assets()) {
            assertThat(TemplateFiles.bundled().exists(asset)).as(asset).isTrue();
        }
        assertThat(sheet.text()).doesNotContain("@import", "http:", "https:", "//", "letter-spacing");
        assertThat(sheet.text().chars().filter(c -> c == '{').count())
                .isEqualTo(sheet.text().chars().filter(c -> c == '}').count());
    }

    /** A colour written outside the tokens would stay as it is in high contrast and on paper. */
    @Test
    void componentsUseTheTokensColoursAlone() throws IOException {
        List<String> files = ComponentExamples.all().stream()
                .map(c -> "components/" + c.name() + "/component.css")
                .collect(Collectors.toCollection(ArrayList::new));
        files.addAll(List.of(
                "assets/css/base.css", "assets/css/frame.css", "assets/css/pages.css", "assets/css/search.css"));
        for (String file : files) {
            String css = TemplateFiles.bundled().readText(file).replaceAll("/\\*(?s:.*?)\\*/", "");
            var colours = Pattern.compile("#[0-9a-f]{3,8}\\b|rgba?\\(")
                    .matcher(css)
                    .results()
                    .map(m -> m.group())
                    .collect(Collectors.toCollection(TreeSet::new));
            // A QR code is dark on light whatever the page looks like: a camera must read it.
            assertThat(colours)
                    .as(file)
                    .isEqualTo(file.contains("/qr/") ? new TreeSet<>(List.of("#000", "#fff")) : new TreeSet<>());
        }
    }

    private void css(String name, String text) throws IOException {
        Path file = own.resolve("assets/css").resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
