package prongsai.render;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.model.Agency;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.model.Licence;
import prongsai.model.Period;
import prongsai.model.PublicRecord;
import prongsai.model.Service;
import prongsai.model.StatisticsTable;
import prongsai.render.FrameView.Link;
import prongsai.site.Attachments;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.JsonOutput;

/**
 * What a page says to search engines in the words of schema.org, as JSON-LD: the way to it, and what it is about. Only what
 * the content says; small, since every page carries it.
 */
final class StructuredData {

    private final Agency agency;
    private final PageTitles titles;
    private final SiteLinks links;
    /** Who stands behind everything here, as other things name it. */
    private final Map<String, Object> publisher;

    StructuredData(Site site, PageTitles titles, SiteLinks links) {
        this.agency = site.content().agency().record();
        this.titles = titles;
        this.links = links;
        this.publisher = new LinkedHashMap<>();
        publisher.put("@type", "GovernmentOrganization");
        publisher.put("@id", agency.addressOf("#agency"));
        publisher.put("name", agency.name());
        publisher.put("url", agency.addressOf(""));
    }

    /**
     * The block of a page; none where search engines are kept out, or there is nothing to say.
     *
     * @param crumbs the way to it, each link relative to the page
     */
    Optional<Html> of(Page page, List<Link> crumbs) {
        if (!Site.isIndexed(page)) {
            return Optional.empty();
        }
        List<Map<String, Object>> graph = new ArrayList<>();
        Map<String, Object> about = about(page);
        if (!about.isEmpty()) {
            graph.add(about);
        }
        if (!crumbs.isEmpty()) {
            graph.add(breadcrumbs(page, crumbs));
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("@context", "https://schema.org");
        tree.put("@graph", graph);
        return graph.isEmpty() ? Optional.empty() : Optional.of(Html.dataBlock(JsonOutput.small(tree)));
    }

    /** What the page is about; empty where schema.org has no word for it that would help. */
    private Map<String, Object> about(Page page) {
        if (page instanceof Page.Home || page.equals(new Page.Own(Page.Own.Kind.AGENCY))) {
            return organization();
        }
        if (page instanceof Page.OfAnnouncement announcement) {
            return article("Article", announcement);
        }
        if (page instanceof Page.OfNews news) {
            return article("NewsArticle", news);
        }
        if (page instanceof Page.OfService service) {
            return service(service);
        }
        if (page instanceof Page.OfStatistics statistics) {
            StatisticsTable table = statistics.entry().record();
            return dataset(page, table.lastChange(), table.covered());
        }
        if (page instanceof Page.Result result) {
            AssessmentResult record = result.entry().record();
            return dataset(page, record.lastChange(), record.year().period());
        }
        return page.equals(new Page.Own(Page.Own.Kind.DATA)) ? catalogue(page) : Map.of();
    }

    /** The datasets themselves are described by the catalogue in DCAT. */
    private Map<String, Object> catalogue(Page page) {
        Map<String, Object> about = typed("DataCatalog");
        about.put("name", titles.of(page));
        about.put("url", address(page));
        about.put("inLanguage", "th");
        agency.licence().flatMap(Licence::url).ifPresent(url -> about.put("license", url));
        about.put("publisher", publisher);
        return about;
    }

    private Map<String, Object> organization() {
        Agency.Contact contact = agency.contact();
        Map<String, Object> about = new LinkedHashMap<>(publisher);
        agency.nameEnglish().ifPresent(name -> about.put("alternateName", name));
        agency.seal().flatMap(links::file).ifPresent(seal -> about.put("logo", published(seal.path())));
        contact.phone().ifPresent(phone -> about.put("telephone", phone));
        contact.fax().ifPresent(fax -> about.put("faxNumber", fax));
        contact.email().ifPresent(email -> about.put("email", email));
        Map<String, Object> address = typed("PostalAddress");
        contact.address().ifPresent(street -> address.put("streetAddress", street));
        address.put("addressLocality", agency.district());
        address.put("addressRegion", agency.province());
        contact.postcode().ifPresent(code -> address.put("postalCode", code));
        address.put("addressCountry", "TH");
        about.put("address", address);
        contact.map().ifPresent(place -> {
            Map<String, Object> geo = typed("GeoCoordinates");
            geo.put("latitude", place.lat());
            geo.put("longitude", place.lon());
            Map<String, Object> location = typed("Place");
            location.put("geo", geo);
            about.put("location", location);
        });
        List<String> same = agency.channels().entrySet().stream()
                .filter(c -> c.getKey().isSocialNetwork())
                .flatMap(c -> c.getValue().address().stream())
                .toList();
        if (!same.isEmpty()) {
            about.put("sameAs", same);
        }
        return about;
    }

    private String published(FilePath file) {
        return agency.addressOf(Attachments.publishedName(file));
    }

    private Map<String, Object> article(String type, Page.OfRecord page) {
        PublicRecord record = page.entry().record();
        Map<String, Object> about = typed(type);
        about.put("headline", titles.of(page));
        about.put("url", address(page));
        about.put("inLanguage", "th");
        record.date().ifPresent(day -> about.put("datePublished", day.toString()));
        record.lastChange().ifPresent(day -> about.put("dateModified", day.toString()));
        about.put("author", publisher);
        about.put("publisher", Map.of("@id", agency.addressOf("#agency")));
        return about;
    }

    private Map<String, Object> service(Page.OfService page) {
        Service service = page.entry().record();
        Map<String, Object> about = typed("GovernmentService");
        about.put("name", titles.of(page));
        about.put("url", address(page));
        service.header().summary().ifPresent(summary -> about.put("description", summary));
        about.put("serviceOperator", publisher);
        if (!service.audience().isEmpty()) {
            Map<String, Object> audience = typed("Audience");
            audience.put("audienceType", String.join(", ", service.audience()));
            about.put("audience", audience);
        }
        service.online().flatMap(Service.Online::url).ifPresent(url -> {
            Map<String, Object> channel = typed("ServiceChannel");
            channel.put("serviceUrl", url);
            about.put("availableChannel", channel);
        });
        return about;
    }

    /**
     * A page of figures. A page that lists datasets describes each in the same way.
     *
     * @param span what the figures are about
     */
    private Map<String, Object> dataset(Page page, Optional<LocalDate> changed, Period span) {
        Map<String, Object> about = typed("Dataset");
        about.put("name", titles.of(page));
        about.put("description", titles.of(page) + " " + agency.name());
        about.put("url", address(page));
        about.put("inLanguage", "th");
        about.put("temporalCoverage", span.from() + "/" + span.to());
        changed.ifPresent(day -> about.put("dateModified", day.toString()));
        about.put("creator", publisher);
        return about;
    }

    private Map<String, Object> breadcrumbs(Page page, List<Link> crumbs) {
        String root = page.route().root();
        List<Map<String, Object>> items = new ArrayList<>();
        for (Link crumb : crumbs) {
            Map<String, Object> item = typed("ListItem");
            item.put("position", items.size() + 1);
            item.put("name", crumb.label());
            if (!crumb.href().isEmpty()) {
                item.put("item", agency.addressOf(crumb.href().substring(root.length())));
            }
            items.add(item);
        }
        Map<String, Object> list = typed("BreadcrumbList");
        list.put("itemListElement", items);
        return list;
    }

    private String address(Page page) {
        return agency.addressOf(page.route().path());
    }

    private static Map<String, Object> typed(String type) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@type", type);
        return thing;
    }
}
