package prongsai.content;

import java.util.Optional;
import prongsai.model.ActionPlan;
import prongsai.model.ActionPlan.Action;
import prongsai.model.ActionPlan.Progress;
import prongsai.model.ActionPlan.Section;
import prongsai.model.ActionPlan.Status;
import prongsai.model.ActionPlan.Variant;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;

/** Reads {@code plans/<year>.json}. */
final class PlanReader {

    private PlanReader() {}

    static Optional<ActionPlan> read(Fields fields) {
        Optional<FiscalYear> year = fields.fiscalYear("fiscalYear");
        Optional<FiscalYear> basedOn = fields.fiscalYear("basedOn");
        Optional<String> title = fields.text("title");
        if (year.isEmpty() || basedOn.isEmpty() || title.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ActionPlan(
                year.get(),
                basedOn.get(),
                title.get(),
                fields.child("preparedBy").flatMap(HeaderReader::signature),
                fields.date("date"),
                fields.text("foreword"),
                fields.text("background"),
                fields.text("memo").flatMap(HeaderReader::recordId),
                fields.list("sections", PlanReader::section),
                fields.addresses("formerly"),
                HeaderReader.source(fields),
                fields.date("updated")));
    }

    private static Optional<Section> section(Fields s) {
        Optional<Instrument> instrument = s.code("instrument", Instrument.class);
        Optional<String> lowest = s.text("lowestIndicator");
        Optional<String> finding = s.text("finding");
        Optional<String> recommendation = s.text("recommendation");
        if (instrument.isEmpty() || lowest.isEmpty() || finding.isEmpty() || recommendation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                instrument.get(),
                lowest.get(),
                finding.get(),
                s.list(
                        "variants",
                        v -> v.text("part").flatMap(part -> v.text("text").map(text -> new Variant(part, text)))),
                recommendation.get(),
                s.list("actions", PlanReader::action)));
    }

    private static Optional<Action> action(Fields a) {
        return a.constant("status", Status.class)
                .map(status -> new Action(
                        a.text("intro"),
                        a.text("note"),
                        a.texts("issues"),
                        a.texts("approach"),
                        a.texts("measures"),
                        a.texts("responsible"),
                        a.date("due"),
                        status,
                        a.list("progress", PlanReader::progress)));
    }

    private static Optional<Progress> progress(Fields p) {
        return p.date("date")
                .flatMap(date -> p.text("text")
                        .map(text -> new Progress(date, text, p.constant("status", Status.class), p.text("evidence"))));
    }
}
