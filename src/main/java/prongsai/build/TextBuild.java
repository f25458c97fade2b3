package prongsai.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prongsai.check.Guard;
import prongsai.check.LinkChecker;
import prongsai.check.PageChecks;
import prongsai.check.PageFacts;
import prongsai.content.Content;
import prongsai.content.ContentReader;
import prongsai.content.ContentTree;
import prongsai.content.Entry;
import prongsai.disclosure.Catalogues;
import prongsai.model.FilePath;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.render.PageRenderer;
import prongsai.render.PageRenderer.Prepared;
import prongsai.render.RenderException;
import prongsai.render.SiteAssets;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Site;
import prongsai.source.Digest;
import prongsai.source.Problems;

/**
 * The daily work: the texts of a few announcements or news have changed, and nothing else. Their pages are all that can
 * change then, and to make them takes those records, the ones that they lead to, and what surrounds every page.
 *
 * <p>A text that does more (a link or an anchor that its page had not, somebody's number, anything that is wrong) is left to
 * the whole build. So is everything that only looks unusual: this build may say at any time that it is not its work. What
 * comes to show the texts of records beside their own pages must be made here too, or end this build's work.
 */
final class TextBuild {

    private static final int MOST = 20;

    private final BuildOptions options;
    private final Templates templates;
    private final Memory memory;
    private final LastBuild.Standing standing;

    private TextBuild(BuildOptions options, Templates templates, Memory memory, LastBuild.Standing standing) {
        this.options = options;
        this.templates = templates;
        this.memory = memory;
        this.standing = standing;
    }

    /**
     * What was done.
     *
     * @param site as it stands now
     * @param isAll whether nothing else follows from the changes
     */
    record Done(BuildReport report, Manifest site, boolean isAll) {}

    /**
     * Builds if it is this build's work. In a preview it is also its work to bring the pages of records whose titles have
     * changed before all that shows these, which it leaves to the whole build.
     *
     * @param memory of the build that left the site as it stands
     * @throws PublishFailure where it is not known any more how the site stands
     */
    static Optional<Done> attempt(
            BuildOptions options,
            Templates templates,
            ContentTree listed,
            LastBuild last,
            LastBuild.Standing standing,
            Memory memory,
            Duration patience,
            Progress progress)
            throws PublishFailure {
        List<FilePath> changed = memory.read().changed(listed);
        Map<FilePath, Digest> known = standing.build().texts();
        boolean usual = !changed.isEmpty()
                && changed.size() <= MOST
                && changed.containsAll(known.keySet())
                && !options.isRehearsal();
        if (!usual || !last.isSameBut(memory.read().paths(), standing)) {
            return Optional.empty();
        }
        if (memory.read().haveBytes(listed, changed, known)) {
            // They were only changed so shortly before a build that their times could not tell.
            return Optional.of(untouched(memory, last, standing));
        }
        try {
            TextBuild build = new TextBuild(options, templates, memory, standing);
            Optional<ContentReader.Texts> texts = build.read(listed, new HashSet<>(changed));
            if (texts.filter(t -> options.isPreview() || !t.titled()).isEmpty()) {
                return Optional.empty();
            }
            Optional<Map<OutputPath, byte[]>> pages = build.render(texts.get().content(), new HashSet<>(changed));
            if (pages.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(build.publish(pages.get(), texts.get(), changed, last, patience, progress));
        } catch (IOException | RenderException e) {
            // Whatever it is, the whole build meets it again and tells.
            return Optional.empty();
        }
    }

    private static Done untouched(Memory memory, LastBuild last, LastBuild.Standing standing) {
        LastBuild.Kept before = standing.build();
        BuildReport report = standing.report();
        last.save(report, standing.manifest(), before.draft(), memory.read().paths(), before.texts());
        return new Done(report, standing.manifest(), true);
    }

    private Optional<ContentReader.Texts> read(ContentTree listed, Set<FilePath> changed) {
        Set<FilePath> others = new HashSet<>();
        standing.build().draft().ifPresent(others::add);
        for (FilePath path : changed) {
            Optional<Remembered> page = remembered(path);
            if (page.isEmpty() || !page.get().problems().isEmpty()) {
                return Optional.empty();
            }
            others.addAll(page.get().asked());
        }
        return ContentReader.readTexts(listed, memory.read(), changed, others);
    }

    /** The page of a record, which is named like its file. */
    private Optional<Remembered> remembered(FilePath record) {
        return ContentReader.nameOf(record).map(Site::routeOf).flatMap(memory.pages()::find);
    }

    private Optional<Map<OutputPath, byte[]>> render(Content content, Set<FilePath> changed)
            throws IOException, RenderException {
        Site site = Site.of(
                content,
                Catalogues.of(content, new Problems()),
                options.inputs().today());
        SiteAssets assets = SiteAssets.of(
                templates.files(), templates.engine(), content.agency().record());
        // No text of a record stands in a dataset, or on their page.
        PageRenderer renderer = new PageRenderer(site, templates.engine(), assets, List.of());
        Guard guard = Guard.of(content, options.inputs().today());
        PageChecks checks = new PageChecks(
                new LinkChecker(Pipeline.basePath(site), content.agency().source(), file -> false), guard);
        Map<OutputPath, byte[]> pages = new HashMap<>();
        for (Page page : site.pages()) {
            if (page instanceof Page.OfRecord of && changed.contains(of.entry().path())) {
                Prepared prepared = renderer.prepare(page);
                String html = prepared.render();
                boolean quiet = prepared.problems().isEmpty()
                        && guard.lookThrough(of.entry().source()).isEmpty();
                Optional<Remembered> before = memory.pages().find(page.route());
                if (!quiet || before.isEmpty() || !leadsNowhereElse(prepared, checks.look(html), before.get())) {
                    return Optional.empty();
                }
                pages.put(new OutputPath(page.route().file()), html.getBytes(StandardCharsets.UTF_8));
            }
        }
        return pages.size() == changed.size() ? Optional.of(pages) : Optional.empty();
    }

    /** Whether the page has only links whose ends are known to be there, and every anchor that others may lead to. */
    private static boolean leadsNowhereElse(Prepared prepared, PageFacts now, Remembered before) {
        Set<String> anchors = new HashSet<>(now.ids());
        boolean known = now.links().stream()
                .filter(link -> !link.startsWith("#") || !anchors.contains(link.substring(1)))
                .allMatch(before.facts().links()::contains);
        return known
                && now.numbers().isEmpty()
                && anchors.containsAll(before.facts().ids())
                && List.copyOf(prepared.asked()).equals(before.asked());
    }

    private Done publish(
            Map<OutputPath, byte[]> pages,
            ContentReader.Texts texts,
            List<FilePath> changed,
            LastBuild last,
            Duration patience,
            Progress progress)
            throws IOException, PublishFailure {
        progress.stage(Progress.Stage.PUBLISHING);
        PagesInPlace done = PagesInPlace.publish(
                options, standing.manifest(), pages, List.of(), new Patience(patience, progress::waiting));
        LastBuild.Kept before = standing.build();
        BuildReport report =
                new BuildReport(before.problems(), before.basePath(), before.pages(), Optional.of(done.report()));
        if (texts.titled()) {
            last.saveUnfinished(report, done.site(), before.draft());
        } else {
            last.save(report, done.site(), before.draft(), memory.read().paths(), digests(texts, changed));
        }
        return new Done(report, done.site(), !texts.titled());
    }

    private static Map<FilePath, Digest> digests(ContentReader.Texts texts, List<FilePath> changed) {
        return texts.content()
                .records()
                .filter(record -> changed.contains(record.path()))
                .collect(Collectors.toMap(Entry::path, record -> record.source().digest()));
    }
}
