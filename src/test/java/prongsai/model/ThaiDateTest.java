package prongsai.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;

class ThaiDateTest {

    @Property
    void bothErasNameTheSameDay(@ForAll @DateRange(min = "1857-01-01", max = "2399-12-31") LocalDate day) {
        assertThat(ThaiDate.parse(ThaiDate.write(day))).hasValue(day);
        assertThat(ThaiDate.parse(day.toString())).hasValue(day);
    }

    @Property
    void anotherTextIsNoDay(@ForAll String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            assertThat(ThaiDate.parse(text)).isEmpty();
        }
    }

    @Property
    void aDayThatDoesNotExistIsNone(
            @ForAll @IntRange(min = 2400, max = 2999) int year,
            @ForAll @IntRange(max = 99) int month,
            @ForAll @IntRange(max = 99) int day) {
        String text = year + "-" + twoDigits(month) + "-" + twoDigits(day);
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= LocalDate.of(year - 543, month, 1).lengthOfMonth();
        assertThat(ThaiDate.parse(text).map(ThaiDate::write))
                .isEqualTo(exists ? java.util.Optional.of(text) : java.util.Optional.empty());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    @Example
    void leapYearsAreThoseOfTheCommonEra() {
        assertThat(ThaiDate.parse("2563-02-29")).hasValue(LocalDate.parse("2020-02-29"));
        assertThat(ThaiDate.parse("2564-02-29")).isEmpty();
        assertThat(ThaiDate.parse("2443-02-29")).as("1900").isEmpty();
        assertThat(ThaiDate.parse("2543-02-29")).as("2000").hasValue(LocalDate.parse("2000-02-29"));
        assertThat(ThaiDate.parse("2020-02-29")).hasValue(LocalDate.parse("2020-02-29"));
    }

    @Example
    void theYear2400IsTheFirstOfTheBuddhistEra() {
        assertThat(ThaiDate.parse("2399-12-31")).hasValue(LocalDate.of(2399, 12, 31));
        assertThat(ThaiDate.parse("2400-01-01")).hasValue(LocalDate.of(1857, 1, 1));
    }

    @Example
    void thaiDigitsAndOtherOrdersAreNotTheMachineForm() {
        assertThat(ThaiDate.parse("๒๕๖๓-๐๔-๒๓")).isEmpty();
        assertThat(ThaiDate.parse("23/04/2563")).isEmpty();
        assertThat(ThaiDate.parse("2563-4-23")).isEmpty();
        assertThat(ThaiDate.parse("2563-04-23\n")).isEmpty();
    }

    @Example
    void aDayInAnotherFormIsUnderstoodWhereItIsClear() {
        for (String text : List.of(
                "๑ พฤษภาคม ๒๕๖๓",
                "1 พฤษภาคม พ.ศ. 2563",
                "วันที่ ๑ เดือน พฤษภาคม พ.ศ. ๒๕๖๓",
                "1 พ.ค. 2563",
                "๑ พค ๒๕๖๓",
                "1พ.ค.2563",
                "1/5/2563",
                "01-05-2563",
                "1.5.2020",
                "๒๕๖๓-๐๕-๐๑",
                "2563-5-1",
                "2020/05/01",
                "25630501",
                " 2563-05-01\n")) {
            assertThat(ThaiDate.guess(text).map(ThaiDate::write)).as(text).hasValue("2563-05-01");
        }
        for (String text : List.of(
                "",
                "พฤษภาคม 2563",
                "1/5/63",
                "31 กุมภาพันธ์ 2563",
                "5/13/2563",
                "1/5/3563",
                "1/5/0063",
                "1 เดือนห้า 2563",
                "1 May 2563",
                "1 พฤษภาคม 2563 เวลา 9.00 น.",
                "1".repeat(100_000))) {
            assertThat(ThaiDate.guess(text)).as(text).isEmpty();
        }
    }

    @Property
    void everyFormInWhichADayIsShownIsUnderstood(
            @ForAll Numerals numerals, @ForAll @DateRange(min = "1957-01-01", max = "2099-12-31") LocalDate day) {
        assertThat(ThaiDate.guess(ThaiDate.format(day, numerals))).hasValue(day);
        assertThat(ThaiDate.guess(ThaiDate.formatShort(day, numerals))).hasValue(day);
        assertThat(ThaiDate.guess(ThaiDate.formatOfficial(day, numerals))).hasValue(day);
    }

    @Example
    void officialsWriteTheMonthByName() {
        LocalDate day = LocalDate.parse("2020-04-23");
        assertThat(ThaiDate.format(day, Numerals.THAI)).isEqualTo("๒๓ เมษายน ๒๕๖๓");
        assertThat(ThaiDate.format(day, Numerals.ARABIC)).isEqualTo("23 เมษายน 2563");
        assertThat(ThaiDate.formatShort(day, Numerals.THAI)).isEqualTo("๒๓ เม.ย. ๒๕๖๓");
        assertThat(ThaiDate.formatOfficial(day, Numerals.THAI)).isEqualTo("๒๓ เดือน เมษายน พ.ศ. ๒๕๖๓");
        assertThat(ThaiDate.write(day)).isEqualTo("2563-04-23");
    }
}
