package prongsai.disclosure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.ActionPlan;
import prongsai.model.AssessmentResult;
import prongsai.model.AssessmentResult.IndicatorScore;
import prongsai.model.FilePath;
import prongsai.model.Score;
import prongsai.model.ThaiDate;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/** Action plans against the result that they are based on, against the evidence that they name, and against the day. */
final class PlanChecks {

    private static final String DONE = "done";

    private final Content content;
    private final Catalogues catalogues;
    private final ReferenceChecks references;
    private final LocalDate today;
    private final Problems problems;

    PlanChecks(Content content, Catalogues catalogues, ReferenceChecks references, LocalDate today, Problems problems) {
        this.content = content;
        this.catalogues = catalogues;
        this.references = references;
        this.today = today;
        this.problems = problems;
    }

    void check() {
        for (Entry<ActionPlan> plan : content.plans()) {
            Optional<AssessmentResult> result =
                    content.result(plan.record().basedOn()).map(Entry::record);
            if (result.isEmpty() && !content.leavesOut("ita/" + plan.record().basedOn())) {
                problems.add(
                        ProblemCode.NO_RESULT_FOR_PLAN,
                        plan.at("/basedOn"),
                        plan.record().basedOn());
            }
            for (Value.Mapping section : Values.mappings(plan.fields(), "sections")) {
                result.ifPresent(r -> checkLowest(section, r));
                Values.mappings(section, "actions").forEach(a -> checkAction(a, plan.path()));
            }
        }
    }

    private void checkLowest(Value.Mapping section, AssessmentResult result) {
        Optional<Value.Scalar> written = Values.scalar(section, "lowestIndicator");
        Optional<Catalogue> catalogue = catalogues.of(result.year());
        if (written.isEmpty() || catalogue.isEmpty()) {
            return;
        }
        String code = written.get().text().strip();
        List<String> known =
                catalogue.get().indicators().stream().map(Indicator::code).toList();
        if (!known.contains(code)) {
            String suggestion = Nearest.of(code, known).orElseGet(() -> String.join(", ", known));
            problems.add(ProblemCode.UNKNOWN_INDICATOR, written.get().position(), code, suggestion);
            return;
        }
        String instrument = Values.text(section, "instrument").orElse("");
        List<IndicatorScore> scores = scores(instrument, result, catalogue.get());
        Optional<Score> lowest = scores.stream().map(IndicatorScore::score).min(Comparator.naturalOrder());
        if (lowest.isEmpty()) {
            return;
        }
        List<String> lowestCodes = scores.stream()
                .filter(s -> s.score().sameAs(lowest.get()))
                .map(IndicatorScore::code)
                .toList();
        if (!lowestCodes.contains(code)) {
            problems.add(
                    ProblemCode.LOWEST_INDICATOR_CONTRADICTED,
                    written.get().position(),
                    code,
                    scoreOf(code, result),
                    instrument,
                    String.join(", ", lowestCodes),
                    lowest.get());
        }
    }

    private static String scoreOf(String code, AssessmentResult result) {
        return result.indicator(code).map(i -> i.score().text()).orElse("–");
    }

    /** The scores of an instrument's indicators; none unless all are known, for an unknown one might be the lowest. */
    private static List<IndicatorScore> scores(String instrument, AssessmentResult result, Catalogue catalogue) {
        List<Indicator> indicators = catalogue.indicators().stream()
                .filter(i -> i.instrument().name().equals(instrument))
                .toList();
        List<IndicatorScore> scores = indicators.stream()
                .flatMap(i -> result.indicator(i.code()).stream())
                .toList();
        return scores.size() == indicators.size() ? scores : List.of();
    }

    private void checkAction(Value.Mapping action, FilePath plan) {
        Values.scalars(action, "responsible").forEach(references::unit);
        List<Optional<Boolean>> evidence = new ArrayList<>();
        for (Value.Mapping progress : Values.mappings(action, "progress")) {
            Values.scalar(progress, "evidence").ifPresent(e -> evidence.add(references.evidence(e, plan)));
        }
        Optional<Value.Scalar> status = currentStatus(action);
        boolean done = status.filter(s -> s.text().equals(DONE)).isPresent();
        String issue = Values.scalars(action, "issues").stream()
                .map(Value.Scalar::text)
                .findFirst()
                .orElse("");
        // Evidence that does not exist is a problem of its own; a draft exists and proves nothing.
        if (done && evidence.stream().allMatch(e -> e.equals(Optional.of(false)))) {
            problems.add(ProblemCode.DONE_WITHOUT_EVIDENCE, status.get().position(), issue);
        }
        Optional<Value.Scalar> due = Values.scalar(action, "due");
        Optional<LocalDate> day = due.flatMap(d -> ThaiDate.parse(d.text()));
        if (!done && day.isPresent() && day.get().isBefore(today)) {
            problems.add(
                    ProblemCode.ACTION_OVERDUE,
                    due.get().position(),
                    issue,
                    ThaiDate.write(day.get()),
                    ChronoUnit.DAYS.between(day.get(), today));
        }
    }

    /** The status that the latest progress reports, or the one that the plan states. */
    private static Optional<Value.Scalar> currentStatus(Value.Mapping action) {
        return Values.mappings(action, "progress").stream()
                .filter(p -> dateOf(p).isPresent())
                .max(Comparator.comparing(p -> dateOf(p).orElse(LocalDate.MIN)))
                .flatMap(p -> Values.scalar(p, "status"))
                .or(() -> Values.scalar(action, "status"));
    }

    private static Optional<LocalDate> dateOf(Value.Mapping progress) {
        return Values.text(progress, "date").flatMap(ThaiDate::parse);
    }
}
