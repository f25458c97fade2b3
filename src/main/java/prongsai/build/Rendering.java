package prongsai.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import prongsai.check.Guard;
import prongsai.check.LinkChecker;
import prongsai.check.PageChecks;
import prongsai.content.ContentFile;
import prongsai.feeds.ItemList;
import prongsai.model.FilePath;
import prongsai.publish.PublishFailure;
import prongsai.render.MarkdownHtml;
import prongsai.render.PageRenderer;
import prongsai.render.PageRenderer.RenderedPage;
import prongsai.render.RenderException;
import prongsai.render.SiteAssets;
import prongsai.render.TemplateEngine;
import prongsai.render.TemplateFiles;
import prongsai.site.Attachments;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/** The rendering of one site: its pages, shared files and attachments, and what can be checked only on them. */
final class Rendering {

    private final Site site;
    private final Inputs inputs;
    private final Progress progress;
    private final Problems problems;
    private final Optional<SiteAssets> assets;
    private final Optional<PageRenderer> renderer;
    /** Whether every record could be read: one that could not would be missed by all that link to it. */
    private final boolean whole;

    private final Guard guard;
    private final PageChecks pageChecks;

    Rendering(Site site, Inputs inputs, TemplateFiles templates, Progress progress, Problems problems)
            throws IOException {
        this.site = site;
        this.inputs = inputs;
        this.progress = progress;
        this.problems = problems;
        this.whole = !problems.hasErrors();
        this.guard = Guard.of(site.content(), inputs.today());
        TemplateEngine engine = TemplateEngine.of(templates);
        this.assets = assets(templates, engine);
        this.pageChecks = new PageChecks(
                new LinkChecker(Pipeline.basePath(site), site.content().agency().source(), known()), guard);
        this.renderer = assets.map(a -> new PageRenderer(site, engine, a, problems));
    }

    /** The files that the site is sure to have: links to most of them are on every page. */
    private Set<String> known() {
        Set<String> known = new HashSet<>(ItemList.files(site).keySet());
        site.pages().forEach(p -> known.add(p.route().file()));
        assets.ifPresent(a -> known.addAll(a.files().keySet()));
        return known;
    }

    private Optional<SiteAssets> assets(TemplateFiles templates, TemplateEngine engine) throws IOException {
        try {
            return Optional.of(
                    SiteAssets.of(templates, engine, site.content().agency().record()));
        } catch (RenderException e) {
            report(e);
            return Optional.empty();
        }
    }

    /** Renders all pages; each is given to the sink as soon as it is done, in any order. */
    List<OutputFile> pages(PageSink sink) throws BuildFailure {
        AtomicInteger done = new AtomicInteger();
        try {
            return site.pages().parallelStream()
                    .flatMap(page -> {
                        Optional<OutputFile> file = render(page, sink);
                        progress.page(done.incrementAndGet(), site.pages().size());
                        return file.stream();
                    })
                    .toList();
        } catch (SinkFailure e) {
            throw new BuildFailure(BuildFailure.Reason.NOT_PUBLISHED, "", e.failure);
        }
    }

    private Optional<OutputFile> render(Page page, PageSink sink) {
        if (renderer.isEmpty()) {
            return Optional.empty();
        }
        try {
            RenderedPage rendered = renderer.get().render(page);
            pageChecks.add(page.route(), pageChecks.look(rendered.html()), origin(page), positions(rendered.links()));
            return sink.take(page, rendered.html());
        } catch (RenderException e) {
            report(e);
            return Optional.empty();
        } catch (PublishFailure e) {
            throw new SinkFailure(e);
        }
    }

    /** The file that a page is made from. */
    private SourceFile origin(Page page) {
        return page instanceof Page.OfRecord ofRecord
                ? ofRecord.entry().source()
                : site.content().agency().source();
    }

    private static Map<String, SourcePosition> positions(List<MarkdownHtml.Link> links) {
        Map<String, SourcePosition> positions = new HashMap<>();
        links.forEach(l -> positions.putIfAbsent(l.href(), l.position()));
        return positions;
    }

    private void report(RenderException e) {
        SourcePosition position = new SourcePosition(templateName(e.template()), e.line(), e.column());
        String first = e.reason().lines().findFirst().orElse("");
        problems.add(ProblemCode.BAD_TEMPLATE, position, first.replaceFirst("\\.$", ""));
    }

    private String templateName(String template) {
        return inputs.templates().map(t -> t + "/").orElse("templates/") + template;
    }

    /** Checks what would be published: no personal data, no dead link. */
    void check() throws BuildFailure {
        progress.stage(Progress.Stage.GUARDING);
        checkGuard();
        if (whole && renderer.isPresent()) {
            Set<String> published = new HashSet<>();
            attachments().forEach(f -> published.add(Attachments.publishedName(f.path())));
            pageChecks.links().check(published, problems);
            reportUnusedFiles();
        }
    }

    /** The addresses on other websites that the pages link to, each with the first place that names it. */
    SortedMap<String, SourcePosition> externalLinks() {
        return pageChecks.links().external();
    }

    private void checkGuard() throws BuildFailure {
        try {
            guard.checkRecords(problems);
            guard.checkFiles(problems);
            guard.checkPages(problems);
        } catch (IOException e) {
            throw BuildFailure.of(BuildFailure.Reason.FILE_UNREADABLE, Objects.toString(e.getMessage(), ""), e);
        }
    }

    private void reportUnusedFiles() {
        Set<FilePath> used = renderer.orElseThrow().usedFiles().keySet();
        for (FilePath file : site.content().files().keySet()) {
            if (!used.contains(file)) {
                String shown = site.content().shown(file);
                problems.add(ProblemCode.UNREFERENCED_FILE, SourcePosition.startOf(shown), file.path());
            }
        }
    }

    List<OutputFile> assets() {
        List<OutputFile> files = new ArrayList<>();
        assets.ifPresent(a -> a.files()
                .forEach((path, bytes) ->
                        files.add(OutputFile.ofBytes(new OutputPath(path), OutputFile.Kind.ASSET, bytes))));
        return files;
    }

    List<OutputFile> tables() {
        List<OutputFile> files = new ArrayList<>();
        ItemList.files(site)
                .forEach((path, bytes) ->
                        files.add(OutputFile.ofBytes(new OutputPath(path), OutputFile.Kind.DATA, bytes)));
        return files;
    }

    /** The files that a page links to; only they are published. */
    Collection<ContentFile> attachments() {
        return renderer.map(r -> r.usedFiles().values()).orElse(List.of());
    }

    /** Carries a publishing failure out of a parallel stream. */
    private static final class SinkFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient PublishFailure failure;

        SinkFailure(PublishFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
