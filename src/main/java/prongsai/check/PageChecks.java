package prongsai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import prongsai.check.personal.PersonalData;
import prongsai.check.personal.PersonalHit;
import prongsai.check.personal.PersonalNumber;
import prongsai.site.Route;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/**
 * The checks that look at finished pages. Looking at a page is apart from gathering what was seen, so that a page that is
 * known need not be looked at again.
 *
 * <pre>{@code
 * PageFacts facts = checks.look(html);
 * checks.add(page.route(), facts, origin, positions);
 * }</pre>
 *
 * May be used by many threads.
 *
 * @param links gathers links and anchors
 * @param guard looks for personal data
 */
public record PageChecks(LinkChecker links, Guard guard) {

    /** What the checks need to know of a page; nothing is gathered. */
    public PageFacts look(String html) {
        return look(html, guard.data());
    }

    static PageFacts look(String html, PersonalData data) {
        return HtmlScan.of(html)
                .map(page -> facts(page.links(), page.ids(), page.anchors(), numbers(page.suspects(), data)))
                .orElseGet(() -> mended(html, data));
    }

    /** What a whole parser makes of a page that is not written as it should be. */
    static PageFacts mended(String html, PersonalData data) {
        Document page = Jsoup.parse(html);
        SortedSet<String> links = new TreeSet<>();
        page.select("[href]").forEach(e -> links.add(e.attr("href")));
        page.select("[src]").forEach(e -> links.add(e.attr("src")));
        SortedSet<String> ids = new TreeSet<>();
        page.select("[id]").forEach(e -> ids.add(e.id()));
        SortedSet<String> anchors = new TreeSet<>();
        page.select("a[href]").forEach(e -> anchors.add(e.attr("href")));
        return facts(links, ids, anchors, numbers(PageText.of(page), data));
    }

    private static PageFacts facts(
            SortedSet<String> links, SortedSet<String> ids, SortedSet<String> anchors, List<PersonalNumber> numbers) {
        return new PageFacts(
                links.stream().filter(link -> !hasScheme(link)).toList(),
                new ArrayList<>(ids),
                anchors.stream().filter(PageChecks::isWeb).toList(),
                numbers);
    }

    private static boolean isWeb(String address) {
        return hasScheme(address)
                && (address.regionMatches(true, 0, "http:", 0, 5) || address.regionMatches(true, 0, "https:", 0, 6));
    }

    /** Whether an address begins with letters, digits and {@code + . -} before a colon, a letter first. */
    private static boolean hasScheme(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (c == ':') {
                return i > 0;
            }
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-'))) {
                return false;
            }
        }
        return false;
    }

    private static List<PersonalNumber> numbers(List<String> texts, PersonalData data) {
        return texts.stream()
                .flatMap(text -> data.find(text).stream())
                .map(PersonalHit::number)
                .distinct()
                .toList();
    }

    /**
     * Gathers what was seen on a page.
     *
     * @param origin the file that the page is made from, named where a finding has no place of its own; its text is read
     *     only when {@link LinkChecker#external()} asks for places
     * @param positions where the officer wrote a link, by its address on the page
     */
    public void add(Route route, PageFacts facts, SourceFile origin, Map<String, SourcePosition> positions) {
        links.add(route, facts, origin, positions);
        guard.addPage(facts.numbers(), origin);
    }
}
