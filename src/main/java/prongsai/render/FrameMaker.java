package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.model.Agency;
import prongsai.render.FrameView.Assets;
import prongsai.render.FrameView.Footer;
import prongsai.render.FrameView.Head;
import prongsai.render.FrameView.Link;
import prongsai.render.FrameView.LinkGroup;
import prongsai.site.DatasetInfo;
import prongsai.site.MachineFiles;
import prongsai.site.Page;
import prongsai.site.Preview;
import prongsai.site.Route;
import prongsai.site.Site;

/** Makes what surrounds a page's own content. */
final class FrameMaker {

    private static final int DESCRIPTION_LENGTH = 160;
    /** What stands behind tells nothing more about where to cut. */
    private static final int LOOKED_AT = DESCRIPTION_LENGTH + 10;

    private final Site site;
    private final Agency agency;
    private final ThaiText text;
    private final PageTitles titles;
    private final SiteLinks links;
    private final SiteAssets assets;
    private final StructuredData structured;
    /** Asked once: the records are many, and every page has a footer. */
    private final boolean hasDrafts;
    /** What all pages of one depth have in common. */
    private final Map<String, Common> commons = new ConcurrentHashMap<>();

    private final Map<Menu, List<Link>> menus = new ConcurrentHashMap<>();
    /** What the crumb of a folder says, if it has a page. */
    private final Map<String, Optional<String>> crumbs = new ConcurrentHashMap<>();

    private record Common(FrameView.Agency agency, Link search, Link sitemap, Assets assets, Footer footer) {}

    /** @param section the top folder of the page that the menu stands on */
    private record Menu(String root, String section, boolean isHome) {}

    FrameMaker(Site site, ThaiText text, PageTitles titles, SiteLinks links, SiteAssets assets) {
        this.site = site;
        this.agency = site.content().agency().record();
        this.text = text;
        this.titles = titles;
        this.links = links;
        this.assets = assets;
        this.structured = new StructuredData(site, titles, links);
        this.hasDrafts = !Site.drafts(site.content()).isEmpty();
    }

    /**
     * The frame of a page.
     *
     * @param description one sentence about the page; cut where it is long
     * @param lastChange the latest change of what the page shows
     */
    FrameView frame(Page page, String description, Optional<LocalDate> lastChange) {
        Route route = page.route();
        boolean notFound = page.equals(new Page.Own(Page.Own.Kind.NOT_FOUND));
        String root = notFound ? basePath() : route.root();
        String canonical = agency.addressOf(route.path());
        Common common = commons.computeIfAbsent(root, this::common);
        List<Link> crumbs = crumbs(page, root);
        return new FrameView(
                root,
                root.isEmpty() ? "./" : root,
                common.agency(),
                new Head(
                        titles.of(page),
                        shortened(description),
                        notFound ? "" : canonical,
                        Optional.of(agency.addressOf(Preview.of(page).path())),
                        Site.isIndexed(page),
                        notFound ? Optional.empty() : structured.of(page, crumbs)),
                navigation(page, root),
                crumbs,
                isSearch(page) ? Optional.empty() : Optional.of(common.search()),
                common.sitemap(),
                assets(page, root, common.assets()),
                lastChange.map(d -> changed(common.footer(), d)).orElse(common.footer()),
                notFound || !(page instanceof Page.OfRecord || page instanceof Page.Item || page instanceof Page.Items)
                        ? Optional.empty()
                        : Optional.of(new Later<>(canonical, QrCode::of)));
    }

    private Common common(String root) {
        return new Common(
                agencyView(root),
                new Link("ค้นหา", root + "search/"),
                new Link("แผนผังเว็บไซต์", root + "sitemap/"),
                assetLinks(root),
                footer(root));
    }

    private static boolean isSearch(Page page) {
        return page.equals(new Page.Own(Page.Own.Kind.SEARCH));
    }

    /** A list has a feed of its own, every other page the one of everything. */
    private Assets withFeedOf(Page page, String root, Assets common) {
        return MachineFiles.feedOf(page)
                .map(file -> common.withFeed(new Link("รายการใหม่: " + titles.of(page), root + file)))
                .orElse(common);
    }

    /** The path of the base URL, from which {@code 404.html} finds everything at any depth. */
    private String basePath() {
        String path = agency.baseUrl().getRawPath();
        return path.isEmpty() ? "/" : path;
    }

    private FrameView.Agency agencyView(String root) {
        return new FrameView.Agency(
                agency.name(),
                agency.nameEnglish().orElse(""),
                Initials.of(agency.name()),
                agency.seal().flatMap(links::file).map(f -> root + prongsai.site.Attachments.publishedName(f.path())),
                place(agency));
    }

    static String place(Agency agency) {
        return "อำเภอ" + agency.district() + " จังหวัด" + agency.province();
    }

    private List<Link> navigation(Page page, String root) {
        String path = page.route().path();
        String section = path.substring(0, Math.max(0, path.indexOf('/')));
        return menus.computeIfAbsent(new Menu(root, section, page instanceof Page.Home), FrameMaker::links);
    }

    private static List<Link> links(Menu menu) {
        String home = menu.root().isEmpty() ? "./" : menu.root();
        return List.of(
                new Link("หน้าแรก", home, menu.isHome()),
                entry("ผล ITA", "ita", menu),
                entry("ข้อมูลสาธารณะ OIT", "oit", menu),
                entry("แผนปรับปรุง", "plans", menu),
                entry("ประกาศ", "announcements", menu),
                entry("บริการประชาชน", "services", menu),
                entry("ข่าว", "news", menu),
                entry("หน่วยงานและติดต่อ", "agency", menu));
    }

    private static Link entry(String label, String folder, Menu menu) {
        return new Link(label, menu.root() + folder + "/", menu.section().equals(folder));
    }

    private List<Link> crumbs(Page page, String root) {
        if (page instanceof Page.Home || page.equals(new Page.Own(Page.Own.Kind.NOT_FOUND))) {
            return List.of();
        }
        List<Link> crumbs = new ArrayList<>();
        crumbs.add(new Link("หน้าแรก", root));
        String path = page.route().path();
        for (int slash = path.indexOf('/');
                slash >= 0 && slash < path.length() - 1;
                slash = path.indexOf('/', slash + 1)) {
            String folder = path.substring(0, slash + 1);
            this.crumbs
                    .computeIfAbsent(folder, f -> site.page(new Route(f)).map(titles::crumb))
                    .ifPresent(title -> crumbs.add(new Link(title, root + folder)));
        }
        if (page instanceof Page.OfRecord ofRecord && Site.isDraft(ofRecord.entry())) {
            crumbs.subList(1, crumbs.size()).clear();
            crumbs.add(new Link("ร่างตัวอย่าง", root + "drafts/"));
        }
        crumbs.add(new Link(titles.crumb(page), "", true));
        return crumbs;
    }

    private Assets assets(Page page, String root, Assets common) {
        if (isSearch(page)) {
            return common.with(List.of(root + assets.searchStyle()), List.of(root + assets.search()));
        }
        Assets own = showsFigures(page) ? common.with(List.of(root + assets.figures()), List.of()) : common;
        return withFeedOf(page, root, own);
    }

    private static boolean showsFigures(Page page) {
        return page instanceof Page.Result
                || page instanceof Page.Results
                || page instanceof Page.Plan
                || page instanceof Page.Items
                || page instanceof Page.OfStatistics;
    }

    private Assets assetLinks(String root) {
        return new Assets(
                root + assets.stylesheet(),
                List.of(),
                root + assets.script(),
                root + assets.icon(),
                Optional.of(root + Preview.iconPath(Preview.TOUCH_ICON)),
                Optional.of(root + MachineFiles.MANIFEST),
                assets.preload().stream().map(f -> root + f).toList(),
                Optional.of(feed(root)),
                List.of());
    }

    private static Link feed(String root) {
        return new Link("รายการใหม่ทั้งหมด (Atom)", root + MachineFiles.FEED);
    }

    private Footer footer(String root) {
        Agency.Contact contact = agency.contact();
        List<String> address = new ArrayList<>();
        contact.address().ifPresent(a -> address.add(text.digits(a)));
        address.add(place(agency)
                + contact.postcode().map(p -> " " + text.digits(p)).orElse(""));
        return new Footer(
                address,
                contact.phone().map(text::digits).orElse(""),
                contact.phone().map(FrameMaker::telephone).orElse(""),
                contact.fax().map(text::digits).orElse(""),
                contact.email().orElse(""),
                contact.email().map(e -> "mailto:" + e).orElse(""),
                Optional.empty(),
                "",
                List.of(verify(root), about(root)),
                "",
                notes());
    }

    private Footer changed(Footer foot, LocalDate day) {
        return new Footer(
                foot.address(),
                foot.phone(),
                foot.phoneHref(),
                foot.fax(),
                foot.email(),
                foot.emailHref(),
                foot.map(),
                foot.hours(),
                foot.groups(),
                "ข้อมูลในหน้านี้เปลี่ยนแปลงล่าสุด " + text.date(day),
                foot.notes());
    }

    private LinkGroup verify(String root) {
        List<Link> entries = new ArrayList<>();
        entries.add(new Link("ผลการประเมิน ITA", root + "ita/"));
        site.page(Route.of("oit/" + site.currentYear()))
                .ifPresent(p -> entries.add(new Link(
                        "ข้อมูลใดครบ ข้อมูลใดยังไม่มี", root + p.route().path())));
        entries.add(new Link("บันทึกข้อความ", root + "memos/"));
        entries.add(new Link("ข้อมูลเชิงสถิติ", root + "statistics/"));
        entries.add(new Link("ข้อมูลเปิด", root + DatasetInfo.FOLDER));
        if (hasDrafts) {
            entries.add(new Link("ร่างตัวอย่าง", root + "drafts/"));
        }
        return new LinkGroup("ตรวจสอบได้", entries);
    }

    private LinkGroup about(String root) {
        List<Link> entries = new ArrayList<>();
        site.content()
                .pages()
                .forEach(p -> entries.add(new Link(
                        p.record().title(), root + Site.routeOf(p.record().id()).path())));
        List<Link> shown = new ArrayList<>(entries.subList(0, Math.min(4, entries.size())));
        shown.add(new Link("แผนผังเว็บไซต์", root + "sitemap/"));
        shown.add(new Link("ติดตามรายการใหม่ (Atom)", root + MachineFiles.FEED));
        shown.add(new Link("การเข้าถึงเว็บไซต์", root + "accessibility/"));
        shown.add(new Link("ความเป็นส่วนตัว", root + "privacy/"));
        return new LinkGroup("เว็บไซต์นี้", shown);
    }

    private List<String> notes() {
        boolean placeholder =
                agency.baseUrl().getHost().toLowerCase(Locale.ROOT).contains("example");
        return placeholder
                ? List.of(
                        "ที่อยู่เว็บไซต์ " + agency.baseUrl() + " เป็นที่อยู่ตัวอย่าง จนกว่าหน่วยงานจะกำหนดที่อยู่จริง")
                : List.of();
    }

    /** A number that a telephone dials; the country code replaces the leading zero. */
    static String telephone(String written) {
        String digits = prongsai.model.Numerals.ARABIC.write(written).replaceAll("[^0-9+#,]", "");
        return "tel:" + (digits.startsWith("0") ? "+66" + digits.substring(1) : digits);
    }

    private static String shortened(String description) {
        String line = beginning(description);
        if (line.length() <= DESCRIPTION_LENGTH) {
            return line;
        }
        int cut = line.lastIndexOf(' ', DESCRIPTION_LENGTH);
        return line.substring(0, cut > 0 ? cut : line.offsetByCodePoints(0, line.codePointCount(0, DESCRIPTION_LENGTH)))
                + " …";
    }

    /** The text in one line, as far as it can be shown: most descriptions are whole pages. */
    private static String beginning(String description) {
        StringBuilder line = new StringBuilder(2 * DESCRIPTION_LENGTH);
        boolean gap = false;
        char last = ' ';
        for (int i = 0; i < description.length() && !(line.length() > LOOKED_AT && last > ' '); i++) {
            char c = description.charAt(i);
            if (" \t\n\u000B\f\r".indexOf(c) >= 0 || (line.isEmpty() && Character.isWhitespace(c))) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
                last = Character.isWhitespace(c) ? ' ' : c;
            }
        }
        return line.toString().stripTrailing();
    }
}
