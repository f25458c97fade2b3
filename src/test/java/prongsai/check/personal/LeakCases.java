package prongsai.check.personal;

import static prongsai.check.personal.Chance.card;
import static prongsai.check.personal.Chance.dashed;
import static prongsai.check.personal.Chance.fullWidth;
import static prongsai.check.personal.Chance.groups;
import static prongsai.check.personal.Chance.thai;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import prongsai.check.personal.GuardCorpus.Case;
import prongsai.check.personal.PersonalHit.Kind;

/** Personal data in every disguise that it was met in. Each class makes cases from {@link Chance}. */
final class LeakCases {

    private static final String[] DASHES = {"-", "–", "—", "−", "\u2010", "\u2011", "－"};
    private static final String[] SPACES = {" ", "\u00a0", "\u2009", "\u202f", "\u3000"};
    private static final String[] UNSEEN = {"\u200b", "\u200d", "\u2060", "\u00ad", "\ufeff", "\u200e", "\u202c"};

    private final Map<String, Function<Chance, Case>> classes = new LinkedHashMap<>();

    private LeakCases() {}

    static Map<String, Function<Chance, Case>> all() {
        LeakCases leaks = new LeakCases();
        leaks.written();
        leaks.inPlaces();
        leaks.amongOthers();
        leaks.mobiles();
        leaks.accounts();
        leaks.hard();
        return leaks.classes;
    }

    private void id(String name, BiFunction<Chance, String, String> write) {
        classes.put("id-" + name, c -> {
            String id = c.id();
            return Case.of("id-" + name, Kind.NATIONAL_ID, id, write.apply(c, id));
        });
    }

    private void mobile(String name, BiFunction<Chance, String, String> write) {
        classes.put("mobile-" + name, c -> {
            String number = c.mobile();
            return Case.of("mobile-" + name, Kind.MOBILE_NUMBER, number, write.apply(c, number));
        });
    }

    private void account(String name, int digits, BiFunction<Chance, String, String> write) {
        classes.put("account-" + name, c -> {
            String number = c.any("123", "456", "801", "020", "693", "981") + c.digits(digits - 3);
            return Case.of("account-" + name, Kind.BANK_ACCOUNT, number, write.apply(c, number));
        });
    }

    /** A sentence or line around a number; with a word about it or without. */
    private static String around(Chance c, String number) {
        return switch (c.number(10)) {
            case 0 -> number;
            case 1 -> c.person() + " เลขประจำตัวประชาชน " + number;
            case 2 ->
                "ข้าพเจ้า " + c.person() + " ถือบัตรประชาชนเลขที่ " + number + " อยู่บ้านเลขที่ " + c.number(300)
                        + " หมู่ที่ 3";
            case 3 -> c.bareName() + " (" + number + ")";
            case 4 -> "ผู้มีสิทธิรับเงิน: " + c.person() + " " + number;
            case 5 -> "สำเนาบัตร " + number + " ใช้ประกอบการขอรับเบี้ยยังชีพ";
            case 6 -> "เลขประจำตัวผู้เสียภาษี " + number;
            case 7 ->
                "ลำดับที่ " + (1 + c.number(90)) + " " + c.person() + " เลขบัตร " + number + " จำนวนเงิน " + c.amount()
                        + " บาท";
            case 8 -> "ID card: " + number;
            default -> "- " + number + " " + c.bareName() + "\n";
        };
    }

    private void written() {
        id("plain", (c, id) -> around(c, id));
        id("dashed", (c, id) -> around(c, dashed(id)));
        id("other-dashes", (c, id) -> around(c, c.mixed(card(id), DASHES)));
        id("spaced", (c, id) -> around(c, String.join(c.any(SPACES), card(id))));
        id("dots-slashes-underscores", (c, id) -> around(c, String.join(c.any(".", "/", "_", "·"), card(id))));
        id(
                "wide-separators",
                (c, id) -> around(c, String.join(c.any(" - ", " – ", "  ", ". ", " / ", " . "), card(id))));
        id("mixed-separators", (c, id) -> around(c, c.mixed(card(id), " ", "-", "\u00a0", " - ", "–", ".")));
        id("thai-digits", (c, id) -> around(c, thai(c.any(id, dashed(id), String.join(" ", card(id))))));
        id("full-width-digits", (c, id) -> around(c, fullWidth(c.any(id, dashed(id)))));
        id("mixed-digits", (c, id) -> around(c, c.mixedDigits(c.any(id, dashed(id)))));
        id("unseen-characters", (c, id) -> around(c, c.sprinkled(c.any(id, dashed(id), thai(id)), UNSEEN)));
        id(
                "half-grouped",
                (c, id) -> "เลขประจำตัวประชาชน "
                        + c.any(
                                String.join("-", groups(id, 1, 4, 5, 3)),
                                String.join(" ", groups(id, 1, 4, 7, 1)),
                                String.join("-", groups(id, 1, 9, 2, 1)),
                                String.join("-", groups(id, 3, 3, 3, 4)),
                                String.join(" ", groups(id, 5, 5, 3)))
                        + " " + c.person());
        id("in-two-disguises", (c, id) -> around(c, thai(c.sprinkled(String.join(c.any(DASHES), card(id)), UNSEEN))));
    }

    private void inPlaces() {
        id(
                "boxes",
                (c, id) -> c.any("", "เลขประจำตัวประชาชน ", "เลขที่บัตร\n", "นางสาวมานี ใจดี ")
                        + String.join(c.any(" ", "\t", "|", " | ", "\n", "  "), id.split("")));
        id("boxes-in-card-groups", (c, id) -> {
            String gap = c.any(" ", "\t", "|");
            return String.join(
                    c.any(" - ", "-", "  "),
                    card(id).stream().map(g -> String.join(gap, g.split(""))).toList());
        });
        id(
                "boxes-of-a-numbered-row",
                (c, id) -> (1 + c.number(40)) + "\t" + c.person() + "\t" + String.join("\t", id.split("")) + "\t"
                        + c.amount());
        id("neighbouring-cells", (c, id) -> {
            String row = String.join("\t", card(id));
            return c.any(
                    row,
                    "1\t" + c.person() + "\t" + row + "\t600.00",
                    c.person() + "\t" + row,
                    "7\t" + row + "\t" + c.person());
        });
        id(
                "broken-between-groups",
                (c, id) -> around(
                        c,
                        c.any(
                                "1-".replace("1", id.substring(0, 1)) + id.substring(1, 5) + "-\n"
                                        + String.join("-", card(id).subList(2, 5)),
                                String.join(" ", card(id).subList(0, 3)) + "\r\n"
                                        + String.join(" ", card(id).subList(3, 5)),
                                String.join("-", card(id).subList(0, 2)) + "\n"
                                        + String.join("-", card(id).subList(2, 5)),
                                String.join("\n", card(id)))));
        id("plain-broken-between-groups", (c, id) -> {
            int cut = c.any(1, 5, 10, 12);
            return "หนังสือรับรองว่า " + c.bareName() + " " + id.substring(0, cut) + c.any("\n", "-\n", "\r\n")
                    + id.substring(cut) + " จริง";
        });
        id("broken-anywhere", (c, id) -> {
            int cut = 2 + c.number(10);
            return c.any(c.person() + " ", "เลขประจำตัวประชาชน ", "บัตร ปชช. ")
                    + id.substring(0, cut)
                    + c.any("\n", "-\n", "\r\n")
                    + id.substring(cut);
        });
        id("dashed-broken-inside-a-group", (c, id) -> {
            String text = dashed(id);
            int cut = c.any(4, 5, 9, 10, 11);
            return c.person() + " เลขที่ " + text.substring(0, cut) + "\n" + text.substring(cut);
        });
        id(
                "markdown",
                (c, id) -> around(
                        c,
                        c.any(
                                String.join("-", groups("**" + id.substring(0, 1) + "**", 5)) + "-"
                                        + String.join("-", card(id).subList(1, 5)),
                                "**" + dashed(id) + "**",
                                "`" + id + "`",
                                String.join("\\-", card(id)),
                                String.join("**-**", card(id)),
                                String.join("`", groups(id, 5, 8)),
                                "| " + c.bareName() + " | " + String.join(" | ", card(id)) + " |",
                                "_" + id + "_")));
        id(
                "html",
                (c, id) -> around(
                        c,
                        c.any(
                                "<b>" + id.substring(0, 5) + "</b>" + id.substring(5),
                                String.join("&nbsp;", card(id)),
                                String.join("&#8209;", card(id)),
                                "<td>" + String.join("</td><td>", card(id)) + "</td>",
                                "<img alt=\"" + dashed(id) + "\">",
                                String.join("<wbr>", card(id)),
                                "<span class=\"x1\">" + String.join("</span>-<span class=\"x1\">", card(id))
                                        + "</span>",
                                id.chars().mapToObj(d -> "&#" + d + ";").reduce("", String::concat))));
        id(
                "json-and-yaml",
                (c, id) -> c.any(
                        "{\"name\": \"" + c.bareName() + "\", \"code\": \"" + id + "\"}",
                        "{\"code\": " + id + "}",
                        "{\"text\": \"" + String.join("\\u00a0", card(id)) + "\"}",
                        "{\"text\": \"บัตร\\n" + id + "\\n\"}",
                        "{\"text\": \"" + escaped(thai(id)) + "\"}",
                        "code: '" + dashed(id) + "'",
                        "number: " + id));
        id(
                "file-name",
                (c, id) -> c.any(
                        id + ".pdf",
                        "files/" + id + ".jpg",
                        "files/บัตร" + id + ".pdf",
                        "สำเนาบัตรประชาชน_" + id + "_2563.pdf",
                        "files/id" + id + ".png",
                        "ID_" + dashed(id) + ".pdf",
                        "scan-" + id + ".pdf",
                        "%E0%B8%9A%E0%B8%B1%E0%B8%95%E0%B8%A3" + id + ".pdf",
                        String.join("%20", card(id)) + ".pdf",
                        "คำร้อง (" + String.join("_", card(id)) + ").docx"));
        id(
                "address",
                (c, id) -> c.any(
                        "https://example.go.th/person/" + id,
                        "https://example.go.th/view?citizen=" + id,
                        "https://example.go.th/view?a=1&pid=" + id + "&b=2",
                        "mailto:x@example.go.th?subject=" + id));
        id(
                "csv",
                (c, id) -> c.any(
                        c.number(90) + "," + id + "," + c.bareName() + ",600",
                        "\"" + c.number(90) + "\",\"" + dashed(id) + "\",\"" + c.bareName() + "\"",
                        c.bareName() + ";" + id + ";" + c.number(9),
                        "\"" + String.join("\",\"", card(id)) + "\""));
    }

    private static String escaped(String text) {
        return text.chars()
                .mapToObj(ch -> String.format(Locale.ROOT, "\\u%04x", ch))
                .reduce("", String::concat);
    }

    /** Where another number or word could be taken for the reason to let the ID pass. */
    private void amongOthers() {
        id(
                "beside-a-contract",
                (c, id) -> "สัญญาจ้างเลขที่ " + (1 + c.number(90)) + "/2563 ลงวันที่ " + c.day() + " ผู้รับจ้าง "
                        + c.person() + " " + c.any(id, dashed(id)));
        id(
                "beside-a-project",
                (c, id) -> "เลขที่โครงการ 63" + c.digits(9) + " ผู้ชนะการเสนอราคา " + c.person() + " ("
                        + c.any(id, dashed(id)) + ") วงเงิน " + c.amount() + " บาท");
        id(
                "before-an-amount",
                (c, id) -> c.person() + " " + c.any(id, dashed(id), thai(id)) + " เป็นเงิน " + c.amount() + " บาท");
        id(
                "before-a-telephone",
                (c, id) -> c.bareName() + " " + c.any(id, dashed(id)) + " โทร 075-641422 ต่อ " + c.number(200));
        id(
                "in-a-row",
                (c, id) -> (1 + c.number(90)) + c.any("\t", "  ", ". ") + c.any(id, dashed(id)) + c.any("\t", "  ")
                        + c.person() + "\t" + c.amount() + "\t25" + c.any("60", "63"));
        id(
                "spaced-in-a-row",
                (c, id) ->
                        (1 + c.number(90)) + " " + String.join(" ", card(id)) + " " + c.person() + " " + c.number(900));
        id("between-the-letters-of-thai", (c, id) -> "บัตร" + id + "ของ" + c.bareName());
        id(
                "in-english",
                (c, id) -> c.any(
                                "Mr. Somchai Jaidee, citizen ID ",
                                "National ID No. ",
                                "Identification number: ",
                                "Thai ID ")
                        + c.any(id, dashed(id)) + ", Krabi");
    }

    private void mobiles() {
        mobile("plain", (c, n) -> telephone(c) + n);
        mobile(
                "grouped",
                (c, n) -> telephone(c)
                        + c.any(
                                String.join("-", groups(n, 3, 7)),
                                String.join("-", groups(n, 3, 3, 4)),
                                String.join(" ", groups(n, 2, 4, 4)),
                                String.join("-", groups(n, 3, 4, 3)),
                                String.join(" ", groups(n, 1, 4, 5)),
                                String.join(".", groups(n, 3, 3, 4)),
                                "(" + n.substring(0, 3) + ") " + n.substring(3, 6) + "-" + n.substring(6)));
        mobile(
                "thai-digits",
                (c, n) -> telephone(c)
                        + thai(c.any(n, String.join("-", groups(n, 3, 7)), String.join(" ", groups(n, 2, 4, 4)))));
        mobile(
                "other-dashes-and-spaces",
                (c, n) -> telephone(c) + c.mixed(groups(n, 3, 3, 4), "–", "\u2011", "\u00a0", "\u2009", " - ", "−"));
        mobile(
                "with-the-country",
                (c, n) -> telephone(c)
                        + c.any(
                                "+66 " + String.join(" ", groups(n.substring(1), 2, 3, 4)),
                                "+66" + n.substring(1),
                                "+66-" + n.substring(1, 3) + "-" + n.substring(3),
                                "66" + n.substring(1),
                                "0066 " + n.substring(1),
                                "+66 (0) " + String.join(" ", groups(n.substring(1), 2, 3, 4)),
                                "(+66)" + n.substring(1)));
        mobile(
                "unseen-and-markup",
                (c, n) -> telephone(c)
                        + c.any(
                                c.sprinkled(n, UNSEEN),
                                "**" + n + "**",
                                "<b>" + n.substring(0, 3) + "</b>-" + n.substring(3),
                                String.join("&nbsp;", groups(n, 3, 3, 4)),
                                "[" + n + "](tel:" + n.substring(0, 3) + "-" + n.substring(3) + ")"));
        mobile(
                "in-a-row",
                (c, n) -> (1 + c.number(90)) + "\t" + c.person() + "\t"
                        + c.any(n, n.substring(0, 3) + "-" + n.substring(3)) + "\t" + c.amount());
        mobile(
                "beside-a-landline",
                (c, n) -> "โทร. " + c.landline() + c.any(", ", " / ", " หรือ ", "/") + n.substring(0, 3) + "-"
                        + n.substring(3));
        mobile(
                "beside-other-numbers",
                (c, n) -> c.any(
                        "สัญญาเลขที่ 12/2563 ผู้รับจ้าง " + c.person() + " " + n,
                        "เลขที่โครงการ 63" + c.digits(9) + " ติดต่อ " + n,
                        "วันที่ 06/08/2563 เวลา 08.30 น. " + n,
                        "เลขที่บัญชี " + c.agency() + " 801-0-12345-6 สอบถาม " + n));
        mobile("file-name", (c, n) -> c.any(n + ".jpg", "รูป_" + n + ".png", "line-" + n + ".pdf", "tel" + n + ".txt"));
    }

    private static String telephone(Chance c) {
        return c.any(
                "โทร. ",
                "โทรศัพท์มือถือ ",
                "",
                c.person() + " ",
                "ติดต่อ " + c.bareName() + " ",
                "Tel: ",
                "เบอร์",
                c.bareName() + " (ผู้ประสานงาน) ");
    }

    private void accounts() {
        account(
                "grouped",
                10,
                (c, n) -> c.any(
                        c.person() + " เลขที่บัญชี " + bank(n) + " " + c.bank(),
                        "โอนเข้าบัญชี" + c.bank() + " ชื่อบัญชี " + c.person() + " เลขที่ " + bank(n),
                        c.bank() + " สาขาคลองท่อม เลขที่บัญชี " + bank(n) + " ชื่อบัญชี " + c.person(),
                        "จ่ายให้ " + c.person() + " ทาง " + c.bank() + " บัญชีเลขที่ " + bank(n)));
        account(
                "plain",
                10,
                (c, n) -> c.any(
                        c.person() + " เลขที่บัญชี " + n,
                        "เลขบัญชี " + n + " " + c.bank() + " (" + c.person() + ")",
                        "account no. " + n + " Krungthai Bank, Mrs. Manee Jaidee",
                        c.person() + " " + c.bank() + " " + n));
        account("thai-digits", 10, (c, n) -> c.person() + " บัญชีธนาคารเลขที่ " + thai(c.any(n, bank(n))));
        account(
                "of-twelve-digits",
                12,
                (c, n) -> c.person() + c.any(" ธนาคารออมสิน", " ธ.ก.ส.") + " เลขที่บัญชี "
                        + c.any(n, String.join("-", groups(n, 3, 1, 7, 1)), String.join(" ", groups(n, 4, 4, 4))));
        account(
                "in-a-row",
                10,
                (c, n) -> "ลำดับ\tชื่อ\tธนาคาร\tเลขที่บัญชี\tจำนวนเงิน\n" + (1 + c.number(40)) + "\t" + c.person()
                        + "\t" + c.any("กรุงไทย", "ออมสิน", "ธ.ก.ส.") + "\t" + c.any(n, bank(n)) + "\t" + c.amount());
        account(
                "of-one-who-works-for-an-agency",
                10,
                (c, n) -> c.man() + " พนักงานเทศบาล เลขที่บัญชี " + c.any(n, bank(n)) + " " + c.bank());
        account(
                "paid-by-an-agency",
                10,
                (c, n) -> c.agency() + " โอนเงินให้ " + c.person() + " บัญชีเลขที่ " + c.any(n, bank(n)) + " เป็นเงิน "
                        + c.amount() + " บาท");
    }

    /** Leaks that leave little to go by; not all of them are found, and the figures say so. */
    private void hard() {
        id("hard", (c, id) -> switch (c.number(8)) {
            case 0 -> c.bareName() + " " + id.substring(0, 7) + " " + id.substring(7);
            case 1 -> c.bareName() + "\t" + id.substring(0, 5) + "\t" + id.substring(5);
            case 2 -> id + "Mr. Somchai";
            case 3 -> "เลขบัตร " + id.replaceFirst("0", "O");
            case 4 -> "รหัส " + id + " " + c.bareName();
            case 5 -> "เลขที่เอกสารประจำตัว " + id + " " + c.person();
            case 6 -> c.bareName() + " " + String.join(" ", groups(id, 1, 4, 8));
            default -> c.bareName() + " " + Chance.dashed(id) + "-" + c.number(9);
        });
    }

    private static String bank(String number) {
        return String.join("-", groups(number, 3, 1, 5, 1));
    }
}
