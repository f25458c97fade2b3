package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import prongsai.model.Agency;
import prongsai.render.FrameView.Assets;
import prongsai.render.FrameView.Footer;
import prongsai.render.FrameView.Head;
import prongsai.render.FrameView.Link;
import prongsai.render.FrameView.LinkGroup;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Makes what surrounds a page's own content. */
final class FrameMaker {

    private static final int DESCRIPTION_LENGTH = 160;

    private final Site site;
    private final Agency agency;
    private final ThaiText text;
    private final PageTitles titles;
    private final SiteLinks links;
    private final SiteAssets assets;
    /** Asked once: the records are many, and every page has a footer. */
    private final boolean hasDrafts;

    FrameMaker(Site site, ThaiText text, PageTitles titles, SiteLinks links, SiteAssets assets) {
        this.site = site;
        this.agency = site.content().agency().record();
        this.text = text;
        this.titles = titles;
        this.links = links;
        this.assets = assets;
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
        String canonical = agency.baseUrl() + route.path();
        return new FrameView(
                root,
                root.isEmpty() ? "./" : root,
                agencyView(root),
                new Head(
                        titles.of(page),
                        shortened(description),
                        notFound ? "" : canonical,
                        Optional.empty(),
                        isIndexed(page),
                        false,
                        Optional.empty()),
                navigation(page, root),
                crumbs(page, root),
                Optional.empty(),
                new Link("แผนผังเว็บไซต์", root + "sitemap/"),
                assetLinks(root),
                footer(root, lastChange),
                notFound || !(page instanceof Page.OfRecord || page instanceof Page.Item || page instanceof Page.Items)
                        ? Optional.empty()
                        : Optional.of(QrCode.of(canonical)));
    }

    private static boolean isIndexed(Page page) {
        boolean draft = page instanceof Page.OfRecord ofRecord && Site.isDraft(ofRecord.entry());
        boolean own =
                page instanceof Page.Own o && (o.kind() == Page.Own.Kind.NOT_FOUND || o.kind() == Page.Own.Kind.DRAFTS);
        return !draft && !own && !(page instanceof Page.Moved);
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
        List<Link> menu = new ArrayList<>();
        String home = root.isEmpty() ? "./" : root;
        menu.add(new Link("หน้าแรก", home, page instanceof Page.Home));
        menu.add(entry("ผล ITA", "ita", page, root));
        menu.add(entry("ข้อมูลสาธารณะ OIT", "oit", page, root));
        menu.add(entry("แผนปรับปรุง", "plans", page, root));
        menu.add(entry("ประกาศ", "announcements", page, root));
        menu.add(entry("บริการประชาชน", "services", page, root));
        menu.add(entry("ข่าว", "news", page, root));
        menu.add(entry("หน่วยงานและติดต่อ", "agency", page, root));
        return menu;
    }

    private static Link entry(String label, String folder, Page page, String root) {
        return new Link(label, root + folder + "/", page.route().path().startsWith(folder + "/"));
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
            Route folder = new Route(path.substring(0, slash + 1));
            site.page(folder).ifPresent(parent -> crumbs.add(new Link(titles.crumb(parent), root + folder.path())));
        }
        if (page instanceof Page.OfRecord ofRecord && Site.isDraft(ofRecord.entry())) {
            crumbs.subList(1, crumbs.size()).clear();
            crumbs.add(new Link("ร่างตัวอย่าง", root + "drafts/"));
        }
        crumbs.add(new Link(titles.crumb(page), "", true));
        return crumbs;
    }

    private Assets assetLinks(String root) {
        return new Assets(
                root + assets.stylesheet(),
                root + assets.script(),
                root + assets.icon(),
                assets.preload().stream().map(f -> root + f).toList(),
                Optional.empty(),
                List.of());
    }

    private Footer footer(String root, Optional<LocalDate> lastChange) {
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
                lastChange
                        .map(d -> "ข้อมูลในหน้านี้เปลี่ยนแปลงล่าสุด " + text.date(d))
                        .orElse(""),
                notes());
    }

    private LinkGroup verify(String root) {
        List<Link> entries = new ArrayList<>();
        entries.add(new Link("ผลการประเมิน ITA", root + "ita/"));
        site.page(Route.of("oit/" + site.currentYear()))
                .ifPresent(p -> entries.add(new Link(
                        "ข้อมูลใดครบ ข้อมูลใดยังไม่มี", root + p.route().path())));
        entries.add(new Link("บันทึกข้อความ", root + "memos/"));
        entries.add(new Link("ข้อมูลเชิงสถิติ", root + "statistics/"));
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
        String line = description.replaceAll("\\s+", " ").strip();
        if (line.length() <= DESCRIPTION_LENGTH) {
            return line;
        }
        int cut = line.lastIndexOf(' ', DESCRIPTION_LENGTH);
        return line.substring(0, cut > 0 ? cut : line.offsetByCodePoints(0, line.codePointCount(0, DESCRIPTION_LENGTH)))
                + " …";
    }
}
