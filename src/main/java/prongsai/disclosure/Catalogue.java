package prongsai.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;

/**
 * What one year's assessment asks for: instruments with their weights, grades, indicators, sub-indicators and the items
 * that must be disclosed.
 *
 * @param passMark the least score that passes (เกณฑ์ขั้นต่ำ), of 100
 * @param grades from the highest down
 * @param basis where the item list comes from; shown wherever the catalogue is, so that nothing looks more official than
 *     it is
 * @param componentsBasis where the components come from
 * @param changedByAgency whether the agency's own {@code oit/} changed or added anything
 */
public record Catalogue(
        FiscalYear year,
        List<InstrumentWeight> instruments,
        Score passMark,
        List<GradeBand> grades,
        List<Indicator> indicators,
        List<SubIndicator> subIndicators,
        Optional<String> basis,
        Optional<String> componentsBasis,
        boolean changedByAgency) {

    public Catalogue {
        instruments = List.copyOf(instruments);
        grades = List.copyOf(grades);
        indicators = List.copyOf(indicators);
        subIndicators = List.copyOf(subIndicators);
    }

    /** All items in the order of their sub-indicators. */
    public List<OitItem> items() {
        return subIndicators.stream().flatMap(s -> s.items().stream()).toList();
    }

    public Optional<OitItem> item(String code) {
        return items().stream().filter(i -> i.code().equals(code)).findFirst();
    }

    public Optional<Indicator> indicator(String code) {
        return indicators.stream().filter(i -> i.code().equals(code)).findFirst();
    }

    public List<Indicator> indicatorsOf(Instrument instrument) {
        return indicators.stream().filter(i -> i.instrument() == instrument).toList();
    }

    public Optional<SubIndicator> subIndicator(String code) {
        return subIndicators.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** The sub-indicators of an indicator; none for most surveys. */
    public List<SubIndicator> subIndicatorsOf(String indicator) {
        return subIndicators.stream()
                .filter(s -> s.indicator().equals(indicator))
                .toList();
    }

    /** Per cent of the total; 0 for an instrument that the year does not have. */
    public int weight(Instrument instrument) {
        return instruments.stream()
                .filter(i -> i.code() == instrument)
                .mapToInt(InstrumentWeight::weight)
                .findFirst()
                .orElse(0);
    }

    /** The pass mark in points of the total: 85 of 100 at 30 per cent is 25.50. */
    public Score passPoints(Instrument instrument) {
        return passMark.weighted(weight(instrument)).rounded();
    }

    /** The questions of an indicator, or its items; empty where the year's catalogue does not tell. */
    public Optional<QuestionRange> questions(Indicator indicator) {
        List<OitItem> items = subIndicatorsOf(indicator.code()).stream()
                .flatMap(s -> s.items().stream())
                .toList();
        return items.isEmpty() ? indicator.questions() : QuestionRange.of(items);
    }

    /** The items of a sub-indicator. */
    public Optional<QuestionRange> questions(SubIndicator subIndicator) {
        return QuestionRange.of(subIndicator.items());
    }

    /** Questions and items in all; empty unless every indicator tells its own. */
    public OptionalInt questionCount() {
        List<Optional<QuestionRange>> ranges =
                indicators.stream().map(this::questions).toList();
        return ranges.stream().allMatch(Optional::isPresent)
                ? OptionalInt.of(ranges.stream()
                        .flatMap(Optional::stream)
                        .mapToInt(QuestionRange::count)
                        .sum())
                : OptionalInt.empty();
    }

    public Optional<GradeBand> gradeNamed(String grade) {
        return grades.stream().filter(g -> g.grade().equals(grade)).findFirst();
    }

    /**
     * The grade that a result earns.
     *
     * @param overall the total
     * @param instruments each instrument's own score of 100, unweighted; one that is not here meets no grade's demand on
     *     every instrument
     */
    public Optional<GradeBand> grade(Score overall, Map<Instrument, Score> instruments) {
        return grades.stream()
                .filter(g -> overall.compareTo(g.min()) >= 0)
                .filter(g -> g.eachInstrumentMin()
                        .filter(min -> !everyInstrumentReaches(min, instruments))
                        .isEmpty())
                .findFirst();
    }

    private boolean everyInstrumentReaches(Score min, Map<Instrument, Score> scores) {
        return instruments.stream()
                .map(InstrumentWeight::code)
                .flatMap(i -> Stream.of(Optional.ofNullable(scores.get(i))))
                .allMatch(s -> s.isPresent() && s.get().compareTo(min) >= 0);
    }
}
