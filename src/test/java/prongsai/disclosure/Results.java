package prongsai.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.AssessmentResult.InstrumentScore;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.AssessmentResult.SubIndicatorScore;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

/** Builds results for tests, one figure after the other. */
final class Results {

    private final FiscalYear year;
    private String overall = "0";
    private Optional<String> grade = Optional.empty();
    private final List<InstrumentScore> instruments = new ArrayList<>();
    private final List<IndicatorScore> indicators = new ArrayList<>();
    private final List<Ranked> ranking = new ArrayList<>();

    Results(int year) {
        this.year = new FiscalYear(year);
    }

    Results overall(String score, String grade) {
        this.overall = score;
        this.grade = Optional.of(grade);
        return this;
    }

    Results weighted(String iit, String eit, String oit) {
        instruments.clear();
        instruments.add(new InstrumentScore(Instrument.IIT, Score.of(iit)));
        instruments.add(new InstrumentScore(Instrument.EIT, Score.of(eit)));
        instruments.add(new InstrumentScore(Instrument.OIT, Score.of(oit)));
        return this;
    }

    /** Sub-indicators are numbered from 1. */
    Results indicator(String code, String score, String... subIndicators) {
        List<SubIndicatorScore> parts = new ArrayList<>();
        for (int i = 0; i < subIndicators.length; i++) {
            parts.add(new SubIndicatorScore(code + "." + (i + 1), Score.of(subIndicators[i])));
        }
        indicators.removeIf(i -> i.code().equals(code));
        indicators.add(new IndicatorScore(code, Score.of(score), parts));
        return this;
    }

    Results ranked(String code, String score) {
        ranking.add(new Ranked(code, Score.of(score)));
        return this;
    }

    AssessmentResult build() {
        return new AssessmentResult(
                year,
                Score.of(overall),
                grade,
                instruments,
                indicators,
                ranking,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Khlong Phon's FY 2562, with the figures of its printed table, but 33.63 for the open data instrument. */
    static Results consistent() {
        return new Results(2562)
                .overall("81.80", "B")
                .weighted("24.15", "24.02", "33.63")
                .indicator("1", "88.19")
                .indicator("2", "77.49")
                .indicator("3", "80.15")
                .indicator("4", "75.4")
                .indicator("5", "81.3")
                .indicator("6", "76.72")
                .indicator("7", "83.36")
                .indicator("8", "80.13")
                .indicator("9", "80.64", "100", "87.5", "85.71", "50", "80")
                .indicator("10", "87.5", "75", "100");
    }

    /** The same with every contradiction as printed. */
    static Results printed() {
        return consistent()
                .weighted("24.15", "24.02", "33.17")
                .ranked("1", "88.19")
                .ranked("10", "87.50")
                .ranked("7", "83.36")
                .ranked("5", "81.30")
                .ranked("9", "80.65")
                .ranked("3", "80.15")
                .ranked("8", "80.13")
                .ranked("2", "77.49")
                .ranked("6", "76.72")
                .ranked("4", "75.40");
    }
}
