package prongsai.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.content.Entry;
import prongsai.model.Announcement;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.render.FrameView.Link;
import prongsai.render.Parts.PageLink;
import prongsai.render.Parts.Pager;
import prongsai.render.Parts.Row;
import prongsai.site.Collection;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/** Views of the lists of a collection. */
final class ListViews {

    /** Newest records on an overview whose years have lists of their own. */
    private static final int NEWEST = 10;
    /** Page numbers shown on each side of the current one. */
    private static final int NEIGHBOURS = 2;

    private final Site site;
    private final ThaiText text;
    private final RecordParts parts;
    /** Sorted once: a list of ten thousand records has hundreds of pages. */
    private final Map<Collection, Listed> listed = new ConcurrentHashMap<>();

    private final Map<Group, Integer> totals = new ConcurrentHashMap<>();

    ListViews(Site site, ThaiText text, RecordParts parts) {
        this.site = site;
        this.text = text;
        this.parts = parts;
    }

    /** The records that one list shows, on one or more pages. */
    private record Group(Collection collection, Optional<FiscalYear> year, Optional<Announcement.Kind> kind) {}

    /**
     * The records of a collection and what its lists say of all of them.
     *
     * @param years in which it has records, newest first
     * @param kinds how many announcements each kind has
     */
    private record Listed(
            List<Entry<? extends PublicRecord>> all, List<FiscalYear> years, Map<Announcement.Kind, Integer> kinds) {

        static Listed of(List<Entry<? extends PublicRecord>> all) {
            TreeSet<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
            Map<Announcement.Kind, Integer> kinds = new TreeMap<>();
            for (Entry<? extends PublicRecord> entry : all) {
                Site.folderYear(entry.record().id()).ifPresent(years::add);
                if (entry.record() instanceof Announcement announcement) {
                    kinds.merge(announcement.kind(), 1, Integer::sum);
                }
            }
            return new Listed(all, List.copyOf(years), kinds);
        }
    }

    private Listed listed(Collection collection) {
        return listed.computeIfAbsent(collection, c -> Listed.of(site.listed(c)));
    }

    /**
     * A list of records.
     *
     * @param years the lists of single years
     * @param kinds the lists of single kinds, with how many each has
     * @param listTitle heading of the records shown
     * @param gap what is said where the collection has nothing
     */
    record ListView(
            String title,
            String lead,
            List<Link> years,
            List<Link> kinds,
            String listTitle,
            List<Row> rows,
            Pager pager,
            String gap) {}

    ListView overview(Page.Overview page) {
        Collection collection = page.collection();
        List<Entry<? extends PublicRecord>> all = listed(collection).all();
        int shown = collection.isYearly() ? NEWEST : Site.PAGE_SIZE;
        List<Row> rows = parts.rows(all.subList(0, Math.min(shown, all.size())), page.route());
        Pager pager = collection.isYearly()
                ? Pager.NONE
                : pager(page.route(), collection, Optional.empty(), Optional.empty(), 1, all.size());
        return new ListView(
                ThaiText.collection(collection),
                all.isEmpty() ? "" : "ทั้งหมด " + text.number(all.size()) + " รายการ",
                years(collection, page.route()),
                kinds(collection, page.route(), Optional.empty()),
                collection.isYearly() && all.size() > NEWEST ? "ล่าสุด" : "",
                rows,
                pager,
                gap(collection));
    }

    ListView listing(Page.Listing page) {
        Collection collection = page.collection();
        int total = totals.computeIfAbsent(new Group(collection, page.year(), page.kind()), g -> (int)
                listed(collection).all().stream().filter(e -> isIn(e, page)).count());
        String title = ThaiText.collection(collection)
                + page.year().map(y -> " " + text.fiscalYear(y)).orElse("")
                + page.kind().map(k -> ": " + ThaiText.kind(k)).orElse("");
        String range =
                page.count() == 1 ? "" : " หน้า " + text.number(page.number()) + " จาก " + text.number(page.count());
        return new ListView(
                title,
                "ทั้งหมด " + text.number(total) + " รายการ" + range,
                years(collection, page.route()),
                kinds(collection, page.route(), page.kind()),
                "",
                parts.rows(page.entries(), page.route()),
                pager(page.route(), collection, page.year(), page.kind(), page.number(), total),
                gap(collection));
    }

    private static boolean isIn(Entry<? extends PublicRecord> entry, Page.Listing page) {
        boolean year = page.year().isEmpty()
                || page.year().equals(Site.folderYear(entry.record().id()));
        boolean kind = page.kind().isEmpty()
                || (entry.record() instanceof Announcement a && page.kind().get() == a.kind());
        return year && kind;
    }

    private List<Link> years(Collection collection, Route page) {
        if (!collection.isYearly()) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        for (FiscalYear year : listed(collection).years()) {
            Route route = Site.listRoute(collection, Optional.of(year), Optional.empty(), 1);
            links.add(new Link(text.year(year), page.linkTo(route), page.path().startsWith(route.path())));
        }
        return links;
    }

    private List<Link> kinds(Collection collection, Route page, Optional<Announcement.Kind> current) {
        if (collection != Collection.ANNOUNCEMENTS) {
            return List.of();
        }
        List<Link> links = new ArrayList<>();
        listed(collection)
                .kinds()
                .forEach((kind, count) -> links.add(new Link(
                        ThaiText.kind(kind) + " (" + text.number(count) + ")",
                        page.linkTo(Site.listRoute(collection, Optional.empty(), Optional.of(kind), 1)),
                        current.filter(kind::equals).isPresent())));
        return links;
    }

    private Pager pager(
            Route page,
            Collection collection,
            Optional<FiscalYear> year,
            Optional<Announcement.Kind> kind,
            int number,
            int total) {
        int count = Site.pageCount(total);
        if (count == 1) {
            return Pager.NONE;
        }
        List<PageLink> pages = new ArrayList<>();
        int last = 0;
        for (int i = 1; i <= count; i++) {
            if (i == 1 || i == count || Math.abs(i - number) <= NEIGHBOURS) {
                if (i > last + 1) {
                    pages.add(new PageLink("", "", false));
                }
                pages.add(new PageLink(text.number(i), listLink(page, collection, year, kind, i), i == number));
                last = i;
            }
        }
        return new Pager(
                pages,
                number == 1
                        ? Optional.empty()
                        : Optional.of(new Link("ก่อนหน้า", listLink(page, collection, year, kind, number - 1))),
                number == count
                        ? Optional.empty()
                        : Optional.of(new Link("ถัดไป", listLink(page, collection, year, kind, number + 1))));
    }

    private static String listLink(
            Route page,
            Collection collection,
            Optional<FiscalYear> year,
            Optional<Announcement.Kind> kind,
            int number) {
        return page.linkTo(Site.listRoute(collection, year, kind, number));
    }

    private static String gap(Collection collection) {
        return switch (collection) {
            case ANNOUNCEMENTS -> "ยังไม่มีประกาศที่เผยแพร่";
            case MEMOS -> "ยังไม่มีบันทึกข้อความที่เผยแพร่";
            case NEWS -> "ยังไม่มีข่าวที่เผยแพร่";
            case SERVICES -> "ยังไม่มีคู่มือหรือบริการที่เผยแพร่";
            case STATISTICS -> "ยังไม่มีข้อมูลเชิงสถิติที่เผยแพร่";
        };
    }
}
