package prongsai.content;

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

    private ResultReader() {}

    static Optional<AssessmentResult> read(Fields fields) {
        Optional<FiscalYear> year = fields.fiscalYear("fiscalYear");
        Optional<Fields> overall = fields.child("overall");
        Optional<Score> score = overall.flatMap(o -> o.score("score"));
        if (year.isEmpty() || overall.isEmpty() || score.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AssessmentResult(
                year.get(),
                score.get(),
                overall.get().text("grade"),
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
        return i.code("code", Instrument.class)
                .flatMap(code -> i.score("weighted").map(s -> new InstrumentScore(code, s)));
    }

    private static Optional<IndicatorScore> indicator(Fields i) {
        return i.text("code")
                .flatMap(code -> i.score("score")
                        .map(s -> new IndicatorScore(code, s, i.list("subIndicators", ResultReader::subIndicator))));
    }

    private static Optional<SubIndicatorScore> subIndicator(Fields s) {
        return s.text("code").flatMap(code -> s.score("score").map(score -> new SubIndicatorScore(code, score)));
    }
}
