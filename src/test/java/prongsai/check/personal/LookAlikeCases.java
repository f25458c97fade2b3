package prongsai.check.personal;

import static prongsai.check.personal.Chance.groups;
import static prongsai.check.personal.Chance.thai;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import prongsai.check.personal.GuardCorpus.Case;

/**
 * Numbers that look like personal data and are none. Every number of 13 digits among them that could have a right check
 * digit has one: that alone must not make a finding.
 */
final class LookAlikeCases {

    /** A contact that the agency of the corpus has declared. */
    static final String DECLARED = "0812345678";

    private final Map<String, Function<Chance, Case>> classes = new LinkedHashMap<>();

    private LookAlikeCases() {}

    static Map<String, Function<Chance, Case>> all() {
        LookAlikeCases cases = new LookAlikeCases();
        cases.money();
        cases.procurement();
        cases.codes();
        cases.computers();
        cases.measures();
        cases.telephones();
        cases.accounts();
        cases.hard();
        return cases.classes;
    }

    private void no(String name, Function<Chance, String> write) {
        classes.put("no-" + name, c -> Case.none("no-" + name, write.apply(c)));
    }

    private static String commas(String digits) {
        return digits.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    private void money() {
        no("money-with-commas", c -> {
            String amount = commas(c.accidental());
            return c.any(
                    "งบประมาณทั้งสิ้น " + amount + ".00 บาท",
                    "รวม\t" + amount + "\t" + commas(c.natural(10)) + ".00",
                    "วงเงิน " + thai(amount) + " บาท",
                    "มูลค่า " + amount + " บาท จ่ายให้ " + c.person());
        });
        no("money-plain", c -> {
            String amount = c.accidental();
            return c.any(
                    "รายจ่ายรวม " + amount + ".00",
                    amount + " บาท",
                    "ยอดรวม " + thai(amount) + " บาท",
                    "฿" + amount,
                    amount + ".50 บาท (" + c.bareName() + ")",
                    "{\"amount\": " + amount + ".25}");
        });
        no("budget-table", c -> {
            List<String> cells = new ArrayList<>();
            cells.add(c.any("งานบริหารทั่วไป", "แผนงานการศึกษา", "ค่าตอบแทน"));
            for (int i = 0; i < 4; i++) {
                cells.add(commas(c.natural(5 + c.number(5))) + c.any("", ".00"));
            }
            return String.join(c.any("\t", " | ", "  "), cells);
        });
    }

    private void procurement() {
        no(
                "e-gp-project",
                c -> c.any(
                        "เลขที่โครงการ 6" + c.number(5) + c.any("01", "07", "12") + c.digits(7) + " ผู้ชนะ "
                                + c.person(),
                        "e-GP 6" + c.number(10) + c.any("01", "09", "11") + c.digits(7),
                        "รหัสโครงการ\t66" + c.any("01", "08", "09") + c.digits(7) + "\t" + c.amount()));
        no(
                "e-gp-contract",
                c -> c.any("เลขคุมสัญญา ", "เลขคุมสัญญาในระบบ e-GP ", "เลขที่คุมสัญญา: ") + "6" + c.number(5)
                        + c.any("01", "07", "12") + c.digits(8) + " " + c.agency());
        no(
                "e-gp-of-thirteen-digits",
                c -> c.any("เลขที่โครงการ ", "เลขคุมสัญญา ", "เลขที่โครงการ: ", "รหัสโครงการ e-GP ", "เลขคุมสัญญา\t")
                        + c.any(c.accidental(), thai(c.accidental()))
                        + c.any("", " จ้างก่อสร้างถนน", "\t" + c.amount()));
        no(
                "contract",
                c -> "สัญญาเลขที่ " + c.number(99) + "/25" + c.any("62", "63") + " ลงวันที่ " + c.day() + " "
                        + c.any(
                                "บันทึกที่ กบ 52401/" + c.digits(4),
                                "ใบสั่งซื้อเลขที่ " + c.accidental(),
                                "ใบเสร็จเลขที่ " + c.accidental()));
        no("document-number", c -> "ที่ กบ " + c.digits(5) + "/" + c.accidental() + " ลงวันที่ " + c.day());
        no("tax-number-of-an-agency", c -> {
            String number = c.checked("0" + c.any("99", "10", "81", "55") + c.digits(9));
            return "เลขประจำตัวผู้เสียภาษี "
                    + c.any(
                            number,
                            Chance.dashed(number),
                            thai(Chance.dashed(number)),
                            String.join(" ", Chance.card(number)))
                    + " " + c.agency();
        });
    }

    private void codes() {
        no("wrong-check-digit", c -> {
            String id = c.id();
            String wrong = id.substring(0, 12) + (id.charAt(12) - '0' + 1 + c.number(9)) % 10;
            return c.person() + " "
                    + c.any(wrong, Chance.dashed(wrong), thai(wrong), String.join(" ", Chance.card(wrong)));
        });
        no("book", c -> {
            String number = c.any("978", "979") + c.digits(10);
            return c.any("ISBN ", "ISBN-13: ", "เลขมาตรฐานสากล ")
                    + c.any(number, String.join("-", groups(number, 3, 3, 4, 2, 1)));
        });
        no("bar-code", c -> c.any("บาร์โค้ด ", "EAN-13 ", "Barcode: ", "EAN: ", "รหัสสินค้า ") + c.accidental());
        no(
                "gfmis",
                c -> c.any(
                        "GFMIS " + c.natural(15),
                        "รหัสงบประมาณ " + c.natural(20),
                        "รหัสงบประมาณ " + c.accidental() + " แหล่งของเงิน 63" + c.digits(5),
                        "รหัสหน่วยงาน " + c.accidental(),
                        "เลขที่เอกสาร GFMIS " + c.accidental()));
        no(
                "property",
                c -> c.any(
                                "เลขครุภัณฑ์ ",
                                "รหัสสินทรัพย์ ",
                                "หมายเลขเครื่อง ",
                                "โฉนดเลขที่ ",
                                "หมายเลขผู้ใช้ไฟฟ้า ",
                                "S/N ",
                                "เลขอ้างอิง ")
                        + c.accidental());
        no("card-of-sixteen-digits", c -> String.join(c.any(" ", "-"), groups(c.natural(16), 4, 4, 4, 4)));
        no("longer-number", c -> {
            String id = c.accidental();
            return "เลข "
                    + c.any(
                            id + c.natural(1),
                            c.natural(2) + id,
                            c.natural(4) + "-" + Chance.dashed(id),
                            Chance.dashed(id) + "-" + c.natural(2),
                            String.join(" ", Chance.card(id)) + " " + c.natural(2),
                            id + "-" + c.natural(3),
                            thai(id + c.natural(2)),
                            id + "/2563");
        });
        no("list-of-numbers", c -> {
            String id = c.accidental();
            return c.any(
                    id.substring(0, 5) + "\t" + id.substring(5),
                    id.substring(0, 4) + "\t" + id.substring(4, 8) + "\t" + id.substring(8),
                    String.join(" ", groups(id, 3, 3, 3, 4)),
                    String.join(", ", groups(id, 4, 4, 5)),
                    String.join("\n", groups(id, 4, 4, 5)),
                    c.natural(5) + "\n" + id.substring(0, 5) + "\n" + id.substring(5) + "\n" + c.natural(6));
        });
        no("counts-of-twelve-months", c -> {
            List<String> cells = new ArrayList<>();
            int total = 0;
            for (int i = 0; i < 12; i++) {
                int count = total < 8 ? c.number(2) : 0;
                cells.add(Integer.toString(count));
                total += count;
            }
            cells.add(Integer.toString(total));
            return c.any("จำนวนเรื่องร้องเรียน\t", "", "ร้องทุกข์ ") + String.join(c.any("\t", " ", " | "), cells);
        });
    }

    private void computers() {
        no("milliseconds", c -> {
            String time = c.checked("15" + c.digits(10));
            return c.any(
                    "https://example.go.th/image.jpg?t=" + time,
                    "https://example.go.th/file.php?id=" + time,
                    "https://example.go.th/list?page=2&_=" + time,
                    "files/IMG_" + time + ".jpg",
                    "FB_IMG_" + time + ".jpg",
                    "received_" + time + ".jpeg",
                    "{\"timestamp\": " + time + "}",
                    "{\"createdAt\": \"" + time + "\"}");
        });
        no(
                "identifier",
                c -> c.any(
                        new UUID(Long.parseLong(c.natural(18)), Long.parseLong(c.natural(18))).toString(),
                        "sha256:" + Long.toHexString(Long.parseLong(c.natural(18))) + "a" + c.accidental() + "f",
                        "x" + c.accidental() + "k",
                        "Zm9v" + c.accidental() + "QQ==",
                        "0x" + c.accidental(),
                        "https://example.go.th/a" + c.accidental() + "b.css",
                        "commit " + c.accidental() + "deadbeef"));
        no(
                "decimal-or-place",
                c -> c.any(
                        "ค่าเฉลี่ย 0." + c.accidental(),
                        "พิกัด 7." + c.accidental() + ", 99." + c.accidental(),
                        "lat: 8." + c.digits(13) + "\nlon: 98." + c.digits(13),
                        c.accidental() + "." + c.digits(3)));
        no(
                "version-or-address",
                c -> c.any(
                        "192.168." + c.number(255) + "." + c.number(255) + ":8080",
                        "รุ่น 1.23." + c.digits(5),
                        "RX" + c.digits(9) + "TH",
                        "EMS " + c.any("EB", "RL") + c.digits(9) + "TH",
                        "ไปรษณีย์ 81170",
                        "กข " + c.natural(4) + " กระบี่"));
    }

    private void measures() {
        no(
                "date-and-time",
                c -> c.any(
                        c.day() + " เวลา 08.30-16.30 น.",
                        "06/08/2563 10.30 น.",
                        "08.30 - 12.00, 13.00 - 16.30",
                        "09-05-2563 " + c.digits(2) + ":00",
                        "2563-04-23T08:30:00.000Z",
                        "ระหว่างวันที่ 1 - 30 กันยายน 2563 เวลา 09.00 - 16.30 น.",
                        "20200423" + c.digits(6)));
        no(
                "scores",
                c -> c.any(
                        "1\t88.19\n2\t80.64\n3\t75.40\n4\t79.10\n5\t81.80",
                        "IIT 24.15 EIT 24.02 OIT 33.17 รวม 81.80",
                        "ตัวชี้วัดที่ 9.1 9.2 9.3 9.4 9.5 10.1 10.2 ได้ " + c.digits(2) + "." + c.digits(2),
                        "ร้อยละ " + c.digits(2) + "." + c.digits(2) + " ของประชากร " + commas(c.natural(5)) + " คน"));
        no(
                "population",
                c -> "หมู่ที่ " + (1 + c.number(9)) + "\t" + c.natural(3) + "\t" + c.natural(3) + "\t"
                        + commas(c.natural(4)) + "\t" + c.natural(3) + " ครัวเรือน ทำบัตรประชาชน " + c.natural(2)
                        + " ราย");
    }

    private void telephones() {
        no(
                "landline",
                c -> c.any(
                        "โทร. 0 7564 1422 ต่อ " + (100 + c.number(100)),
                        "โทร. " + c.landline() + " ต่อ 1" + c.digits(2),
                        "โทรสาร " + thai(c.landline()),
                        "+66 75 64" + c.digits(4),
                        "โทร. 075-641422-3, 075-641" + c.digits(3),
                        "0-7564-1422 (" + c.person() + ")"));
        no(
                "hotline",
                c -> "สายด่วน " + c.any("1567", "1111", "1205", "191", "1784") + " กด " + c.number(9)
                        + " ตลอด 24 ชั่วโมง");
        no(
                "declared-contact",
                c -> c.any("โทร. ", "สายตรงนายก ", "มือถือ ", "")
                        + c.any(
                                DECLARED,
                                "081-234-5678",
                                "08 1234 5678",
                                "+66 81 234 5678",
                                thai("081-2345678"),
                                "(081) 234-5678"));
        no(
                "code-like-a-mobile",
                c -> c.any(
                                "เลขที่ใบเสร็จ ",
                                "รหัสครุภัณฑ์ ",
                                "เลขที่เอกสาร ",
                                "เลขอ้างอิง ",
                                "เลขที่โครงการ ",
                                "รหัสงบประมาณ ")
                        + c.any("06", "08", "09")
                        + c.digits(8));
        no(
                "digits-around-a-mobile",
                c -> c.any(
                        c.natural(3) + c.mobile(),
                        c.mobile() + c.natural(2),
                        "0." + c.mobile(),
                        c.mobile() + ".00",
                        c.mobile() + "ab",
                        "f" + c.mobile(),
                        "12-" + c.mobile() + "-" + c.natural(3)));
    }

    /** Numbers that nothing tells from personal data but what they are; some are taken for it, and the figures say so. */
    private void hard() {
        no("hard", c -> switch (c.number(8)) {
            case 0 -> "ลำดับ\tรายการ\tเลขสินค้า\n1\tกระดาษ\t" + c.checked("885" + c.digits(9));
            case 1 -> "https://example.go.th/news/" + c.checked("15" + c.digits(10));
            case 2 -> "โครงการ " + c.accidental() + " ก่อสร้างถนน";
            case 3 -> "เลขบริการ 09" + c.digits(8);
            case 4 -> "รายการ\tเลขคุม\nจ้างเหมา\t" + c.natural(12) + "\t" + c.person();
            case 5 -> "ตำแหน่งเลขที่ 12-3-01-1101-00" + c.natural(1) + " เลขที่คำสั่ง " + c.natural(3) + "/2563";
            case 6 -> "มิเตอร์ " + c.natural(4) + " หน่วย " + c.natural(3) + " " + c.natural(5) + " " + c.natural(1);
            default -> "รวม " + c.natural(5) + "\n" + c.natural(8) + "\n" + c.natural(13) + "5";
        });
    }

    private void accounts() {
        no("account-of-an-agency", c -> {
            String number = String.join("-", groups(c.any("801", "020", "693") + c.digits(7), 3, 1, 5, 1));
            return c.any(
                    "ชื่อบัญชี " + c.agency() + " เลขที่บัญชี " + number + " " + c.bank(),
                    "โอนเข้าบัญชี " + c.agency() + " " + c.bank() + " เลขที่ " + number,
                    "เลขที่บัญชี " + number + " ชื่อบัญชี " + c.agency() + " ผู้ประสานงาน " + c.person(),
                    "ชำระภาษีที่ " + c.bank() + " บัญชีเลขที่ " + number + " ในนาม " + c.agency(),
                    "นายกเทศมนตรีแจ้งให้ชำระเข้าบัญชี " + c.agency() + " เลขที่บัญชี " + number);
        });
        no("account-without-a-person", c -> {
            String number = c.any("801", "020", "123") + c.digits(7);
            return c.any(
                    "เลขที่บัญชี " + number,
                    "บัญชีเลขที่ " + String.join("-", groups(number, 3, 1, 5, 1)) + " นายทะเบียนพาณิชย์",
                    "นายกองค์การบริหารส่วนตำบล เลขที่บัญชี " + number,
                    "ธนาคารกรุงไทย " + number + " สาขานางรอง",
                    "เลขบัญชี " + number + " ทนายความ");
        });
        no(
                "number-beside-a-person",
                c -> c.any(
                        c.person() + " เลขที่ใบอนุญาต 123/" + c.digits(4),
                        c.person() + " ตำแหน่งเลขที่ 12-3-01-1101-00" + c.natural(1),
                        c.person() + " อัตราเงินเดือน " + c.amount() + " บาท",
                        c.person() + " เลขที่โครงการ 63" + c.digits(9),
                        c.person() + " เกิดวันที่ " + c.day() + " อายุ " + c.natural(2) + " ปี"));
    }
}
