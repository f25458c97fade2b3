package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The municipality whose content comes with the project is one of many: nothing of it is in the program. */
class AnotherMunicipalityTest {

    private static final List<String> KHLONG_PHON = List.of(
            "คลองพน",
            "กระบี่",
            "คลองท่อม",
            "641422",
            "๖๔๑๔๒๒",
            "นุกูล",
            "งานดี",
            "สมจิต",
            "รัตนวงศ์",
            "มะลิ",
            "ภูพรประเสริฐ",
            "52401",
            "๕๒๔๐๑",
            "Khlong Phon");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$|<#--.*?-->");

    @Test
    void nothingLeaksIntoAnothersSite(@TempDir Path folder) throws Exception {
        Path site = folder.resolve("site");
        Sites.buildWell(Sites.fixture("another-municipality"), site);
        assertThat(mentions(site, text -> text)).isEmpty();
    }

    @Test
    void theProgramAndItsTemplatesDoNotNameIt() throws IOException {
        List<String> mentions = new ArrayList<>();
        for (String folder : List.of("src/main", "templates")) {
            mentions.addAll(mentions(Path.of(folder), AnotherMunicipalityTest::withoutComments));
        }
        assertThat(mentions).isEmpty();
    }

    @Test
    void itsOwnSiteDoesNameIt(@TempDir Path folder) throws Exception {
        Path site = folder.resolve("site");
        Sites.buildWell(Sites.KHLONG_PHON, site);
        assertThat(mentions(site, text -> text))
                .contains("index.html: คลองพน", "index.html: กระบี่", "index.html: คลองท่อม")
                .anyMatch(m -> m.endsWith("นุกูล"))
                .anyMatch(m -> m.endsWith("สมจิต"))
                .anyMatch(m -> m.endsWith("มะลิ"));
    }

    /** The examples of components feed the gallery of developers, never a site. */
    private static boolean isPartOfASite(Path file) {
        return Files.isRegularFile(file) && !file.endsWith("component.json");
    }

    private static String withoutComments(String text) {
        return COMMENT.matcher(text).replaceAll(Matcher.quoteReplacement(""));
    }

    private static List<String> mentions(Path folder, java.util.function.UnaryOperator<String> reading)
            throws IOException {
        List<String> mentions = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(AnotherMunicipalityTest::isPartOfASite)
                    .sorted()
                    .toList()) {
                String text = reading.apply(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
                KHLONG_PHON.stream()
                        .filter(text::contains)
                        .forEach(word -> mentions.add(folder.relativize(file) + ": " + word));
            }
        }
        return mentions;
    }
}
