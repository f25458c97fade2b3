package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    private static final Pattern EXPLAINED = Pattern.compile("^  (?:(-[a-zA-Z]), )?(--[a-z-]+)", Pattern.MULTILINE);

    static Stream<Arguments> pages() {
        return Arrays.stream(Language.values())
                .flatMap(language -> Stream.of("prongsai", "build", "check", "serve", "share", "publish", "package")
                        .map(command -> Arguments.of(command, language)));
    }

    private static String page(String command, Language language) throws IOException {
        return Files.readString(
                Path.of("src/main/resources/messages/help-" + command + "_" + language.code() + ".txt"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void explainsEveryOptionOfTheCommandAndNoOther(String command, Language language) throws IOException {
        List<String> explained = EXPLAINED
                .matcher(page(command, language))
                .results()
                .flatMap(m -> Stream.of(m.group(1), m.group(2)))
                .filter(option -> option != null)
                .sorted()
                .toList();
        assertThat(explained).isEqualTo(CommandLineReader.options(command));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyExampleIsUnderstood(String command, Language language) throws Exception {
        List<String> examples = page(command, language)
                .lines()
                .filter(line -> line.startsWith("  prongsai ") && !line.contains("[") && !line.contains("<"))
                .map(line -> line.strip().replaceFirst("   .*", ""))
                .toList();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
        for (String example : examples) {
            CommandLineReader.read(
                    List.of(example.substring("prongsai ".length()).split(" ")));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsTheTerminal(String command, Language language) throws IOException {
        assertThat(page(command, language).lines().map(HelpTest::columns)).allMatch(columns -> columns <= 100);
    }

    /** Thai vowels and tone marks above and below take no column. */
    private static long columns(String line) {
        return line.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .count();
    }
}
