package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.check.attachment.Place;
import prongsai.check.attachment.Unreadable;
import prongsai.check.external.LinkOutcome;
import prongsai.disclosure.Gap;
import prongsai.source.Concern;
import prongsai.source.ProblemCode;
import prongsai.source.StableName;

class MessagesTest {

    private static final Set<String> KINDS =
            Set.of("string", "number", "integer", "boolean", "array", "object", "null");

    @ParameterizedTest
    @EnumSource
    void everyProblemHasItsWordsAndItsHintAndThereAreNoOthers(Language language) {
        Set<String> needed = new TreeSet<>();
        for (ProblemCode code : ProblemCode.values()) {
            needed.add(code.id());
            needed.add(code.id() + ".hint");
        }
        KINDS.forEach(kind -> needed.add("kind." + kind));
        names(Concern.values()).forEach(concern -> needed.add("why." + concern));
        Arrays.stream(Gap.class.getPermittedSubclasses())
                .forEach(gap -> needed.add("gap." + hyphenated(gap.getSimpleName())));
        names(Place.Kind.values()).filter(kind -> !kind.equals("whole")).forEach(kind -> needed.add("place." + kind));
        needed.add("place.name");
        needed.add("time.left");
        needed.add("time.over");
        names(LinkOutcome.Reason.values()).forEach(reason -> needed.add("reason." + reason));
        names(Unreadable.values()).forEach(reason -> needed.add("unreadable." + reason));
        needed.add("or");
        assertThat(Messages.load("problems", language).keys().stream().filter(key -> !key.endsWith(".none")))
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    private static Stream<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(StableName::of);
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    @Test
    void everyProblemIsFoundSomewhere() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            List<String> texts = new ArrayList<>();
            for (Path source : sources.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("ProblemCode.java"))
                    .toList()) {
                texts.add(Files.readString(source));
            }
            assertThat(ProblemCode.values())
                    .allMatch(
                            code -> texts.stream().anyMatch(text -> text.matches("(?s).*\\b" + code.name() + "\\b.*")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsForNothingBelongToATextThatSpeaksOfAnOptionalArgument(Language language) {
        Messages words = Messages.load("problems", language);
        for (ProblemCode code : ProblemCode.values()) {
            for (String key : List.of(code.id(), code.id() + ".hint")) {
                boolean mayBeEmpty = placeholders(words.raw(key)).stream()
                        .anyMatch(index -> code.arguments().get(index).endsWith("?"));
                assertThat(words.keys().contains(key + ".none")).as(key).isEqualTo(mayBeEmpty);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPlaceholderIsAnArgumentOfItsProblem(Language language) {
        Messages words = Messages.load("problems", language);
        for (ProblemCode code : ProblemCode.values()) {
            for (String key : words.keys()) {
                if (key.equals(code.id()) || key.startsWith(code.id() + ".")) {
                    assertThat(placeholders(words.raw(key)))
                            .as(key)
                            .allMatch(index -> index < code.arguments().size());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void textsAreOneLineWithoutAFullStop(Language language) {
        Messages words = Messages.load("problems", language);
        for (String key : words.keys()) {
            assertThat(words.raw(key))
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("\n")
                    .isEqualTo(words.raw(key).strip());
            assertThat(words.raw(key)).as(key).doesNotEndWith(".").doesNotContain("  ");
        }
    }

    @Test
    void takesArgumentsAsTheyAre() {
        Messages words = Messages.load("problems", Language.EN);
        assertThat(words.text("duplicate-field", "{1} $1 \\ '", 3))
                .isEqualTo("{1} $1 \\ ' is written twice, first on line 3");
    }

    @Test
    void saysSomethingElseWhereAnArgumentIsEmpty() {
        Messages words = Messages.load("problems", Language.EN);
        assertThat(words.text("missing-attachment.hint", "files/a.pdf", "files/b.pdf"))
                .isEqualTo("use files/b.pdf, or put the file there");
        assertThat(words.text("missing-attachment.hint", "files/a.pdf", ""))
                .isEqualTo(
                        "put the file there, or correct the path; it begins at content/, or with ./ beside the record");
        assertThat(words.text("missing-attachment.hint", "files/a.pdf"))
                .isEqualTo(
                        "put the file there, or correct the path; it begins at content/, or with ./ beside the record");
    }

    @Test
    void looksUpTheWordsForAKind() {
        assertThat(Messages.load("problems", Language.EN).text("wrong-type", "title", "array", "string, integer"))
                .isEqualTo("title is a list but must be text or a whole number");
        assertThat(Messages.load("problems", Language.TH).text("wrong-type", "title", "array", "string, integer"))
                .isEqualTo("title เป็นรายการ แต่ต้องเป็นข้อความ หรือ จำนวนเต็ม");
    }

    @Test
    void aTextThatIsMissingIsAMistakeOfOurs() {
        assertThatThrownBy(() -> Messages.load("problems", Language.EN).text("no-such-problem"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no text no-such-problem");
    }

    private static List<Integer> placeholders(String text) {
        return Messages.PLACEHOLDER
                .matcher(text)
                .results()
                .map(m -> Integer.valueOf(m.group(1)))
                .toList();
    }
}
