package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import prongsai.content.ContentTree;
import prongsai.content.Entry;
import prongsai.feeds.FileList;
import prongsai.feeds.MadeFile;
import prongsai.model.FilePath;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.publish.Stage;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Site;
import prongsai.source.Problems;

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

    /** One process may build often, as the preview does, and from nothing. */
    private static final Drawn DRAWN = new Drawn();

    private final BuildOptions options;
    private final Templates templates;
    private final Memory memory;
    /** The site as it stands, if that is known for certain. */
    private Optional<StandingSite> standing;

    private final Progress progress;
    private final Problems problems = new Problems();
    private Optional<ShownFirst> shownFirst = Optional.empty();
    private Manifest manifest = Manifest.EMPTY;
    private boolean doubtful;

    private SiteBuild(
            BuildOptions options,
            Templates templates,
            Memory memory,
            Optional<StandingSite> standing,
            Progress progress) {
        this.options = options;
        this.templates = templates;
        this.memory = memory;
        this.standing = standing;
        this.progress = progress;
    }

    /**
     * Reads, checks, renders and, unless an error stands, publishes.
     *
     * @throws BuildFailure for reasons outside the content; the site's folder is then whole
     */
    public static BuildReport run(BuildOptions options, Progress progress) throws BuildFailure {
        Optional<CacheOptions> given =
                options.cache().filter(c -> !options.isRehearsal() || Files.isDirectory(c.folder()));
        if (given.isEmpty()) {
            return fromNothing(options, Memory.none(), list(options), Optional.empty(), progress);
        }
        CacheOptions cache = given.get();
        long began = Memory.begin(cache);
        // Neither the content nor the site needs the other to be looked at, and of many files both take long.
        ForkJoinTask<Optional<SitePublisher.Standing>> site =
                ForkJoinTask.adapt(() -> standing(options, cache, began)).fork();
        try {
            Listed listed = list(options);
            Optional<LastBuild> last = last(options, cache, listed, began);
            Optional<BuildReport> report = cache.ignored()
                    ? Optional.empty()
                    : remembering(options, cache, listed, last, site.join(), began, progress);
            return report.isPresent()
                    ? report.get()
                    : fromNothing(options, Memory.fresh(cache, began), listed, last, progress);
        } finally {
            site.quietlyJoin();
        }
    }

    private static BuildReport fromNothing(
            BuildOptions options, Memory memory, Listed listed, Optional<LastBuild> last, Progress progress)
            throws BuildFailure {
        Templates templates = Templates.of(options.inputs());
        return new SiteBuild(options, templates, memory, Optional.empty(), progress).run(listed, last);
    }

    private static Optional<SitePublisher.Standing> standing(BuildOptions options, CacheOptions cache, long began) {
        boolean known = !cache.ignored() && began != Long.MIN_VALUE && LastBuild.isKept(cache);
        return known ? SitePublisher.standing(options.out(), began) : Optional.empty();
    }

    /** Builds with what is remembered; empty where it turns out to be of no use. */
    private static Optional<BuildReport> remembering(
            BuildOptions options,
            CacheOptions cache,
            Listed listed,
            Optional<LastBuild> last,
            Optional<SitePublisher.Standing> found,
            long began,
            Progress progress)
            throws BuildFailure {
        Optional<LastBuild.Standing> standing =
                last.isEmpty() ? Optional.empty() : found.flatMap(s -> LastBuild.standing(cache, s));
        if (standing.isPresent() && last.get().isSame(standing.get())) {
            return Optional.of(standing.get().report());
        }
        Templates templates = Templates.of(options.inputs()).parsedBeside();
        Memory memory = Memory.of(cache, began);
        Optional<Manifest> site = standing.map(LastBuild.Standing::manifest);
        if (standing.isPresent()) {
            try {
                Optional<TextBuild.Done> done = TextBuild.attempt(
                        options, templates, listed.content(), last.get(), standing.get(), memory, PATIENCE, progress);
                if (done.filter(TextBuild.Done::isAll).isPresent()) {
                    return done.map(TextBuild.Done::report);
                }
                done.map(d -> d.report().basePath()).ifPresent(progress.viewers()::see);
                site = done.map(TextBuild.Done::site).or(() -> standing.map(LastBuild.Standing::manifest));
            } catch (PublishFailure e) {
                // The whole build meets it again and tells; what stands by now is for it to find out.
                site = Optional.empty();
            }
        }
        Optional<StandingSite> stands = site.map(manifest -> new StandingSite(options.out(), manifest));
        return new SiteBuild(options, templates, memory, stands, progress).attempt(listed, last);
    }

    /** What lies in the content folder, and what is wrong with its files as such. */
    private record Listed(ContentTree content, Problems problems) {}

    private static Listed list(BuildOptions options) throws BuildFailure {
        Problems problems = new Problems();
        return new Listed(Pipeline.list(options.inputs(), problems), problems);
    }

    private static Optional<LastBuild> last(BuildOptions options, CacheOptions cache, Listed listed, long began) {
        try {
            return Optional.of(LastBuild.of(options, cache, listed.content(), began));
        } catch (IOException e) {
            // A build that needs what cannot be read says so.
            return Optional.empty();
        }
    }

    private Optional<BuildReport> attempt(Listed listed, Optional<LastBuild> last) throws BuildFailure {
        try {
            BuildReport report = run(listed, last);
            return doubtful ? Optional.empty() : Optional.of(report);
        } catch (BuildFailure e) {
            // What was remembered of a page that is missing in the site is not what the page is.
            boolean untrue = e.publishing()
                    .filter(p -> p.reason() == PublishFailure.Reason.CONTENT_CHANGED)
                    .isPresent();
            if (untrue) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private BuildReport run(Listed listed, Optional<LastBuild> last) throws BuildFailure {
        Pipeline pipeline = new Pipeline(options.inputs(), memory, progress, problems);
        listed.problems().sorted().forEach(problems::add);
        Site site = pipeline.site(listed.content(), Optional.empty());
        Rendering rendering = pipeline.rendering(site, templates);
        if (options.isPreview() && last.isPresent() && !problems.hasErrors()) {
            showOpenPages(rendering, site, last.get());
        }
        Optional<PublishReport> published =
                problems.hasErrors() ? withoutPublishing(rendering) : renderAndPublish(rendering);
        doubtful = rendering.isDoubtful();
        BuildReport report = report(site, published);
        if (published.isEmpty() && problems.hasErrors()) {
            shownFirst.ifPresent(this::putBack);
        }
        if (published.isPresent() && !options.isRehearsal()) {
            memory.save();
            last.ifPresent(
                    l -> l.save(report, manifest, draft(site), memory.read().kept()));
        }
        return report;
    }

    private static Optional<FilePath> draft(Site site) {
        return site.content().records().filter(Site::isDraft).findFirst().map(Entry::path);
    }

    /** The pages that somebody looks at come first. */
    private void showOpenPages(Rendering rendering, Site site, LastBuild last) {
        Map<OutputPath, byte[]> pages = standing.map(rendering::openPages).orElse(Map.of());
        if (pages.isEmpty()) {
            return;
        }
        ShownFirst shown =
                new ShownFirst(options, last, report(site, Optional.empty()), draft(site), progress, patience());
        try {
            standing = Optional.of(shown.show(standing.orElseThrow(), pages, rendering.assets()));
            shownFirst = Optional.of(shown);
        } catch (IOException | PublishFailure e) {
            // All that follows meets it again and tells; what stands by now is for it to find out.
            standing = Optional.empty();
        }
    }

    /** As long as an error stands, so does what was there before. */
    private void putBack(ShownFirst shown) {
        try {
            shown.putBack();
        } catch (IOException | PublishFailure e) {
            // The next build meets it again and tells.
        }
    }

    private BuildReport report(Site site, Optional<PublishReport> published) {
        return new BuildReport(
                problems.sorted(), Pipeline.basePath(site), site.pages().size(), published);
    }

    private Patience patience() {
        return new Patience(PATIENCE, progress::waiting);
    }

    /** Nothing can be published any more; the pages are rendered for what is wrong in them. */
    private static Optional<PublishReport> withoutPublishing(Rendering rendering) throws BuildFailure {
        rendering.pages(PageSink.NONE);
        rendering.check();
        return Optional.empty();
    }

    private Optional<PublishReport> renderAndPublish(Rendering rendering) throws BuildFailure {
        try {
            return options.isRehearsal() ? rehearse(rendering) : publish(rendering);
        } catch (PublishFailure e) {
            throw notPublished(options, e);
        }
    }

    private static BuildFailure notPublished(BuildOptions options, PublishFailure failure) {
        return new BuildFailure(BuildFailure.Reason.NOT_PUBLISHED, options.out().toString(), failure);
    }

    private Optional<PublishReport> publish(Rendering rendering) throws BuildFailure, PublishFailure {
        Manifest likely = standing.map(StandingSite::manifest).orElse(Manifest.EMPTY);
        try (Stage stage = Stage.open(options.out(), patience(), options.durability(), likely)) {
            List<OutputFile> files = files(rendering, FileSink.to(stage));
            if (problems.hasErrors() || rendering.isOutdated()) {
                return Optional.empty();
            }
            progress.stage(Progress.Stage.PUBLISHING);
            return Optional.of(SitePublisher.publish(stage, files));
        }
    }

    private Optional<PublishReport> rehearse(Rendering rendering) throws BuildFailure, PublishFailure {
        List<OutputFile> files = files(rendering, FileSink.COMPARING);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        progress.stage(Progress.Stage.COMPARING);
        return Optional.of(SitePublisher.rehearse(options.out(), files));
    }

    /** All files of the site, as far as they can be made; problems say if they may be published. */
    private List<OutputFile> files(Rendering rendering, FileSink sink) throws BuildFailure, PublishFailure {
        List<OutputFile> files = new ArrayList<>();
        try (SearchBuild search = rendering.search(standing, options)) {
            files.addAll(rendering.pages((page, html) -> {
                search.take(page, html);
                return Optional.of(sink.take(
                        new OutputPath(page.route().file()),
                        OutputFile.Kind.PAGE,
                        html.getBytes(StandardCharsets.UTF_8)));
            }));
            if (rendering.isOutdated()) {
                return files;
            }
            rendering.check();
            if (problems.hasErrors()) {
                return files;
            }
            Making making = new Making(memory.made(), DRAWN, sink);
            Stream<List<MadeFile>> made = Stream.concat(Stream.of(rendering.made()), search.made(files));
            for (List<MadeFile> some : (Iterable<List<MadeFile>>) made::iterator) {
                if (rendering.isOutdated()) {
                    return files;
                }
                files.addAll(making.make(some));
            }
        } catch (IOException e) {
            throw BuildFailure.of(
                    BuildFailure.Reason.FILE_UNREADABLE, options.out().toString(), e);
        }
        files.addAll(rendering.assets());
        files.addAll(rendering.attachments());
        MadeFile list = FileList.of(Manifest.of(files));
        files.add(sink.take(list.path(), list.kind(), list.writing()));
        manifest = Manifest.of(files);
        return files;
    }
}
