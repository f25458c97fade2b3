package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** {@link Slug}, {@link RecordId} and {@link FilePath}. */
class NamesTest {

    @Provide
    Arbitrary<String> slugs() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars('-')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> pathSoups() {
        return Arbitraries.of("..", ".", "", "a", "แผน 2563.pdf", "a/b", "...", "a.b", "\\", "-")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("/", parts));
    }

    @Property
    void aSlugHasOnlySmallAsciiLettersDigitsAndHyphens(@ForAll String text) {
        boolean valid =
                !text.isEmpty() && text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        assertThat(Slug.isValid(text)).isEqualTo(valid);
        if (!valid) {
            assertThatThrownBy(() -> new Slug(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a slug: " + text);
        }
    }

    @Property
    void slugsJoinedAreARecordsName(
            @ForAll @Size(min = 2, max = 4) List<@net.jqwik.api.From("slugs") String> segments) {
        RecordId id = new RecordId(String.join("/", segments));
        assertThat(id.collection()).isEqualTo(segments.get(0));
        assertThat(id.slug()).isEqualTo(new Slug(segments.get(segments.size() - 1)));
        assertThat(id).hasToString(String.join("/", segments));
    }

    @Example
    void aRecordsNameHasACollectionAndNoExtension() {
        for (String text : List.of("", "a", "a/", "/a", "a//b", "a/b.md", "a/B", "a/../b", "a/b\n", "ก/ข", "a/b c")) {
            assertThat(RecordId.isValid(text)).as(text).isFalse();
        }
        assertThat(RecordId.isValid("announcements/2563/no-gift")).isTrue();
    }

    @Example
    void aNameOfTensOfThousandsOfSegmentsIsJudgedLikeAnyOther() {
        assertThat(RecordId.isValid("a/".repeat(50_000) + "a")).isTrue();
        assertThat(RecordId.isValid("a/".repeat(50_000))).isFalse();
    }

    @Property
    void aFilePathNeverClimbs(@ForAll("pathSoups") String text) {
        boolean climbs =
                List.of(text.split("/", -1)).stream().anyMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
        if (climbs) {
            assertThatThrownBy(() -> new FilePath(text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a path inside content: " + text);
        } else {
            FilePath path = new FilePath(text);
            assertThat(path.folder().isEmpty() ? path.name() : path.folder() + "/" + path.name())
                    .isEqualTo(text);
        }
    }

    /** What the forms say as patterns, which the checks do not use because they are many. */
    @Property(tries = 5000, edgeCases = EdgeCasesMode.NONE)
    void formsAreCheckedAsTheyAreStated(@ForAll("nearlyNames") String text) {
        assertThat(Slug.isValid(text)).isEqualTo(text.matches("[a-z0-9-]+"));
        assertThat(RecordId.isValid(text)).isEqualTo(text.matches("[a-z0-9-]+(/[a-z0-9-]+)+"));
        assertThat(ThaiDate.isWritten(text)).isEqualTo(text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        boolean inside =
                Arrays.stream(text.split("/", -1)).noneMatch(s -> s.isEmpty() || s.equals(".") || s.equals(".."));
        assertThat(isPath(text)).isEqualTo(inside);
    }

    private static boolean isPath(String text) {
        try {
            return new FilePath(text).path().equals(text);
        } catch (IllegalArgumentException notInside) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> nearlyNames() {
        return Arbitraries.of(
                        "a", "z", "0", "9", "-", "/", ".", "..", "2563", "-01", "2563-01-02", "A", "ก", "_", "\n", "")
                .list()
                .ofMaxSize(5)
                .map(pieces -> String.join("", pieces));
    }
}
