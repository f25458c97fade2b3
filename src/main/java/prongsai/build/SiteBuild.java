package prongsai.build;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import prongsai.check.LinkChecker;
import prongsai.content.Content;
import prongsai.content.ContentFile;
import prongsai.content.ContentReader;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogues;
import prongsai.disclosure.ContentChecks;
import prongsai.feeds.ItemList;
import prongsai.model.Agency;
import prongsai.model.FilePath;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.publish.Stage;
import prongsai.render.Accent;
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
import prongsai.source.SourcePosition;

/**
 * Builds a site.
 *
 * <pre>{@code
 * BuildReport report = SiteBuild.run(
 *         new BuildOptions(Path.of("content"), "content", Optional.empty(), Path.of("site"), today), Progress.NONE);
 * }</pre>
 */
public final class SiteBuild {

    /** Another build of the same site is waited for as long as this. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The least contrast of text to its background by WCAG 2.2 level AA. */
    private static final double READABLE = 4.5;

    private final BuildOptions options;
    private final Progress progress;
    private final Problems problems = new Problems();

    private SiteBuild(BuildOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Reads, checks, renders and, unless an error stands, publishes.
     *
     * @throws BuildFailure for reasons outside the content; the site's folder is then whole
     */
    public static BuildReport run(BuildOptions options, Progress progress) throws BuildFailure {
        return new SiteBuild(options, progress).run();
    }

    private BuildReport run() throws BuildFailure {
        progress.stage(Progress.Stage.READING);
        Content content = read();
        progress.stage(Progress.Stage.CHECKING);
        Catalogues catalogues = Catalogues.of(content, problems);
        ContentChecks.check(content, catalogues, options.today(), problems);
        checkColour(content.agency());
        Site site = Site.of(content, catalogues, options.today());
        progress.stage(Progress.Stage.RENDERING);
        Rendering rendering = open(site);
        if (problems.hasErrors()) {
            // Nothing can be published any more; the pages are rendered for what is wrong in them.
            rendering.pages((page, html) -> Optional.empty());
            return new BuildReport(
                    problems.sorted(), basePath(site), site.pages().size(), Optional.empty());
        }
        Optional<PublishReport> published = renderAndPublish(rendering);
        return new BuildReport(problems.sorted(), basePath(site), site.pages().size(), published);
    }

    /** White text stands on the agency's colour, and text in it on white. */
    private void checkColour(Entry<Agency> agency) {
        String colour = agency.record().colour();
        double contrast = Accent.of(colour).contrastOnWhite();
        if (contrast < READABLE) {
            BigDecimal shown = BigDecimal.valueOf(contrast).setScale(2, RoundingMode.DOWN);
            problems.add(ProblemCode.LOW_CONTRAST, agency.at("/colour"), colour, shown);
        }
    }

    private static String basePath(Site site) {
        return site.content().agency().record().baseUrl().getRawPath();
    }

    private Content read() throws BuildFailure {
        try {
            return ContentReader.read(options.content(), options.contentName(), problems);
        } catch (IOException e) {
            throw BuildFailure.of(BuildFailure.Reason.CONTENT_UNREADABLE, options.contentName(), e);
        }
    }

    private Rendering open(Site site) throws BuildFailure {
        try {
            Optional<Path> own = options.templates();
            TemplateFiles templates = own.isPresent() ? TemplateFiles.withOwn(own.get()) : TemplateFiles.bundled();
            return new Rendering(site, templates);
        } catch (IOException e) {
            throw BuildFailure.of(
                    BuildFailure.Reason.FILE_UNREADABLE,
                    options.templates().map(Path::toString).orElse("templates"),
                    e);
        }
    }

    private Optional<PublishReport> renderAndPublish(Rendering rendering) throws BuildFailure {
        try (Stage stage = Stage.open(options.out(), new Patience(PATIENCE, progress::waiting))) {
            List<OutputFile> files = new ArrayList<>(rendering.pages((page, html) -> Optional.of(stage.write(
                    new OutputPath(page.route().file()),
                    OutputFile.Kind.PAGE,
                    html.getBytes(StandardCharsets.UTF_8)))));
            files.addAll(rendering.assets());
            files.addAll(attachments(rendering.attachments()));
            files.addAll(rendering.tables());
            rendering.checkLinks(files);
            rendering.reportUnusedFiles();
            if (problems.hasErrors()) {
                return Optional.empty();
            }
            progress.stage(Progress.Stage.PUBLISHING);
            return Optional.of(SitePublisher.publish(stage, files));
        } catch (PublishFailure e) {
            throw new BuildFailure(
                    BuildFailure.Reason.NOT_PUBLISHED, options.out().toString(), e);
        }
    }

    private static List<OutputFile> attachments(Collection<ContentFile> attachments) throws BuildFailure {
        List<OutputFile> files = new ArrayList<>();
        for (ContentFile file : attachments) {
            OutputPath path = new OutputPath(Attachments.publishedName(file.path()));
            try {
                files.add(OutputFile.ofFile(path, OutputFile.Kind.DATA, file.location()));
            } catch (IOException e) {
                throw BuildFailure.of(
                        BuildFailure.Reason.FILE_UNREADABLE, file.path().path(), e);
            }
        }
        return files;
    }

    /** Where a rendered page goes. */
    private interface PageSink {
        Optional<OutputFile> take(Page page, String html) throws PublishFailure;
    }

    /** The rendering of one site: its pages, shared files and attachments, and the check of their links. */
    private final class Rendering {

        private final Site site;
        private final Optional<PageRenderer> renderer;
        private final Optional<SiteAssets> assets;
        private final LinkChecker checker;

        Rendering(Site site, TemplateFiles templates) throws IOException {
            this.site = site;
            this.checker = new LinkChecker(basePath(site));
            TemplateEngine engine = TemplateEngine.of(templates);
            this.assets = assets(templates, engine);
            this.renderer = assets.map(a -> new PageRenderer(site, engine, a, problems));
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
                throw new BuildFailure(
                        BuildFailure.Reason.NOT_PUBLISHED, options.out().toString(), e.failure);
            }
        }

        private Optional<OutputFile> render(Page page, PageSink sink) {
            if (renderer.isEmpty()) {
                return Optional.empty();
            }
            try {
                RenderedPage rendered = renderer.get().render(page);
                checker.add(page.route(), rendered.html(), origin(page), positions(rendered.links()));
                return sink.take(page, rendered.html());
            } catch (RenderException e) {
                report(e);
                return Optional.empty();
            } catch (PublishFailure e) {
                throw new SinkFailure(e);
            }
        }

        private String origin(Page page) {
            return page instanceof Page.OfRecord ofRecord
                    ? ofRecord.entry().source().path()
                    : site.content().agency().source().path();
        }

        private static Map<String, SourcePosition> positions(List<MarkdownHtml.Link> links) {
            Map<String, SourcePosition> positions = new HashMap<>();
            links.forEach(l -> positions.putIfAbsent(l.href(), l.position()));
            return positions;
        }

        private void report(RenderException e) {
            SourcePosition position = new SourcePosition(templateName(e.template()), e.line(), e.column());
            problems.add(ProblemCode.BAD_TEMPLATE, position, e.reason());
        }

        private String templateName(String template) {
            return options.templates().map(t -> t + "/").orElse("templates/") + template;
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

        Collection<ContentFile> attachments() {
            return renderer.map(r -> r.usedFiles().values()).orElse(List.of());
        }

        void reportUnusedFiles() {
            Set<FilePath> used = renderer.map(r -> r.usedFiles().keySet()).orElse(Set.of());
            for (FilePath file : site.content().files().keySet()) {
                if (!used.contains(file)) {
                    String root = options.contentName();
                    String shown = root.isEmpty() ? file.path() : root + "/" + file.path();
                    problems.add(ProblemCode.UNREFERENCED_FILE, SourcePosition.startOf(shown), file.path());
                }
            }
        }

        void checkLinks(List<OutputFile> files) {
            Set<String> paths = files.stream().map(f -> f.path().text()).collect(Collectors.toCollection(TreeSet::new));
            checker.check(paths, problems);
        }
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
