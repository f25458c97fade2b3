package prongsai.browser;

import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A walk over all links of a built site, as its server would answer them.
 *
 * @param clicks how many clicks each page lies from the home page, nearest first
 * @param dead links that lead nowhere, each as {@code page -> link}
 */
record Walk(Map<String, Integer> clicks, List<String> dead) {

    private static final Set<String> ELSEWHERE = Set.of("http", "https", "mailto", "tel");

    /** Follows what a reader may click, from the home page on; looks at every link of every page, reached or not. */
    static Walk of(TestSite site) {
        Map<String, Document> pages = new LinkedHashMap<>();
        site.pages().forEach(p -> pages.put(p, Jsoup.parse(site.html(p))));
        List<String> dead = new ArrayList<>();
        pages.forEach((page, html) -> html.select("[href], [src], [action]").forEach(e -> {
            String link = e.hasAttr("href") ? e.attr("href") : e.hasAttr("src") ? e.attr("src") : e.attr("action");
            // An address made for the site as published is looked at apart from those of the page itself.
            if (!e.is("link[rel=canonical]") && !leadsSomewhere(site, pages, page, link)) {
                dead.add("/" + page + " -> " + link);
            }
        }));
        return new Walk(clicks(site, pages), dead);
    }

    private static Map<String, Integer> clicks(TestSite site, Map<String, Document> pages) {
        Map<String, Integer> clicks = new LinkedHashMap<>(Map.of("", 0));
        Queue<String> next = new ArrayDeque<>(List.of(""));
        while (!next.isEmpty()) {
            String page = next.remove();
            for (Element link : pages.get(page).select("a[href]")) {
                inside(site, page, link.attr("href")).ifPresent(target -> {
                    if (pages.containsKey(target) && clicks.putIfAbsent(target, clicks.get(page) + 1) == null) {
                        next.add(target);
                    }
                });
            }
        }
        return clicks;
    }

    private static boolean leadsSomewhere(TestSite site, Map<String, Document> pages, String page, String link) {
        URI uri = address(site, page).resolve(link);
        if (!"site".equals(uri.getScheme())) {
            return ELSEWHERE.contains(uri.getScheme());
        }
        Optional<String> target = inside(site, page, link);
        if (target.isEmpty() || !isThere(site, pages, target.get())) {
            return false;
        }
        String fragment = uri.getFragment();
        return fragment == null || pages.containsKey(target.get()) && hasAnchor(pages.get(target.get()), fragment);
    }

    private static boolean isThere(TestSite site, Map<String, Document> pages, String target) {
        return pages.containsKey(target)
                || !target.endsWith("/") && Files.isRegularFile(site.root().resolve(target));
    }

    private static boolean hasAnchor(Document page, String fragment) {
        return page.getElementById(fragment) != null;
    }

    /** Where a link leads inside the site, from its top; empty if it leads out of it. */
    private static Optional<String> inside(TestSite site, String page, String link) {
        URI uri = address(site, page).resolve(link);
        return "site".equals(uri.getScheme()) && uri.getPath().startsWith(site.base())
                ? Optional.of(uri.getPath().substring(site.base().length()))
                : Optional.empty();
    }

    private static URI address(TestSite site, String page) {
        return URI.create("site://site" + site.base() + page);
    }

    /** Pages to which no link leads. */
    Set<String> unreached(TestSite site) {
        Set<String> unreached = new TreeSet<>(site.pages());
        unreached.removeAll(clicks.keySet());
        return unreached;
    }
}
