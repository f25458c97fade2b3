package prongsai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the heading of a table says about the numbers of a row. The numbers are invented, with right check digits. */
class TableHeadingTest {

    private final PersonalData data = new PersonalData(Set.of("0898765432"));

    private List<String> found(String heading, String row) {
        return data.find(row, TableHeading.of(heading)).stream()
                .map(PersonalHit::toString)
                .toList();
    }

    @Test
    void sumsUnderNamesOfTheirOwnAreNoNumberThoughTheRowNamesAPerson() {
        assertThat(found("ผู้รับจ้าง\tราคากลาง\tราคาที่จ้าง", "นายแดง ดำดี\t310990\t0000025"))
                .isEmpty();
    }

    @Test
    void theTaxNumberOfAShopMakesNoPriceAnId() {
        assertThat(found(
                        "เลขประจำตัวผู้เสียภาษี\tผู้ขาย\tราคากลาง\tราคา",
                        "0835560001234\tบริษัท ก จำกัด\t310990\t0000025"))
                .isEmpty();
    }

    @Test
    void anIdMayGoOverIntoTheColumnBesideItsOwn() {
        assertThat(found("ชื่อ\tเลขประจำตัวประชาชน\t", "ก\t3109900\t000025"))
                .containsExactly("NATIONAL_ID 3-xxxx-xxxxx-02-5 at 2..16");
    }

    @Test
    void answersOfASurveyAreNoBoxesOfAnId() {
        String names = "ชื่อ" + "\tข้อ".repeat(13);
        assertThat(found(names, "นายแดง\t" + String.join("\t", "3109900000025".split(""))))
                .isEmpty();
        String places = "ชื่อ\t1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13";
        assertThat(found(places, "นายแดง\t" + String.join("\t", "3109900000025".split(""))))
                .containsExactly("NATIONAL_ID 3-xxxx-xxxxx-02-5 at 7..32");
    }

    @Test
    void aMobileNumberThatLostItsZeroIsKnownByItsColumn() {
        assertThat(found("ชื่อ\tเบอร์โทรศัพท์\tงบ", "ก\t812345678\t812345678"))
                .containsExactly("MOBILE_NUMBER 08x-xxx-xx78 at 2..11");
        assertThat(found("ชื่อ\tเบอร์โทรศัพท์", "ก\t898765432")).isEmpty();
    }

    @Test
    void anAccountIsKnownByItsColumnAndItsOwnerByTheRow() {
        String heading = "ชื่อ-สกุล\tเลขที่บัญชี\tเลขอ้าง";
        assertThat(found(heading, "นายแดง ดำดี\t8150123456\t63017123456"))
                .containsExactly("BANK_ACCOUNT xxxxxxx456 at 12..22");
        assertThat(found(heading, "กองทุนหมู่บ้าน\t8150123456\t63017123456")).isEmpty();
    }
}
