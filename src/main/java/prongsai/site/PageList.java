package prongsai.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogue;
import prongsai.disclosure.Catalogues;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.OitItem;
import prongsai.model.Announcement;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.site.Page.Own;

/** Makes the list of all pages. */
final class PageList {

    private final Content content;
    private final Map<Collection, List<Entry<? extends PublicRecord>>> listed;
    private final SortedMap<FiscalYear, DisclosureReport> reports;
    private final Catalogues catalogues;
    private final List<Page> pages = new ArrayList<>();

    PageList(
            Content content,
            Map<Collection, List<Entry<? extends PublicRecord>>> listed,
            SortedMap<FiscalYear, DisclosureReport> reports,
            Catalogues catalogues) {
        this.content = content;
        this.listed = listed;
        this.reports = reports;
        this.catalogues = catalogues;
    }

    List<Page> pages() {
        pages.add(new Page.Home());
        pages.add(new Page.Results());
        pages.add(new Page.Plans());
        addItems();
        addRecords();
        for (Collection collection : Collection.values()) {
            addLists(collection);
        }
        addOwnPages();
        addMoved();
        return pages;
    }

    private void addItems() {
        pages.add(new Page.ItemYears());
        for (FiscalYear year : reports.keySet()) {
            Catalogue catalogue = catalogues.of(year).orElseThrow();
            pages.add(new Page.Items(catalogue));
            for (OitItem item : catalogue.items()) {
                pages.add(new Page.Item(catalogue, item));
            }
        }
    }

    private void addRecords() {
        content.results().forEach(e -> pages.add(new Page.Result(e, route(e))));
        content.plans().forEach(e -> pages.add(new Page.Plan(e, route(e))));
        content.announcements().forEach(e -> pages.add(new Page.OfAnnouncement(e, route(e))));
        content.memos().forEach(e -> pages.add(new Page.OfMemo(e, route(e))));
        content.news().forEach(e -> pages.add(new Page.OfNews(e, route(e))));
        content.services().forEach(e -> pages.add(new Page.OfService(e, route(e))));
        content.statistics().forEach(e -> pages.add(new Page.OfStatistics(e, route(e))));
        content.pages().forEach(e -> pages.add(new Page.Standing(e, route(e))));
    }

    private static Route route(Entry<? extends PublicRecord> entry) {
        return Site.routeOf(entry.record().id());
    }

    private void addLists(Collection collection) {
        pages.add(new Page.Overview(collection));
        List<Entry<? extends PublicRecord>> all = listed.getOrDefault(collection, List.of());
        if (!collection.isYearly()) {
            // The overview itself shows the first page.
            addPages(collection, Optional.empty(), Optional.empty(), all, 2);
            return;
        }
        grouped(all, e -> Site.folderYear(e.record().id()).orElseThrow())
                .forEach((year, entries) -> addPages(collection, Optional.of(year), Optional.empty(), entries, 1));
        if (collection == Collection.ANNOUNCEMENTS) {
            grouped(all, e -> ((Announcement) e.record()).kind())
                    .forEach((kind, entries) -> addPages(collection, Optional.empty(), Optional.of(kind), entries, 1));
        }
    }

    private static <K extends Comparable<K>> Map<K, List<Entry<? extends PublicRecord>>> grouped(
            List<Entry<? extends PublicRecord>> entries, Function<Entry<? extends PublicRecord>, K> key) {
        return entries.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private void addPages(
            Collection collection,
            Optional<FiscalYear> year,
            Optional<Announcement.Kind> kind,
            List<Entry<? extends PublicRecord>> entries,
            int first) {
        int count = Site.pageCount(entries.size());
        for (int number = first; number <= count; number++) {
            int from = (number - 1) * Site.PAGE_SIZE;
            List<Entry<? extends PublicRecord>> shown =
                    entries.subList(from, Math.min(from + Site.PAGE_SIZE, entries.size()));
            pages.add(new Page.Listing(collection, year, kind, number, count, List.copyOf(shown)));
        }
    }

    /** The generator's own pages, unless the agency wrote one for the same place. */
    private void addOwnPages() {
        TreeSet<Route> taken = new TreeSet<>(pages.stream().map(Page::route).toList());
        for (Own.Kind kind : Own.Kind.values()) {
            Own page = new Own(kind);
            if (!taken.contains(page.route())) {
                pages.add(page);
            }
        }
    }

    private void addMoved() {
        List<Page> moved = new ArrayList<>();
        content.records().forEach(entry -> {
            for (String former : entry.record().formerly()) {
                String path = former.startsWith("pages/") ? former.substring("pages/".length()) : former;
                moved.add(new Page.Moved(
                        Route.of(path), route(entry), entry.record().title()));
            }
        });
        pages.addAll(moved);
    }
}
