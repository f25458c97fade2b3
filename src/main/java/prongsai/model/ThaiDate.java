package prongsai.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Days as Thai officials write them. Years are of the Buddhist Era (พ.ศ.), Common Era plus {@value #ERA_OFFSET}; leap
 * years are those of the Common Era year: 2563-02-29 is a real day, 2564-02-29 is not.
 *
 * <pre>{@code
 * LocalDate day = ThaiDate.parse("2563-04-23").orElseThrow();   // 2020-04-23
 * ThaiDate.format(day, Numerals.THAI);                          // ๒๓ เมษายน ๒๕๖๓
 * }</pre>
 */
public final class ThaiDate {

    /** Buddhist year minus Common Era year. */
    public static final int ERA_OFFSET = 543;

    /** The first year that is read as a year of the Buddhist Era. */
    private static final int FIRST_BUDDHIST_YEAR = 2400;

    /** Where the hyphens of {@code 2563-04-23} stand, and its end. */
    private static final int YEAR_END = 4;

    private static final int MONTH_END = 7;
    private static final int DAY_END = 10;

    private static final List<String> MONTHS = List.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");
    private static final List<String> SHORT_MONTHS =
            List.of("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.");

    /** Longer texts are sentences, and not searched. */
    private static final int LONGEST_WRITTEN = 40;

    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<year>\\d{4})[-/. ]?(?<month>\\d{1,2})[-/. ]?(?<day>\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(?:วันที่ ?)?(?<day>\\d{1,2})[-/. ]?(?:เดือน ?)?"
            + "(?<month>\\d{1,2}|[ก-๎.]{2,12})[-/. ]?(?:พ\\.?ศ\\.? ?)?(?<year>\\d{4})");

    private ThaiDate() {}

    /**
     * Reads {@code year-month-day} in ISO order; a year from 2400 on is of the Buddhist Era, an earlier one of the
     * Common Era.
     *
     * @return empty where the text has another form or names a day that does not exist
     */
    public static Optional<LocalDate> parse(String text) {
        if (!isWritten(text)) {
            return Optional.empty();
        }
        int year = number(text, 0, YEAR_END);
        int month = number(text, YEAR_END + 1, MONTH_END);
        int day = number(text, MONTH_END + 1, DAY_END);
        try {
            return Optional.of(LocalDate.of(year >= FIRST_BUDDHIST_YEAR ? year - ERA_OFFSET : year, month, day));
        } catch (DateTimeException impossibleDay) {
            return Optional.empty();
        }
    }

    /** Whether a text has the form of a day, existing or not: {@code 2563-02-30}. */
    public static boolean isWritten(String text) {
        return text.length() == DAY_END
                && number(text, 0, YEAR_END) >= 0
                && text.charAt(YEAR_END) == '-'
                && number(text, YEAR_END + 1, MONTH_END) >= 0
                && text.charAt(MONTH_END) == '-'
                && number(text, MONTH_END + 1, DAY_END) >= 0;
    }

    /**
     * The day that is most likely meant by a text of another form: {@code ๑ พ.ค. ๒๕๖๓}, {@code 1/5/2563}, {@code 25630501}.
     * The day comes before the month, as everywhere in Thailand, and the year has all its digits.
     *
     * @return empty where none is, or one that does not exist or is not plausible
     */
    public static Optional<LocalDate> guess(String text) {
        String plain = Numerals.ARABIC.write(text).strip();
        if (plain.length() > LONGEST_WRITTEN) {
            return Optional.empty();
        }
        return Stream.of(YEAR_FIRST, DAY_FIRST)
                .map(order -> order.matcher(plain))
                .filter(Matcher::matches)
                .flatMap(t ->
                        parse(t.group("year") + "-" + month(t.group("month")) + "-" + twoDigits(t.group("day")))
                                .stream())
                .filter(ThaiDate::isPlausible)
                .findFirst();
    }

    /** Whether a day is none of a year that only a slip of the keyboard gives: 3563-01-01, 0563-01-01. */
    public static boolean isPlausible(LocalDate day) {
        int year = buddhistYear(day);
        return FiscalYear.FIRST - 100 <= year && year < FiscalYear.LAST;
    }

    /** The number of a month that is written as a number, by its name or by an abbreviation; else what is no number. */
    private static String month(String written) {
        String bare = written.replace(".", "");
        for (int i = 0; i < MONTHS.size(); i++) {
            if (bare.equals(MONTHS.get(i)) || bare.equals(SHORT_MONTHS.get(i).replace(".", ""))) {
                return twoDigits(Integer.toString(i + 1));
            }
        }
        return twoDigits(written);
    }

    private static String twoDigits(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    /** The number that a part of the text is in Arabic digits; negative if it is none. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + (c - '0');
        }
        return number;
    }

    public static int buddhistYear(LocalDate day) {
        return day.getYear() + ERA_OFFSET;
    }

    /** Day, month by name and Buddhist year: {@code ๒๓ เมษายน ๒๕๖๓}. */
    public static String format(LocalDate day, Numerals numerals) {
        return numerals.write(
                day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + buddhistYear(day));
    }

    /** The same with the month's abbreviation: {@code ๒๓ เม.ย. ๒๕๖๓}. */
    public static String formatShort(LocalDate day, Numerals numerals) {
        return numerals.write(
                day.getDayOfMonth() + " " + SHORT_MONTHS.get(day.getMonthValue() - 1) + " " + buddhistYear(day));
    }

    /** The closing line of an official announcement: {@code ๒๓ เดือน เมษายน พ.ศ. ๒๕๖๓}. */
    public static String formatOfficial(LocalDate day, Numerals numerals) {
        return numerals.write(
                day.getDayOfMonth() + " เดือน " + MONTHS.get(day.getMonthValue() - 1) + " พ.ศ. " + buddhistYear(day));
    }

    /** Machine form in the Buddhist Era, as an officer writes it: {@code 2563-04-23}. */
    public static String write(LocalDate day) {
        String iso = day.toString();
        return buddhistYear(day) + iso.substring(iso.indexOf('-', 1));
    }
}
