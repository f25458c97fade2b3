package prongsai.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import prongsai.bench.Notice.Identity;

/**
 * Records of a municipality that does not exist: 250 to 600 Thai words each, with headings, tables, nested lists, links to
 * one another and footnotes. Each is made when asked for, and is the same every time.
 *
 * <pre>{@code
 * Corpus corpus = new Corpus(1000);
 * Notice first = corpus.notice(0, to -> "../" + to.fiscalYear() + "/" + to.slug() + ".md");
 * }</pre>
 */
public final class Corpus {

    static final int FIRST_YEAR = 2562;
    static final int LAST_YEAR = 2569;

    /** The last day of the last fiscal year: no record is of the future. */
    static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    private static final long SEED = 2569L << 32;
    private static final int BUDDHIST_ERA = 543;

    private final Words words = Words.load();
    private final int size;

    public Corpus(int size) {
        this.size = size;
    }

    public int size() {
        return size;
    }

    Words words() {
        return words;
    }

    /** What is known of a record without making it. */
    public Identity identity(int number) {
        return identity(number, new Dice(SEED + number));
    }

    private Identity identity(int number, Dice dice) {
        int year = dice.between(FIRST_YEAR, LAST_YEAR);
        int item = dice.below(words.items().size());
        String title = words.kinds().get(kind(number, item)).thai()
                + words.items().get(item).name() + " ประจำปีงบประมาณ " + year + " ฉบับที่ " + (number + 1);
        return new Identity(number, year, item, title);
    }

    private int kind(int number, int item) {
        return (number + item) % words.kinds().size();
    }

    /**
     * Makes a record.
     *
     * @param address of another record, as the generator at hand wants it in a Markdown link
     */
    public Notice notice(int number, Function<Identity, String> address) {
        Dice dice = new Dice(SEED + number);
        Identity identity = identity(number, dice);
        // A fiscal year (ปีงบประมาณ) begins on 1 October of the year before.
        LocalDate date =
                LocalDate.of(identity.fiscalYear() - BUDDHIST_ERA - 1, 10, 1).plusDays(dice.below(364));
        String unit = dice.one(words.units());
        List<String> tags = dice.shuffled(words.tags()).subList(0, dice.between(2, 4));
        NoticeBody body = new NoticeBody(
                words, dice, () -> link(identity(dice.below(size)), address), identity.fiscalYear(), unit);
        String summary = body.sentence();
        String text = body.write(dice.between(250, 600));
        Words.Kind kind = words.kinds().get(kind(number, identity.item()));
        return new Notice(identity, kind, date, unit, tags, summary, body.words(), text);
    }

    private static String link(Identity to, Function<Identity, String> address) {
        return "[" + to.title() + "](" + address.apply(to) + ")";
    }
}
