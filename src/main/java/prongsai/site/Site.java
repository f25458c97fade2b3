package prongsai.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogues;
import prongsai.disclosure.DisclosureReport;
import prongsai.disclosure.RecordsInForce;
import prongsai.model.Announcement;
import prongsai.model.FiscalYear;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.RecordState;

/**
 * The site as a whole: every page and where it is.
 *
 * @param currentYear the fiscal year whose items are due now
 * @param lists the records that the lists of each collection show, newest first: drafts stand apart
 * @param reports what is disclosed, by year, for every year that has item pages
 * @param pages in the order of their routes
 * @param byRoute the page at each route
 */
public record Site(
        Content content,
        Catalogues catalogues,
        FiscalYear currentYear,
        Map<Collection, List<Entry<? extends PublicRecord>>> lists,
        SortedMap<FiscalYear, DisclosureReport> reports,
        List<Page> pages,
        Map<Route, Page> byRoute) {

    /** Records on a page of a list. */
    public static final int PAGE_SIZE = 50;

    /** Newest first; records without a date last, by title. */
    public static final Comparator<Entry<? extends PublicRecord>> NEWEST_FIRST = Comparator.comparing(
                    (Entry<? extends PublicRecord> e) -> e.record().date().orElse(LocalDate.MIN))
            .reversed()
            .thenComparing(e -> e.record().id());

    /**
     * Lays out the site of {@code content}.
     *
     * @param today decides who is in office and what is overdue
     */
    public static Site of(Content content, Catalogues catalogues, LocalDate today) {
        FiscalYear current = currentYear(content, today);
        SortedMap<FiscalYear, DisclosureReport> reports = new TreeMap<>();
        RecordsInForce records = RecordsInForce.of(content);
        for (FiscalYear year : disclosureYears(content, current)) {
            catalogues
                    .of(year)
                    .ifPresent(catalogue -> reports.put(year, DisclosureReport.of(content, records, catalogue, today)));
        }
        Map<Collection, List<Entry<? extends PublicRecord>>> listed = new EnumMap<>(Collection.class);
        for (Collection collection : Collection.values()) {
            listed.put(collection, listed(content, collection));
        }
        List<Page> pages = new PageList(content, listed, reports, catalogues).pages();
        pages.sort(Comparator.comparing(Page::route));
        Map<Route, Page> byRoute = new HashMap<>();
        pages.forEach(p -> byRoute.put(p.route(), p));
        return new Site(
                content,
                catalogues,
                current,
                Collections.unmodifiableMap(listed),
                Collections.unmodifiableSortedMap(reports),
                List.copyOf(pages),
                Collections.unmodifiableMap(byRoute));
    }

    /** The year whose items are due now, which without any record is that of {@code today}. */
    public static FiscalYear currentYear(Content content, LocalDate today) {
        return Catalogues.currentYear(content).orElseGet(() -> FiscalYear.of(today));
    }

    /** The page at a route. */
    public Optional<Page> page(Route route) {
        return Optional.ofNullable(byRoute.get(route));
    }

    /** The page of a record. */
    public Optional<Page.OfRecord> pageOf(RecordId id) {
        return page(routeOf(id)).filter(Page.OfRecord.class::isInstance).map(Page.OfRecord.class::cast);
    }

    /** Whether a page is in the file {@code path}, such as {@code oit/2563/index.html}. */
    public boolean hasPageIn(String path) {
        return Route.ofFile(path).filter(byRoute::containsKey).isPresent();
    }

    /** Years with item pages: the current one, and each that a record in force other than a bare result belongs to. */
    private static TreeSet<FiscalYear> disclosureYears(Content content, FiscalYear current) {
        TreeSet<FiscalYear> years = new TreeSet<>();
        years.add(current);
        content.records()
                .map(Entry::record)
                .filter(r -> r.isInForce() && !r.id().collection().equals("ita"))
                .flatMap(r -> r.fiscalYear().stream())
                .forEach(years::add);
        return years;
    }

    /** How many pages a list of so many records has; an empty one has one. */
    public static int pageCount(int records) {
        return Math.max(1, (records + PAGE_SIZE - 1) / PAGE_SIZE);
    }

    /** The address of a record: {@code /structure/} for a standing page, its name for any other. */
    public static Route routeOf(RecordId id) {
        return id.collection().equals("pages") ? Route.of(id.slug().text()) : Route.of(id.path());
    }

    public static Route itemRoute(FiscalYear year, String code) {
        return Route.of("oit/" + year + "/" + code.toLowerCase(Locale.ROOT));
    }

    /** {@code announcements/2563/page/2/}, {@code announcements/kind/policy/}. */
    public static Route listRoute(
            Collection collection, Optional<FiscalYear> year, Optional<Announcement.Kind> kind, int number) {
        String path = collection.folder()
                + year.map(y -> "/" + y).orElse("")
                + kind.map(k -> "/kind/" + k.name().toLowerCase(Locale.ROOT)).orElse("")
                + (number == 1 ? "" : "/page/" + number);
        return Route.of(path);
    }

    /** The year folder that a record lies in, which is the year that its lists show. */
    public static Optional<FiscalYear> folderYear(RecordId id) {
        String[] segments = id.path().split("/", -1);
        return segments.length == 3 ? Optional.of(new FiscalYear(Integer.parseInt(segments[1]))) : Optional.empty();
    }

    /** The records of a collection that its lists show. */
    public List<Entry<? extends PublicRecord>> listed(Collection collection) {
        return lists.getOrDefault(collection, List.of());
    }

    private static List<Entry<? extends PublicRecord>> listed(Content content, Collection collection) {
        Stream<? extends Entry<? extends PublicRecord>> entries = switch (collection) {
            case ANNOUNCEMENTS -> content.announcements().stream();
            case MEMOS -> content.memos().stream();
            case NEWS -> content.news().stream();
            case SERVICES -> content.services().stream();
            case STATISTICS -> content.statistics().stream();
        };
        List<Entry<? extends PublicRecord>> listed = new ArrayList<>();
        entries.filter(e -> !isDraft(e)).forEach(listed::add);
        listed.sort(NEWEST_FIRST);
        return Collections.unmodifiableList(listed);
    }

    /** Sample texts of every collection. */
    public static List<Entry<? extends PublicRecord>> drafts(Content content) {
        List<Entry<? extends PublicRecord>> drafts = new ArrayList<>();
        content.records().filter(Site::isDraft).forEach(drafts::add);
        return drafts;
    }

    /** Whether search engines and readers of feeds are told of a page: drafts, former addresses and the like stay apart. */
    public static boolean isIndexed(Page page) {
        boolean draft = page instanceof Page.OfRecord ofRecord && isDraft(ofRecord.entry());
        boolean own =
                page instanceof Page.Own o && (o.kind() == Page.Own.Kind.NOT_FOUND || o.kind() == Page.Own.Kind.DRAFTS);
        return !draft && !own && !(page instanceof Page.Moved);
    }

    public static boolean isDraft(Entry<? extends PublicRecord> entry) {
        return entry.record() instanceof HeadedRecord headed && headed.header().state() == RecordState.DRAFT;
    }
}
