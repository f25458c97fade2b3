package prongsai.check;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import prongsai.site.Route;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/**
 * Takes in the finished pages, each parsed once, for the checks that look at them. May be used by many threads.
 *
 * @param links gathers links and anchors
 * @param guard looks for personal data
 */
public record PageChecks(LinkChecker links, Guard guard) {

    /**
     * Takes in a page.
     *
     * @param origin the file that the page is made from, named where a finding has no place of its own
     * @param positions where the officer wrote a link, by its address on the page
     */
    public void add(Route route, String html, SourceFile origin, Map<String, SourcePosition> positions) {
        Document page = Jsoup.parse(html);
        links.add(route, page, origin, positions);
        guard.addPage(page, origin);
    }
}
