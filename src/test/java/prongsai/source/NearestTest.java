package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NearestTest {

    private static final List<String> FIELDS = List.of("title", "date", "fiscalYear", "summary", "signedBy");

    @Test
    void suggestsTheWordWithOneLetterTooFewTooManyOrWrong() {
        assertThat(Nearest.of("titl", FIELDS)).contains("title");
        assertThat(Nearest.of("summmary", FIELDS)).contains("summary");
        assertThat(Nearest.of("dare", FIELDS)).contains("date");
    }

    @Test
    void countsTwoSwappedLettersAsOneMistake() {
        assertThat(Nearest.distance("titel", "title")).isEqualTo(1);
        assertThat(Nearest.of("daet", FIELDS)).contains("date");
    }

    @Test
    void ignoresLetterCase() {
        assertThat(Nearest.of("FISCALYEAR", FIELDS)).contains("fiscalYear");
    }

    @Test
    void suggestsNothingForAWordThatIsNearToNone() {
        assertThat(Nearest.of("attachments", FIELDS)).isEmpty();
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }

    @Test
    void takesTheFirstInOrderOfEquallyNearWords() {
        assertThat(Nearest.of("bat", List.of("hat", "cat"))).contains("cat");
    }

    @Test
    void findsThaiWordsWithAWrongToneMark() {
        assertThat(Nearest.of("กองช้าง", List.of("กองคลัง", "กองช่าง"))).contains("กองช่าง");
    }

    @Test
    void isNotBusyForEverWithAMegabyteOfText() {
        String huge = "ก".repeat(1_000_000);
        Assertions.assertTimeout(
                Duration.ofSeconds(2),
                () -> assertThat(Nearest.of(huge, List.of("title", huge))).isEmpty());
    }

    @Test
    void aPathIsNearByItsNameAndNotByItsFolder() {
        List<String> files = List.of("files/a/no-gift.pdf", "files/plan.pdf", "files/ภาพ.jpg");
        assertThat(Nearest.path("files/no-gift.pdf", files)).contains("files/a/no-gift.pdf");
        assertThat(Nearest.path("files/a/nogift.pdf", files)).contains("files/a/no-gift.pdf");
        assertThat(Nearest.path("files/plam.pdf", files)).contains("files/plan.pdf");
        assertThat(Nearest.path("files/other.pdf", files)).isEmpty();
        assertThat(Nearest.path("files/ab.jpg", files)).isEmpty();
        assertThat(Nearest.path("memos/2563/x", List.of("memos/2563/y"))).isEmpty();
        assertThat(Nearest.path("announcements/2564/no-gift", List.of("announcements/2563/no-gift")))
                .contains("announcements/2563/no-gift");
    }
}
