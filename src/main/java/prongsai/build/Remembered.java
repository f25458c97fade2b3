package prongsai.build;

import java.util.List;
import prongsai.check.PageFacts;
import prongsai.model.FilePath;
import prongsai.site.Fingerprint;
import prongsai.source.Digest;
import prongsai.source.Problem;

/**
 * What the last build knew of a page.
 *
 * @param key stands for all that the page was made from
 * @param fingerprint of its bytes
 * @param asked the paths of {@code content/} that its text links to, whether there is anything or not
 * @param problems what was wrong in its text; never an error, since a site with one is not published
 * @param facts its links and anchors
 */
record Remembered(Digest key, Fingerprint fingerprint, List<FilePath> asked, List<Problem> problems, PageFacts facts) {
    Remembered {
        asked = List.copyOf(asked);
        problems = List.copyOf(problems);
    }
}
