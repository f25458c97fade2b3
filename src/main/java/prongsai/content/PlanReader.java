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

    private static final FiscalYear NO_YEAR = new FiscalYear(FiscalYear.FIRST);

    private PlanReader() {}

    static Optional<ActionPlan> read(Fields fields) {
        return fields.ifWhole(new ActionPlan(
                fields.required(fields.fiscalYear("fiscalYear"), NO_YEAR),
                fields.required(fields.fiscalYear("basedOn"), NO_YEAR),
                fields.required(fields.text("title"), ""),
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
        return s.ifWhole(new Section(
                s.required(s.code("instrument", Instrument.class), Instrument.IIT),
                s.required(s.text("lowestIndicator"), ""),
                s.required(s.text("finding"), ""),
                s.list(
                        "variants",
                        v -> v.text("part").flatMap(part -> v.text("text").map(text -> new Variant(part, text)))),
                s.required(s.text("recommendation"), ""),
                s.list("actions", PlanReader::action)));
    }

    private static Optional<Action> action(Fields a) {
        return a.ifWhole(new Action(
                a.text("intro"),
                a.text("note"),
                a.texts("issues"),
                a.texts("approach"),
                a.texts("measures"),
                a.texts("responsible"),
                a.date("due"),
                a.required(a.constant("status", Status.class), Status.UNCLEAR),
                a.list("progress", PlanReader::progress)));
    }

    private static Optional<Progress> progress(Fields p) {
        return p.date("date")
                .flatMap(date -> p.text("text")
                        .map(text -> new Progress(date, text, p.constant("status", Status.class), p.text("evidence"))));
    }
}
