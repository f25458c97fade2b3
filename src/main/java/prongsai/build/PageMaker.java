package prongsai.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import prongsai.check.Guard;
import prongsai.check.PageChecks;
import prongsai.check.PageFacts;
import prongsai.publish.PublishFailure;
import prongsai.render.MarkdownHtml;
import prongsai.render.PageRenderer;
import prongsai.render.PageRenderer.Prepared;
import prongsai.render.RenderException;
import prongsai.site.Fingerprint;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.Digest;
import prongsai.source.Problem;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/**
 * Makes the pages of a site, each for itself, and looks at what came of it.
 *
 * <p>A page whose key is remembered is kept, and not rendered: its file stands in the site, and its bytes are made only if
 * they turn out not to be there. May be used by many threads until the links are checked.
 */
final class PageMaker {

    private final Site site;
    private final PageRenderer renderer;
    private final PageKeys keys;
    private final PageCache cache;
    private final Guard guard;
    private final PageChecks checks;
    private final Problems problems;

    /** Texts in which no personal number stands. */
    private final Set<SourceFile> clean = ConcurrentHashMap.newKeySet();

    private final Set<Route> kept = ConcurrentHashMap.newKeySet();
    /** Whether a page has lost an anchor that another, which was not rendered again, may lead to. */
    private final AtomicBoolean anchorsLost = new AtomicBoolean();

    private boolean doubtful;

    /**
     * @param cache what is remembered of the pages, and where they are remembered
     * @param checks take note of every page
     */
    PageMaker(
            Site site,
            PageRenderer renderer,
            PageKeys keys,
            PageCache cache,
            Guard guard,
            PageChecks checks,
            Problems problems) {
        this.site = site;
        this.renderer = renderer;
        this.keys = keys;
        this.cache = cache;
        this.guard = guard;
        this.checks = checks;
        this.problems = problems;
    }

    /** Makes a page and gives it to the sink, or keeps it. */
    Optional<OutputFile> make(Page page, PageSink sink) throws RenderException, PublishFailure, IOException {
        if (!cache.isUsed()) {
            return render(page, renderer.prepare(page), Optional.empty(), Optional.empty(), sink);
        }
        Optional<Remembered> remembered = cache.find(page.route());
        if (page instanceof Page.OfRecord record && PageKeys.isOfRecordAlone(page)) {
            if (remembered.isPresent()
                    && isStill(
                            remembered.get(),
                            keys.ofRecord(record, remembered.get().asked()))) {
                remembered.get().asked().forEach(renderer::use);
                return Optional.of(keep(page, remembered.get()));
            }
            Prepared prepared = renderer.prepare(page);
            return render(page, prepared, keys.ofRecord(record, prepared.asked()), remembered, sink);
        }
        Prepared prepared = renderer.prepare(page);
        Optional<Digest> key = keys.of(page, prepared.digest());
        return remembered.isPresent() && isStill(remembered.get(), key)
                ? Optional.of(keep(page, remembered.get()))
                : render(page, prepared, key, remembered, sink);
    }

    private static boolean isStill(Remembered page, Optional<Digest> key) {
        return key.filter(page.key()::equals).isPresent();
    }

    private OutputFile keep(Page page, Remembered remembered) {
        remembered.problems().forEach(problems::add);
        cache.keep(page.route());
        kept.add(page.route());
        if (PageKeys.isOfRecordAlone(page)) {
            clean.add(origin(page));
        }
        return new OutputFile(
                new OutputPath(page.route().file()),
                OutputFile.Kind.PAGE,
                remembered.fingerprint(),
                () -> new ByteArrayInputStream(again(page)));
    }

    /** The bytes of a page that was thought to stand in the site. */
    private byte[] again(Page page) throws IOException {
        try {
            return renderer.prepare(page).render().getBytes(StandardCharsets.UTF_8);
        } catch (RenderException e) {
            throw new IOException("rendered before: " + page.route(), e);
        }
    }

    private Optional<OutputFile> render(
            Page page, Prepared prepared, Optional<Digest> key, Optional<Remembered> before, PageSink sink)
            throws RenderException, PublishFailure {
        List<Problem> found = prepared.problems();
        found.forEach(problems::add);
        String html = prepared.render();
        PageFacts facts = checks.look(html);
        checks.add(page.route(), facts, origin(page), positions(prepared.links()));
        if (before.isPresent() && !facts.ids().containsAll(before.get().facts().ids())) {
            anchorsLost.set(true);
        }
        Optional<OutputFile> file = sink.take(page, html);
        if (key.isPresent() && file.isPresent() && facts.numbers().isEmpty() && mayBeKept(page)) {
            Fingerprint bytes = file.get().fingerprint();
            cache.put(page.route(), new Remembered(key.get(), bytes, List.copyOf(prepared.asked()), found, facts));
        }
        return file;
    }

    /** A text with somebody's number in it is looked at each time: a permission may have ended. */
    private boolean mayBeKept(Page page) {
        if (!PageKeys.isOfRecordAlone(page)) {
            return true;
        }
        SourceFile source = origin(page);
        return guard.lookThrough(source).isEmpty() && clean.add(source);
    }

    private static Map<String, SourcePosition> positions(List<MarkdownHtml.Link> links) {
        Map<String, SourcePosition> positions = new HashMap<>();
        links.forEach(l -> positions.putIfAbsent(l.href(), l.position()));
        return positions;
    }

    /** The file that a page is made from. */
    private SourceFile origin(Page page) {
        return page instanceof Page.OfRecord ofRecord
                ? ofRecord.entry().source()
                : site.content().agency().source();
    }

    /** Whether a text is known to hold nobody's number, so that it need not be looked through. */
    boolean isClean(SourceFile source) {
        return clean.contains(source);
    }

    /**
     * Checks the links of all pages. Those of a page that was kept led somewhere when it was rendered: they need to be
     * looked at only where something that they may lead to is gone; what leads to its anchors needs them each time.
     *
     * @param attachments the published names of those
     */
    void checkLinks(Set<String> attachments) {
        boolean gone = anchorsLost.get()
                || !cache.routes().allMatch(route -> site.page(route).isPresent());
        for (Route route : kept) {
            PageFacts facts = cache.find(route).orElseThrow().facts();
            PageFacts added = gone ? facts : new PageFacts(List.of(), facts.ids(), List.of(), List.of());
            checks.add(route, added, origin(site.page(route).orElseThrow()), Map.of());
        }
        Problems dead = new Problems();
        checks.links().check(attachments, dead);
        doubtful = gone && !kept.isEmpty() && dead.hasErrors();
        dead.sorted().forEach(problems::add);
    }

    /** Whether something is wrong with a page that was kept: only a build without a cache can tell where. */
    boolean isDoubtful() {
        return doubtful;
    }
}
