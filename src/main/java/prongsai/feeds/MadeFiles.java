package prongsai.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import prongsai.site.Site;

/**
 * All files that are made from the records of a site, beside its pages. None of them shows the text of a record, only what
 * its header or its data say.
 */
public final class MadeFiles {

    private MadeFiles() {}

    /**
     * The files of a site; which there are is known before any is made. The list of all files is not here, since it is made
     * from all others: {@link FileList}.
     *
     * @param policy the Content Security Policy of the pages, as far as a web server can repeat it
     */
    public static List<MadeFile> of(Site site, OpenData data, Optional<String> policy) {
        List<MadeFile> files = new ArrayList<>();
        files.addAll(ItemList.files(site));
        files.addAll(AtomFeed.files(site));
        files.addAll(SiteMap.files(site, SiteMap.LIMIT));
        files.addAll(SmallFiles.files(site));
        files.addAll(PreviewPictures.files(site));
        files.addAll(data.files());
        ServerFile.of(site.content().agency().record(), policy).ifPresent(files::add);
        return files;
    }
}
