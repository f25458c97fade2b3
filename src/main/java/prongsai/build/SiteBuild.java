package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import prongsai.content.ContentFile;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.publish.Stage;
import prongsai.site.Attachments;
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

    private final BuildOptions options;
    private final Progress progress;
    private final PageCache cache;
    private final Problems problems = new Problems();
    private boolean doubtful;

    private SiteBuild(BuildOptions options, PageCache cache, Progress progress) {
        this.options = options;
        this.cache = cache;
        this.progress = progress;
    }

    /**
     * Reads, checks, renders and, unless an error stands, publishes.
     *
     * @throws BuildFailure for reasons outside the content; the site's folder is then whole
     */
    public static BuildReport run(BuildOptions options, Progress progress) throws BuildFailure {
        if (options.cache().isEmpty()) {
            return new SiteBuild(options, PageCache.none(), progress).run();
        }
        CacheOptions cache = options.cache().get();
        if (!cache.ignored()) {
            SiteBuild build = new SiteBuild(options, PageCache.load(cache.pages(), cache.generator()), progress);
            Optional<BuildReport> report = build.attempt();
            if (report.isPresent()) {
                return report.get();
            }
        }
        return new SiteBuild(options, PageCache.empty(), progress).run();
    }

    /** Builds with what is remembered; empty where it turns out to be of no use. */
    private Optional<BuildReport> attempt() throws BuildFailure {
        try {
            BuildReport report = run();
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

    private BuildReport run() throws BuildFailure {
        Pipeline pipeline = new Pipeline(options.inputs(), progress, problems);
        Site site = pipeline.site(Optional.empty());
        Rendering rendering = pipeline.rendering(site, cache);
        Optional<PublishReport> published =
                problems.hasErrors() ? withoutPublishing(rendering) : renderAndPublish(rendering);
        doubtful = rendering.isDoubtful();
        if (published.isPresent() && !options.dryRun()) {
            remember();
        }
        return new BuildReport(
                problems.sorted(), Pipeline.basePath(site), site.pages().size(), published);
    }

    /** A cache that cannot be written makes the next build slower, and no build fail. */
    private void remember() {
        options.cache().ifPresent(c -> {
            try {
                cache.save(c.pages(), c.generator());
            } catch (IOException e) {
                // The old one is whole, or there is none.
            }
        });
    }

    /** Nothing can be published any more; the pages are rendered for what is wrong in them. */
    private static Optional<PublishReport> withoutPublishing(Rendering rendering) throws BuildFailure {
        rendering.pages(PageSink.NONE);
        rendering.check();
        return Optional.empty();
    }

    private Optional<PublishReport> renderAndPublish(Rendering rendering) throws BuildFailure {
        try {
            return options.dryRun() ? rehearse(rendering) : publish(rendering);
        } catch (PublishFailure e) {
            throw new BuildFailure(
                    BuildFailure.Reason.NOT_PUBLISHED, options.out().toString(), e);
        }
    }

    private Optional<PublishReport> publish(Rendering rendering) throws BuildFailure, PublishFailure {
        try (Stage stage = Stage.open(options.out(), new Patience(PATIENCE, progress::waiting))) {
            List<OutputFile> files = files(rendering, stage::write);
            if (problems.hasErrors()) {
                return Optional.empty();
            }
            progress.stage(Progress.Stage.PUBLISHING);
            return Optional.of(SitePublisher.publish(stage, files));
        }
    }

    /** To know what would change takes no more of a page than what tells it from another. */
    private Optional<PublishReport> rehearse(Rendering rendering) throws BuildFailure, PublishFailure {
        List<OutputFile> files = files(rendering, OutputFile::ofForgottenBytes);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        progress.stage(Progress.Stage.COMPARING);
        return Optional.of(SitePublisher.rehearse(options.out(), files));
    }

    /** Where the bytes of a page go. */
    private interface Sink {
        OutputFile take(OutputPath path, OutputFile.Kind kind, byte[] bytes) throws PublishFailure;
    }

    /** All files of the site, as far as they can be made; problems say if they may be published. */
    private List<OutputFile> files(Rendering rendering, Sink sink) throws BuildFailure {
        List<OutputFile> files = new ArrayList<>(rendering.pages((page, html) -> Optional.of(sink.take(
                new OutputPath(page.route().file()), OutputFile.Kind.PAGE, html.getBytes(StandardCharsets.UTF_8)))));
        rendering.check();
        if (!problems.hasErrors()) {
            files.addAll(rendering.assets());
            files.addAll(attachments(rendering.attachments()));
            files.addAll(rendering.tables());
        }
        return files;
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
}
