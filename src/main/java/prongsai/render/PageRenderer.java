package prongsai.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import prongsai.content.ContentFile;
import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.Problems;

/**
 * Renders the pages of a site.
 *
 * <pre>{@code
 * PageRenderer renderer = new PageRenderer(site, engine, assets, problems);
 * for (Page page : site.pages()) {
 *     RenderedPage rendered = renderer.render(page);
 * }
 * }</pre>
 *
 * May be used by many threads.
 */
public final class PageRenderer {

    private final TemplateEngine engine;
    private final FrameMaker frames;
    private final SiteLinks links;
    private final RecordParts parts;
    private final RecordViews records;
    private final ListViews lists;
    private final ResultViews results;
    private final PlanViews plans;
    private final ItemViews items;
    private final AgencyViews agencies;
    private final HomeViews home;
    private final PageTitles titles;
    private final Agency agency;

    /**
     * A renderer for a site.
     *
     * @param problems takes what is wrong in the records' texts
     */
    public PageRenderer(Site site, TemplateEngine engine, SiteAssets assets, Problems problems) {
        this.engine = engine;
        this.agency = site.content().agency().record();
        ThaiText text = new ThaiText(agency.numerals());
        this.links = new SiteLinks(site);
        this.titles = new PageTitles(agency, text);
        this.frames = new FrameMaker(site, text, titles, links, assets);
        this.parts = new RecordParts(site, text, links, new MarkdownRenderer(), problems);
        this.records = new RecordViews(agency, text, parts);
        this.lists = new ListViews(site, text, parts);
        this.results = new ResultViews(site, text, parts);
        this.plans = new PlanViews(site, text, parts, records, results, links);
        this.items = new ItemViews(site, text);
        this.agencies = new AgencyViews(agency, text, parts);
        this.home = new HomeViews(site, text, parts, results, titles);
    }

    /**
     * A page as HTML.
     *
     * @param links where its record's text links to, with the place of each link
     */
    public record RenderedPage(Route route, String html, List<MarkdownHtml.Link> links) {
        public RenderedPage {
            links = List.copyOf(links);
        }
    }

    /** What a page shows and the template that shows it. */
    private record Filled(String template, Object view, String description, Optional<LocalDate> lastChange) {}

    /**
     * Renders one page.
     *
     * @throws RenderException if a template is wrong
     */
    public RenderedPage render(Page page) throws RenderException {
        List<MarkdownHtml.Link> written = new ArrayList<>();
        Filled filled = fill(page, written);
        FrameView frame = frames.frame(page, filled.description(), filled.lastChange());
        Chars html = new Chars(1 << 15);
        try {
            engine.render("pages/" + filled.template() + ".ftlh", new PageModel(frame, filled.view()), html);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return new RenderedPage(page.route(), html.toString(), written);
    }

    /** The files of the content folder that rendered pages link to. */
    public SortedMap<FilePath, ContentFile> usedFiles() {
        return links.used();
    }

    private Filled fill(Page page, List<MarkdownHtml.Link> written) {
        if (page instanceof Page.OfRecord ofRecord) {
            return fillRecord(ofRecord, written);
        }
        if (page instanceof Page.Listing listing) {
            return plain("list", lists.listing(listing), page);
        }
        if (page instanceof Page.Overview overview) {
            return plain("list", lists.overview(overview), page);
        }
        if (page instanceof Page.Item item) {
            return plain("item", items.item(item), page);
        }
        if (page instanceof Page.Items all) {
            return plain("items", items.items(all), page);
        }
        if (page instanceof Page.ItemYears years) {
            return plain("item-years", items.years(years), page);
        }
        if (page instanceof Page.Results all) {
            return plain("results", results.results(all), page);
        }
        if (page instanceof Page.Plans all) {
            return plain("plans", plans.plans(all), page);
        }
        if (page instanceof Page.Own own) {
            return fillOwn(own);
        }
        if (page instanceof Page.Moved moved) {
            return plain("moved", HomeViews.moved(moved), page);
        }
        return plain("home", home.home((Page.Home) page), page);
    }

    private Filled plain(String template, Object view, Page page) {
        return new Filled(template, view, titles.of(page) + " " + agency.name(), Optional.empty());
    }

    private Filled fillOwn(Page.Own own) {
        return switch (own.kind()) {
            case AGENCY -> plain("agency", agencies.agency(own), own);
            case DRAFTS -> plain("drafts", home.drafts(own), own);
            case SITEMAP -> plain("sitemap", home.sitemap(own), own);
            case PRIVACY -> plain("privacy", home.privacy(own), own);
            case ACCESSIBILITY -> plain("accessibility", own, own);
            case NOT_FOUND -> plain("not-found", own, own);
        };
    }

    private Filled fillRecord(Page.OfRecord page, List<MarkdownHtml.Link> written) {
        PublicRecord record = page.entry().record();
        if (page instanceof Page.Result result) {
            return of("result", results.result(result), record, "");
        }
        if (page instanceof Page.Plan plan) {
            return of("plan", plans.plan(plan, written), record, "");
        }
        if (page instanceof Page.OfStatistics statistics) {
            return of("statistics", records.statistics(statistics), record, "");
        }
        MarkdownHtml body = body(page.entry(), page.route(), written);
        String summary = ((HeadedRecord) record).header().summary().orElse(body.plainText());
        if (page instanceof Page.OfAnnouncement announcement) {
            return of("announcement", records.announcement(announcement, body), record, summary);
        }
        if (page instanceof Page.OfMemo memo) {
            return of("memo", records.memo(memo, body), record, summary);
        }
        if (page instanceof Page.OfNews news) {
            return of("news", records.news(news, body), record, summary);
        }
        if (page instanceof Page.OfService service) {
            return of("service", records.service(service, body), record, summary);
        }
        return of("standing", records.standing((Page.Standing) page, body), record, summary);
    }

    private MarkdownHtml body(Entry<? extends PublicRecord> entry, Route route, List<MarkdownHtml.Link> written) {
        MarkdownHtml body = parts.body(entry, route);
        written.addAll(body.links());
        return body;
    }

    private Filled of(String template, Object view, PublicRecord record, String summary) {
        String description = summary.isBlank() ? record.title() + " " + agency.name() : summary;
        return new Filled(template, view, description, record.lastChange());
    }
}
