package prongsai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.check.personal.PersonalHit.Kind;
import prongsai.model.NationalId;

class PersonalDataPropertiesTest {

    private static final PersonalData DATA = new PersonalData(Set.of());

    @Provide
    Arbitrary<String> soups() {
        return Arbitraries.of(
                        "1",
                        "08",
                        "2345",
                        "67890",
                        "1234567890121",
                        "๑",
                        "\uff11",
                        " ",
                        "\t",
                        "\n",
                        "\r\n",
                        "-",
                        "–",
                        ".",
                        "/",
                        "_",
                        ",",
                        "|",
                        "**",
                        "\\",
                        "\u200b",
                        "\u00ad",
                        "<b>",
                        "</td>",
                        "<",
                        "&nbsp;",
                        "&#49;",
                        "&#",
                        "%31",
                        "%E0%B9",
                        "\\u0e5",
                        "\\",
                        "+66",
                        "(",
                        ")",
                        "นาย",
                        "นายก",
                        "นาง",
                        "เลขที่บัญชี",
                        "บัตรประชาชน",
                        "เทศบาล",
                        "บาท",
                        "\ud835",
                        "\udfcf",
                        "\ud835\udfcf",
                        "a",
                        "=",
                        "?")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void anyTextIsReadAndItsHitsAreInOrderInsideIt(@ForAll("soups") String text) {
        int last = 0;
        for (PersonalHit hit : DATA.find(text)) {
            assertThat(hit.start()).isGreaterThanOrEqualTo(last);
            assertThat(hit.end()).isGreaterThan(hit.start()).isLessThanOrEqualTo(text.length());
            last = hit.end();
        }
    }

    @Property
    void theQuickLookPassesOverNothingThatTheRulesFind(@ForAll("soups") String text) {
        assertThat(DATA.find(text)).isEqualTo(DATA.findUnfiltered(text));
    }

    @Property
    void everyDisguisedIdPassesTheQuickLook(@ForAll("ids") String id) {
        for (Function<String, String> disguise : DISGUISES) {
            String text = "ก " + disguise.apply(id) + " ก";
            assertThat(DATA.findUnfiltered(text)).isNotEmpty().isEqualTo(DATA.find(text));
        }
    }

    @Property
    void anyCharactersAreRead(@ForAll String text) {
        assertThat(DATA.find(text)).isNotNull();
    }

    private static final List<Function<String, String>> DISGUISES = List.of(
            id -> id,
            Chance::dashed,
            id -> String.join(" ", Chance.card(id)),
            id -> String.join("\u2009", Chance.card(id)),
            id -> String.join(" – ", Chance.card(id)),
            id -> String.join("\t", Chance.card(id)),
            id -> String.join(" | ", id.split("")),
            id -> String.join("\n", Chance.card(id)),
            id -> String.join("**.**", Chance.card(id)),
            id -> String.join("\u200b", id.split("")),
            Chance::thai,
            id -> Chance.fullWidth(Chance.dashed(id)));

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.longs().map(seed -> new Chance(seed).id());
    }

    @Property
    void everyIdIsFoundInEveryDisguise(@ForAll("ids") String id) {
        for (Function<String, String> disguise : DISGUISES) {
            String text = "(" + disguise.apply(id) + ") ขอรับรอง";
            assertThat(DATA.find(text)).extracting(PersonalHit::digits).containsExactly(id);
        }
    }

    @Property
    void whatIsShownOfANumberHasNoSixOfItsDigitsInARow(
            @ForAll @LongRange(min = 1_000_000_000L, max = 899_999_999_999L) long number) {
        String digits = Long.toString(number);
        String twelve = digits + "0".repeat(12 - digits.length());
        for (PersonalHit hit : List.of(
                new PersonalHit(
                        Kind.NATIONAL_ID,
                        0,
                        13,
                        "1" + twelve.substring(1) + NationalId.checkDigit("1" + twelve.substring(1))),
                new PersonalHit(Kind.MOBILE_NUMBER, 0, 10, "0" + digits.substring(1, 10)),
                new PersonalHit(Kind.BANK_ACCOUNT, 0, digits.length(), digits))) {
            assertThat(hit.toString()).doesNotContainPattern("[0-9]([^0-9]*[0-9]){5}[^0-9]* at");
            assertThat(hit.masked()).doesNotContain(hit.digits().substring(3, 9));
        }
    }

    /** Four million characters of what would cost most; work that grew with the square would take hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 ",
                "12345-",
                "\u200b",
                "1\u200b",
                " ",
                "\n",
                "081 ",
                "1 2345 67890 12 1 ",
                "1234567890121 ",
                "เลขที่บัญชี 1234567890 ",
                "<a",
                "<a ",
                "&#",
                "%e0%b9",
                "\\u",
                "นายก",
                "๑-",
                "123-4-56789-0 "
            })
    void hostileTextTakesTimeInProportionToItsLength(String piece) {
        String text = piece.repeat(4_000_000 / piece.length());
        Assertions.assertTimeout(
                Duration.ofSeconds(60), () -> assertThat(DATA.find(text)).isNotNull());
    }
}
