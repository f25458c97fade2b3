package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.Indicator;
import prongsai.model.ActionPlan;
import prongsai.model.ActionPlan.Action;
import prongsai.model.ActionPlan.Progress;
import prongsai.model.ActionPlan.Section;
import prongsai.model.ActionPlan.Status;
import prongsai.model.Agency;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.model.Memo;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.Signature;
import prongsai.render.Charts.StackView;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Contents;
import prongsai.render.Parts.Fact;
import prongsai.render.Parts.Figure;
import prongsai.render.Parts.Notice;
import prongsai.render.Parts.SourceNote;
import prongsai.render.RecordViews.MemoView;
import prongsai.render.ResultViews.ResultTable;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Views of the analysis report with its action plan, and of the list of plans. */
final class PlanViews {

    private final Site site;
    private final Agency agency;
    private final ThaiText text;
    private final RecordParts parts;
    private final RecordViews records;
    private final ResultViews results;
    private final SiteLinks links;
    private final FigureCharts charts;

    PlanViews(Site site, ThaiText text, RecordParts parts, RecordViews records, ResultViews results, SiteLinks links) {
        this.site = site;
        this.agency = site.content().agency().record();
        this.text = text;
        this.parts = parts;
        this.records = records;
        this.results = results;
        this.links = links;
        this.charts = new FigureCharts(text);
    }

    /** A report of progress. */
    record ProgressView(
            String date, String isoDate, String text, String status, String statusLabel, Optional<Link> evidence) {}

    /** An action as a row of the table. */
    record ActionView(
            String intro,
            String note,
            List<String> issues,
            List<String> approach,
            List<String> measures,
            List<String> responsible,
            String due,
            String status,
            String statusLabel,
            List<ProgressView> progress) {}

    /** The wording of another part of the source. */
    record VariantView(String part, String text) {}

    /** The analysis of one instrument. */
    record SectionView(
            String id,
            String title,
            String indicator,
            String score,
            String plain,
            Html finding,
            Html recommendation,
            List<VariantView> variants,
            String caption,
            List<ActionView> actions) {}

    /** The whole report. */
    record PlanView(
            String title,
            String agency,
            String place,
            String initials,
            String seal,
            String year,
            String preparedBy,
            String position,
            String date,
            List<Figure> figures,
            Optional<StackView> progress,
            List<Contents> contents,
            Optional<MemoView> memo,
            Optional<Link> memoLink,
            Html foreword,
            Html background,
            List<Figure> scores,
            Optional<ResultTable> result,
            Optional<Link> resultLink,
            List<SectionView> sections,
            PlanHeadings headings,
            List<SourceView> sources,
            String change,
            Notice notice) {}

    /** Where facts of the report come from. */
    record SourceView(String what, SourceNote note) {}

    PlanView plan(Page.Plan page) {
        Entry<ActionPlan> entry = page.entry();
        ActionPlan plan = entry.record();
        Route route = page.route();
        Optional<Entry<AssessmentResult>> result = site.content().result(plan.basedOn());
        Optional<Entry<Memo>> memo = plan.memo().flatMap(this::memoOf);
        Prose prose = new Prose(entry, route);
        Html foreword = plan.foreword()
                .map(m -> prose.html("/foreword", m, "foreword", 3))
                .orElse(Html.EMPTY);
        Html background = plan.background()
                .map(m -> prose.html("/background", m, "background", 3))
                .orElse(Html.EMPTY);
        Optional<ResultTable> table = result.flatMap(r -> results.table(r, route, 4));
        PlanHeadings headings = PlanHeadings.of(
                text,
                new PlanHeadings.Present(
                        !foreword.isEmpty(),
                        !background.isEmpty(),
                        result.isPresent(),
                        table.isPresent(),
                        memo.isPresent()),
                plan.sections());
        List<SectionView> sections = new ArrayList<>();
        for (int i = 0; i < plan.sections().size(); i++) {
            sections.add(section(entry, i, headings.sections().get(i), result, prose));
        }
        return new PlanView(
                plan.title(),
                agency.name(),
                FrameMaker.place(agency),
                Initials.of(agency.name()),
                parts.picture(agency.seal(), route).orElse(""),
                text.fiscalYear(plan.year()),
                plan.preparedBy().map(Signature::name).orElse(""),
                plan.preparedBy().flatMap(Signature::position).orElse(""),
                text.date(plan.date()),
                figures(plan),
                charts.progress(plan),
                headings.contents(),
                memo.map(m -> memoView(m, route)),
                memo.map(m -> new Link(
                        "เปิดหน้าบันทึกข้อความ",
                        route.linkTo(Site.routeOf(m.record().id())))),
                foreword,
                background,
                result.map(r -> results.figures(r.record())).orElse(List.of()),
                table,
                result.map(r -> new Link(
                        "ดูผลการประเมินทั้งหมด",
                        route.linkTo(Site.routeOf(r.record().id())))),
                sections,
                headings,
                sources(plan, result, memo, route),
                parts.lastChange(plan.lastChange()),
                notice(plan));
    }

    private List<SourceView> sources(
            ActionPlan plan, Optional<Entry<AssessmentResult>> result, Optional<Entry<Memo>> memo, Route route) {
        List<SourceView> sources = new ArrayList<>();
        addSource(sources, "รายงานและแผน", plan, route);
        result.ifPresent(r -> addSource(sources, "ผลการประเมิน", r.record(), route));
        memo.ifPresent(m -> addSource(sources, "บันทึกข้อความ", m.record(), route));
        return sources;
    }

    private void addSource(List<SourceView> sources, String what, PublicRecord record, Route route) {
        parts.source(record, route)
                .filter(s -> !s.title().isEmpty())
                .ifPresent(s -> sources.add(new SourceView(what, new SourceNote(s.title(), s.part(), s.href(), ""))));
    }

    private Notice notice(ActionPlan plan) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("แผนของ", text.fiscalYear(plan.year())));
        facts.add(new Fact("จากผลการประเมินของ", text.fiscalYear(plan.basedOn())));
        plan.date().ifPresent(d -> facts.add(new Fact("ลงวันที่", text.date(d))));
        String counted = figures(plan).stream()
                .map(f -> f.label() + " " + f.value() + " " + f.unit())
                .collect(Collectors.joining(" · "));
        return new Notice("รายงานการวิเคราะห์และแผนปรับปรุง", plan.title(), counted, facts);
    }

    private Optional<Entry<Memo>> memoOf(RecordId id) {
        return site.content().memos().stream()
                .filter(m -> m.record().id().equals(id))
                .findFirst();
    }

    private MemoView memoView(Entry<Memo> memo, Route route) {
        MarkdownHtml body = parts.markdown(memo, memo.body(), route, "memo", 5);
        return records.memo(new Page.OfMemo(memo, route), body);
    }

    /** Writes the Markdown fields of one plan. */
    private final class Prose {

        private final Entry<ActionPlan> entry;
        private final Route route;

        Prose(Entry<ActionPlan> entry, Route route) {
            this.entry = entry;
            this.route = route;
        }

        Html html(String pointer, String markdown, String idPrefix, int topHeading) {
            return new Html(parts.markdown(entry, entry.text(pointer, markdown), route, idPrefix, topHeading)
                    .html());
        }
    }

    private List<Figure> figures(ActionPlan plan) {
        List<Action> actions = plan.actions();
        long done =
                actions.stream().filter(a -> a.currentStatus() == Status.DONE).count();
        long issues = actions.stream().mapToLong(a -> a.issues().size()).sum();
        return List.of(
                figure("ประเด็นที่ต้องแก้ไขหรือพัฒนา", issues, "ประเด็น"),
                figure("การดำเนินการตามแผน", actions.size(), "เรื่อง"),
                figure("ระบุว่าดำเนินการแล้ว", done, "จาก " + text.number(actions.size()) + " เรื่อง"));
    }

    private Figure figure(String label, long value, String unit) {
        String plain = Long.toString(value);
        return new Figure(label, text.digits(plain), plain, unit, "", Optional.empty());
    }

    private SectionView section(
            Entry<ActionPlan> entry, int index, String title, Optional<Entry<AssessmentResult>> result, Prose prose) {
        Section section = entry.record().sections().get(index);
        String pointer = "/sections/" + index;
        String id = PlanHeadings.sectionId(index);
        String indicator = site.catalogues()
                .of(entry.record().basedOn())
                .flatMap((Catalogue c) -> c.indicator(section.lowestIndicator()))
                .map(Indicator::name)
                .orElse(section.lowestIndicator());
        Optional<prongsai.model.Score> score = result.flatMap(r -> r.record().indicator(section.lowestIndicator()))
                .map(AssessmentResult.IndicatorScore::score);
        return new SectionView(
                id,
                title,
                indicator,
                score.map(text::score).orElse(""),
                score.map(prongsai.model.Score::text).orElse(""),
                prose.html(pointer + "/finding", section.finding(), id + "f", 4),
                prose.html(pointer + "/recommendation", section.recommendation(), id + "r", 4),
                section.variants().stream()
                        .map(v -> new VariantView(v.part(), v.text()))
                        .toList(),
                "การดำเนินการด้าน " + section.instrument() + " "
                        + text.fiscalYear(entry.record().year()),
                section.actions().stream().map(a -> action(a, prose.route)).toList());
    }

    private ActionView action(Action action, Route route) {
        return new ActionView(
                action.intro().orElse(""),
                action.note().orElse(""),
                action.issues(),
                action.approach(),
                action.measures(),
                action.responsible(),
                text.date(action.due()),
                ThaiText.status(action.currentStatus()),
                "",
                action.progress().stream().map(p -> progress(p, route)).toList());
    }

    private ProgressView progress(Progress p, Route route) {
        return new ProgressView(
                text.date(p.date()),
                p.date().toString(),
                p.text(),
                p.status().map(ThaiText::status).orElse(""),
                "",
                p.evidence().flatMap(e -> evidence(e, route)));
    }

    /** Evidence is a record's name or a file's path. */
    private Optional<Link> evidence(String written, Route route) {
        if (RecordId.isValid(written) && links.record(new RecordId(written)).isPresent()) {
            return site.content()
                    .records()
                    .filter(e -> e.record().id().path().equals(written))
                    .findFirst()
                    .map(e -> new Link(
                            e.record().title(),
                            route.linkTo(Site.routeOf(e.record().id()))));
        }
        return Stream.of(written)
                .filter(w -> !w.startsWith("/") && !w.contains(".."))
                .map(w -> new FilePath(w.startsWith("./") ? w.substring(2) : w))
                .flatMap(f -> links.file(f).stream())
                .findFirst()
                .map(f -> new Link(f.path().name(), links.href(route, f)));
    }

    /** One plan in the list of plans. */
    record PlanRow(String title, String href, String year, String basedOn, List<Figure> figures) {}

    /** All plans, the newest first. */
    record PlansView(List<PlanRow> plans) {}

    PlansView plans(Page.Plans page) {
        List<PlanRow> rows = new ArrayList<>();
        for (Entry<ActionPlan> entry : site.content().plans()) {
            ActionPlan plan = entry.record();
            rows.add(
                    0,
                    new PlanRow(
                            plan.title(),
                            page.route().linkTo(Site.routeOf(plan.id())),
                            text.fiscalYear(plan.year()),
                            text.fiscalYear(plan.basedOn()),
                            figures(plan)));
        }
        return new PlansView(rows);
    }
}
