package prongsai.feeds;

import static prongsai.site.DataColumn.Type.ADDRESS;
import static prongsai.site.DataColumn.Type.DECIMAL;
import static prongsai.site.DataColumn.Type.TEXT;
import static prongsai.site.DataColumn.Type.WHOLE;
import static prongsai.site.DataColumn.Type.YEAR;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.Indicator;
import prongsai.disclosure.InstrumentWeight;
import prongsai.disclosure.QuestionRange;
import prongsai.disclosure.SubIndicator;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.InstrumentScore;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.Instrument;
import prongsai.render.FigureNotes;
import prongsai.render.ThaiText;
import prongsai.site.DataColumn;
import prongsai.site.DataColumn.Code;
import prongsai.site.DatasetInfo.Frequency;
import prongsai.site.DatasetInfo.Kind;
import prongsai.site.Site;

/** The results of all years: every figure of their pages, as announced. */
final class ResultData {

    private static final List<Code> LEVELS = List.of(
            new Code("overall", "คะแนนรวม"), new Code("instrument", "เครื่องมือ"), new Code("indicator", "ตัวชี้วัด"));

    private static final List<DataColumn> COLUMNS = List.of(
            DataColumn.of(YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณที่ประเมิน")
                    .in("พ.ศ."),
            DataColumn.of(TEXT, "level", "ระดับของแถว", "แถวนี้เป็นคะแนนรวม คะแนนของเครื่องมือ หรือคะแนนของตัวชี้วัด")
                    .with(LEVELS),
            DataColumn.of(TEXT, "instrument", "เครื่องมือ", "รหัสเครื่องมือการประเมิน ว่างในแถวคะแนนรวม"),
            DataColumn.of(TEXT, "indicator", "รหัสตัวชี้วัด", "รหัสตามคู่มือของปีนั้น มีเฉพาะแถวตัวชี้วัด"),
            DataColumn.of(TEXT, "name", "ชื่อ", "ชื่อเครื่องมือหรือตัวชี้วัด"),
            DataColumn.of(
                            DECIMAL,
                            "score",
                            "คะแนน",
                            "ตามที่ประกาศ แถวเครื่องมือเป็นคะแนนถ่วงน้ำหนัก แถวอื่นเต็ม 100 ว่างเมื่อรายงานไม่มีคะแนน")
                    .in("คะแนน"),
            DataColumn.of(WHOLE, "weight", "น้ำหนัก", "น้ำหนักของเครื่องมือในคะแนนรวม")
                    .in("ร้อยละ"),
            DataColumn.of(DECIMAL, "passMark", "เกณฑ์ขั้นต่ำ", "เกณฑ์ขั้นต่ำของคะแนนในแถวเดียวกัน")
                    .in("คะแนน"),
            DataColumn.of(TEXT, "grade", "ระดับผลการประเมิน", "ตามที่ประกาศ มีเฉพาะแถวคะแนนรวม"),
            DataColumn.of(TEXT, "questions", "ข้อคำถามหรือข้อ", "ข้อแรกถึงข้อสุดท้ายของตัวชี้วัด"),
            DataColumn.of(WHOLE, "questionCount", "จำนวนข้อ", "จำนวนข้อคำถามหรือข้อของตัวชี้วัด")
                    .in("ข้อ"),
            DataColumn.of(TEXT, "note", "หมายเหตุ", "หมายเหตุเกี่ยวกับตัวเลขในรายงานต้นทาง"),
            DataColumn.of(
                    TEXT,
                    "discrepancy",
                    "ตัวเลขที่ไม่สอดคล้องกัน",
                    "ตัวเลขในรายงานที่ขัดกันเอง พร้อมวิธีคิด ดังที่หน้าเว็บหมายเหตุไว้ข้างคะแนนเดียวกัน คะแนนในแถวเป็นตัวเลขตามที่ประกาศ ว่างเมื่อไม่พบ"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของผลการประเมินปีนั้น"));

    private static final List<DataColumn> SUB_COLUMNS = List.of(
            DataColumn.of(YEAR, "fiscalYear", "ปีงบประมาณ", "ปีงบประมาณที่ประเมิน")
                    .in("พ.ศ."),
            DataColumn.of(TEXT, "indicator", "รหัสตัวชี้วัด", "ตัวชี้วัดที่ตัวชี้วัดย่อยนี้สังกัด"),
            DataColumn.of(TEXT, "subIndicator", "รหัสตัวชี้วัดย่อย", "รหัสตามคู่มือของปีนั้น"),
            DataColumn.of(TEXT, "name", "ชื่อตัวชี้วัดย่อย", "ชื่อตามรายการของปีนั้น"),
            DataColumn.of(DECIMAL, "score", "คะแนน", "ตามที่ประกาศ เต็ม 100").in("คะแนน"),
            DataColumn.of(TEXT, "items", "ข้อ", "ข้อแรกถึงข้อสุดท้ายของตัวชี้วัดย่อย"),
            DataColumn.of(WHOLE, "itemCount", "จำนวนข้อ", "จำนวนข้อของตัวชี้วัดย่อย")
                    .in("ข้อ"),
            DataColumn.of(TEXT, "note", "หมายเหตุ", "หมายเหตุเกี่ยวกับตัวเลขในรายงานต้นทาง"),
            DataColumn.of(ADDRESS, "url", "ที่อยู่หน้า", "หน้าของผลการประเมินปีนั้น"));

    private static final Dataset.Head RESULTS = new Dataset.Head(
            "results",
            "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)",
            "คะแนนรวม คะแนนของแต่ละเครื่องมือ และคะแนนทุกตัวชี้วัดของทุกปี ตามที่ประกาศอย่างเป็นทางการ",
            Kind.STATISTICS,
            Frequency.YEARLY,
            List.of("ITA", "การประเมินคุณธรรมและความโปร่งใส", "ตัวชี้วัด"));

    private static final Dataset.Head SUB_INDICATORS = new Dataset.Head(
            "sub-indicators",
            "คะแนนตัวชี้วัดย่อยของผลการประเมิน ITA",
            "คะแนนของตัวชี้วัดย่อยที่ประกาศไว้ ปีที่ประกาศเฉพาะตัวชี้วัดจะไม่มีแถว",
            Kind.STATISTICS,
            Frequency.YEARLY,
            List.of("ITA", "OIT", "ตัวชี้วัดย่อย"));

    private final Site site;
    private final Addresses addresses;

    ResultData(Site site, Addresses addresses) {
        this.site = site;
        this.addresses = addresses;
    }

    List<Dataset> datasets() {
        List<AssessmentResult> results =
                site.content().results().stream().map(Entry::record).toList();
        List<List<Cell>> rows = new ArrayList<>();
        List<List<Cell>> subRows = new ArrayList<>();
        for (AssessmentResult result : results) {
            OfYear year = new OfYear(result);
            year.addTo(rows);
            year.addSubIndicatorsTo(subRows);
        }
        return List.of(
                Dataset.of(RESULTS, COLUMNS, results.stream(), rows),
                Dataset.of(SUB_INDICATORS, SUB_COLUMNS, results.stream(), subRows));
    }

    /** The rows of one result. */
    private final class OfYear {

        private final AssessmentResult result;
        private final Optional<Catalogue> catalogue;
        private final Optional<FigureNotes> contradictions;
        private final Cell year;
        private final Cell url;

        OfYear(AssessmentResult result) {
            this.result = result;
            this.catalogue = site.catalogues().of(result.year());
            this.contradictions = catalogue.map(c -> FigureNotes.of(result, c));
            this.year = Cell.of(result.year().year());
            this.url = Cell.of(addresses.of(result.id()));
        }

        void addTo(List<List<Cell>> rows) {
            rows.add(overall());
            if (catalogue.isPresent()) {
                for (InstrumentWeight weight : catalogue.get().instruments()) {
                    rows.add(instrument(weight.code()));
                    catalogue.get().indicatorsOf(weight.code()).forEach(i -> rows.add(indicator(i)));
                }
            } else {
                result.instruments().forEach(i -> rows.add(instrument(i.code())));
                result.indicators().forEach(i -> rows.add(indicator(i.code(), Optional.empty(), Optional.of(i))));
            }
        }

        private List<Cell> overall() {
            OptionalInt count = catalogue.map(Catalogue::questionCount).orElseGet(OptionalInt::empty);
            return List.of(
                    year,
                    Cell.of("overall"),
                    Cell.none(),
                    Cell.none(),
                    Cell.of("คะแนนรวม"),
                    Cell.score(Optional.of(result.overall())),
                    Cell.none(),
                    Cell.score(catalogue.map(Catalogue::passMark)),
                    Cell.of(result.grade()),
                    Cell.none(),
                    count.isPresent() ? Cell.of(count.getAsInt()) : Cell.none(),
                    notes(""),
                    discrepancy(""),
                    url);
        }

        private List<Cell> instrument(Instrument code) {
            return List.of(
                    year,
                    Cell.of("instrument"),
                    Cell.of(code.name()),
                    Cell.none(),
                    Cell.of(ThaiText.instrument(code)),
                    Cell.score(result.instrument(code).map(InstrumentScore::weighted)),
                    catalogue.map(c -> Cell.of(c.weight(code))).orElse(Cell.none()),
                    Cell.score(catalogue.map(c -> c.passPoints(code))),
                    Cell.none(),
                    Cell.none(),
                    Cell.none(),
                    notes(code.name()),
                    discrepancy(code.name()),
                    url);
        }

        private List<Cell> indicator(Indicator indicator) {
            return indicator(indicator.code(), Optional.of(indicator), result.indicator(indicator.code()));
        }

        private List<Cell> indicator(String code, Optional<Indicator> known, Optional<IndicatorScore> score) {
            Optional<QuestionRange> questions = known.flatMap(i -> catalogue.flatMap(c -> c.questions(i)));
            return List.of(
                    year,
                    Cell.of("indicator"),
                    Cell.of(known.map(i -> i.instrument().name())),
                    Cell.of(code),
                    Cell.of(known.map(Indicator::name)),
                    Cell.score(score.map(IndicatorScore::score)),
                    Cell.none(),
                    Cell.score(catalogue.map(Catalogue::passMark)),
                    Cell.none(),
                    range(questions),
                    count(questions),
                    notes(code),
                    discrepancy(code),
                    url);
        }

        void addSubIndicatorsTo(List<List<Cell>> rows) {
            for (IndicatorScore indicator : result.indicators()) {
                for (SubIndicatorScore score : indicator.subIndicators()) {
                    Optional<SubIndicator> sub = catalogue.flatMap(c -> c.subIndicator(score.code()));
                    Optional<QuestionRange> items = sub.flatMap(s -> catalogue.flatMap(c -> c.questions(s)));
                    rows.add(List.of(
                            year,
                            Cell.of(indicator.code()),
                            Cell.of(score.code()),
                            Cell.of(sub.map(SubIndicator::name)),
                            Cell.score(Optional.of(score.score())),
                            range(items),
                            count(items),
                            notes(score.code()),
                            url));
                }
            }
        }

        private static Cell range(Optional<QuestionRange> range) {
            return Cell.of(range.map(r -> r.count() == 1 ? r.first() : r.first() + "-" + r.last()));
        }

        private static Cell count(Optional<QuestionRange> range) {
            return range.map(r -> Cell.of(r.count())).orElse(Cell.none());
        }

        /** Where the report contradicts itself about a code; about the whole if it is empty. */
        private Cell discrepancy(String code) {
            return Cell.of(contradictions.map(c -> c.about(code)));
        }

        /** The remarks about a code; those about the whole have none. */
        private Cell notes(String code) {
            return Cell.of(result.notes().stream()
                    .filter(n -> n.about().orElse("").equals(code))
                    .map(AssessmentResult.Note::text)
                    .collect(Collectors.joining(" ")));
        }
    }
}
