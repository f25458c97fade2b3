package prongsai.check.personal;

import static prongsai.check.personal.DigitRuns.COMMA;
import static prongsai.check.personal.DigitRuns.DASH;
import static prongsai.check.personal.DigitRuns.DOT;
import static prongsai.check.personal.DigitRuns.LINE;
import static prongsai.check.personal.DigitRuns.PARENTHESIS;
import static prongsai.check.personal.DigitRuns.PIPE;
import static prongsai.check.personal.DigitRuns.PLUS;
import static prongsai.check.personal.DigitRuns.SLASH;
import static prongsai.check.personal.DigitRuns.SPACE;
import static prongsai.check.personal.DigitRuns.TAB;
import static prongsai.check.personal.DigitRuns.UNDERSCORE;
import static prongsai.check.personal.DigitRuns.WALL;
import static prongsai.check.personal.DigitRuns.WHITE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import prongsai.model.NationalId;

/**
 * Finds national IDs (เลขประจำตัวประชาชน). The check digit alone proves little, as every tenth number passes it; how the
 * digits are grouped and what stands around them decide.
 */
final class NationalIdRule implements NumberRule {

    /** How a number of 13 digits is written. */
    private enum Form {
        /** {@code 1234567890121} */
        PLAIN,
        /** {@code 1-2345-67890-12-1}, as on the card. */
        GROUPED,
        /** Each digit in a box of its own. */
        BOXES,
        /** In two lines, broken where the card has a hyphen. */
        BROKEN_BETWEEN_GROUPS,
        /** In two lines, broken anywhere. */
        BROKEN,
        /** Some of the card's groups not apart: {@code 1-2345-6789012-1}. */
        HALF_GROUPED,
        /** Other groups with hyphens, dots or spaces between. */
        OTHER
    }

    /** Where the card puts hyphens: bit n stands for a gap after n digits. */
    private static final int CARD = (1 << 1) | (1 << 5) | (1 << 10) | (1 << 12);

    private static final int THOUSANDS = (1 << 1) | (1 << 4) | (1 << 7) | (1 << 10);

    private static final int EVERYWHERE = (1 << NationalId.LENGTH) - 2;

    /** How far a word is from the number that it speaks of, in characters; about a line. */
    private static final int NEAR = 80;

    private static final int LABEL = 40;

    private static final Set<String> ID_PREFIXES = Set.of(
            "id",
            "idcard",
            "id_card",
            "card",
            "cid",
            "pid",
            "nid",
            "no",
            "citizen",
            "citizenid",
            "nationalid",
            "thaiid");

    /** Parameters of addresses and beginnings of file names that milliseconds since 1970 follow. */
    private static final Set<String> CLOCK_NAMES = Set.of(
            "t",
            "ts",
            "_t",
            "_ts",
            "time",
            "timestamp",
            "v",
            "ver",
            "version",
            "_",
            "cb",
            "rnd",
            "rand",
            "r",
            "date",
            "id",
            "img_",
            "vid_",
            "fb_img_",
            "image_",
            "photo_",
            "video_",
            "received_",
            "screenshot_",
            "messageimage_",
            "img",
            "image",
            "photo",
            "messageimage",
            "signal",
            "viber_image_",
            "lineimage_",
            "line_");

    private static final List<String> MONEY = List.of("บาท", "฿", "ล้าน", "สตางค์", "THB", "baht", "%");

    @Override
    public Optional<Found> at(NumberText text, int run) {
        char first = text.runs.first(run);
        if (first < '1' || first > '8' || text.runs.length(run) > NationalId.LENGTH) {
            return Optional.empty();
        }
        int total = text.runs.length(run);
        int last = run;
        while (total < NationalId.LENGTH
                && last + 1 < text.runs.size()
                && text.runs.gapBefore(last + 1) < PARENTHESIS) {
            total += text.runs.length(++last);
        }
        if (total != NationalId.LENGTH) {
            return Optional.empty();
        }
        String digits = text.runs.digits(run, last);
        if (!NationalId.isValid(digits) || !new Candidate(text, run, last).isPersonal()) {
            return Optional.empty();
        }
        PersonalHit hit =
                new PersonalHit(PersonalHit.Kind.NATIONAL_ID, text.runs.start(run), text.runs.end(last), digits);
        return Optional.of(new Found(hit, last));
    }

    /** Thirteen digits with a right check digit. */
    private static final class Candidate {

        private final NumberText text;
        private final DigitRuns runs;
        private final int first;
        private final int last;
        private final int start;
        private final int end;
        /** Everything that stands between the digits. */
        private int between;

        /** Where there is something: bit n stands for a gap after n digits. */
        private int cuts;

        private boolean lineInsideGroup;
        private final Form form;

        Candidate(NumberText text, int first, int last) {
            this.text = text;
            this.runs = text.runs;
            this.first = first;
            this.last = last;
            this.start = runs.start(first);
            this.end = runs.end(last);
            this.form = form();
        }

        private Form form() {
            int lines = 0;
            int digits = 0;
            for (int run = first; run < last; run++) {
                digits += runs.length(run);
                int gap = runs.gapAfter(run);
                between |= gap;
                cuts |= 1 << digits;
                lines |= (gap & LINE) != 0 ? 1 << digits : 0;
            }
            if (cuts == 0) {
                return Form.PLAIN;
            }
            if (cuts == EVERYWHERE) {
                return Form.BOXES;
            }
            lineInsideGroup = (lines & ~CARD) != 0;
            if ((cuts & CARD) == CARD && (cuts & ~lines & ~CARD) == 0) {
                return lineInsideGroup ? Form.BROKEN : Form.GROUPED;
            }
            if (cuts == lines && Integer.bitCount(cuts) == 1) {
                return lineInsideGroup ? Form.BROKEN : Form.BROKEN_BETWEEN_GROUPS;
            }
            return (cuts & ~CARD) == 0 ? Form.HALF_GROUPED : Form.OTHER;
        }

        boolean isPersonal() {
            if (isScientific()) {
                return !isLabelledOtherwise();
            }
            if (isPartOfWord() || isFraction()) {
                return false;
            }
            if (isThousands()) {
                return !isJoined() && speaksOfId(LABEL);
            }
            return switch (form) {
                case PLAIN -> !isJoined() && !isMoney() && !isTime() && !isLabelledOtherwise();
                case GROUPED -> !isJoined() || (isSpacedIn() && speaksOfPerson());
                case BOXES -> isRowOfBoxes();
                case BROKEN_BETWEEN_GROUPS -> !isJoined() && !isLabelledOtherwise() && (isAlone() || speaksOfPerson());
                case BROKEN -> !isJoined() && !isLabelledOtherwise() && speaksOfPerson();
                case HALF_GROUPED ->
                    (between & COMMA) == 0
                            && !isJoined()
                            && (speaksOfId(NEAR) || (between == DASH && speaksOfPerson()));
                // Two neighbouring columns of sums may well have thirteen digits together: only words tell.
                case OTHER ->
                    (between == TAB && last == first + 1 && !isJoined() && speaksOfPerson()) || isOtherwiseGrouped();
            };
        }

        /** {@code 1.234567890121E12}: what Java and others make of it. */
        private boolean isScientific() {
            boolean isPower = text.says(end, "E12") || text.says(end, "E+12") || text.says(end, "e+12");
            return isPower && between == DOT && cuts == 1 << 1 && runs.gapBefore(first) != DOT;
        }

        /** {@code 1,234,567,890,121}: what a spreadsheet makes of an ID that it takes for a number. */
        private boolean isThousands() {
            return between == COMMA && cuts == THOUSANDS;
        }

        private boolean isOtherwiseGrouped() {
            return (between & (TAB | COMMA | PIPE)) == 0
                    && ((between & (DASH | LINE | DOT)) != 0 || last == first + 1)
                    && !isJoined()
                    && speaksOfId(LABEL);
        }

        /** Digits beside Latin letters are a code, a hash or base 64, unless the letters say that an ID follows. */
        private boolean isPartOfWord() {
            return Glyphs.isLatin(text.after(end))
                    || (Glyphs.isLatin(text.before(start)) && !ID_PREFIXES.contains(text.wordBefore(start)));
        }

        /** Decimals before or after a point; {@code .0} is what programs make of an ID that they take for a number. */
        private boolean isFraction() {
            boolean before = runs.gapBefore(first) == DOT;
            return between != DOT && (before || (runs.gapAfter(last) == DOT && !isZeroDecimal(last + 1)));
        }

        private boolean isZeroDecimal(int run) {
            return run > last && runs.gapBefore(run) == DOT && runs.length(run) == 1 && runs.first(run) == '0';
        }

        /** Whether the number goes on before or after. */
        private boolean isJoined() {
            return joins(runs.gapBefore(first), first - 1) || joins(runs.gapAfter(last), last + 1);
        }

        private boolean joins(int gap, int neighbour) {
            if (gap >= WALL || (gap & LINE) != 0 || isZeroDecimal(neighbour)) {
                return false;
            }
            if ((gap & WHITE) == 0) {
                int joining = DASH | DOT | SLASH | PLUS | (between & (COMMA | UNDERSCORE | PIPE));
                boolean tight = (gap & joining) != 0;
                boolean apart = isFileName()
                        || startsTelephone(gap, neighbour)
                        || startsId(gap, neighbour)
                        || speaksOfId(LABEL);
                return tight && !(form == Form.PLAIN && gap != DOT && apart);
            }
            // 1 2345 67890 12 1 34 is one long number, but a telephone or an amount may follow a space.
            return gap == SPACE && isSpacedIn() && runs.length(neighbour) <= 3;
        }

        /** {@code 2563-1234567890121.pdf} or {@code 1234567890121-2.jpg}: hyphens join words there. */
        private boolean isFileName() {
            boolean numbered = runs.gapAfter(last) == DASH && runs.length(last + 1) <= 2;
            int stem = numbered ? runs.end(last + 1) : end;
            return text.after(stem) == '.' && Glyphs.isLatin(text.after(stem + 1));
        }

        /** Two IDs with a slash between. */
        private boolean startsId(int gap, int neighbour) {
            return gap == SLASH && runs.length(neighbour) == NationalId.LENGTH;
        }

        private boolean startsTelephone(int gap, int neighbour) {
            return gap == SLASH && neighbour > last && runs.first(neighbour) == '0';
        }

        private boolean isSpacedIn() {
            return (between & SPACE) != 0 && (between & ~(SPACE | LINE)) == 0;
        }

        private boolean isAlone() {
            return runs.gapBefore(first) >= WALL && runs.gapAfter(last) >= WALL;
        }

        /** Thirteen boxes and no more; twelve months and their total are no boxes of an ID. */
        private boolean isRowOfBoxes() {
            // Answers of a survey go from 1 to 5; of five thousand IDs one has no other digit.
            if (runs.digits(first, last).chars().allMatch(c -> c >= '1' && c <= '5') && !speaksOfId(NEAR)) {
                return false;
            }
            boolean longer =
                    continuesBoxes(runs.gapBefore(first), first - 1) || continuesBoxes(runs.gapAfter(last), last + 1);
            return (!longer || speaksOfPerson()) && !isTotal() && !(isJoined() && !speaksOfPerson());
        }

        private boolean continuesBoxes(int gap, int neighbour) {
            boolean nextRow = (gap & LINE) != 0 && runs.length(neighbour) == 1;
            return gap < WALL && runs.length(neighbour) <= 2 && ((gap & between) != 0 || nextRow);
        }

        private boolean isTotal() {
            String digits = runs.digits(first, last);
            int sum = 0;
            for (int i = 0; i < NationalId.LENGTH - 1; i++) {
                sum += digits.charAt(i) - '0';
            }
            return sum == digits.charAt(NationalId.LENGTH - 1) - '0';
        }

        private boolean isMoney() {
            return text.before(start) == '฿' || MONEY.stream().anyMatch(unit -> text.says(end, unit));
        }

        /**
         * Milliseconds since 1970 of the years 2010 to 2033 behind a parameter or a file name of a camera. A bare number, or
         * one behind another name, counts as an ID: better one question too many.
         */
        private boolean isTime() {
            String digits = runs.digits(first, last);
            boolean plausible = digits.compareTo("1262304000000") > 0 && digits.startsWith("1");
            char before = text.before(start);
            int nameEnd = before == '=' || before == '-' ? start - 1 : start;
            String name = text.wordBefore(nameEnd);
            boolean parameter = before == '=' && nameEnd > name.length() && isParameter(nameEnd - name.length());
            // ?id= may be followed by milliseconds, the letters ID alone are not.
            boolean named = before == '=' ? parameter : !name.equals("id");
            return plausible && named && CLOCK_NAMES.contains(name);
        }

        private boolean isParameter(int nameStart) {
            char before = text.before(nameStart);
            return before == '?' || before == '&' || before == ',';
        }

        private boolean isLabelledOtherwise() {
            return text.words().label(Words.CODE | Words.ID | Words.TITLE | Words.PHONE, start, LABEL) == Words.CODE;
        }

        private boolean speaksOfPerson() {
            return text.words().near(Words.ID | Words.TITLE, start, end, NEAR);
        }

        private boolean speaksOfId(int reach) {
            return text.words().near(Words.ID, start, end, reach);
        }
    }
}
