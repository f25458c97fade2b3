package prongsai.build;

import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import prongsai.content.Content;
import prongsai.content.ContentFile;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.StatisticsTable;
import prongsai.render.PageRenderer;
import prongsai.render.TemplateDigests;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;

/**
 * The keys of pages: a page's key covers everything that the page shows. A page whose key is that of an earlier build is the
 * page of that build.
 *
 * <p>Of most pages it is known what they show before they are made: a record's page shows the record, what its text links
 * to, and what surrounds every page. Any other page is made as far as its view, of which its template shows no more than
 * there is. {@code --today} is in a key only as far as a view has what is due.
 */
final class PageKeys {

    private final Site site;
    private final PageRenderer renderer;
    private final TemplateDigests templates;
    private final Digest shared;

    PageKeys(Site site, PageRenderer renderer, TemplateDigests templates) {
        this.site = site;
        this.renderer = renderer;
        this.templates = templates;
        this.shared = shared();
    }

    /** What the pages of all records may show beside the record: the agency, the catalogues, the frame. */
    private Digest shared() {
        Content content = site.content();
        DigestMaker maker = new DigestMaker()
                .digest(content.agency().source().digest())
                .digest(renderer.frameDigest())
                .number(site.currentYear().year());
        content.catalogueChanges()
                .forEach(e -> maker.text(e.path().path()).digest(e.source().digest()));
        site.reports().keySet().forEach(year -> maker.number(year.year()));
        return maker.make();
    }

    /** Whether all that the page shows follows from its record; see {@link #ofRecord}. */
    static boolean isOfRecordAlone(Page page) {
        return page instanceof Page.OfRecord ofRecord
                && (ofRecord.entry().record() instanceof HeadedRecord
                        || ofRecord.entry().record() instanceof StatisticsTable);
    }

    /**
     * The key of a record's page.
     *
     * @param asked the paths that the record's text and fields lead to, as they were found when the page was last made: for
     *     another text the key is another anyhow
     * @return empty where the page must be rendered to know
     */
    Optional<Digest> ofRecord(Page.OfRecord page, Collection<FilePath> asked) throws IOException {
        Optional<Digest> template = templates.of(PageRenderer.templateOf(page));
        if (template.isEmpty()) {
            return Optional.empty();
        }
        DigestMaker maker = new DigestMaker()
                .digest(shared)
                .digest(template.get())
                .text(page.entry().path().path())
                .digest(page.entry().source().digest());
        addCrumbs(page.route(), maker);
        if (page.entry().record() instanceof HeadedRecord headed) {
            headed.header().replacedBy().flatMap(renderer::title).ifPresent(maker::text);
        }
        for (FilePath path : asked) {
            maker.text(path.path()).text(found(path));
        }
        return Optional.of(maker.make());
    }

    /** What there is at a path, as far as a page that links to it shows it. */
    private String found(FilePath path) {
        return renderer.recordAt(path)
                .map(id -> id.path())
                .or(() -> Optional.ofNullable(site.content().files().get(path))
                        .map(ContentFile::size)
                        .map(size -> Long.toString(size)))
                .orElse(site.content().leftOut().containsKey(path) ? "left out" : "");
    }

    /** Which of the folders above have a page. */
    private void addCrumbs(Route route, DigestMaker maker) {
        String path = route.path();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            maker.truth(site.page(new Route(path.substring(0, slash + 1))).isPresent());
        }
    }

    /**
     * The key of any other page.
     *
     * @param shown digest of its view
     */
    Optional<Digest> of(Page page, Digest shown) throws IOException {
        return templates
                .of(PageRenderer.templateOf(page))
                .map(t -> new DigestMaker()
                        .digest(t)
                        // The telephones that it declares are nobody's; any other on the page is looked for.
                        .digest(site.content().agency().source().digest())
                        .digest(shown)
                        .make());
    }
}
