package prongsai.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import prongsai.site.Route;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;

/**
 * Checks that every link, picture, style and script of every page leads to a file of the site, and every anchor to a place
 * on its page, letter case included.
 *
 * <pre>{@code
 * LinkChecker checker = new LinkChecker("/ita/");
 * pages.forEach(p -> checker.add(p.route(), p.html(), "content/...", p.positions()));
 * checker.check(files, problems);
 * }</pre>
 *
 * Pages may be added by many threads.
 */
public final class LinkChecker {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private final String basePath;
    private final Map<Route, PageLinks> pages = new ConcurrentHashMap<>();

    /**
     * A checker of one site.
     *
     * @param basePath path under which the site is published, beginning and ending in a slash
     */
    public LinkChecker(String basePath) {
        this.basePath = basePath;
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
    public void add(Route route, String html, String origin, Map<String, SourcePosition> positions) {
        Document document = Jsoup.parse(html);
        Set<String> links = new TreeSet<>();
        document.select("[href]").forEach(e -> links.add(e.attr("href")));
        document.select("[src]").forEach(e -> links.add(e.attr("src")));
        Set<String> ids = new TreeSet<>();
        for (Element element : document.select("[id]")) {
            ids.add(element.id());
        }
        List<String> internal = new ArrayList<>();
        links.stream().filter(l -> !SCHEME.matcher(l).matches()).forEach(internal::add);
        pages.put(route, new PageLinks(origin, internal, ids, new HashMap<>(positions)));
    }

    /**
     * Reports every link that leads nowhere.
     *
     * @param files paths of all files of the site, such as {@code oit/2563/index.html}
     */
    public void check(Set<String> files, Problems problems) {
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
            problems.add(ProblemCode.DEAD_LINK, position, link, route.toString());
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
