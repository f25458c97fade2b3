package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import prongsai.model.FiscalYear;
import prongsai.render.FrameView.Link;
import prongsai.site.Collection;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.StableName;

/** The search page, and the pages that it finds. */
final class SearchViews {

    private final Site site;
    private final ThaiText text;
    private final PageTitles titles;

    SearchViews(Site site, ThaiText text, PageTitles titles) {
        this.site = site;
        this.text = text;
        this.titles = titles;
    }

    private record Dated(Page page, SearchKind kind, LocalDate day) {}

    /** The oldest first; pages without any time come before all others, those of a year at its beginning. */
    List<SearchDocument> documents() {
        // Many pages have their day in common.
        Map<LocalDate, String> days = new HashMap<>();
        return found().stream()
                .sorted(Comparator.comparing(Dated::day)
                        .thenComparing(d -> d.page().route()))
                .map(d -> new SearchDocument(
                        d.page().route(),
                        titles.of(d.page()),
                        d.kind().letter(),
                        year(d.page()),
                        date(d.page())
                                .map(day -> days.computeIfAbsent(day, text::date))
                                .orElse("")))
                .toList();
    }

    private List<Dated> found() {
        List<Dated> found = new ArrayList<>();
        for (Page page : site.pages()) {
            SearchKind.of(page)
                    .ifPresent(kind -> found.add(new Dated(
                            page,
                            kind,
                            date(page)
                                    .or(() -> year(page).map(FiscalYear::firstDay))
                                    .orElse(LocalDate.MIN))));
        }
        return found;
    }

    private static Optional<LocalDate> date(Page page) {
        return page instanceof Page.OfRecord record ? record.entry().record().date() : Optional.empty();
    }

    private static Optional<FiscalYear> year(Page page) {
        if (page instanceof Page.OfRecord record) {
            return record.entry().record().fiscalYear();
        }
        return page instanceof Page.Item item ? Optional.of(item.catalogue().year()) : Optional.empty();
    }

    /** What a reader may choose from. */
    record Option(String value, String label) {}

    /** Lists of records, for readers whose browser runs no script. */
    record Group(String title, List<Link> links) {}

    /** The search page. */
    record SearchView(String numerals, List<Option> kinds, List<Option> years, List<Group> groups) {}

    SearchView search(Page.Own page) {
        TreeSet<SearchKind> kinds = new TreeSet<>();
        TreeSet<FiscalYear> years = new TreeSet<>(Comparator.reverseOrder());
        for (Dated found : found()) {
            kinds.add(found.kind());
            year(found.page()).ifPresent(years::add);
        }
        return new SearchView(
                StableName.of(site.content().agency().record().numerals()),
                kinds.stream()
                        .map(k -> new Option(String.valueOf(k.letter()), k.label()))
                        .toList(),
                years.stream().map(y -> new Option(y.toString(), text.year(y))).toList(),
                groups(page.route()));
    }

    /** The lists by collection, each with its years and kinds. */
    private List<Group> groups(Route route) {
        TreeMap<Collection, List<Link>> lists = new TreeMap<>();
        for (Page page : site.pages()) {
            if (page instanceof Page.Listing listing && listing.number() == 1) {
                lists.computeIfAbsent(listing.collection(), c -> new ArrayList<>())
                        .add(link(page, route));
            } else if (page instanceof Page.Overview overview) {
                lists.computeIfAbsent(overview.collection(), c -> new ArrayList<>())
                        .add(0, link(page, route));
            }
        }
        List<Group> groups = new ArrayList<>();
        lists.forEach((collection, links) -> groups.add(new Group(ThaiText.collection(collection), links)));
        groups.add(new Group(
                "ผลการประเมิน แผน และข้อมูลสาธารณะ",
                site.pages().stream()
                        .filter(p -> p instanceof Page.Results || p instanceof Page.Plans || p instanceof Page.Items)
                        .map(p -> link(p, route))
                        .toList()));
        return groups;
    }

    private Link link(Page page, Route from) {
        return new Link(titles.of(page), from.linkTo(page.route()));
    }
}
