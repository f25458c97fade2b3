package prongsai.check.personal;

import java.util.List;
import java.util.Random;
import prongsai.model.NationalId;

/** What the cases of the corpus are made from: names, numbers and separators drawn by a seeded generator. */
final class Chance {

    private static final List<String> FIRST = List.of(
            "สมชาย",
            "กมล",
            "กิตติ",
            "ก้องเกียรติ",
            "กอบชัย",
            "ประเสริฐ",
            "บุญมี",
            "มานะ",
            "วิชัย",
            "ธนากร",
            "อำนวย",
            "ทองดี");
    private static final List<String> FIRST_FEMALE = List.of(
            "สมหญิง",
            "นวลจันทร์",
            "มานี",
            "บุญเรือน",
            "รำพึง",
            "กานดา",
            "แย้ม",
            "วันเพ็ญ",
            "สุดา",
            "ฟ้าใส",
            "พรทิพย์",
            "อรุณ");
    private static final List<String> LAST = List.of(
            "ใจดี",
            "มีสุข",
            "รักไทย",
            "ทองคำ",
            "ศรีสวัสดิ์",
            "แก้วมณี",
            "งามตา",
            "บุญช่วย",
            "คงเพชร",
            "นาคแก้ว",
            "สายธาร",
            "หมั่นเพียร");
    private static final List<String> AGENCIES = List.of(
            "เทศบาลตำบลคลองพน",
            "องค์การบริหารส่วนตำบลสายธาร",
            "กองทุนหลักประกันสุขภาพตำบล",
            "บริษัท ก่อสร้างไทย จำกัด",
            "ห้างหุ้นส่วนจำกัด รวมช่าง",
            "หจก. รุ่งเรืองการโยธา",
            "อบต.สายธาร",
            "โรงเรียนบ้านคลองพน",
            "สหกรณ์การเกษตรคลองพน");
    private static final List<String> BANKS =
            List.of("ธนาคารกรุงไทย", "ธ.กรุงไทย", "ธนาคารออมสิน", "ธ.ก.ส.", "ธนาคารกสิกรไทย", "ธนาคารไทยพาณิชย์");

    private final Random random;

    Chance(long seed) {
        this.random = new Random(seed);
    }

    int number(int below) {
        return random.nextInt(below);
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    /** Digits of which the first is not 0. */
    String natural(int count) {
        return (1 + random.nextInt(9)) + digits(count - 1);
    }

    /** An ID that nobody has: no province has the code 00 to 09 or 97 to 99. */
    String id() {
        String province = any("00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "97", "98", "99");
        return checked((1 + random.nextInt(8)) + province + digits(9));
    }

    /** Twelve digits and the check digit that an ID would have. */
    String checked(String first12) {
        return first12 + NationalId.checkDigit(first12);
    }

    /** Some number of 13 digits that passes for an ID by its check digit. */
    String accidental() {
        return checked((1 + random.nextInt(8)) + digits(11));
    }

    String mobile() {
        return any("06", "08", "09") + random.nextInt(10) + "000" + digits(4);
    }

    String landline() {
        return any("075", "02", "053", "038", "044") + "-" + digits(6);
    }

    String man() {
        return "นาย" + any("", "", "", " ") + any(FIRST) + " " + any(LAST);
    }

    String person() {
        String title = any("นาย", "นาง", "นางสาว", "น.ส.", "ว่าที่ ร.ต.", "นาย", "นางสาว");
        boolean female = title.startsWith("นาง") || title.equals("น.ส.");
        return title + any("", "", "", " ") + any(female ? FIRST_FEMALE : FIRST) + " " + any(LAST);
    }

    /** A name without a title. */
    String bareName() {
        return any(FIRST) + " " + any(LAST);
    }

    String agency() {
        return any(AGENCIES);
    }

    String bank() {
        return any(BANKS);
    }

    String amount() {
        return (1 + random.nextInt(99)) + "," + digits(3) + any("", ".00", ".50");
    }

    String day() {
        return (1 + random.nextInt(28)) + " " + any("มกราคม", "เมษายน", "กันยายน", "ธันวาคม") + " 25"
                + (60 + random.nextInt(8));
    }

    /** The digits as the card groups them. */
    static List<String> card(String id) {
        return List.of(
                id.substring(0, 1), id.substring(1, 5), id.substring(5, 10), id.substring(10, 12), id.substring(12));
    }

    static String dashed(String id) {
        return String.join("-", card(id));
    }

    /** Digits in groups of some lengths. */
    static List<String> groups(String digits, int... lengths) {
        java.util.ArrayList<String> groups = new java.util.ArrayList<>();
        int start = 0;
        for (int length : lengths) {
            groups.add(digits.substring(start, start + length));
            start += length;
        }
        return groups;
    }

    /** Groups with a separator drawn anew for each gap. */
    String mixed(List<String> groups, String... separators) {
        StringBuilder text = new StringBuilder(groups.get(0));
        groups.stream().skip(1).forEach(g -> text.append(any(separators)).append(g));
        return text.toString();
    }

    /** The same with Thai digits. */
    static String thai(String text) {
        return shift(text, '๐');
    }

    static String fullWidth(String text) {
        return shift(text, '\uFF10');
    }

    private static String shift(String text, char zero) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? zero + c - '0' : c)));
        return out.toString();
    }

    /** Each digit in a script of its own. */
    String mixedDigits(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(
                        any("0", "๐", "\uFF10").equals("0")
                                ? String.valueOf((char) c)
                                : any(thai(String.valueOf((char) c)), fullWidth(String.valueOf((char) c)))));
        return out.toString();
    }

    /** Characters that nobody sees, between some of the others. */
    String sprinkled(String text, String... unseen) {
        StringBuilder out = new StringBuilder(text.substring(0, 1));
        for (int i = 1; i < text.length(); i++) {
            out.append(random.nextInt(3) == 0 || i == 2 ? any(unseen) : "").append(text.charAt(i));
        }
        return out.toString();
    }
}
