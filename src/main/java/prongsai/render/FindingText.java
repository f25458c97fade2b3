package prongsai.render;

import java.util.List;
import prongsai.disclosure.ArithmeticFinding;
import prongsai.disclosure.ArithmeticFinding.GradeDiffers;
import prongsai.disclosure.ArithmeticFinding.IndicatorDiffers;
import prongsai.disclosure.ArithmeticFinding.InstrumentDiffers;
import prongsai.disclosure.ArithmeticFinding.OverallDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingOrder;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.Indicator;

/** Says to citizens where figures of an announced result contradict each other: both figures, and the working. */
final class FindingText {

    static final String TITLE = "หมายเหตุ: ตัวเลขในรายงานไม่สอดคล้องกัน";
    private static final String OFFICIAL = "เว็บไซต์นี้แสดงตัวเลขตามที่ประกาศไว้";

    private final Catalogue catalogue;
    private final ThaiText text;

    FindingText(Catalogue catalogue, ThaiText text) {
        this.catalogue = catalogue;
        this.text = text;
    }

    /** The code of what the finding is about: an indicator, an instrument, or empty for the whole. */
    static String about(ArithmeticFinding finding) {
        if (finding instanceof IndicatorDiffers f) {
            return f.indicator();
        }
        if (finding instanceof InstrumentDiffers f) {
            return f.instrument().name();
        }
        return finding instanceof RankingDiffers f ? f.indicator() : "";
    }

    List<String> lines(ArithmeticFinding finding) {
        return List.of(what(finding), "วิธีคิด: " + text.digits(finding.working()), OFFICIAL);
    }

    private String what(ArithmeticFinding finding) {
        if (finding instanceof IndicatorDiffers f) {
            return name(f.indicator()) + " ประกาศไว้ " + text.score(f.printed()) + " แต่ค่าเฉลี่ยของตัวชี้วัดย่อยคือ "
                    + text.score(f.recomputed().rounded());
        }
        if (finding instanceof InstrumentDiffers f) {
            return "คะแนนถ่วงน้ำหนักของ " + f.instrument() + " ประกาศไว้ " + text.score(f.printed())
                    + " แต่คำนวณจากตัวชี้วัดได้ "
                    + text.score(f.recomputed().weighted().rounded());
        }
        if (finding instanceof OverallDiffers f) {
            return "คะแนนรวมประกาศไว้ " + text.score(f.printed()) + " แต่ผลรวมของแต่ละเครื่องมือการประเมินคือ "
                    + text.digits(f.sum().printedSum().toPlainString());
        }
        if (finding instanceof RankingDiffers f) {
            return name(f.indicator()) + " พิมพ์ไว้ " + text.score(f.inTable()) + " ในตารางคะแนน แต่พิมพ์ไว้ "
                    + text.score(f.inRanking()) + " ในการจัดอันดับ";
        }
        if (finding instanceof RankingOrder f) {
            return "การจัดอันดับวาง" + name(f.above().indicator()) + " ("
                    + text.score(f.above().score()) + ") ไว้เหนือ"
                    + name(f.below().indicator()) + " (" + text.score(f.below().score()) + ")";
        }
        GradeDiffers grade = (GradeDiffers) finding;
        return "ระดับที่ประกาศคือ " + grade.printed() + " แต่คะแนน " + text.score(grade.overall()) + " อยู่ในระดับ "
                + grade.band().grade();
    }

    private String name(String indicator) {
        return "ตัวชี้วัดที่ " + text.digits(indicator) + " "
                + catalogue.indicator(indicator).map(Indicator::name).orElse("");
    }
}
