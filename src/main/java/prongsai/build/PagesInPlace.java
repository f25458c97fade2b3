package prongsai.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import prongsai.feeds.FileList;
import prongsai.feeds.MadeFile;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.publish.Stage;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * Some pages of a site that stands are put in their places, with what the search and the list of files say of them; all
 * else stays as it is.
 *
 * @param site as it stands afterwards
 */
record PagesInPlace(PublishReport report, Manifest site) {

    /**
     * Publishes them.
     *
     * @param pages the bytes of pages that the site has
     * @param more files that they need
     */
    static PagesInPlace publish(
            BuildOptions options,
            Manifest standing,
            Map<OutputPath, byte[]> pages,
            List<OutputFile> more,
            Patience patience)
            throws IOException, PublishFailure {
        try (Stage stage = Stage.open(options.out(), patience, options.durability(), standing)) {
            List<OutputFile> changed = new ArrayList<>(more);
            for (var page : pages.entrySet()) {
                changed.add(stage.write(page.getKey(), OutputFile.Kind.PAGE, page.getValue()));
            }
            for (var list : SearchBuild.update(new StandingSite(options.out(), standing), pages)
                    .entrySet()) {
                changed.add(stage.write(list.getKey(), OutputFile.Kind.FEED, list.getValue()));
            }
            MadeFile list = FileList.of(standing.with(changed));
            changed.add(stage.write(list.path(), list.kind(), list.writing()));
            Manifest site = standing.with(changed);
            return new PagesInPlace(SitePublisher.publish(stage, all(standing, changed)), site);
        }
    }

    private static List<OutputFile> all(Manifest standing, List<OutputFile> changed) {
        Set<OutputPath> others = new HashSet<>();
        changed.forEach(file -> others.add(file.path()));
        List<OutputFile> all = new ArrayList<>(changed);
        standing.files().forEach((path, bytes) -> {
            if (!others.contains(path)) {
                all.add(stays(path, bytes));
            }
        });
        return all;
    }

    private static OutputFile stays(OutputPath path, Fingerprint bytes) {
        boolean page = path.text().endsWith(".html");
        return new OutputFile(path, page ? OutputFile.Kind.PAGE : OutputFile.Kind.DATA, bytes, () -> {
            throw new IOException("it stood there a moment ago: " + path);
        });
    }
}
