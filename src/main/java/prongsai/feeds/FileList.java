package prongsai.feeds;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import prongsai.site.DatasetInfo;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;

/**
 * The list of all published files with size and SHA-256, by which anybody can find out whether a copy is what was
 * published. It leaves out itself, the page that lists it, preview images, whose bytes may differ from computer to
 * computer, and the file of a web server, which no visitor can read.
 */
public final class FileList {

    private static final String HEAD = "\uFEFFpath,size,sha256\r\n";
    private static final String PAGE = new Page.Own(Page.Own.Kind.DATA).route().file();
    /** The folder of preview images (Open Graph). */
    private static final String PREVIEWS = "assets/preview/";

    private static final int USUAL_LINE = 160;

    private FileList() {}

    /**
     * The list of a site, to be made when all its other files are known.
     *
     * @param site may have the list of an earlier build, which counts for nothing
     */
    public static OutputFile of(Manifest site) {
        StringBuilder lines = new StringBuilder(site.files().size() * USUAL_LINE);
        lines.append(HEAD);
        for (Map.Entry<OutputPath, Fingerprint> file : site.files().entrySet()) {
            if (isListed(file.getKey().text()) && !ServerFile.isOne(file.getKey())) {
                // A path has no letter that CSV or a spreadsheet would take for more than it is.
                lines.append(file.getKey().text()).append(',');
                lines.append(file.getValue().size()).append(',');
                lines.append(file.getValue().sha256()).append("\r\n");
            }
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        return OutputFile.ofBytes(DatasetInfo.FILES, OutputFile.Kind.FEED, bytes);
    }

    private static boolean isListed(String path) {
        return !path.equals(DatasetInfo.FILES.text()) && !path.equals(PAGE) && !path.startsWith(PREVIEWS);
    }
}
