package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourcePosition;

class ProblemPrinterTest {

    private static final SourcePosition PLACE = new SourcePosition("content/announcements/2563/no-gift.md", 4, 13);

    private static String line(Language language, ProblemCode code, Object... arguments) {
        return new ProblemPrinter(language).line(new Problem(code, PLACE, arguments));
    }

    @Test
    void saysWhereHowBadWhatAndWhatToDo() {
        assertThat(line(Language.EN, ProblemCode.COMMON_ERA_YEAR, "fiscalYear", 2020, 2563))
                .isEqualTo("content/announcements/2563/no-gift.md:4:13: error:"
                        + " fiscalYear is 2020, a Common Era year. Hint: 2563");
        assertThat(line(Language.TH, ProblemCode.COMMON_ERA_YEAR, "fiscalYear", 2020, 2563))
                .isEqualTo("content/announcements/2563/no-gift.md:4:13: error:"
                        + " fiscalYear เป็น 2020 ซึ่งเป็นปีคริสต์ศักราช. Hint: 2563");
    }

    @Test
    void theWordsForHowBadAreTheSameInEveryLanguage() {
        assertThat(line(Language.TH, ProblemCode.STRAY_EMPHASIS, "**ก**")).contains(":4:13: warning: ", ". Hint: ");
        assertThat(line(Language.TH, ProblemCode.UNREFERENCED_FILE, "files/a.pdf"))
                .contains(":4:13: info: ", ". Hint: ");
    }

    @Test
    void aTerminalObeysNothingThatAnOfficerWrote() {
        assertThat(line(Language.EN, ProblemCode.UNKNOWN_FIELD, "a\u001b[31mb\rc\u0085d\u202ee\u0000", "title"))
                .isEqualTo("content/announcements/2563/no-gift.md:4:13: error:"
                        + " there is no field a\\u{1b}[31mb c\\u{85}d\\u{202e}e\\u{0} here. Hint: use title");
    }

    @Test
    void keepsTheMarksThatThaiTextIsBrokenBy() {
        assertThat(PlainText.of("ประกาศ\u200Bนโยบาย 😀 ก้")).isEqualTo("ประกาศ\u200Bนโยบาย 😀 ก้");
    }

    @Test
    void showsHalfACharacterByItsNumber() {
        assertThat(PlainText.of("a\ud83db")).isEqualTo("a\\u{d83d}b");
    }

    @Test
    void cutsWhatNobodyReads() {
        assertThat(PlainText.shortened("ก".repeat(240))).isEqualTo("ก".repeat(240));
        assertThat(PlainText.shortened("😀".repeat(241))).isEqualTo("😀".repeat(240) + "…");
    }
}
