package prongsai.disclosure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.disclosure.ArithmeticFinding.GradeDiffers;
import prongsai.disclosure.ArithmeticFinding.IndicatorDiffers;
import prongsai.disclosure.ArithmeticFinding.InstrumentDiffers;
import prongsai.disclosure.ArithmeticFinding.OverallDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingDiffers;
import prongsai.disclosure.ArithmeticFinding.RankingOrder;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.Ranked;
import prongsai.model.Score;
import prongsai.source.Nearest;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** Assessment results against the catalogue of their year, and against themselves. */
final class ResultChecks {

    private final Catalogues catalogues;
    private final Problems problems;

    ResultChecks(Catalogues catalogues, Problems problems) {
        this.catalogues = catalogues;
        this.problems = problems;
    }

    void check(Content content) {
        for (Entry<AssessmentResult> result : content.results()) {
            Optional<Catalogue> catalogue = catalogues.of(result.record().year());
            if (catalogue.isEmpty()) {
                problems.add(
                        ProblemCode.NO_CATALOGUE,
                        result.at("/fiscalYear"),
                        result.record().year(),
                        catalogues.years().first(),
                        catalogues.years().last());
            } else {
                checkCodes(result.fields(), catalogue.get());
                checkArithmetic(result, catalogue.get());
            }
        }
    }

    private void checkCodes(Value.Mapping result, Catalogue catalogue) {
        List<String> indicators =
                catalogue.indicators().stream().map(Indicator::code).toList();
        Set<String> found = known(result, "indicators", "code", indicators);
        for (Indicator indicator : catalogue.indicators()) {
            if (!found.contains(indicator.code())) {
                missing(result, "indicators", indicator.code(), indicator.name());
            }
        }
        for (Value.Mapping indicator : Values.mappings(result, "indicators")) {
            Values.text(indicator, "code").ifPresent(code -> checkSubIndicators(indicator, code, catalogue));
        }
        known(result, "ranking", "indicator", indicators);
        checkInstruments(result, catalogue);
        Values.mapping(result, "overall")
                .flatMap(o -> Values.scalar(o, "grade"))
                .ifPresent(grade -> {
                    if (catalogue.gradeNamed(grade.text().strip()).isEmpty()) {
                        List<String> grades = catalogue.grades().stream()
                                .map(GradeBand::grade)
                                .toList();
                        unknown(ProblemCode.UNKNOWN_GRADE, grade, grades);
                    }
                });
    }

    /** Sub-indicators may be left out altogether, but some without the others are a slip. */
    private void checkSubIndicators(Value.Mapping indicator, String code, Catalogue catalogue) {
        List<SubIndicator> expected = catalogue.subIndicatorsOf(code);
        Set<String> found = known(
                indicator,
                "subIndicators",
                "code",
                expected.stream().map(SubIndicator::code).toList());
        for (SubIndicator subIndicator : expected) {
            if (!found.isEmpty() && !found.contains(subIndicator.code())) {
                missing(indicator, "subIndicators", subIndicator.code(), subIndicator.name());
            }
        }
    }

    private void checkInstruments(Value.Mapping result, Catalogue catalogue) {
        Set<String> found = new LinkedHashSet<>();
        for (Value.Mapping element : Values.mappings(result, "instruments")) {
            Values.scalar(element, "code")
                    .filter(c -> !found.add(c.text().strip()))
                    .ifPresent(c -> problems.add(ProblemCode.DUPLICATE_INSTRUMENT, c.position(), c.text()));
        }
        for (InstrumentWeight instrument : catalogue.instruments()) {
            if (!found.contains(instrument.code().name())
                    && result.get("instruments").isPresent()) {
                problems.add(
                        ProblemCode.MISSING_INSTRUMENT,
                        result.at("/instruments").position(),
                        instrument.code());
            }
        }
    }

    /** The known codes in a list; unknown and repeated ones are reported. */
    private Set<String> known(Value.Mapping parent, String list, String field, List<String> expected) {
        Set<String> found = new LinkedHashSet<>();
        for (Value.Mapping element : Values.mappings(parent, list)) {
            Optional<Value.Scalar> code = Values.scalar(element, field);
            if (code.isEmpty()) {
                continue;
            }
            if (!expected.contains(code.get().text().strip())) {
                unknown(ProblemCode.UNKNOWN_INDICATOR, code.get(), expected);
            } else if (!found.add(code.get().text().strip())) {
                problems.add(
                        ProblemCode.DUPLICATE_INDICATOR,
                        code.get().position(),
                        code.get().text());
            }
        }
        return found;
    }

    private void missing(Value.Mapping parent, String list, String code, String name) {
        // Without the list itself its absence is reported, once.
        if (parent.get(list).isPresent()) {
            problems.add(ProblemCode.MISSING_INDICATOR, parent.at("/" + list).position(), code, name);
        }
    }

    private void unknown(ProblemCode code, Value.Scalar written, List<String> known) {
        String suggestion = Nearest.of(written.text().strip(), known).orElseGet(() -> String.join(", ", known));
        problems.add(code, written.position(), written.text().strip(), suggestion);
    }

    private void checkArithmetic(Entry<AssessmentResult> result, Catalogue catalogue) {
        for (ArithmeticFinding finding : Arithmetic.check(result.record(), catalogue)) {
            problems.add(problem(finding, result.fields()));
        }
    }

    private static Problem problem(ArithmeticFinding finding, Value.Mapping result) {
        if (finding instanceof IndicatorDiffers f) {
            SourcePosition place = place(result, "indicators", "code", f.indicator(), "score");
            String mean = f.recomputed().rounded().text();
            return scoreMismatch(f, place, f.indicator(), f.printed(), mean);
        }
        if (finding instanceof InstrumentDiffers f) {
            String code = f.instrument().name();
            SourcePosition place = place(result, "instruments", "code", code, "weighted");
            String weighted = f.recomputed().weighted().rounded().text();
            return scoreMismatch(f, place, code, f.printed(), weighted);
        }
        if (finding instanceof OverallDiffers f) {
            SourcePosition place = result.at("/overall/score").position();
            BigDecimal sum = f.sum().recomputedSum().setScale(Score.DECIMALS, RoundingMode.HALF_UP);
            return scoreMismatch(f, place, "overall", f.printed(), sum.toPlainString());
        }
        if (finding instanceof RankingDiffers f) {
            SourcePosition place = place(result, "ranking", "indicator", f.indicator(), "score");
            return new Problem(ProblemCode.RANKING_MISMATCH, place, f.indicator(), f.inRanking(), f.inTable());
        }
        if (finding instanceof RankingOrder f) {
            Ranked above = f.above();
            Ranked below = f.below();
            SourcePosition place = place(result, "ranking", "indicator", below.indicator(), "indicator");
            return new Problem(
                    ProblemCode.RANKING_ORDER,
                    place,
                    above.indicator(),
                    above.score(),
                    below.indicator(),
                    below.score());
        }
        GradeDiffers f = (GradeDiffers) finding;
        SourcePosition place = result.at("/overall/grade").position();
        return new Problem(
                ProblemCode.GRADE_MISMATCH,
                place,
                f.printed(),
                f.overall(),
                f.band().grade());
    }

    private static Problem scoreMismatch(
            ArithmeticFinding finding, SourcePosition place, String about, Score printed, String recomputed) {
        return new Problem(ProblemCode.SCORE_MISMATCH, place, about, printed, recomputed, finding.working());
    }

    /** Where {@code field} stands in the element of {@code list} with this code. */
    private static SourcePosition place(
            Value.Mapping result, String list, String codeField, String code, String field) {
        List<Value.Mapping> elements = new ArrayList<>(Values.mappings(result, list));
        elements.removeIf(e -> !Values.text(e, codeField).equals(Optional.of(code)));
        return elements.isEmpty()
                ? result.position()
                : elements.get(0).at("/" + field).position();
    }
}
