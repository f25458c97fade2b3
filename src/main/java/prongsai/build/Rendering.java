package prongsai.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import prongsai.check.Guard;
import prongsai.check.LinkChecker;
import prongsai.check.PageChecks;
import prongsai.content.ContentFile;
import prongsai.feeds.MadeFile;
import prongsai.feeds.MadeFiles;
import prongsai.feeds.OpenData;
import prongsai.model.FilePath;
import prongsai.publish.PublishFailure;
import prongsai.render.PagePolicy;
import prongsai.render.PageRenderer;
import prongsai.render.RenderException;
import prongsai.render.SiteAssets;
import prongsai.render.TemplateDigests;
import prongsai.site.Attachments;
import prongsai.site.DatasetInfo;
import prongsai.site.Fingerprint;
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
    private final List<MadeFile> made;
    private final Optional<SiteAssets> assets;
    private final Optional<PageRenderer> renderer;
    private final Optional<PageMaker> maker;
    private final FileCache files;
    /** Whether every record could be read: one that could not would be missed by all that link to it. */
    private final boolean whole;

    private final Guard guard;
    private final PageChecks pageChecks;
    /** The files that the site is sure to have, beside its pages: links to most of them are on every page. */
    private final Set<String> known;

    private final AtomicBoolean outdated = new AtomicBoolean();

    /**
     * @param memory what is remembered of the pages and files, and where they are remembered
     */
    Rendering(Site site, Inputs inputs, Templates templates, Memory memory, Progress progress, Problems problems)
            throws IOException {
        this.site = site;
        this.inputs = inputs;
        this.files = memory.files();
        this.progress = progress;
        this.problems = problems;
        this.whole = !problems.hasErrors();
        this.guard = Guard.of(site.content(), inputs.today());
        OpenData data = OpenData.of(site);
        this.made = MadeFiles.of(site, data, PagePolicy.of(templates.files()));
        this.assets = assets(templates);
        this.known = known();
        this.pageChecks = new PageChecks(
                new LinkChecker(Pipeline.basePath(site), site.content().agency().source(), this::isKnown), guard);
        this.renderer = assets.map(a -> new PageRenderer(site, templates.engine(), a, data.described()));
        this.maker = renderer.map(r -> new PageMaker(
                site,
                r,
                new PageKeys(site, r, new TemplateDigests(templates.files())),
                memory.pages(),
                guard,
                pageChecks,
                problems));
    }

    private boolean isKnown(String file) {
        return known.contains(file) || site.hasPageIn(file);
    }

    private Set<String> known() {
        Set<String> files = new HashSet<>();
        made.forEach(file -> files.add(file.path().text()));
        files.add(DatasetInfo.FILES.text());
        assets.ifPresent(a -> files.addAll(a.files().keySet()));
        return files;
    }

    private Optional<SiteAssets> assets(Templates templates) throws IOException {
        try {
            return Optional.of(SiteAssets.of(
                    templates.files(),
                    templates.engine(),
                    site.content().agency().record()));
        } catch (RenderException e) {
            report(e);
            return Optional.empty();
        }
    }

    /** Renders all pages; each is given to the sink as soon as it is done, in any order. Not all where they are outdated. */
    List<OutputFile> pages(PageSink sink) throws BuildFailure {
        if (maker.isEmpty()) {
            return List.of();
        }
        AtomicInteger done = new AtomicInteger();
        try {
            List<Optional<OutputFile>> files = SideBySide.map(site.pages(), page -> {
                if (isOutdated()) {
                    return Optional.empty();
                }
                Optional<OutputFile> file = make(page, sink);
                progress.page(done.incrementAndGet(), site.pages().size());
                return file;
            });
            return files.stream().flatMap(Optional::stream).toList();
        } catch (SinkFailure e) {
            throw new BuildFailure(BuildFailure.Reason.NOT_PUBLISHED, "", e.failure);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    /**
     * Pages that are others than they stand, of those that somebody looks at.
     *
     * @return their bytes; all files that they lead to stand in the site, or are among {@link #assets()}
     */
    Map<OutputPath, byte[]> openPages(StandingSite standing) {
        Set<OutputPath> open = progress.viewers().open();
        if (open.isEmpty() || renderer.isEmpty()) {
            return Map.of();
        }
        Set<String> there = new HashSet<>(assets.orElseThrow().files().keySet());
        Set<String> attachments = new HashSet<>();
        site.content().files().keySet().forEach(file -> attachments.add(Attachments.publishedName(file)));
        standing.manifest().files().keySet().stream()
                .map(OutputPath::text)
                .filter(file -> isKnown(file) || attachments.contains(file))
                .forEach(there::add);
        Map<OutputPath, byte[]> pages = new OpenPages(site, renderer(), guard, there).render(open);
        pages.entrySet()
                .removeIf(page -> !standing.has(page.getKey())
                        || standing.has(OutputFile.ofBytes(page.getKey(), OutputFile.Kind.PAGE, page.getValue())));
        return pages;
    }

    /** Whether no more pages are made, since they would be out of date. */
    boolean isOutdated() {
        if (progress.viewers().isOutdated()) {
            outdated.set(true);
        }
        return outdated.get();
    }

    private Optional<OutputFile> make(Page page, PageSink sink) {
        try {
            return maker.orElseThrow().make(page, sink);
        } catch (RenderException e) {
            report(e);
            return Optional.empty();
        } catch (PublishFailure e) {
            throw new SinkFailure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PageRenderer renderer() {
        return renderer.orElseThrow();
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
        renderer.map(PageRenderer::problemsOfLeftOut).ifPresent(found -> found.forEach(problems::add));
        checkGuard();
        if (whole && maker.isPresent()) {
            Set<String> published = new HashSet<>();
            attached().forEach(f -> published.add(Attachments.publishedName(f.path())));
            maker.get().checkLinks(published);
            reportUnusedFiles();
        }
    }

    /** Whether something is wrong with a page that was kept: only a build without a cache can tell where. */
    boolean isDoubtful() {
        return maker.filter(PageMaker::isDoubtful).isPresent();
    }

    /** The addresses on other websites that the pages link to, each with the first place that names it. */
    SortedMap<String, SourcePosition> externalLinks() {
        return pageChecks.links().external();
    }

    private void checkGuard() throws BuildFailure {
        try {
            guard.checkRecords(s -> isClean(s) ? List.of() : guard.lookThrough(s), problems);
            files.judgeBy(site.content().agency().source().digest());
            guard.checkFiles(files::looked, files::put, problems);
            guard.checkPages(problems);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean isClean(SourceFile source) {
        return maker.filter(m -> m.isClean(source)).isPresent();
    }

    private static BuildFailure unreadable(IOException e) {
        return BuildFailure.of(BuildFailure.Reason.FILE_UNREADABLE, Objects.toString(e.getMessage(), ""), e);
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

    /** What makes the search index, of a site that has pages. */
    SearchBuild search(Optional<StandingSite> standing, BuildOptions options) throws BuildFailure {
        try {
            return new SearchBuild(
                    renderer().searchable(),
                    standing,
                    options.isRehearsal(),
                    options.cache().map(CacheOptions::terms));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The files that are made from the site as a whole. */
    List<MadeFile> made() {
        return made;
    }

    /** The files that a page links to; only they are published. */
    private Collection<ContentFile> attached() {
        return renderer.map(r -> r.usedFiles().values()).orElse(List.of());
    }

    List<OutputFile> attachments() throws BuildFailure {
        List<OutputFile> published = new ArrayList<>();
        for (ContentFile file : attached()) {
            OutputPath path = new OutputPath(Attachments.publishedName(file.path()));
            try {
                Optional<Fingerprint> known = files.fingerprint(file);
                OutputFile output = known.isPresent()
                        ? OutputFile.ofKnownFile(path, OutputFile.Kind.DATA, known.get(), file.location())
                        : OutputFile.ofFile(path, OutputFile.Kind.DATA, file.location());
                files.put(file, output.fingerprint());
                published.add(output);
            } catch (IOException e) {
                throw BuildFailure.of(
                        BuildFailure.Reason.FILE_UNREADABLE, file.path().path(), e);
            }
        }
        return published;
    }

    /** Carries a publishing failure out of work done side by side. */
    private static final class SinkFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient PublishFailure failure;

        SinkFailure(PublishFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
