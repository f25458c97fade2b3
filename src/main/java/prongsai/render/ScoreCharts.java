package prongsai.render;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.FiscalYear;
import prongsai.model.Score;
import prongsai.render.Charts.Bar;
import prongsai.render.Parts.Mark;
import prongsai.render.chart.Scale;
import prongsai.render.chart.YearPlot;
import prongsai.site.Page;
import prongsai.site.Site;

/** Pictures of scores: by indicator against the pass mark, and over the years. */
final class ScoreCharts {

    /** Results further apart than this are shown without the years between them. */
    private static final int MOST_GAPS = 20;

    private static final Scale POINTS = Scale.upTo(BigDecimal.valueOf(100));
    private static final String NO_RESULT = "ไม่มีข้อมูล";

    private final Site site;
    private final ThaiText text;

    ScoreCharts(Site site, ThaiText text) {
        this.site = site;
        this.text = text;
    }

    /**
     * Scores as bars of 0 to 100.
     *
     * @param passAt where the pass mark stands; empty if none is known
     */
    record ScoreBars(
            String caption,
            String summary,
            List<Bar> bars,
            String passAt,
            String passLabel,
            String zeroText,
            String maxText) {}

    /** A year's name and score under and over its column. */
    record YearFigure(String year, String text, String plain) {}

    /**
     * Scores as dots in columns of years.
     *
     * @param figures one a column of the plot
     * @param passLabels one a pass mark of the plot
     * @param note that the scale does not begin at 0
     */
    record YearChart(
            String caption,
            String summary,
            String note,
            YearPlot plot,
            List<YearFigure> figures,
            List<String> passLabels) {}

    /** One year in the list of results. */
    record YearRow(String year, String href, String score, String plain, String grade) {}

    /** The results of all years, the newest first; one of the two charts, or none without a result. */
    record ResultsView(List<YearRow> years, Optional<YearChart> chart, Optional<ScoreBars> bars) {}

    ScoreBars indicators(AssessmentResult result, Optional<Catalogue> catalogue) {
        List<Bar> bars = new ArrayList<>();
        for (IndicatorScore indicator : result.indicators()) {
            boolean low = catalogue.filter(c -> isLowest(indicator, result, c)).isPresent();
            bars.add(bar(
                    text.digits(indicator.code()) + " " + ResultViews.name(indicator.code(), catalogue),
                    indicator.score(),
                    low ? "low" : tone(indicator.score(), catalogue),
                    low ? Optional.of(new Mark("low")) : Optional.empty()));
        }
        return scoreBars(
                "คะแนนรายตัวชี้วัด " + text.fiscalYear(result.year()), summary(result, catalogue), bars, catalogue);
    }

    private ScoreBars scoreBars(String caption, String summary, List<Bar> bars, Optional<Catalogue> catalogue) {
        return new ScoreBars(
                caption,
                summary,
                bars,
                catalogue.map(c -> POINTS.percent(c.passMark().value())).orElse(""),
                catalogue.map(c -> passLabel(c.passMark())).orElse(""),
                text.number(0),
                text.number(100));
    }

    private Bar bar(String label, Score score, String tone, Optional<Mark> mark) {
        return new Bar(label, Optional.of(POINTS.percent(score.value())), text.score(score), score.text(), tone, mark);
    }

    private String passLabel(Score pass) {
        return "เกณฑ์ " + text.digits(pass.value().toPlainString());
    }

    private static String tone(Score score, Optional<Catalogue> catalogue) {
        return catalogue.filter(c -> score.compareTo(c.passMark()) >= 0).isPresent() ? "pass" : "";
    }

    private static boolean isLowest(IndicatorScore indicator, AssessmentResult result, Catalogue catalogue) {
        return catalogue
                .indicator(indicator.code())
                .flatMap(i -> ResultViews.lowest(result, catalogue, i.instrument()))
                .filter(low -> low.score().sameAs(indicator.score()))
                .isPresent();
    }

    /** Only heard, so in plain digits. */
    private static String summary(AssessmentResult result, Optional<Catalogue> catalogue) {
        if (catalogue.isEmpty()) {
            return "แผนภูมิคะแนนรายตัวชี้วัด";
        }
        Score pass = catalogue.get().passMark();
        long passed = result.indicators().stream()
                .filter(i -> i.score().compareTo(pass) >= 0)
                .count();
        return "ตัวชี้วัดที่ได้ " + pass.value().toPlainString() + " คะแนนขึ้นไป " + passed + " จาก "
                + result.indicators().size() + " ตัวชี้วัด";
    }

    ResultsView results(Page.Results page) {
        TreeMap<FiscalYear, AssessmentResult> results = new TreeMap<>();
        List<YearRow> rows = new ArrayList<>();
        for (Entry<AssessmentResult> entry : site.content().results()) {
            AssessmentResult result = entry.record();
            results.put(result.year(), result);
            rows.add(
                    0,
                    new YearRow(
                            text.fiscalYear(result.year()),
                            page.route().linkTo(Site.routeOf(result.id())),
                            text.score(result.overall()),
                            result.overall().text(),
                            result.grade().map(g -> "ระดับ " + g).orElse("")));
        }
        if (results.isEmpty()) {
            return new ResultsView(rows, Optional.empty(), Optional.empty());
        }
        List<FiscalYear> years = years(results);
        boolean fits = years.size() > 1 && years.size() <= YearPlot.MOST;
        return fits
                ? new ResultsView(rows, Optional.of(yearChart(years, results)), Optional.empty())
                : new ResultsView(rows, Optional.empty(), Optional.of(yearBars(years, results)));
    }

    /** From the first year with a result to the last, those without one too. */
    private static List<FiscalYear> years(SortedMap<FiscalYear, AssessmentResult> results) {
        int first = results.firstKey().year();
        int last = results.lastKey().year();
        return last - first + 1 - results.size() > MOST_GAPS
                ? List.copyOf(results.keySet())
                : IntStream.rangeClosed(first, last).mapToObj(FiscalYear::new).toList();
    }

    private YearChart yearChart(List<FiscalYear> years, SortedMap<FiscalYear, AssessmentResult> results) {
        YearPlot plot = YearPlot.of(years.stream()
                .map(y -> new YearPlot.Year(
                        overall(y, results).map(Score::value),
                        site.catalogues().of(y).map(c -> c.passMark().value())))
                .toList());
        String note = plot.bottom().signum() == 0
                ? ""
                : "แกนคะแนนเริ่มที่ " + text.digits(plot.bottom().toPlainString()) + " คะแนน";
        return new YearChart(
                caption(years),
                summary(years, results),
                note,
                plot,
                years.stream()
                        .map(y -> new YearFigure(
                                text.year(y),
                                overall(y, results).map(text::score).orElse(NO_RESULT),
                                overall(y, results).map(Score::text).orElse("")))
                        .toList(),
                plot.passes().stream().map(p -> passLabel(new Score(p.mark()))).toList());
    }

    private ScoreBars yearBars(List<FiscalYear> years, SortedMap<FiscalYear, AssessmentResult> results) {
        List<Bar> bars = years.stream()
                .map(y -> overall(y, results)
                        .map(score -> bar(
                                "พ.ศ. " + text.year(y),
                                score,
                                tone(score, site.catalogues().of(y)),
                                Optional.empty()))
                        .orElse(new Bar("พ.ศ. " + text.year(y), Optional.empty(), NO_RESULT, "", "", Optional.empty())))
                .toList();
        // One line runs through all bars: the newest year's pass mark.
        return scoreBars(
                caption(years), summary(years, results), bars, site.catalogues().of(results.lastKey()));
    }

    private static Optional<Score> overall(FiscalYear year, SortedMap<FiscalYear, AssessmentResult> results) {
        return Optional.ofNullable(results.get(year)).map(AssessmentResult::overall);
    }

    private String caption(List<FiscalYear> years) {
        String first = text.fiscalYear(years.get(0));
        return "คะแนนรวมของแต่ละปี "
                + (years.size() == 1 ? first : first + "–" + text.year(years.get(years.size() - 1)));
    }

    private static String summary(List<FiscalYear> years, SortedMap<FiscalYear, AssessmentResult> results) {
        return years.stream()
                .map(y -> "พ.ศ. " + y + " "
                        + overall(y, results).map(s -> "ได้ " + s.text()).orElse(NO_RESULT))
                .collect(Collectors.joining(", "));
    }
}
