package prongsai.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import prongsai.content.Entry;
import prongsai.disclosure.Arithmetic;
import prongsai.disclosure.ArithmeticFinding;
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
import prongsai.model.Score;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Figure;
import prongsai.render.Parts.Mark;
import prongsai.render.Parts.SourceNote;
import prongsai.render.ScoreCharts.ScoreBars;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Views of results: the table as in the printed report, ranking, weakest indicators, notes on figures. */
final class ResultViews {

    private final Site site;
    private final ThaiText text;
    private final RecordParts parts;
    private final ScoreCharts charts;

    ResultViews(Site site, ThaiText text, RecordParts parts) {
        this.site = site;
        this.text = text;
        this.parts = parts;
        this.charts = new ScoreCharts(site, text);
    }

    /** A sign beside a figure that leads to the note about it. */
    record NoteMark(String mark, String href) {}

    /** A sub-indicator in the table. */
    record SubRow(String code, String name, String questions, String count, String score, String plain, String low) {}

    /** An indicator in the table. */
    record IndicatorRow(
            String code,
            String name,
            String questions,
            String count,
            String score,
            String plain,
            String low,
            Optional<NoteMark> note,
            List<SubRow> subIndicators) {}

    /** An instrument in the table. */
    record InstrumentRow(
            String code,
            String name,
            String weight,
            String score,
            String plain,
            String passMark,
            Mark result,
            Optional<NoteMark> note,
            List<IndicatorRow> indicators) {}

    /** The last row. */
    record TotalRow(String label, String count, String score, String plain, String note) {}

    /** A note about figures that disagree. */
    record NoteView(String id, String title, List<String> lines) {}

    /** The table of indicators with its notes. */
    record ResultTable(List<InstrumentRow> instruments, String caption, TotalRow total, List<NoteView> notes) {}

    /** A line of the ranking. */
    record RankRow(String rank, String label, String value, String plain, Optional<Mark> mark) {}

    /** The weakest indicator of an instrument. */
    record WeakRow(String instrument, String name, String score, String plain, Optional<Link> plan) {}

    /** One result. */
    record ResultView(
            String title,
            String year,
            List<Figure> figures,
            Optional<ResultTable> table,
            ScoreBars chart,
            List<RankRow> ranking,
            List<WeakRow> weakest,
            List<String> remarks,
            String published,
            String basis,
            Optional<Link> plan,
            Optional<SourceNote> source) {}

    ResultView result(Page.Result page) {
        AssessmentResult result = page.entry().record();
        Optional<Catalogue> catalogue = site.catalogues().of(result.year());
        Optional<Link> plan = site.content().plans().stream()
                .filter(p -> p.record().basedOn().equals(result.year()))
                .findFirst()
                .map(p -> new Link(
                        "แผนปรับปรุง " + text.fiscalYear(p.record().year()),
                        page.route().linkTo(Site.routeOf(p.record().id()))));
        return new ResultView(
                "ผลการประเมินคุณธรรมและความโปร่งใส (ITA)",
                text.fiscalYear(result.year()),
                figures(result, catalogue),
                table(page.entry(), page.route(), 2),
                charts.indicators(result, catalogue),
                ranking(result, catalogue),
                weakest(result, catalogue, plan),
                result.notes().stream().map(AssessmentResult.Note::text).toList(),
                text.date(result.published()),
                catalogue.flatMap(Catalogue::basis).orElse(""),
                plan,
                parts.source(result, page.route()));
    }

    /** The overall score and those of the instruments. */
    List<Figure> figures(AssessmentResult result) {
        return figures(result, site.catalogues().of(result.year()));
    }

    private List<Figure> figures(AssessmentResult result, Optional<Catalogue> catalogue) {
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                "คะแนนรวม",
                text.score(result.overall()),
                result.overall().text(),
                result.grade().map(g -> "ระดับ " + g).orElse(""),
                catalogue.map(c -> passLine(result.overall(), c.passMark())).orElse(""),
                Optional.empty()));
        for (InstrumentScore instrument : result.instruments()) {
            figures.add(new Figure(
                    instrument.code().name(),
                    text.score(instrument.weighted()),
                    instrument.weighted().text(),
                    catalogue
                            .map(c -> "จาก " + text.number(c.weight(instrument.code())))
                            .orElse(""),
                    catalogue
                            .map(c -> passLine(instrument.weighted(), c.passPoints(instrument.code())))
                            .orElse(""),
                    Optional.empty()));
        }
        return figures;
    }

    /** {@code เกณฑ์ขั้นต่ำ ๒๕.๕๐ · ต่ำกว่าเกณฑ์ ๑.๓๕}. The dot stays at the end of a line, and never begins one. */
    private String passLine(Score score, Score pass) {
        String least = "เกณฑ์ขั้นต่ำ " + text.score(pass) + "\u00A0· ";
        return score.compareTo(pass) >= 0
                ? least + "ผ่านเกณฑ์"
                : least + "ต่ำกว่าเกณฑ์ " + text.score(new Score(score.distanceTo(pass)));
    }

    /** The table; none for a year without a catalogue. */
    Optional<ResultTable> table(Entry<AssessmentResult> entry, Route page, int level) {
        AssessmentResult result = entry.record();
        return site.catalogues().of(result.year()).map(catalogue -> {
            List<ArithmeticFinding> findings = Arithmetic.check(result, catalogue);
            FindingText words = new FindingText(catalogue, text);
            List<NoteView> notes = new ArrayList<>();
            for (ArithmeticFinding finding : findings) {
                notes.add(new NoteView("figure-note-" + (notes.size() + 1), FindingText.TITLE, words.lines(finding)));
            }
            List<InstrumentRow> instruments = catalogue.instruments().stream()
                    .map(i -> instrument(i, result, catalogue, findings))
                    .toList();
            return new ResultTable(
                    instruments,
                    "คะแนนทุกตัวชี้วัด " + text.fiscalYear(result.year()),
                    total(result, catalogue),
                    notes);
        });
    }

    private TotalRow total(AssessmentResult result, Catalogue catalogue) {
        OptionalInt count = catalogue.questionCount();
        return new TotalRow(
                "รวม",
                count.isPresent() ? text.number(count.getAsInt()) : "",
                text.score(result.overall()),
                result.overall().text(),
                result.grade().map(g -> "ระดับ " + g).orElse(""));
    }

    private Optional<NoteMark> mark(String code, List<ArithmeticFinding> findings) {
        for (int i = 0; i < findings.size(); i++) {
            if (FindingText.about(findings.get(i)).equals(code)) {
                return Optional.of(new NoteMark(text.number(i + 1), "#figure-note-" + (i + 1)));
            }
        }
        return Optional.empty();
    }

    private InstrumentRow instrument(
            InstrumentWeight weight, AssessmentResult result, Catalogue catalogue, List<ArithmeticFinding> findings) {
        Instrument code = weight.code();
        Optional<Score> score = result.instrument(code).map(InstrumentScore::weighted);
        Score pass = catalogue.passPoints(code);
        boolean passed = score.filter(s -> s.compareTo(pass) >= 0).isPresent();
        Mark mark = score.isEmpty()
                ? new Mark("missing")
                : new Mark(
                        passed ? "pass" : "below",
                        passed
                                ? ""
                                : "ต่ำกว่าเกณฑ์ "
                                        + text.score(new Score(score.get().distanceTo(pass))));
        Optional<Score> lowest = lowest(result, catalogue, code).map(IndicatorScore::score);
        List<IndicatorRow> rows = catalogue.indicatorsOf(code).stream()
                .map(i -> indicator(i, result, catalogue, lowest, findings))
                .toList();
        return new InstrumentRow(
                code.name(),
                ThaiText.instrument(code),
                text.number(weight.weight()),
                score.map(text::score).orElse("–"),
                score.map(Score::text).orElse(""),
                text.score(pass),
                mark,
                mark(code.name(), findings),
                rows);
    }

    private IndicatorRow indicator(
            Indicator indicator,
            AssessmentResult result,
            Catalogue catalogue,
            Optional<Score> lowest,
            List<ArithmeticFinding> findings) {
        Optional<IndicatorScore> printed = result.indicator(indicator.code());
        Optional<QuestionRange> questions = catalogue.questions(indicator);
        boolean low = printed.isPresent()
                && lowest.filter(printed.get().score()::sameAs).isPresent();
        List<SubRow> subs = printed.stream()
                .flatMap(p -> p.subIndicators().stream())
                .map(s -> subIndicator(s, catalogue))
                .toList();
        return new IndicatorRow(
                text.digits(indicator.code()),
                indicator.name(),
                questions.map(ResultViews::range).orElse(""),
                questions.map(q -> text.number(q.count())).orElse(""),
                printed.map(p -> text.score(p.score())).orElse("–"),
                printed.map(p -> p.score().text()).orElse(""),
                low ? "ต่ำสุดของ " + indicator.instrument() : "",
                mark(indicator.code(), findings),
                subs);
    }

    private SubRow subIndicator(SubIndicatorScore score, Catalogue catalogue) {
        Optional<SubIndicator> sub = catalogue.subIndicator(score.code());
        Optional<QuestionRange> questions = sub.flatMap(catalogue::questions);
        return new SubRow(
                text.digits(score.code()),
                sub.map(SubIndicator::name).orElse(""),
                questions.map(ResultViews::range).orElse(""),
                questions.map(q -> text.number(q.count())).orElse(""),
                text.score(score.score()),
                score.score().text(),
                "");
    }

    /** {@code I1–6}: codes keep Arabic digits. */
    private static String range(QuestionRange range) {
        return range.first().equals(range.last())
                ? range.first()
                : range.first() + "–" + range.last().replaceAll("[^0-9]", "");
    }

    static Optional<IndicatorScore> lowest(AssessmentResult result, Catalogue catalogue, Instrument code) {
        return catalogue.indicatorsOf(code).stream()
                .flatMap(i -> result.indicator(i.code()).stream())
                .min(Comparator.comparing(IndicatorScore::score));
    }

    static String name(String code, Optional<Catalogue> catalogue) {
        return catalogue.flatMap(c -> c.indicator(code)).map(Indicator::name).orElse("");
    }

    private List<RankRow> ranking(AssessmentResult result, Optional<Catalogue> catalogue) {
        List<RankRow> rows = new ArrayList<>();
        for (AssessmentResult.Ranked ranked : result.ranking()) {
            rows.add(new RankRow(
                    text.number(rows.size() + 1),
                    name(ranked.indicator(), catalogue),
                    text.score(ranked.score()),
                    ranked.score().text(),
                    Optional.empty()));
        }
        return rows;
    }

    /** The weakest indicator of each instrument. */
    List<WeakRow> weakest(AssessmentResult result, Optional<Catalogue> catalogue, Optional<Link> plan) {
        List<WeakRow> rows = new ArrayList<>();
        for (Instrument instrument : Instrument.values()) {
            catalogue
                    .flatMap(c -> lowest(result, c, instrument))
                    .ifPresent(low -> rows.add(new WeakRow(
                            instrument.name(),
                            name(low.code(), catalogue),
                            text.score(low.score()),
                            low.score().text(),
                            plan)));
        }
        return rows;
    }
}
