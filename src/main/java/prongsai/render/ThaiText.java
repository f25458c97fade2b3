package prongsai.render;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.Announcement;
import prongsai.model.Channel;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Memo;
import prongsai.model.Numerals;
import prongsai.model.Period;
import prongsai.model.Score;
import prongsai.model.StatisticsTable;
import prongsai.model.ThaiDate;
import prongsai.site.Collection;

/** How the site says things in Thai: every word for a value of the model, and every number in the agency's numerals. */
public final class ThaiText {

    private static final int KILO = 1000;

    private final Numerals numerals;

    ThaiText(Numerals numerals) {
        this.numerals = numerals;
    }

    String number(int number) {
        return numerals.write(number);
    }

    /** Digits of a text that is not a code. */
    String digits(String text) {
        return numerals.write(text);
    }

    String score(Score score) {
        return numerals.write(score.text());
    }

    String year(FiscalYear year) {
        return numerals.write(year.year());
    }

    String fiscalYear(FiscalYear year) {
        return "ปีงบประมาณ พ.ศ. " + year(year);
    }

    String date(LocalDate day) {
        return ThaiDate.format(day, numerals);
    }

    String date(Optional<LocalDate> day) {
        return day.map(this::date).orElse("");
    }

    String shortDate(LocalDate day) {
        return ThaiDate.formatShort(day, numerals);
    }

    String officialDate(LocalDate day) {
        return ThaiDate.formatOfficial(day, numerals);
    }

    static String iso(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    String period(Period period) {
        return date(period.from()) + " ถึง " + date(period.to());
    }

    /** A number with separators for thousands and the decimals that it was written with: {@code 1,234.50}. */
    String amount(String plain) {
        BigDecimal number = new BigDecimal(plain);
        String digits = number.abs().toPlainString();
        int point = digits.indexOf('.');
        int end = point < 0 ? digits.length() : point;
        StringBuilder out = new StringBuilder(digits);
        for (int i = end - 3; i > 0; i -= 3) {
            out.insert(i, ',');
        }
        return numerals.write((number.signum() < 0 ? "-" : "") + out);
    }

    /** A file's size as people say it, in decimal units; sizes keep Arabic digits. */
    static String size(long bytes) {
        if (bytes < KILO) {
            return bytes + " ไบต์";
        }
        if (bytes < KILO * KILO) {
            return (bytes + KILO / 2) / KILO + " กิโลไบต์";
        }
        long tenths = (bytes + 50_000) / 100_000;
        return tenths / 10 + "." + tenths % 10 + " เมกะไบต์";
    }

    public static String kind(Announcement.Kind kind) {
        return switch (kind) {
            case ANNOUNCEMENT -> "ประกาศ";
            case POLICY -> "นโยบาย";
            case MEASURE -> "มาตรการ";
            case ORDER -> "คำสั่ง";
            case MANUAL -> "คู่มือ";
            case NOTICE -> "แจ้งความ";
            case PLAN -> "แผน";
            case REPORT -> "รายงาน";
        };
    }

    public static String kind(StatisticsTable.Kind kind) {
        return switch (kind) {
            case COMPLAINTS -> "สถิติเรื่องร้องเรียน";
            case SERVICES -> "สถิติการให้บริการ";
            case SATISFACTION -> "ความพึงพอใจ";
            case BUDGET -> "งบประมาณ";
            case PROCUREMENT -> "การจัดซื้อจัดจ้าง";
            case OTHER -> "สถิติ";
        };
    }

    static String collection(Collection collection) {
        return switch (collection) {
            case ANNOUNCEMENTS -> "ประกาศ";
            case MEMOS -> "บันทึกข้อความ";
            case NEWS -> "ข่าวประชาสัมพันธ์";
            case SERVICES -> "บริการประชาชน";
            case STATISTICS -> "ข้อมูลเชิงสถิติ";
        };
    }

    public static String channel(Channel channel) {
        return switch (channel) {
            case WEBSITE -> "เว็บไซต์";
            case FACEBOOK -> "เฟซบุ๊ก";
            case LINE -> "ไลน์";
            case NOTICE_BOARD -> "ป้ายประชาสัมพันธ์";
            case CIRCULAR -> "หนังสือแจ้งเวียน";
            case COMMUNITY_LETTER -> "หนังสือถึงผู้นำชุมชน";
        };
    }

    static String online(Agency.OnlineKind kind) {
        return switch (kind) {
            case FACEBOOK -> "เฟซบุ๊ก";
            case LINE -> "ไลน์";
            case YOUTUBE -> "ยูทูบ";
            case QA -> "ถามตอบ (Q&A)";
            case COMPLAINT -> "แจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ";
            case FEEDBACK -> "รับฟังความคิดเห็น";
            case ESERVICE -> "บริการออนไลน์ (E-Service)";
        };
    }

    public static String instrument(Instrument instrument) {
        return switch (instrument) {
            case IIT -> "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน";
            case EIT -> "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก";
            case OIT -> "แบบตรวจการเปิดเผยข้อมูลสาธารณะ";
        };
    }

    /** A telephone number as a machine dials it: {@code tel:+6675641422}. */
    public static String telephone(String written) {
        return FrameMaker.telephone(written);
    }

    static String decision(Memo.Decision decision) {
        return switch (decision) {
            case APPROVE -> "อนุมัติ";
            case REJECT -> "ไม่อนุมัติ";
            case COMMENT -> "เสนอความเห็น";
            case UNDECIDED -> "ไม่มีเครื่องหมายในช่องใด";
        };
    }

    /** The name under which the components know an action's status. */
    static String status(ActionPlan.Status status) {
        return switch (status) {
            case DONE -> "done";
            case IN_PROGRESS -> "in-progress";
            case NOT_STARTED -> "not-started";
            case UNCLEAR -> "unclear";
        };
    }

    /** {@code เทศบาล} for a municipality, and so on; {@code หน่วยงาน} where {@code site.yaml} does not say. */
    static String agency(Optional<Agency.Kind> kind) {
        if (kind.isEmpty()) {
            return "หน่วยงาน";
        }
        return switch (kind.get()) {
            case MUNICIPALITY -> "เทศบาล";
            case SUBDISTRICT_ORGANIZATION -> "องค์การบริหารส่วนตำบล";
            case PROVINCIAL_ORGANIZATION -> "องค์การบริหารส่วนจังหวัด";
        };
    }
}
