package prongsai.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.site.Route;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/**
 * Checks that every link, picture, style and script of every page leads to a file of the site, and every anchor to a place
 * on its page, letter case included. Links to other websites are only gathered.
 *
 * <pre>{@code
 * LinkChecker checker = new LinkChecker("/ita/", site, pages);
 * pages.forEach(p -> checker.add(p.route(), p.facts(), p.source(), p.positions()));
 * checker.check(otherFiles, problems);
 * SortedMap<String, SourcePosition> others = checker.external();
 * }</pre>
 *
 * Pages may be added by many threads.
 */
public final class LinkChecker {

    private final String basePath;
    private final SourceFile site;
    private final Set<String> known;
    private final Map<Route, PageLinks> pages = new ConcurrentHashMap<>();
    private final Map<String, SourcePosition> external = new ConcurrentHashMap<>();

    /**
     * A checker of one site.
     *
     * @param basePath path under which the site is published, beginning and ending in a slash
     * @param site what describes the agency, for links that every page has
     * @param known paths of files that the site is sure to have, such as {@code oit/2563/index.html}: links that lead to
     *     one of them need not be kept
     */
    public LinkChecker(String basePath, SourceFile site, Set<String> known) {
        this.basePath = basePath;
        this.site = site;
        this.known = known;
    }

    /** What a page links to and what can be linked to on it. */
    private record PageLinks(
            String origin, List<String> links, Set<String> ids, Map<String, SourcePosition> positions) {}

    /**
     * Takes in a page.
     *
     * @param origin the file that the page is made from, named where a link has no place of its own
     * @param positions where the officer wrote a link, by its address on the page
     */
    void add(Route route, PageFacts facts, SourceFile origin, Map<String, SourcePosition> positions) {
        pages.put(
                route, new PageLinks(origin.path(), facts.links(), Set.copyOf(facts.ids()), new HashMap<>(positions)));
        for (String address : facts.external()) {
            SourcePosition place = Optional.ofNullable(positions.get(address))
                    .or(() -> written(address, origin))
                    .or(() -> written(address, site))
                    .orElseGet(() -> SourcePosition.startOf(origin.path()));
            // The first place by file and line, whichever page is done first.
            external.merge(address, place, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
    }

    private static Optional<SourcePosition> written(String address, SourceFile file) {
        int offset = file.text().indexOf(address);
        return offset < 0 ? Optional.empty() : Optional.of(file.at(offset));
    }

    /** The addresses on other websites that pages link to, each with the first place that names it. */
    public SortedMap<String, SourcePosition> external() {
        return new TreeMap<>(external);
    }

    /**
     * Reports every link that leads nowhere.
     *
     * @param others paths of the site's files that were not known before
     */
    public void check(Set<String> others, Problems problems) {
        Set<String> files = new HashSet<>(known);
        files.addAll(others);
        Map<String, PageLinks> byFile = new HashMap<>();
        pages.forEach((route, page) -> byFile.put(route.file(), page));
        new TreeMap<>(pages).forEach((route, page) -> {
            for (String link : page.links()) {
                check(route, page, link, files, byFile, problems);
            }
        });
    }

    private void check(
            Route route,
            PageLinks page,
            String link,
            Set<String> files,
            Map<String, PageLinks> byFile,
            Problems problems) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String file = path.isEmpty() ? route.file() : target(route, path);
        SourcePosition position = page.positions().getOrDefault(link, SourcePosition.startOf(page.origin()));
        if (!files.contains(file)) {
            problems.add(ProblemCode.LINK_DEAD, position, link + " (" + route + ")");
            return;
        }
        PageLinks target = byFile.get(file);
        if (hash >= 0 && target != null && !hasAnchor(target, link.substring(hash + 1))) {
            problems.add(ProblemCode.DANGLING_ANCHOR, position, link, nearestAnchor(link, hash, target));
        }
    }

    private static String nearestAnchor(String link, int hash, PageLinks target) {
        String wanted = decoded(link.substring(hash + 1));
        return Nearest.of(wanted, target.ids()).map(id -> "#" + id).orElse("");
    }

    private static boolean hasAnchor(PageLinks page, String fragment) {
        return fragment.isEmpty() || page.ids().contains(fragment) || page.ids().contains(decoded(fragment));
    }

    /** The file that an address means, as a web server resolves it; an address above the site's top stays as it is. */
    private String target(Route route, String path) {
        String here = basePath + route.path();
        String resolved = URI.create("https://site.invalid" + here)
                .resolve(URI.create(encoded(path)))
                .getPath();
        if (!resolved.startsWith(basePath)) {
            return resolved;
        }
        String inside = resolved.substring(basePath.length());
        return inside.isEmpty() || inside.endsWith("/") ? inside + "index.html" : inside;
    }

    private static String encoded(String path) {
        return path.replace(" ", "%20").replace("|", "%7C").replace("\"", "%22");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
