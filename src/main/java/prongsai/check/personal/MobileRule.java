package prongsai.check.personal;

import static prongsai.check.personal.DigitRuns.COMMA;
import static prongsai.check.personal.DigitRuns.DASH;
import static prongsai.check.personal.DigitRuns.DOT;
import static prongsai.check.personal.DigitRuns.LINE;
import static prongsai.check.personal.DigitRuns.PIPE;
import static prongsai.check.personal.DigitRuns.PLUS;
import static prongsai.check.personal.DigitRuns.SLASH;
import static prongsai.check.personal.DigitRuns.SPACE;
import static prongsai.check.personal.DigitRuns.TAB;
import static prongsai.check.personal.DigitRuns.WALL;
import static prongsai.check.personal.DigitRuns.WHITE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds mobile numbers (หมายเลขโทรศัพท์เคลื่อนที่): ten digits that begin with 06, 08 or 09, or the same behind the
 * country's code 66. Landlines have nine digits and are no personal data.
 */
final class MobileRule implements NumberRule {

    private static final int LENGTH = 10;

    private static final int LABEL = 60;

    /** Lengths of the groups that people write a mobile number in; dates and hours (06/08/2563 10.30) have others. */
    private static final Set<String> GROUPINGS = Set.of(
            "[10]",
            "[3, 7]",
            "[3, 3, 4]",
            "[2, 4, 4]",
            "[3, 4, 3]",
            "[2, 8]",
            "[1, 4, 5]",
            "[1, 4, 4, 1]",
            "[1, 9]",
            "[1, 2, 3, 4]",
            "[1, 2, 7]",
            "[2, 3, 5]",
            "[6, 4]",
            "[3, 2, 2, 3]",
            "[3, 3, 2, 2]",
            "[3, 2, 5]",
            "[3, 5, 2]",
            "[3, 2, 3, 2]",
            "[5, 5]",
            "[2, 2, 2, 2, 2]",
            "[4, 6]",
            "[4, 3, 3]",
            "[1, 3, 3, 3]",
            "[2, 1, 3, 4]",
            "[1, 1, 1, 1, 1, 1, 1, 1, 1, 1]");

    private final Set<String> declared;

    /**
     * @param declared numbers of the agency's contacts in national form
     */
    MobileRule(Set<String> declared) {
        this.declared = Set.copyOf(declared);
    }

    @Override
    public Optional<Found> at(NumberText text, int run) {
        char first = text.runs.first(run);
        if ((first != '0' && first != '6') || text.runs.length(run) > 14) {
            return Optional.empty();
        }
        return Candidate.read(text, run)
                .filter(Candidate::isMobile)
                .filter(n -> !declared.contains(n.national))
                .map(n -> new Found(
                        new PersonalHit(
                                PersonalHit.Kind.MOBILE_NUMBER,
                                text.runs.start(run),
                                text.runs.end(n.last),
                                n.national),
                        n.last));
    }

    /** Groups of digits that make a mobile number. */
    private static final class Candidate {

        private static final int NO_PART = COMMA | PLUS | WALL;

        private final NumberText text;
        private final DigitRuns runs;
        private final int first;
        private final int last;
        private final String national;
        private final int prefix;
        private final int between;

        private Candidate(NumberText text, int first, int last, int prefix, String national) {
            this.text = text;
            this.runs = text.runs;
            this.first = first;
            this.last = last;
            this.prefix = prefix;
            this.national = national;
            int gaps = 0;
            for (int run = first; run < last; run++) {
                gaps |= runs.gapAfter(run);
            }
            this.between = gaps;
        }

        static Optional<Candidate> read(NumberText text, int run) {
            DigitRuns runs = text.runs;
            StringBuilder digits = new StringBuilder();
            for (int last = run; last < runs.size() && digits.length() < 14; last++) {
                if (last > run && (runs.gapBefore(last) & NO_PART) != 0) {
                    break;
                }
                if (digits.length() + runs.length(last) > 14) {
                    break;
                }
                digits.append(runs.digits(last, last));
                int prefix = prefix(digits);
                if (prefix >= 0 && isWhole(digits, prefix)) {
                    String number = digits.substring(prefix);
                    String national = number.startsWith("0") ? number : "0" + number;
                    return Optional.of(new Candidate(text, run, last, prefix, national));
                }
            }
            return Optional.empty();
        }

        /** Digits of the country's code. */
        private static int prefix(StringBuilder digits) {
            if (digits.indexOf("0066") == 0) {
                return 4;
            }
            return digits.indexOf("66") == 0 ? 2 : 0;
        }

        private static boolean isWhole(StringBuilder digits, int prefix) {
            int zero = prefix < digits.length() && digits.charAt(prefix) == '0' ? 1 : 0;
            if ((prefix == 0 && zero == 0) || digits.length() != prefix + zero + LENGTH - 1) {
                return false;
            }
            char kind = digits.charAt(prefix + zero);
            return kind == '6' || kind == '8' || kind == '9';
        }

        boolean isMobile() {
            int start = runs.start(first);
            int end = runs.end(last);
            if (isPartOfWord(start, end) || joins(runs.gapBefore(first), true) || joins(runs.gapAfter(last), false)) {
                return false;
            }
            return !isRowOfDigits() && !isOfSums() && isGroupedAsTelephone() && !isLabelledOtherwise(start, end);
        }

        /** Sums beside one another, 8,083.00 | 917.00: behind a comma, over cells other than boxes, or with odd dots. */
        private boolean isOfSums() {
            boolean behindComma = (runs.gapBefore(first) & (COMMA | WHITE)) == COMMA && runs.length(first) == 3;
            boolean overCells = (between & (PIPE | TAB)) != 0 && last - first < LENGTH - 1;
            boolean oddDots = (between & DOT) != 0 && (between & (PIPE | TAB | LINE)) != 0;
            return behindComma || overCells || oddDots;
        }

        private boolean isPartOfWord(int start, int end) {
            boolean after = Glyphs.isLatin(text.after(end));
            return after || (Glyphs.isLatin(text.before(start)) && !isTelephoneWord(text.wordBefore(start)));
        }

        private static boolean isTelephoneWord(String word) {
            return Set.of("tel", "phone", "mobile", "t", "m", "line", "call", "mob", "no")
                    .contains(word);
        }

        private boolean isGroupedAsTelephone() {
            if (prefix > 0) {
                // 660812345678 may be a contract of the fiscal year 2566.
                boolean single = first == last && runs.length(first) != 2 + LENGTH;
                return single || text.before(runs.start(first)) == '+' || speaksOfTelephone();
            }
            List<Integer> groups = groups();
            boolean usual = GROUPINGS.contains(groups.toString());
            boolean likeHours =
                    groups.toString().equals("[2, 2, 2, 2, 2]") || (between & SLASH) != 0 || hasBareLineEnd();
            if (usual && !likeHours) {
                return true;
            }
            boolean possible = usual || ((between & DOT) == 0 && !isAccountForm(groups));
            return possible && text.words().label(Words.PHONE, runs.start(first), LABEL / 2) == Words.PHONE;
        }

        /** Numbers below one another are a column; a hyphen at the line's end says that the number goes on. */
        private boolean hasBareLineEnd() {
            for (int run = first; run < last; run++) {
                if ((runs.gapAfter(run) & (LINE | DASH)) == LINE) {
                    return true;
                }
            }
            return false;
        }

        private List<Integer> groups() {
            List<Integer> groups = new ArrayList<>();
            for (int run = first; run <= last; run++) {
                groups.add(runs.length(run));
            }
            return groups;
        }

        private static boolean isAccountForm(List<Integer> groups) {
            return groups.toString().equals("[3, 1, 5, 1]");
        }

        private boolean speaksOfTelephone() {
            return text.words().lastBefore(Words.PHONE, runs.start(first), LABEL) >= 0;
        }

        private boolean joins(int gap, boolean isBefore) {
            if (gap >= WALL || (gap & WHITE) != 0) {
                return gap == SPACE && between == SPACE && isOddlySpaced(isBefore);
            }
            if (!isBefore && gap == DASH && isRange()) {
                return false;
            }
            if (gap == SLASH) {
                int neighbour = isBefore ? first - 1 : last + 1;
                return !speaksOfTelephone() && !(runs.first(neighbour) == '0' && runs.length(neighbour) >= 9);
            }
            return (gap & (DASH | DOT)) != 0;
        }

        /** 081-2345678-9: two numbers that differ in the last digit. */
        private boolean isRange() {
            int rest = last + 1;
            boolean ends = runs.gapAfter(rest) >= WALL || (runs.gapAfter(rest) & WHITE) != 0;
            return runs.length(first) >= 3 && runs.length(rest) <= 2 && ends;
        }

        /** Single digits in a row of more: a table's figures. */
        private boolean isRowOfDigits() {
            boolean single = last - first == LENGTH - 1;
            boolean longer = continues(runs.gapBefore(first), first - 1) || continues(runs.gapAfter(last), last + 1);
            return single && longer && !speaksOfTelephone();
        }

        private boolean continues(int gap, int neighbour) {
            return gap < WALL && runs.length(neighbour) <= 2 && (gap & between) != 0;
        }

        /** Groups in a row of more groups that are no telephone's: part of a longer number. */
        private boolean isOddlySpaced(boolean isBefore) {
            int neighbour = isBefore ? first - 1 : last + 1;
            boolean usual = runs.length(first) == 3 && runs.length(last) == 4;
            return !usual && runs.length(neighbour) <= 5 && !speaksOfTelephone();
        }

        private boolean isLabelledOtherwise(int start, int end) {
            Words words = text.words();
            int kind = words.label(Words.ACCOUNT | Words.PHONE, start, LABEL);
            boolean plain = first == last;
            if (kind == Words.ACCOUNT && (plain || isAccountForm(groups()))) {
                return true;
            }
            boolean code = words.label(Words.CODE | Words.TITLE | Words.PHONE | Words.ID, start, LABEL) == Words.CODE;
            boolean accountAfter = plain && kind == 0 && words.firstAfter(Words.ACCOUNT, end, 20) >= 0;
            return code || accountAfter;
        }
    }
}
