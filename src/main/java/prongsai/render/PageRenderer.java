package prongsai.render;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import prongsai.content.ContentFile;
import prongsai.model.Agency;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.site.DatasetInfo;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.Digest;
import prongsai.source.Problem;
import prongsai.source.StableName;

/**
 * Renders the pages of a site, in two steps: first what a page shows, then its HTML, which need not be made again where what
 * it shows is known.
 *
 * <pre>{@code
 * PageRenderer renderer = new PageRenderer(site, engine, assets, datasets);
 * for (Page page : site.pages()) {
 *     RenderedPage rendered = renderer.prepare(page).render();
 * }
 * }</pre>
 *
 * May be used by many threads.
 */
public final class PageRenderer {

    private final TemplateEngine engine;
    private final FrameMaker frames;
    private final Notebook notebook = new Notebook();
    private final SiteLinks links;
    private final RecordParts parts;
    private final RecordViews records;
    private final ListViews lists;
    private final ResultViews results;
    private final ScoreCharts scores;
    private final PlanViews plans;
    private final ItemViews items;
    private final AgencyViews agencies;
    private final HomeViews home;
    private final SearchViews search;
    private final DataViews data;
    private final PageTitles titles;
    private final Agency agency;

    /**
     * A renderer for a site.
     *
     * @param datasets what the page of the open data describes
     */
    public PageRenderer(Site site, TemplateEngine engine, SiteAssets assets, List<DatasetInfo> datasets) {
        this.engine = engine;
        this.agency = site.content().agency().record();
        ThaiText text = new ThaiText(agency.numerals());
        this.links = new SiteLinks(site, notebook);
        this.titles = new PageTitles(agency, text);
        this.frames = new FrameMaker(site, text, titles, links, assets);
        this.parts = new RecordParts(site, text, links, new MarkdownRenderer(), notebook);
        this.records = new RecordViews(agency, text, parts);
        this.lists = new ListViews(site, text, parts);
        this.results = new ResultViews(site, text, parts);
        this.scores = new ScoreCharts(site, text);
        this.plans = new PlanViews(site, text, parts, records, results, links);
        this.items = new ItemViews(site, text);
        this.agencies = new AgencyViews(agency, text, parts);
        this.search = new SearchViews(site, text, titles);
        this.home = new HomeViews(site, text, parts, results, titles);
        this.data = new DataViews(agency, text, datasets);
    }

    /** A page of which it is known what it shows. */
    public final class Prepared {

        private final String template;
        private final PageModel model;
        private final Notebook.Notes notes;

        private Prepared(String template, PageModel model, Notebook.Notes notes) {
            this.template = template;
            this.model = model;
            this.notes = notes;
        }

        /** Of all that the page shows; with the templates it makes the page. */
        public Digest digest() {
            return ViewDigest.of(model);
        }

        /** Paths of the content folder that were looked up for it, whether there is anything or not. */
        public SortedSet<FilePath> asked() {
            return Collections.unmodifiableSortedSet(notes.asked());
        }

        /** Where its record's text links to, with the place of each link. */
        public List<MarkdownHtml.Link> links() {
            return Collections.unmodifiableList(notes.links());
        }

        /** What is wrong in its record's text. */
        public List<Problem> problems() {
            return notes.problems().sorted();
        }

        /**
         * The page as HTML.
         *
         * @throws RenderException if a template is wrong
         */
        public String render() throws RenderException {
            Chars html = new Chars(1 << 15);
            try {
                engine.render(template, model, html);
            } catch (IOException e) {
                throw new IllegalStateException("writing to memory failed", e);
            }
            return html.toString();
        }
    }

    /** What a page shows beside its frame, and what is said of it. */
    private record Filled(Object view, String description, Optional<LocalDate> lastChange) {}

    /** Finds out what a page shows. */
    public Prepared prepare(Page page) {
        Notebook.Notes notes = notebook.begin();
        Filled filled = fill(page);
        FrameView frame = frames.frame(page, filled.description(), filled.lastChange());
        return new Prepared(templateOf(page), new PageModel(frame, filled.view()), notes);
    }

    /** What is wrong in the texts of records that have no page for what is wrong in their heads. */
    public List<Problem> problemsOfLeftOut() {
        Notebook.Notes notes = notebook.begin();
        parts.checkLeftOut(notes.problems());
        return notes.problems().sorted();
    }

    /** The files of the content folder that rendered pages link to. */
    public SortedMap<FilePath, ContentFile> usedFiles() {
        return links.used();
    }

    /**
     * The template of a page, as a path below the template folder.
     */
    public static String templateOf(Page page) {
        return "pages/" + nameOf(page) + ".ftlh";
    }

    private static String nameOf(Page page) {
        if (page instanceof Page.OfRecord record) {
            return nameOf(record);
        }
        if (page instanceof Page.Listing || page instanceof Page.Overview) {
            return "list";
        }
        if (page instanceof Page.Item) {
            return "item";
        }
        if (page instanceof Page.Items) {
            return "items";
        }
        if (page instanceof Page.ItemYears) {
            return "item-years";
        }
        if (page instanceof Page.Own own) {
            return StableName.of(own.kind());
        }
        if (page instanceof Page.Moved) {
            return "moved";
        }
        return page instanceof Page.Results ? "results" : page instanceof Page.Plans ? "plans" : "home";
    }

    private static String nameOf(Page.OfRecord page) {
        if (page instanceof Page.Result) {
            return "result";
        }
        if (page instanceof Page.Plan) {
            return "plan";
        }
        if (page instanceof Page.OfStatistics) {
            return "statistics";
        }
        if (page instanceof Page.OfAnnouncement) {
            return "announcement";
        }
        if (page instanceof Page.OfMemo) {
            return "memo";
        }
        if (page instanceof Page.OfNews) {
            return "news";
        }
        return page instanceof Page.OfService ? "service" : "standing";
    }

    /** Of what surrounds every page, as on the home page: the agency, the menu, the style, the footer. */
    public Digest frameDigest() {
        return ViewDigest.of(frames.frame(new Page.Home(), "", Optional.empty()));
    }

    /** Publishes a file that a page which is not rendered again links to. */
    public void use(FilePath file) {
        links.file(file);
    }

    /** The pages that the search finds, in the order of their numbers: the oldest first. */
    public List<SearchDocument> searchable() {
        return search.documents();
    }

    /** The title of a record. */
    public Optional<String> title(RecordId id) {
        return links.title(id);
    }

    /** The record that a path of the content folder holds. */
    public Optional<RecordId> recordAt(FilePath path) {
        return links.recordAt(path);
    }

    private Filled fill(Page page) {
        if (page instanceof Page.OfRecord ofRecord) {
            return fillRecord(ofRecord);
        }
        if (page instanceof Page.Listing listing) {
            return plain(lists.listing(listing), page);
        }
        if (page instanceof Page.Overview overview) {
            return plain(lists.overview(overview), page);
        }
        if (page instanceof Page.Item item) {
            return plain(items.item(item), page);
        }
        if (page instanceof Page.Items all) {
            return plain(items.items(all), page);
        }
        if (page instanceof Page.ItemYears years) {
            return plain(items.years(years), page);
        }
        if (page instanceof Page.Results all) {
            return plain(scores.results(all), page);
        }
        if (page instanceof Page.Plans all) {
            return plain(plans.plans(all), page);
        }
        if (page instanceof Page.Own own) {
            return fillOwn(own);
        }
        if (page instanceof Page.Moved moved) {
            return plain(HomeViews.moved(moved), page);
        }
        return plain(home.home((Page.Home) page), page);
    }

    private Filled plain(Object view, Page page) {
        return new Filled(view, titles.of(page) + " " + agency.name(), Optional.empty());
    }

    private Filled fillOwn(Page.Own own) {
        return switch (own.kind()) {
            case AGENCY -> plain(agencies.agency(own), own);
            case DATA -> plain(data.data(own), own);
            case DRAFTS -> plain(home.drafts(own), own);
            case SEARCH -> plain(search.search(own), own);
            case SITEMAP -> plain(home.sitemap(own), own);
            case PRIVACY -> plain(home.privacy(own), own);
            case ACCESSIBILITY -> plain(own, own);
            case NOT_FOUND -> plain(own, own);
        };
    }

    private Filled fillRecord(Page.OfRecord page) {
        PublicRecord record = page.entry().record();
        if (page instanceof Page.Result result) {
            return of(results.result(result), record, "");
        }
        if (page instanceof Page.Plan plan) {
            return of(plans.plan(plan), record, "");
        }
        if (page instanceof Page.OfStatistics statistics) {
            return of(records.statistics(statistics), record, "");
        }
        MarkdownHtml body = parts.body(page.entry(), page.route());
        String summary = ((HeadedRecord) record).header().summary().orElse(body.plainText());
        if (page instanceof Page.OfAnnouncement announcement) {
            return of(records.announcement(announcement, body), record, summary);
        }
        if (page instanceof Page.OfMemo memo) {
            return of(records.memo(memo, body), record, summary);
        }
        if (page instanceof Page.OfNews news) {
            return of(records.news(news, body), record, summary);
        }
        if (page instanceof Page.OfService service) {
            return of(records.service(service, body), record, summary);
        }
        return of(records.standing((Page.Standing) page, body), record, summary);
    }

    private Filled of(Object view, PublicRecord record, String summary) {
        String description = summary.isBlank() ? record.title() + " " + agency.name() : summary;
        return new Filled(view, description, record.lastChange());
    }
}
