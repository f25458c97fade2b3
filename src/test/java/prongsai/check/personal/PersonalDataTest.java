package prongsai.check.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.check.personal.PersonalHit.Kind;

class PersonalDataTest {

    private static final String ID = "1234567890121";
    private static final PersonalData DATA = new PersonalData(Set.of("0811112222"));

    @Test
    void aHitSaysWhereItsFirstAndLastDigitStand() {
        assertThat(DATA.find("นายสมชาย ใจดี เลขประจำตัว 1-2345-67890-12-1 โทร ๐๘๑-๒๓๔๕๖๗๘ ครับ"))
                .containsExactly(
                        new PersonalHit(Kind.NATIONAL_ID, 26, 43, ID),
                        new PersonalHit(Kind.MOBILE_NUMBER, 48, 59, "0812345678"));
        assertThat(DATA.find("x: <b>1</b>-2345-67890-12-<i>1</i>."))
                .containsExactly(new PersonalHit(Kind.NATIONAL_ID, 6, 30, ID));
        assertThat(DATA.find("นางมานี มีสุข เลขที่บัญชี 123-4-56789-0"))
                .containsExactly(new PersonalHit(Kind.BANK_ACCOUNT, 26, 39, "1234567890"));
    }

    @Test
    void aHitNeverShowsItsDigits() {
        assertThat(List.of(
                        new PersonalHit(Kind.NATIONAL_ID, 1, 14, ID),
                        new PersonalHit(Kind.MOBILE_NUMBER, 1, 11, "0812345678"),
                        new PersonalHit(Kind.BANK_ACCOUNT, 1, 11, "1234567890")))
                .map(PersonalHit::toString)
                .containsExactly(
                        "NATIONAL_ID 1-xxxx-xxxxx-12-1 at 1..14",
                        "MOBILE_NUMBER 08x-xxx-xx78 at 1..11",
                        "BANK_ACCOUNT xxxxxxx890 at 1..11");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234567890121",
                "1 - 2 3 4 5 - 6 7 8 9 0 - 1 2 - 1",
                "เลขประจำตัวประชาชน : 1 2345 67890 12 1",
                "เลขบัตร 123456789 0121",
                "เลขประจำตัวประชาชน\t12345\t67890121",
                "1-2345-67890-12-1.\n2. นางมานี",
                "นายสมชาย (1234567890121/081-xxx)",
                "1234567890121/075-641422",
                "1-2345-\n    67890-12-1",
                "> 1-2345-\n> 67890-12-1",
                "①②③④⑤⑥⑦⑧⑨⓪①②①",
                "1\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e37\ufe0f\u20e38\ufe0f\u20e39\ufe0f\u20e30\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e31\ufe0f\u20e3",
                "\ud835\udfcf\ud835\udfd034567890121",
                "1:2345:67890:12:1",
                "นายสมชาย 1-234567890121",
                "1234567890121.0",
                "2563-1234567890121.pdf",
                "1234567890121-2.jpg",
                "IMG_1234567890121.jpg",
                "1234567890121@example.go.th",
                "ID1234567890121",
                "https://example.go.th/1234567890121",
                "จ่ายเป็นเงิน 500 บาท ให้ 1234567890121",
                "รหัสประจำตัวประชาชน 1234567890121",
                "“1234567890121”",
                "=\"1234567890121\"",
                "ที่อยู่ 5/1 ม.3 1234567890121 81170",
                "1\u00ad2\u200b3\u200c4\u200d5\u20606\ufeff7\u200e8\u200f9\u202a0\u202c1\u20662\u20691",
                "123<wbr>456789<!-- x -->0121",
                "&#x31;234567890121",
                "%31%32%33%34567890121",
                "%E0%B9%91%E0%B9%92%E0%B9%93%E0%B9%94%E0%B9%95%E0%B9%96%E0%B9%97%E0%B9%98%E0%B9%99%E0%B9%90%E0%B9%91%E0%B9%92%E0%B9%91",
                "\\u0e51\\u0e5234567890121"
            })
    void anIdIsFoundInDisguise(String text) {
        assertThat(DATA.find(text))
                .extracting(PersonalHit::kind, PersonalHit::digits)
                .containsExactly(tuple(Kind.NATIONAL_ID, ID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567890120",
                "0234567890125",
                "12345678901211",
                "91234567890121",
                "1,234,567,890,121",
                "1,234,567,890,121.00 บาท",
                "1234567890121 บาท",
                "1234567890121.00",
                "0.1234567890121",
                "1234567890121%",
                "ISBN 1234567890121",
                "เลขที่โครงการ 1234567890121",
                "เลขคุมสัญญา : 1234567890121",
                "ที่ กบ 52401/1234567890121",
                "a1234567890121b",
                "12345\t67890121",
                "12345\n67890121\n55555",
                "123 456 789 0121",
                "https://example.go.th/a?t=1587600000022",
                "IMG_1587600000022.jpg",
                "1 2345 67890 12 1 34",
                "1-2345-67890-12-1-9",
                "โทร. 0 7564 1422 ต่อ 101",
                "เลขที่ตำแหน่ง 08-3-01-1101-001",
                "06/08/2563 10.30 น.",
                "สอบถามโทร 075-641422 ภายใน 06-08-2563 30 คน",
                "08.30-12.00, 13.00-16.30",
                "660812345678",
                "66081234567",
                "+66 75 641422",
                "081-111-2222",
                "+66811112222",
                "ใบเสร็จเลขที่ 0812345678",
                "0812345678.50",
                "https://example.go.th/0812345678ab.css",
                "นายกเทศมนตรี เลขที่บัญชี 123-4-56789-0",
                "ทนายความ เลขที่บัญชี 123-4-56789-0",
                "สาขานางรอง เลขที่บัญชี 123-4-56789-0",
                "เกาะนกนางนวล เลขที่บัญชี 123-4-56789-0",
                "นาย/นาง/นางสาว .......... เลขที่บัญชี 123-4-56789-0",
                "ชื่อบัญชี เทศบาลตำบลคลองพน โดยนายสมชาย ใจดี เลขที่บัญชี 123-4-56789-0",
                "น.ส. 3 ก. เลขที่บัญชี 123-4-56789-0",
                "นายสมชาย ใจดี โทร 075-641422 โอนเข้าบัญชีเทศบาลตำบลคลองพน เลขที่บัญชี 123-4-56789-0"
            })
    void aLookAlikeIsNotFound(String text) {
        assertThat(DATA.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0812345678",
                "08-1234-5678",
                "08123 45678",
                "(081) 234-5678",
                "081-2345678-9",
                "โทร.075-641422/0812345678",
                "081-234-\n5678",
                "+66 81 234 5678",
                "+66 (0)81-234-5678",
                "66812345678",
                "0066812345678",
                "๐๘ ๑๒๓๔ ๕๖๗๘",
                "ผู้จัดการธนาคารกรุงไทย 081-234-5678",
                "สัญญาเลขที่ 5/2563 นายสมชาย ใจดี 0812345678",
                "tel:0812345678",
                "1,0812345678,นางมานี"
            })
    void aMobileNumberIsFoundInDisguise(String text) {
        assertThat(DATA.find(text))
                .extracting(PersonalHit::kind, PersonalHit::digits)
                .containsExactly(tuple(Kind.MOBILE_NUMBER, "0812345678"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "นายกมล ใจดี เลขที่บัญชี 123-4-56789-0",
                "นายก้องเกียรติ ใจดี เลขที่บัญชี 1234567890",
                "นางนวลจันทร์ ใจดี\nเลขที่บัญชี\n123-4-56789-0",
                "น.ส.มานี มีสุข ธ.กรุงไทย ๑๒๓-๔-๕๖๗๘๙-๐",
                "Miss Manee Meesuk, account no. 123-4-56789-0",
                "นายสมชาย ใจดี หัวหน้าสำนักปลัด อบต.สายธาร เลขที่บัญชี 123-4-56789-0",
                "เทศบาลตำบลคลองพนโอนให้นายสมชาย ใจดี บัญชีเลขที่ 123-4-56789-0",
                "เลขที่บัญชี 123-4-56789-0 ชื่อบัญชี ว่าที่ ร.ต.สมชาย ใจดี",
                "นายแพทย์สมชาย ใจดี เลขที่บัญชี 123 4 56789 0"
            })
    void theAccountOfAPersonIsFound(String text) {
        assertThat(DATA.find(text))
                .extracting(PersonalHit::kind, PersonalHit::digits)
                .containsExactly(tuple(Kind.BANK_ACCOUNT, "1234567890"));
    }

    @Test
    void aNumberThatMayBeBothIsWhatTheNearerWordSays() {
        assertThat(DATA.find("นายสมชาย ใจดี เลขที่บัญชี 0812345678"))
                .extracting(PersonalHit::kind)
                .containsExactly(Kind.BANK_ACCOUNT);
        assertThat(DATA.find("นายสมชาย ใจดี ธนาคารกรุงไทย โทร 0812345678"))
                .extracting(PersonalHit::kind)
                .containsExactly(Kind.MOBILE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "อุดหนุนโรงเรียน | 9,000.00 | 8,083.00 | 917.00 |",
                "จ้างเหมาบริการ\t947,000.00\t946,092.00\t908.00",
                "083 | 00 | 917 | 0012",
                "1,081,234,5678"
            })
    void sumsBesideOneAnotherAreNoTelephone(String text) {
        assertThat(DATA.find(text)).isEmpty();
    }

    @Test
    void findsAnIdThatAProgramTookForANumber() {
        PersonalData any = new PersonalData(Set.of());
        assertThat(any.find("{\"x\": 3.109900000025E12}")).hasSize(1);
        assertThat(any.find("{\"x\": 3.109900000025E13}")).isEmpty();
        assertThat(any.find("เลขประจำตัวประชาชน 3,109,900,000,025")).hasSize(1);
        assertThat(any.find("รวม 3,109,900,000,025")).isEmpty();
    }

    @Test
    void findsAnIdThatBeginsAsAClockDoesBehindTheLettersId() {
        PersonalData any = new PersonalData(Set.of());
        assertThat(any.find("ID1409900123454")).hasSize(1);
        assertThat(any.find("https://www.example.go.th/p?t=1409900123454")).isEmpty();
    }

    @Test
    void findsBothIdsOfAPair() {
        assertThat(new PersonalData(Set.of()).find("3109900000025/1409900123454"))
                .hasSize(2);
    }

    @Test
    void takesNoTableOfSingleDigitsForAnId() {
        PersonalData any = new PersonalData(Set.of());
        assertThat(any.find("1\t2\t3\t4\t5\t1\t2\t3\t4\t5\t1\t1\t2")).isEmpty();
        String row = String.join(" ", "3109900000025".split(""));
        assertThat(any.find(row + "\n" + row)).isEmpty();
        assertThat(any.find("4\t0\t8\t1\t2\t3\t4\t5\t6\t7\t8\t36")).isEmpty();
    }
}
