package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.ComponentReport;
import prongsai.disclosure.Coverage;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.Evidence;
import prongsai.disclosure.Gap;
import prongsai.disclosure.Indicator;
import prongsai.disclosure.ItemReport;
import prongsai.disclosure.ItemStatus;
import prongsai.disclosure.SubIndicator;
import prongsai.disclosure.TopicReport;
import prongsai.model.AssessmentResult;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.Figure;
import prongsai.render.Parts.Mark;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Views of the disclosure items: all of a year, and one with what it requires and where it is shown. */
final class ItemViews {

    static final String PARAPHRASED = "เรียบเรียงเพื่ออธิบาย ยังไม่ได้ตรวจเทียบกับคู่มือ ป.ป.ช.";

    /** From the best to the one that does not count; the names that the components know. */
    private static final List<String> STATUSES = List.of("complete", "incomplete", "missing", "not-applicable");

    private final Site site;
    private final ThaiText text;
    private final TreeMap<RecordId, PublicRecord> records = new TreeMap<>();

    ItemViews(Site site, ThaiText text) {
        this.site = site;
        this.text = text;
        site.content().records().map(Entry::record).forEach(r -> records.put(r.id(), r));
    }

    /** An item in the grid of a year. */
    record ItemCell(String code, String name, String href, String status, String statusLabel, String detail) {}

    /** The items of a sub-indicator. */
    record ItemGroup(String id, String title, String indicator, String detail, List<ItemCell> items) {}

    /** A year's items. */
    record ItemsView(
            String year,
            List<Figure> figures,
            List<Link> years,
            List<String> statuses,
            List<ItemGroup> groups,
            String basis,
            String lastChange) {}

    ItemsView items(Page.Items page) {
        Catalogue catalogue = page.catalogue();
        DisclosureReport report = report(catalogue.year());
        List<ItemGroup> groups = new ArrayList<>();
        for (SubIndicator sub : catalogue.subIndicators()) {
            List<ItemCell> cells = sub.items().stream()
                    .map(i -> cell(report.item(i.code()).orElseThrow(), catalogue, page.route()))
                    .toList();
            long complete =
                    cells.stream().filter(c -> c.status().equals("complete")).count();
            String indicator =
                    catalogue.indicator(sub.indicator()).map(Indicator::name).orElse("");
            groups.add(new ItemGroup(
                    "sub-" + sub.code().replace('.', '-'),
                    text.digits(sub.code()) + " " + sub.name(),
                    indicator,
                    "เปิดเผยครบ " + text.digits(Long.toString(complete)) + " จาก " + text.number(cells.size()) + " ข้อ",
                    cells));
        }
        return new ItemsView(
                text.fiscalYear(catalogue.year()),
                figures(report),
                years(page.route(), Optional.of(catalogue.year())),
                STATUSES.stream()
                        .filter(s -> groups.stream()
                                .flatMap(g -> g.items().stream())
                                .anyMatch(i -> i.status().equals(s)))
                        .toList(),
                groups,
                catalogue.basis().orElse(""),
                RecordParts.latest(report.items().stream().map(ItemReport::lastChange))
                        .map(d -> "ข้อมูลเปลี่ยนแปลงล่าสุด " + text.date(d))
                        .orElse(""));
    }

    private DisclosureReport report(FiscalYear year) {
        DisclosureReport report = site.reports().get(year);
        if (report == null) {
            throw new IllegalStateException("no report of " + year);
        }
        return report;
    }

    List<Figure> figures(DisclosureReport report) {
        int due = report.items().size() - report.notApplicable();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("เปิดเผยครบ", report.complete(), "จาก " + text.number(due) + " ข้อ"));
        figures.add(figure("เปิดเผยไม่ครบ", report.incomplete(), "ข้อ"));
        figures.add(figure("ยังไม่มีข้อมูลบนเว็บไซต์นี้", report.missing(), "ข้อ"));
        if (report.notApplicable() > 0) {
            figures.add(figure("ไม่เกี่ยวข้องกับหน่วยงาน", report.notApplicable(), "ข้อ"));
        }
        return figures;
    }

    private Figure figure(String label, int value, String unit) {
        return new Figure(label, text.number(value), Integer.toString(value), unit, "", Optional.empty());
    }

    private List<Link> years(Route page, Optional<FiscalYear> current) {
        List<Link> links = new ArrayList<>();
        for (FiscalYear year : site.reports().keySet()) {
            links.add(
                    0,
                    new Link(
                            text.year(year),
                            page.linkTo(Route.of("oit/" + year)),
                            current.filter(year::equals).isPresent()));
        }
        return links;
    }

    private ItemCell cell(ItemReport report, Catalogue catalogue, Route page) {
        return new ItemCell(
                report.item().code(),
                report.item().name(),
                page.linkTo(Site.itemRoute(catalogue.year(), report.item().code())),
                status(report.status()),
                "",
                detail(report));
    }

    private String detail(ItemReport report) {
        if (!(report.status() instanceof ItemStatus.Incomplete)) {
            return "";
        }
        int missing = report.status().gaps().stream()
                .mapToInt(g -> g.components().size())
                .sum();
        return "ขาด " + text.number(missing) + " ส่วน";
    }

    static String status(ItemStatus status) {
        if (status instanceof ItemStatus.Complete) {
            return "complete";
        }
        if (status instanceof ItemStatus.Incomplete) {
            return "incomplete";
        }
        return status instanceof ItemStatus.Missing ? "missing" : "not-applicable";
    }

    /** One requirement and where it is shown. */
    record Check(String status, String statusLabel, String text, String note, List<Link> links) {}

    /** A topic of an item. */
    record TopicView(String title, List<Check> checks) {}

    /** One item. */
    record ItemView(
            String code,
            String name,
            String year,
            String group,
            Mark mark,
            String lead,
            String reason,
            List<TopicView> topics,
            String paraphrased,
            String basis,
            String lastChange,
            Optional<Link> previous,
            Optional<Link> next,
            Link all) {}

    ItemView item(Page.Item page) {
        Catalogue catalogue = page.catalogue();
        ItemReport report = report(catalogue.year()).item(page.item().code()).orElseThrow();
        String group = catalogue.subIndicators().stream()
                .filter(s -> s.items().contains(page.item()))
                .map(s -> "ตัวชี้วัดย่อย " + text.digits(s.code()) + " " + s.name())
                .findFirst()
                .orElse("");
        boolean several = report.topics().size() > 1;
        List<TopicView> topics = report.topics().stream()
                .map(t -> new TopicView(several ? t.topic().name() : "", checks(t, page.route())))
                .toList();
        int index = catalogue.items().indexOf(page.item());
        return new ItemView(
                page.item().code(),
                page.item().name(),
                text.fiscalYear(catalogue.year()),
                group,
                new Mark(status(report.status())),
                lead(report),
                report.status() instanceof ItemStatus.NotApplicable n ? n.reason() : "",
                topics,
                PARAPHRASED,
                catalogue.basis().orElse(""),
                report.lastChange()
                        .map(d -> "หลักฐานของรายการนี้เปลี่ยนแปลงล่าสุด " + text.date(d))
                        .orElse(""),
                neighbour(catalogue, index - 1, page.route()),
                neighbour(catalogue, index + 1, page.route()),
                new Link(
                        "ทุกรายการ " + text.fiscalYear(catalogue.year()),
                        page.route().linkTo(Route.of("oit/" + catalogue.year()))));
    }

    private static String lead(ItemReport report) {
        if (report.status() instanceof ItemStatus.Complete) {
            return "เว็บไซต์นี้แสดงข้อมูลครบทุกส่วนที่กำหนด";
        }
        if (report.status() instanceof ItemStatus.Incomplete) {
            return "เว็บไซต์นี้แสดงข้อมูลแล้วบางส่วน ส่วนที่ยังไม่มีระบุไว้ด้านล่าง";
        }
        return report.status() instanceof ItemStatus.Missing
                ? "ยังไม่มีข้อมูลบนเว็บไซต์นี้"
                : "รายการนี้ไม่เกี่ยวข้องกับหน่วยงาน";
    }

    private Optional<Link> neighbour(Catalogue catalogue, int index, Route page) {
        if (index < 0 || index >= catalogue.items().size()) {
            return Optional.empty();
        }
        var item = catalogue.items().get(index);
        return Optional.of(
                new Link(item.code() + " " + item.name(), page.linkTo(Site.itemRoute(catalogue.year(), item.code()))));
    }

    private List<Check> checks(TopicReport topic, Route page) {
        if (topic.notApplicable().isPresent()) {
            return List.of(new Check(
                    "not-applicable",
                    "",
                    topic.topic().name(),
                    topic.notApplicable().get(),
                    List.of()));
        }
        return topic.components().stream().map(c -> check(c, page)).toList();
    }

    private Check check(ComponentReport report, Route page) {
        Coverage coverage = report.coverage();
        String text = report.component().text();
        if (coverage instanceof Coverage.Covered covered) {
            List<Link> links = covered.evidence().stream()
                    .map(e -> link(e, page))
                    .distinct()
                    .collect(Collectors.toCollection(ArrayList::new));
            return new Check("complete", "แสดงแล้ว", text, "", links);
        }
        if (coverage instanceof Coverage.Missing missing) {
            return new Check("missing", "", text, reason(missing.gap()), List.of());
        }
        String label = report.component().example() ? "คู่มือยกเป็นตัวอย่าง" : "ถ้ามี";
        return new Check("not-applicable", label, text, "", List.of());
    }

    private Link link(Evidence evidence, Route page) {
        if (evidence instanceof Evidence.OfRecord of) {
            return new Link(title(of.record()), page.linkTo(Site.routeOf(of.record())));
        }
        if (evidence instanceof Evidence.OfAgency of) {
            boolean contact = of.section() == Evidence.Section.CONTACT;
            return new Link(
                    contact ? "ข้อมูลการติดต่อ" : "ข้อมูลผู้บริหาร",
                    page.linkTo(Route.of("agency")) + (contact ? "#contact" : "#executives"));
        }
        if (evidence instanceof Evidence.OfChannel of) {
            return new Link(ThaiText.online(of.channel()), page.linkTo(Route.of("agency")) + "#channels");
        }
        return new Link("ข่าวประชาสัมพันธ์", page.linkTo(Route.of("news")));
    }

    /** A result has no title of its own: its year is said in the site's numerals. */
    private String title(RecordId id) {
        PublicRecord record = records.get(id);
        if (record instanceof AssessmentResult result) {
            return "ผลการประเมิน ITA " + text.fiscalYear(result.year());
        }
        return record == null ? id.path() : record.title();
    }

    /** Why a part is missing, where more can be said than that nothing shows it. */
    private String reason(Gap gap) {
        if (gap instanceof Gap.NoAddress no) {
            return "มี" + no.channels().stream().map(ThaiText::online).collect(Collectors.joining(" และ"))
                    + " แต่ยังไม่มีที่อยู่บนเว็บไซต์นี้";
        }
        if (gap instanceof Gap.PeopleLack lack) {
            return "ยังไม่มีของ " + String.join(", ", lack.names());
        }
        if (gap instanceof Gap.NotOfYear other) {
            return "ข้อมูลที่มีไม่ใช่ของ" + text.fiscalYear(other.year());
        }
        if (gap instanceof Gap.PeriodNotCovered open) {
            return "ข้อมูลที่มียังไม่ครอบคลุม " + text.period(open.span());
        }
        if (gap instanceof Gap.NotSignedByHead) {
            return "เอกสารที่มีไม่ได้ลงนามโดยผู้บริหารสูงสุด ณ วันที่ลงนาม";
        }
        if (gap instanceof Gap.NoResult no) {
            return "ยังไม่มีผลการประเมิน" + text.fiscalYear(no.year());
        }
        if (gap instanceof Gap.ActionsLack lack) {
            return "การดำเนินการเรื่องที่ "
                    + lack.actions().stream().map(text::number).collect(Collectors.joining(", ")) + " ยังไม่มี";
        }
        return "";
    }

    /** A year in the list of years. */
    record YearRow(String year, String href, boolean current, List<Figure> figures) {}

    /** The years that have items. */
    record YearsView(List<YearRow> years) {}

    YearsView years(Page.ItemYears page) {
        List<YearRow> rows = new ArrayList<>();
        site.reports()
                .forEach((year, report) -> rows.add(
                        0,
                        new YearRow(
                                text.fiscalYear(year),
                                page.route().linkTo(Route.of("oit/" + year)),
                                year.equals(site.currentYear()),
                                figures(report))));
        return new YearsView(rows);
    }
}
