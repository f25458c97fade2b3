package prongsai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private static final Pattern WEB = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);

    /** What the checks need to know of a page; nothing is gathered. */
    public PageFacts look(String html) {
        return look(html, guard.data());
    }

    static PageFacts look(String html, PersonalData data) {
        Document page = Jsoup.parse(html);
        Set<String> links = new TreeSet<>();
        page.select("[href]").forEach(e -> links.add(e.attr("href")));
        page.select("[src]").forEach(e -> links.add(e.attr("src")));
        Set<String> ids = new TreeSet<>();
        page.select("[id]").forEach(e -> ids.add(e.id()));
        Set<String> external = new TreeSet<>();
        page.select("a[href]").forEach(e -> external.add(e.attr("href")));
        return new PageFacts(
                links.stream().filter(l -> !SCHEME.matcher(l).matches()).toList(),
                new ArrayList<>(ids),
                external.stream().filter(l -> WEB.matcher(l).matches()).toList(),
                numbers(PageText.of(page), data));
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
