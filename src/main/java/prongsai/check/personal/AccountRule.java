package prongsai.check.personal;

import static prongsai.check.personal.DigitRuns.DASH;
import static prongsai.check.personal.DigitRuns.DOT;
import static prongsai.check.personal.DigitRuns.MARKUP;
import static prongsai.check.personal.DigitRuns.SLASH;
import static prongsai.check.personal.DigitRuns.SPACE;
import static prongsai.check.personal.DigitRuns.TAB;
import static prongsai.check.personal.DigitRuns.UNDERSCORE;
import static prongsai.check.personal.DigitRuns.WALL;
import static prongsai.check.personal.DigitRuns.WHITE;

import java.util.Optional;
import java.util.Set;

/**
 * Finds bank accounts (เลขที่บัญชีธนาคาร) that are kept in a person's name. An account of an agency, a fund or a company
 * is public: citizens pay into it.
 */
final class AccountRule implements NumberRule {

    private static final int FEWEST = 10;
    private static final int MOST = 12;
    private static final int MOST_GAPS = 4;

    /** How far a word about an account stands before its number. */
    private static final int LABEL = 80;
    /** How far the heading of a table's column may be. */
    private static final int HEADING = 400;
    /** How far the owner's name may be; about a paragraph. */
    private static final int OWNER = 160;

    /** How far the one that a person works for stands behind the name. */
    private static final int EMPLOYER = 70;

    private static final int PART = SPACE | DASH | UNDERSCORE | MARKUP;

    private final Set<String> declaredNumbers;

    /**
     * @param declaredNumbers telephone numbers of the agency, which are no accounts
     */
    AccountRule(Set<String> declaredNumbers) {
        this.declaredNumbers = Set.copyOf(declaredNumbers);
    }

    @Override
    public Optional<Found> at(NumberText text, int run) {
        DigitRuns runs = text.runs;
        int joining = DASH | DOT | SLASH;
        if (runs.length(run) > MOST || isTight(runs.gapBefore(run), joining)) {
            return Optional.empty();
        }
        int digits = runs.length(run);
        int last = run;
        while (last - run < MOST_GAPS && (runs.gapAfter(last) & ~PART) == 0 && digits + runs.length(last + 1) <= MOST) {
            if (digits >= FEWEST && !isTight(runs.gapAfter(last), DASH)) {
                break;
            }
            digits += runs.length(++last);
        }
        if (digits < FEWEST || isTight(runs.gapAfter(last), joining) || !isPersonal(text, run, last)) {
            return Optional.empty();
        }
        String number = runs.digits(run, last);
        PersonalHit hit = new PersonalHit(PersonalHit.Kind.BANK_ACCOUNT, runs.start(run), runs.end(last), number);
        return declaredNumbers.contains(number) ? Optional.empty() : Optional.of(new Found(hit, last));
    }

    private static boolean isTight(int gap, int signs) {
        return gap < WALL && (gap & WHITE) == 0 && (gap & signs) != 0;
    }

    private static boolean isPersonal(NumberText text, int first, int last) {
        int start = text.runs.start(first);
        int end = text.runs.end(last);
        boolean partOfWord = Glyphs.isLatin(text.before(start)) || Glyphs.isLatin(text.after(end));
        return !partOfWord && isAccount(text, first, last) && isOwnedByPerson(text, start, end);
    }

    private static boolean isAccount(NumberText text, int first, int last) {
        Words words = text.words();
        int start = text.runs.start(first);
        int label = words.label(Words.ACCOUNT | Words.OWNER | Words.PHONE | Words.CODE | Words.ID, start, LABEL);
        if (label != 0) {
            return label == Words.ACCOUNT || label == Words.OWNER;
        }
        if (words.firstAfter(Words.ACCOUNT, text.runs.end(last), LABEL / 2) >= 0) {
            return true;
        }
        boolean inCell = text.runs.gapBefore(first) == TAB || text.before(start) == '\t' || text.before(start) == '|';
        return (inCell || isCardForm(text.runs, first, last)) && words.lastBefore(Words.ACCOUNT, start, HEADING) >= 0;
    }

    /** The bank's own grouping, {@code 123-4-56789-0}. */
    private static boolean isCardForm(DigitRuns runs, int first, int last) {
        return last == first + 3
                && runs.length(first) == 3
                && runs.length(first + 1) == 1
                && runs.length(first + 2) == 5;
    }

    /** What is named as the owner decides; else the last name before the number, else the first after it. */
    private static boolean isOwnedByPerson(NumberText text, int start, int end) {
        Words words = text.words();
        int either = Words.TITLE | Words.AGENCY;
        int named = Math.max(words.lastBefore(Words.OWNER, start, OWNER), words.firstAfter(Words.OWNER, end, OWNER));
        if (named >= 0) {
            int owner = words.firstAfter(either, named + 1, 40);
            if (owner >= 0) {
                return words.kindAt(owner) == Words.TITLE;
            }
        }
        int before = words.lastBefore(either, start, OWNER);
        int owner = before >= 0 ? before : words.firstAfter(either, end, OWNER);
        return owner >= 0 && (words.kindAt(owner) == Words.TITLE || (before >= 0 && isEmployer(text, before)));
    }

    /** Whether an agency stands behind a person as the one who is worked for, and not as one who is paid. */
    private static boolean isEmployer(NumberText text, int agency) {
        Words words = text.words();
        int title = words.lastBefore(Words.TITLE, agency, EMPLOYER);
        int paid = words.lastBefore(Words.ACCOUNT | Words.OWNER | Words.PHONE, agency, EMPLOYER);
        if (title < 0 || paid > title) {
            return false;
        }
        for (int i = title; i < agency; i++) {
            if (Glyphs.isDigit(text.view[i]) || text.view[i] == '\n') {
                return false;
            }
        }
        return true;
    }
}
