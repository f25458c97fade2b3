package prongsai.build;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import prongsai.feeds.FileList;
import prongsai.feeds.MadeFile;
import prongsai.publish.Patience;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.publish.Stage;
import prongsai.site.DatasetInfo;
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
        Map<OutputPath, OutputFile> files = new HashMap<>();
        standing.files().forEach((path, bytes) -> files.put(path, stays(path, bytes)));
        more.forEach(file -> files.put(file.path(), file));
        pages.forEach((path, bytes) -> files.put(path, OutputFile.ofBytes(path, OutputFile.Kind.PAGE, bytes)));
        SearchBuild.update(new StandingSite(options.out(), standing), pages)
                .forEach((path, bytes) -> files.put(path, OutputFile.ofBytes(path, OutputFile.Kind.FEED, bytes)));
        files.remove(DatasetInfo.FILES);
        List<OutputFile> all = new ArrayList<>(files.values());
        MadeFile list = FileList.of(Manifest.of(all));
        all.add(OutputFile.ofBytes(list.path(), list.kind(), list.bytes()));
        try (Stage stage = Stage.open(options.out(), patience, options.durability())) {
            return new PagesInPlace(SitePublisher.publish(stage, all), Manifest.of(all));
        }
    }

    private static OutputFile stays(OutputPath path, Fingerprint bytes) {
        boolean page = path.text().endsWith(".html");
        return new OutputFile(path, page ? OutputFile.Kind.PAGE : OutputFile.Kind.DATA, bytes, () -> {
            throw new IOException("it stood there a moment ago: " + path);
        });
    }
}
