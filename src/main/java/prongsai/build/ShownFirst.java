package prongsai.build;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import prongsai.model.FilePath;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/** Pages of a preview that are shown before all others are made, and put back if an error is found in those. */
final class ShownFirst {

    private final BuildOptions options;
    private final LastBuild last;
    private final BuildReport report;
    private final Optional<FilePath> draft;
    private final Progress progress;
    private final Patience patience;
    private final Map<OutputPath, byte[]> before = new HashMap<>();
    private Manifest standing = Manifest.EMPTY;
    private Manifest shown = Manifest.EMPTY;

    /**
     * @param report of what is known so far
     * @param draft the file of a draft, if there is any
     */
    ShownFirst(
            BuildOptions options,
            LastBuild last,
            BuildReport report,
            Optional<FilePath> draft,
            Progress progress,
            Patience patience) {
        this.options = options;
        this.last = last;
        this.report = report;
        this.draft = draft;
        this.progress = progress;
        this.patience = patience;
    }

    /**
     * Shows pages.
     *
     * @param site as it stands, with those pages as they were
     * @param assets that they need
     * @return the site as it stands then
     */
    StandingSite show(StandingSite site, Map<OutputPath, byte[]> pages, List<OutputFile> assets)
            throws IOException, PublishFailure {
        for (OutputPath path : pages.keySet()) {
            before.put(path, site.read(path));
        }
        standing = site.manifest();
        shown = publish(standing, pages, assets);
        return new StandingSite(options.out(), shown);
    }

    /** Has the site as it was before. */
    void putBack() throws IOException, PublishFailure {
        Map<OutputPath, Fingerprint> stays = new TreeMap<>(shown.files());
        stays.keySet().retainAll(standing.files().keySet());
        publish(new Manifest(stays), before, List.of());
    }

    private Manifest publish(Manifest stays, Map<OutputPath, byte[]> pages, List<OutputFile> more)
            throws IOException, PublishFailure {
        Manifest site =
                PagesInPlace.publish(options, stays, pages, more, patience).site();
        last.saveUnfinished(report, site, draft);
        progress.viewers().see(report.basePath());
        return site;
    }
}
