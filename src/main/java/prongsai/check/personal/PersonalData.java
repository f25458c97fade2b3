package prongsai.check.personal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds personal data in text: national IDs, mobile numbers that nobody declared as a contact, and bank accounts beside a
 * person's name.
 *
 * <pre>{@code
 * PersonalData data = new PersonalData(Set.of("0812345678"));
 * data.find("นายสมชาย ใจดี เลขประจำตัวประชาชน 1-2345-67890-12-1").get(0).masked();   // 1-xxxx-xxxxx-12-1
 * }</pre>
 *
 * Sees through Thai and other digits, separators, cells, line ends, unseen characters, Markdown, HTML and escapes. The
 * time grows with the length of the text, whatever the text is. May be used by many threads.
 */
public final class PersonalData {

    /** A mobile number has so many digits, and everything else more. */
    private static final int FEWEST_DIGITS = 10;

    private static final String ID_HEADING = "เลขประจำตัวประชาชน\n";

    private static final String ACCOUNT_HEADING = "เลขที่บัญชี\n";

    private final List<NumberRule> rules;
    private final Set<String> declaredNumbers;

    /**
     * A detector for one agency.
     *
     * @param declaredNumbers telephone numbers that are contacts of the agency: digits in national form, such as {@code
     *     0812345678}
     */
    public PersonalData(Set<String> declaredNumbers) {
        this.declaredNumbers = Set.copyOf(declaredNumbers);
        this.rules = List.of(new NationalIdRule(), new MobileRule(declaredNumbers), new AccountRule(declaredNumbers));
    }

    /**
     * Whether a part of a text may hold personal data: a quick look at what most texts do not have, so many digits with
     * nothing between them that ends a number. What may hold some is for {@link #find} to read.
     */
    public static boolean mayBeIn(char[] text, int from, int to) {
        return Glance.mayHold(text, from, to, FEWEST_DIGITS);
    }

    /** All personal data of a text in order; no two overlap. */
    public List<PersonalHit> find(String text) {
        char[] chars = text.toCharArray();
        return mayBeIn(chars, 0, chars.length) ? find(text, chars) : List.of();
    }

    /** As {@link #find(String)}, without a quick look before. */
    List<PersonalHit> findUnfiltered(String text) {
        return find(text, text.toCharArray());
    }

    private List<PersonalHit> find(String text, char[] chars) {
        char[] view = Glyphs.read(chars);
        Optional<char[]> source = SourceView.of(text, chars, view);
        List<PersonalHit> shown = find(view);
        return source.map(s -> merge(find(s), shown)).orElse(shown);
    }

    /**
     * Personal data of a table's row under its heading: the words over a column say what its numbers are as if they stood
     * beside them, and digits of columns that have names of their own are not put together.
     */
    public List<PersonalHit> find(String row, TableHeading heading) {
        if (!Glyphs.mayHold(row, FEWEST_DIGITS - 1)) {
            return List.of();
        }
        boolean hasId = heading.speaksOf(PersonalHit.Kind.NATIONAL_ID);
        List<PersonalHit> hits = (hasId ? findUnder(ID_HEADING, row) : find(row))
                .stream().filter(hit -> heading.isOneNumber(hit, row)).toList();
        if (heading.speaksOf(PersonalHit.Kind.BANK_ACCOUNT)) {
            hits = merge(
                    hits,
                    findUnder(ACCOUNT_HEADING, row).stream()
                            .filter(hit -> hit.kind() == PersonalHit.Kind.BANK_ACCOUNT && heading.isOver(hit, row))
                            .toList());
        }
        List<PersonalHit> shortened = heading.shortenedMobiles(row).stream()
                .filter(hit -> !declaredNumbers.contains(hit.digits()))
                .toList();
        return merge(hits, shortened);
    }

    private List<PersonalHit> findUnder(String words, String text) {
        return find(words + text).stream()
                .filter(hit -> hit.start() >= words.length())
                .map(hit -> hit.movedBy(-words.length()))
                .toList();
    }

    /** The text with everything that {@link #find} finds in it masked, for what is printed. */
    public String masked(String text) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (PersonalHit hit : find(text)) {
            masked.append(text, done, hit.start()).append(hit.masked());
            done = hit.end();
        }
        return masked.append(text, done, text.length()).toString();
    }

    private List<PersonalHit> find(char[] view) {
        NumberText text = new NumberText(view);
        List<PersonalHit> hits = new ArrayList<>();
        int run = 0;
        while (run < text.runs.size()) {
            Optional<NumberRule.Found> found = first(text, run);
            found.map(NumberRule.Found::hit).ifPresent(hits::add);
            run = found.map(NumberRule.Found::lastRun).orElse(run) + 1;
        }
        return hits;
    }

    private Optional<NumberRule.Found> first(NumberText text, int run) {
        for (NumberRule rule : rules) {
            Optional<NumberRule.Found> found = rule.at(text, run);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** All of the first list, and of the second what overlaps none of the first. Both are in order. */
    private static List<PersonalHit> merge(List<PersonalHit> first, List<PersonalHit> second) {
        List<PersonalHit> all = new ArrayList<>(first);
        int i = 0;
        for (PersonalHit hit : second) {
            while (i < first.size() && first.get(i).end() <= hit.start()) {
                i++;
            }
            if (i == first.size() || first.get(i).start() >= hit.end()) {
                all.add(hit);
            }
        }
        all.sort(Comparator.comparingInt(PersonalHit::start));
        return all;
    }
}
