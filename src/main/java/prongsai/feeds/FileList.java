package prongsai.feeds;

import java.io.IOException;
import java.io.OutputStream;
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

    private FileList() {}

    /**
     * The list of a site, to be made when all its other files are known.
     *
     * @param site may have the list of an earlier build, which counts for nothing
     */
    public static MadeFile of(Manifest site) {
        return MadeFile.table(DatasetInfo.FILES, OutputFile.Kind.FEED, out -> write(site, out));
    }

    private static void write(Manifest site, OutputStream csv) throws IOException {
        Utf8 out = new Utf8(csv);
        StringBuilder lines = out.text().append(HEAD);
        for (Map.Entry<OutputPath, Fingerprint> file : site.files().entrySet()) {
            if (isListed(file.getKey().text()) && !ServerFile.isOne(file.getKey())) {
                // A path has no letter that CSV or a spreadsheet would take for more than it is.
                lines.append(file.getKey().text()).append(',');
                lines.append(file.getValue().size()).append(',');
                lines.append(file.getValue().sha256()).append("\r\n");
                out.pause();
            }
        }
        out.flush();
    }

    private static boolean isListed(String path) {
        return !path.equals(DatasetInfo.FILES.text()) && !path.equals(PAGE) && !path.startsWith(PREVIEWS);
    }
}
