package prongsai.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import prongsai.content.Entry;
import prongsai.model.ActionPlan;
import prongsai.model.ActionPlan.Action;
import prongsai.model.ActionPlan.Progress;
import prongsai.model.ActionPlan.Status;
import prongsai.model.AssessmentResult;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;

/** Components that the year's action plan, its progress and the result that it is based on show. */
final class PlanRules {

    static final Map<String, Rule> RULES = Map.ofEntries(
            Map.entry("integrity-measures/analysis", PlanRules::analysis),
            Map.entry(
                    "integrity-measures/weaknesses",
                    everyAction(a -> !a.issues().isEmpty())),
            Map.entry(
                    "integrity-measures/approach",
                    everyAction(a -> !a.approach().isEmpty())),
            Map.entry(
                    "integrity-measures/measures",
                    everyAction(a -> !a.measures().isEmpty())),
            Map.entry(
                    "integrity-measures/responsible",
                    everyAction(a -> !a.responsible().isEmpty())),
            // The steps of an action are its approach (แนวทาง), point by point.
            Map.entry("integrity-measures/steps", everyAction(a -> !a.approach().isEmpty())),
            Map.entry(
                    "integrity-measures/monitoring",
                    everyAction(a -> a.due().isPresent() || !a.progress().isEmpty())),
            Map.entry("integrity-measures-followup/results", everyActionOfYear((a, p) -> !p.isEmpty())),
            Map.entry(
                    "integrity-measures-followup/status",
                    everyActionOfYear((a, p) -> !p.isEmpty() && a.currentStatus() != Status.UNCLEAR)),
            Map.entry("integrity-measures-followup/year", PlanRules::progressOfYear));

    private PlanRules() {}

    /** "แสดงการวิเคราะห์ผลการประเมิน ITA ของปีก่อนปีที่ประเมิน". */
    private static Coverage analysis(Scope scope) {
        Optional<ActionPlan> plan = plan(scope);
        if (plan.isEmpty() || plan.get().sections().isEmpty()) {
            return Coverage.missing(new Gap.NoEvidence());
        }
        FiscalYear before = scope.year().previous();
        Optional<AssessmentResult> result = scope.content().result(before).map(Entry::record);
        return plan.get().basedOn().equals(before) && result.isPresent()
                ? Coverage.byAny(List.of(shownBy(plan.get()), shownBy(result.get())))
                : Coverage.missing(new Gap.NoResult(before));
    }

    private static Rule everyAction(Predicate<Action> shows) {
        return scope -> everyAction(scope, shows);
    }

    /** What an action and its progress within the year show. */
    private interface Shows {
        boolean test(Action action, List<Progress> ofYear);
    }

    private static Rule everyActionOfYear(Shows shows) {
        return scope -> {
            Function<Action, List<Progress>> ofYear = a -> a.progress().stream()
                    .filter(p -> scope.year().period().contains(p.date()))
                    .toList();
            return everyAction(scope, a -> shows.test(a, ofYear.apply(a)));
        };
    }

    private static Coverage everyAction(Scope scope, Predicate<Action> shows) {
        Optional<ActionPlan> plan = plan(scope);
        if (plan.isEmpty() || plan.get().actions().isEmpty()) {
            return Coverage.missing(new Gap.NoEvidence());
        }
        List<Action> actions = plan.get().actions();
        List<Integer> lacking = IntStream.range(0, actions.size())
                .filter(i -> !shows.test(actions.get(i)))
                .mapToObj(i -> i + 1)
                .toList();
        return lacking.isEmpty() ? Coverage.by(shownBy(plan.get())) : Coverage.missing(new Gap.ActionsLack(lacking));
    }

    /** "เป็นการดำเนินการตามรอบที่กำหนด": some progress was reported within the year. */
    private static Coverage progressOfYear(Scope scope) {
        List<LocalDate> days = new ArrayList<>();
        Optional<ActionPlan> plan = plan(scope);
        plan.ifPresent(p -> p.actions().forEach(a -> a.progress().forEach(r -> days.add(r.date()))));
        if (plan.isPresent()
                && days.stream().anyMatch(d -> scope.year().period().contains(d))) {
            return Coverage.by(shownBy(plan.get()));
        }
        return Coverage.missing(days.isEmpty() ? new Gap.NoEvidence() : new Gap.NotOfYear(scope.year(), List.of()));
    }

    private static Optional<ActionPlan> plan(Scope scope) {
        return scope.content().plan(scope.year()).map(Entry::record);
    }

    private static Evidence shownBy(PublicRecord record) {
        return new Evidence.OfRecord(record.id(), record.lastChange());
    }
}
