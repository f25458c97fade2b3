package prongsai.check.personal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first row of a table: what its columns hold.
 *
 * <pre>{@code
 * TableHeading heading = TableHeading.of("ชื่อ\tเลขประจำตัวประชาชน");
 * data.find("นายสมชาย ใจดี\t1-2345-67890-12-1", heading);
 * }</pre>
 */
public final class TableHeading {

    /** No heading: numbers are what they look like. */
    public static final TableHeading NONE = of("");

    private static final String SEPARATORS = "\t;|,";

    /** A mobile number that a program took for a number, and so lost its 0. A landline would have 8 digits left. */
    private static final Pattern SHORTENED = Pattern.compile("[689][0-9]{8}");

    /** Where the card's groups are a cell each. */
    private static final List<Integer> CARD = List.of(1, 4, 5, 2, 1);

    private record Column(boolean isNamed, int kinds) {}

    private final char separator;
    private final List<Column> columns;

    private TableHeading(char separator, List<Column> columns) {
        this.separator = separator;
        this.columns = columns;
    }

    /** The heading that a row is, its cells parted by a tab, else by semicolon, bar or comma. */
    public static TableHeading of(String row) {
        char separator = separator(row);
        return new TableHeading(
                separator,
                cells(row, separator).stream().map(TableHeading::column).toList());
    }

    private static char separator(String row) {
        return (char)
                SEPARATORS.chars().filter(c -> row.indexOf(c) >= 0).findFirst().orElse('\t');
    }

    private static List<String> cells(String row, char separator) {
        return Arrays.asList(row.split(Pattern.quote(String.valueOf(separator)), -1));
    }

    private static Column column(String cell) {
        char[] view = Glyphs.read(cell.toCharArray());
        Words words = new Words(view);
        int kinds = 0;
        for (int kind : new int[] {Words.ID, Words.PHONE, Words.ACCOUNT}) {
            kinds |= words.near(kind, view.length, view.length, view.length) ? kind : 0;
        }
        // Over boxes of a number stands the place of the digit.
        boolean isNamed = cell.chars().anyMatch(Character::isLetter) && !cell.contains("หลักที่");
        return new Column(isNamed, kinds);
    }

    private static int word(PersonalHit.Kind kind) {
        return switch (kind) {
            case NATIONAL_ID -> Words.ID;
            case MOBILE_NUMBER -> Words.PHONE;
            case BANK_ACCOUNT -> Words.ACCOUNT;
        };
    }

    /** Whether some column is named after such numbers. */
    boolean speaksOf(PersonalHit.Kind kind) {
        return columns.stream().anyMatch(c -> (c.kinds() & word(kind)) != 0);
    }

    /** Whether a hit stands under a column that is named after such numbers. */
    boolean isOver(PersonalHit hit, String row) {
        char parting = parting(row);
        return over(column(row, parting, hit.start()), column(row, parting, hit.end())).stream()
                .anyMatch(c -> (c.kinds() & word(hit.kind())) != 0);
    }

    /**
     * Whether a hit is one number of the row. Neighbouring cells under names of their own are so many numbers, such as the
     * answers of a survey or two sums, unless the row or a name says what they are, or they are grouped as on the card.
     */
    boolean isOneNumber(PersonalHit hit, String row) {
        char parting = parting(row);
        int first = column(row, parting, hit.start());
        int last = column(row, parting, hit.end());
        if (first == last || row.indexOf('\n') >= 0) {
            return true;
        }
        long named = over(first, last).stream().filter(Column::isNamed).count();
        return named < 2
                || isOver(hit, row)
                || isCard(row, parting, first, last)
                || (column(row).kinds() & word(hit.kind())) != 0;
    }

    private static boolean isCard(String row, char parting, int first, int last) {
        return cells(row, parting).subList(first, last + 1).stream()
                .map(cell -> cell.strip().length())
                .toList()
                .equals(CARD);
    }

    /** Numbers of nine digits under a name that speaks of telephones. */
    List<PersonalHit> shortenedMobiles(String row) {
        if (!speaksOf(PersonalHit.Kind.MOBILE_NUMBER)) {
            return List.of();
        }
        char parting = parting(row);
        List<PersonalHit> hits = new ArrayList<>();
        int start = 0;
        for (String cell : cells(row, parting)) {
            Matcher number = SHORTENED.matcher(cell);
            if (number.matches()) {
                PersonalHit hit =
                        new PersonalHit(PersonalHit.Kind.MOBILE_NUMBER, start, start + cell.length(), "0" + cell);
                if (isOver(hit, row)) {
                    hits.add(hit);
                }
            }
            start += cell.length() + 1;
        }
        return hits;
    }

    private char parting(String row) {
        return row.indexOf('\t') >= 0 ? '\t' : separator;
    }

    /** Index from 0 of the column that an offset of a row is in. */
    private static int column(String row, char parting, int offset) {
        return (int) row.substring(0, offset).chars().filter(c -> c == parting).count();
    }

    private List<Column> over(int first, int last) {
        return columns.subList(Math.min(first, columns.size()), Math.min(last + 1, columns.size()));
    }
}
