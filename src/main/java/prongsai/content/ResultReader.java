package prongsai.content;

import java.math.BigDecimal;
import java.util.Optional;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.InstrumentScore;
import prongsai.model.AssessmentResult.Note;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

/** Reads {@code ita/<year>.json}. */
final class ResultReader {

    private static final Score NONE = new Score(BigDecimal.ZERO);

    private ResultReader() {}

    static Optional<AssessmentResult> read(Fields fields) {
        Optional<Fields> overall = fields.child("overall");
        return fields.ifWhole(new AssessmentResult(
                fields.required(fields.fiscalYear("fiscalYear"), new FiscalYear(FiscalYear.FIRST)),
                fields.required(overall.flatMap(o -> o.score("score")), NONE),
                overall.flatMap(o -> o.text("grade")),
                fields.list("instruments", ResultReader::instrument),
                fields.list("indicators", ResultReader::indicator),
                fields.list(
                        "ranking",
                        r -> r.text("indicator")
                                .flatMap(code -> r.score("score").map(s -> new Ranked(code, s)))),
                fields.date("published"),
                fields.list("notes", n -> n.text("text").map(text -> new Note(n.text("about"), text))),
                fields.addresses("formerly"),
                HeaderReader.source(fields),
                fields.date("updated")));
    }

    private static Optional<InstrumentScore> instrument(Fields i) {
        return i.ifWhole(new InstrumentScore(
                i.required(i.code("code", Instrument.class), Instrument.IIT), i.required(i.score("weighted"), NONE)));
    }

    private static Optional<IndicatorScore> indicator(Fields i) {
        return i.ifWhole(new IndicatorScore(
                i.required(i.text("code"), ""),
                i.required(i.score("score"), NONE),
                i.list("subIndicators", ResultReader::subIndicator)));
    }

    private static Optional<SubIndicatorScore> subIndicator(Fields s) {
        return s.text("code").flatMap(code -> s.score("score").map(score -> new SubIndicatorScore(code, score)));
    }
}
