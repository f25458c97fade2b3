package prongsai.feeds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.AssessmentResult;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.render.PageTitles;
import prongsai.site.MachineFiles;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/**
 * What is new, as Atom (RFC 4287): one feed of everything and one of each list. An entry shows what the header or the data of
 * a record say and never its text, so that a change of a text alone changes no feed.
 *
 * <p>Records without any date are in no feed: an entry must say when it was changed.
 */
final class AtomFeed {

    static final int LONGEST = 50;

    /** Days are days in Thailand; they begin at midnight. */
    private static final String MIDNIGHT = "T00:00:00+07:00";

    private static final Comparator<Dated> LATEST_FIRST = Comparator.comparing(Dated::day)
            .reversed()
            .thenComparing(d -> d.page().route());

    private final Site site;
    private final Agency agency;
    private final PageTitles titles;

    /** All that may be in a feed, once one is made. */
    private @Nullable List<Dated> latest;

    /** A record in force and the day of its last change. */
    private record Dated(Page.OfRecord page, LocalDate day) {

        PublicRecord record() {
            return page.entry().record();
        }
    }

    private AtomFeed(Site site) {
        this.site = site;
        this.agency = site.content().agency().record();
        this.titles = PageTitles.ofSite(agency);
    }

    /** The feed of everything and those of the lists. */
    static List<MadeFile> files(Site site) {
        AtomFeed feed = new AtomFeed(site);
        List<MadeFile> files = new ArrayList<>();
        files.add(feed.file(MachineFiles.FEED, new Page.Home(), record -> true));
        for (Page page : site.pages()) {
            MachineFiles.feedOf(page).ifPresent(path -> files.add(feed.file(path, page, listedOn(page))));
        }
        return files;
    }

    private static Predicate<PublicRecord> listedOn(Page page) {
        if (page instanceof Page.Results) {
            return record -> record instanceof AssessmentResult;
        }
        if (page instanceof Page.Plans) {
            return record -> record instanceof ActionPlan;
        }
        if (page instanceof Page.Listing listing) {
            return record -> record instanceof prongsai.model.Announcement announcement
                    && listing.kind().filter(announcement.kind()::equals).isPresent();
        }
        String collection = ((Page.Overview) page).collection().folder();
        return record -> record.id().collection().equals(collection);
    }

    private MadeFile file(String path, Page page, Predicate<PublicRecord> member) {
        return new MadeFile(new OutputPath(path), OutputFile.Kind.FEED, () -> Xml.document(feed(path, page, member)));
    }

    private String feed(String path, Page page, Predicate<PublicRecord> member) {
        List<Dated> entries = latest().stream()
                .filter(dated -> member.test(dated.record()))
                .limit(LONGEST)
                .toList();
        boolean everything = page instanceof Page.Home;
        StringBuilder xml = new StringBuilder("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"th\">\n");
        xml.append(Xml.element("id", agency.addressOf(path)));
        xml.append(Xml.element("title", everything ? agency.name() : titles.of(page) + " · " + agency.name()));
        xml.append(Xml.element(
                "updated", (entries.isEmpty() ? beginning() : entries.get(0).day()) + MIDNIGHT));
        xml.append(link("self", "application/atom+xml", agency.addressOf(path)));
        xml.append(link("alternate", "text/html", address(page.route())));
        xml.append("<author>\n")
                .append(Xml.element("name", agency.name()))
                .append(Xml.element("uri", agency.addressOf("")))
                .append("</author>\n");
        entries.forEach(entry -> xml.append(entry(entry)));
        return xml.append("</feed>\n").toString();
    }

    private synchronized List<Dated> latest() {
        List<Dated> found = latest;
        if (found == null) {
            found = site.pages().stream()
                    .flatMap(page -> page instanceof Page.OfRecord ofRecord ? dated(ofRecord).stream() : Stream.empty())
                    .sorted(LATEST_FIRST)
                    .toList();
            latest = found;
        }
        return found;
    }

    private static Optional<Dated> dated(Page.OfRecord page) {
        PublicRecord record = page.entry().record();
        return record.isInForce() ? record.lastChange().map(day -> new Dated(page, day)) : Optional.empty();
    }

    private String entry(Dated dated) {
        Page.OfRecord page = dated.page();
        PublicRecord record = dated.record();
        StringBuilder xml = new StringBuilder("<entry>\n");
        xml.append(Xml.element("id", address(page.route())));
        xml.append(Xml.element("title", titles.of(page)));
        xml.append(Xml.element("updated", dated.day() + MIDNIGHT));
        record.date().ifPresent(day -> xml.append(Xml.element("published", day + MIDNIGHT)));
        xml.append(link("alternate", "text/html", address(page.route())));
        String kind = PageTitles.kind(record);
        if (!kind.isEmpty()) {
            xml.append("<category term=\"").append(Xml.text(kind)).append("\"/>\n");
        }
        if (record instanceof HeadedRecord headed) {
            headed.header().summary().ifPresent(s -> xml.append(Xml.element("summary", s)));
        }
        return xml.append("</entry>\n").toString();
    }

    private static String link(String rel, String type, String href) {
        return "<link rel=\"" + rel + "\" type=\"" + type + "\" href=\"" + Xml.text(href) + "\"/>\n";
    }

    private String address(Route route) {
        return agency.addressOf(route.path());
    }

    /** A feed must say when it was changed, even one without entries: then, when its year began. */
    private LocalDate beginning() {
        return agency.updated().orElseGet(() -> site.currentYear().period().from());
    }
}
