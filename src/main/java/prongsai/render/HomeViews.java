package prongsai.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.DisclosureReport;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.AssessmentResult;
import prongsai.model.PublicRecord;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Figure;
import prongsai.render.Parts.Row;
import prongsai.render.ResultViews.WeakRow;
import prongsai.site.Collection;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Views of the home page and of the pages that the generator itself makes. */
final class HomeViews {

    private static final int LATEST = 8;
    private static final int SERVICES = 8;

    private final Site site;
    private final Agency agency;
    private final ThaiText text;
    private final RecordParts parts;
    private final ResultViews results;
    private final PageTitles titles;

    HomeViews(Site site, ThaiText text, RecordParts parts, ResultViews results, PageTitles titles) {
        this.site = site;
        this.agency = site.content().agency().record();
        this.text = text;
        this.parts = parts;
        this.results = results;
        this.titles = titles;
    }

    /** A thing that many citizens come for; the icon is a name that the component knows. */
    record Action(String icon, String label, String detail, String href) {}

    /** The home page. */
    record HomeView(
            String title,
            String lead,
            List<Action> actions,
            List<Figure> figures,
            List<Row> latest,
            List<Link> services,
            List<WeakRow> weakest,
            List<Link> pages) {}

    HomeView home(Page.Home page) {
        Route route = page.route();
        Optional<Entry<AssessmentResult>> result =
                site.content().results().stream().reduce((a, b) -> b);
        List<Entry<? extends PublicRecord>> services = site.listed(Collection.SERVICES);
        return new HomeView(
                "ทุกเรื่องของ" + agency.name() + " ตรวจสอบได้ที่นี่",
                "ผลการประเมินคุณธรรมและความโปร่งใส แผนที่จะแก้ไข ประกาศ และบริการ พร้อมที่มาและวันที่ของข้อมูล"
                        + " รวมถึงสิ่งที่ยังไม่มีบนเว็บไซต์นี้",
                actions(route),
                figures(result, route),
                latest().stream().map(e -> latest(e, route)).toList(),
                services.stream()
                        .limit(SERVICES)
                        .map(e -> new Link(
                                e.record().title(),
                                route.linkTo(Site.routeOf(e.record().id()))))
                        .toList(),
                weakest(result, route),
                site.content().pages().stream()
                        .map(e -> new Link(
                                e.record().title(),
                                route.linkTo(Site.routeOf(e.record().id()))))
                        .toList());
    }

    private List<Action> actions(Route route) {
        String agencyPage = route.linkTo(Route.of("agency"));
        List<Action> actions = new ArrayList<>();
        actions.add(new Action("service", "บริการประชาชน", "ขั้นตอน เอกสาร เวลา", route.linkTo(Route.of("services"))));
        String complaint = agency.channel(Agency.OnlineKind.COMPLAINT).address().orElse("");
        actions.add(new Action(
                "complaint",
                "แจ้งเรื่องร้องเรียน",
                complaint.isEmpty() ? "ยังไม่มีช่องทางออนไลน์" : "การทุจริตและประพฤติมิชอบ",
                complaint.isEmpty() ? agencyPage + "#channels" : complaint));
        actions.add(new Action("request", "ขอข้อมูลข่าวสาร", "ติดต่อหน่วยงาน", agencyPage + "#contact"));
        agency.contact()
                .phone()
                .ifPresent(phone -> actions.add(
                        new Action("phone", "โทร " + text.digits(phone), agency.name(), FrameMaker.telephone(phone))));
        return actions;
    }

    private List<Figure> figures(Optional<Entry<AssessmentResult>> result, Route route) {
        List<Figure> figures = new ArrayList<>();
        result.map(Entry::record)
                .ifPresent(r -> figures.add(new Figure(
                        "ผลการประเมิน ITA " + text.fiscalYear(r.year()),
                        text.score(r.overall()),
                        r.overall().text(),
                        r.grade().map(g -> "ระดับ " + g).orElse(""),
                        "",
                        Optional.of(new Link("ดูคะแนนทุกตัวชี้วัด", route.linkTo(Site.routeOf(r.id())))))));
        Optional.ofNullable(site.reports().get(site.currentYear()))
                .ifPresent(report -> figures.add(status(report, route)));
        site.content().plans().stream()
                .reduce((a, b) -> b)
                .map(Entry::record)
                .ifPresent(plan -> figures.add(progress(plan, route)));
        return figures;
    }

    private Figure status(DisclosureReport report, Route route) {
        int due = report.items().size() - report.notApplicable();
        return new Figure(
                "ข้อมูลสาธารณะ (OIT) " + text.fiscalYear(site.currentYear()) + " ที่เปิดเผยครบ",
                text.number(report.complete()),
                Integer.toString(report.complete()),
                "จาก " + text.number(due) + " ข้อ",
                "",
                Optional.of(
                        new Link("ดูทีละข้อ และสิ่งที่ยังขาด", route.linkTo(Route.of("oit/" + site.currentYear())))));
    }

    private Figure progress(ActionPlan plan, Route route) {
        long done = plan.actions().stream()
                .filter(a -> a.currentStatus() == ActionPlan.Status.DONE)
                .count();
        return new Figure(
                "แผนปรับปรุง " + text.fiscalYear(plan.year()) + " ที่ระบุว่าดำเนินการแล้ว",
                text.digits(Long.toString(done)),
                Long.toString(done),
                "จาก " + text.number(plan.actions().size()) + " เรื่อง",
                "",
                Optional.of(new Link("ดูความก้าวหน้า", route.linkTo(Site.routeOf(plan.id())))));
    }

    private Row latest(Entry<? extends PublicRecord> entry, Route route) {
        Row row = parts.row(entry, route);
        return isPinned(entry) ? row.pinned() : row;
    }

    private static boolean isPinned(Entry<? extends PublicRecord> entry) {
        return entry.record().isPinned();
    }

    /** What is pinned (ปักหมุด) and then what is newest; a pinned record needs no date. */
    private List<Entry<? extends PublicRecord>> latest() {
        return site.content()
                .records()
                .filter(e -> e.record().isInForce())
                .filter(e -> e.record().date().isPresent() || isPinned(e))
                .<Entry<? extends PublicRecord>>map(e -> e)
                .sorted(Comparator.comparing(HomeViews::isPinned).reversed().thenComparing(Site.NEWEST_FIRST))
                .limit(LATEST)
                .toList();
    }

    private List<WeakRow> weakest(Optional<Entry<AssessmentResult>> result, Route route) {
        if (result.isEmpty()) {
            return List.of();
        }
        AssessmentResult record = result.get().record();
        Optional<Catalogue> catalogue = site.catalogues().of(record.year());
        Optional<Link> plan = site.content().plans().stream()
                .filter(p -> p.record().basedOn().equals(record.year()))
                .findFirst()
                .map(p -> new Link(
                        p.record().title(), route.linkTo(Site.routeOf(p.record().id()))));
        return results.weakest(record, catalogue, plan);
    }

    /** A group of links. */
    record GroupView(String title, List<Link> links) {}

    /** The map of the site. */
    record SitemapView(List<GroupView> groups) {}

    SitemapView sitemap(Page.Own page) {
        Route route = page.route();
        List<GroupView> groups = new ArrayList<>();
        groups.add(group("หน้าหลัก", route, p -> p instanceof Page.Home || isEntrance(p)));
        groups.add(group("ข้อมูลหน่วยงาน", route, p -> p instanceof Page.Standing));
        groups.add(group("ผลการประเมินและแผน", route, p -> p instanceof Page.Result || p instanceof Page.Plan));
        groups.add(group("การเปิดเผยข้อมูลสาธารณะ (OIT)", route, p -> p instanceof Page.Items));
        for (Collection collection : Collection.values()) {
            groups.add(group(ThaiText.collection(collection), route, p -> isListed(p, collection)));
        }
        groups.add(group("บริการประชาชนแต่ละเรื่อง", route, p -> p instanceof Page.OfService));
        groups.removeIf(g -> g.links().isEmpty());
        return new SitemapView(groups);
    }

    private static boolean isEntrance(Page page) {
        return page instanceof Page.Results
                || page instanceof Page.Plans
                || page instanceof Page.ItemYears
                || (page instanceof Page.Own own && own.kind() != Page.Own.Kind.NOT_FOUND);
    }

    private static boolean isListed(Page page, Collection collection) {
        return (page instanceof Page.Overview overview && overview.collection() == collection)
                || (page instanceof Page.Listing listing
                        && listing.collection() == collection
                        && listing.number() == 1);
    }

    private GroupView group(String title, Route route, java.util.function.Predicate<Page> in) {
        return new GroupView(
                title,
                site.pages().stream()
                        .filter(in)
                        .map(p -> new Link(titles.of(p), route.linkTo(p.route())))
                        .toList());
    }

    /** Sample texts. */
    record DraftsView(String title, List<Row> rows) {}

    DraftsView drafts(Page.Own page) {
        return new DraftsView(titles.of(page), parts.rows(Site.drafts(site.content()), page.route()));
    }

    /** Policies of the agency on personal data. */
    record PrivacyView(List<Row> policies) {}

    PrivacyView privacy(Page.Own page) {
        List<Row> policies = new ArrayList<>();
        site.content()
                .records()
                .filter(e -> e.record().isInForce())
                .filter(e ->
                        e.record().discloses().stream().anyMatch(c -> c.topic().equals("privacy-policy")))
                .forEach(e -> policies.add(parts.row(e, page.route())));
        return new PrivacyView(policies);
    }

    /** A page that has moved. */
    record MovedView(String title, String href) {}

    static MovedView moved(Page.Moved page) {
        return new MovedView(page.title(), page.route().linkTo(page.target()));
    }
}
