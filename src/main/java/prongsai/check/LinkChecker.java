package prongsai.check;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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

    /** Ends an id in a text of ids; no id that is fit for a link has one in it. */
    private static final String END = "\0";

    private final String basePath;
    private final SourceFile site;
    private final Predicate<String> known;
    private final Map<Route, Gathered> pages = new ConcurrentHashMap<>();
    private final Map<String, SourcePosition> placed = new ConcurrentHashMap<>();
    private final Shared<Object> shared = new Shared<>();

    /**
     * A checker of one site.
     *
     * @param basePath path under which the site is published, beginning and ending in a slash
     * @param site what describes the agency, for links that every page has
     * @param known whether the site is sure to have a file, such as {@code oit/2563/index.html}: links that lead to one of
     *     those need not be kept
     */
    public LinkChecker(String basePath, SourceFile site, Predicate<String> known) {
        this.basePath = basePath;
        this.site = site;
        this.known = known;
    }

    /** A link that is not known to lead somewhere, and the place to name if it does not. */
    private record Open(String link, SourcePosition place) {}

    /**
     * What is kept of a page. There may be a hundred thousand, with sixty links each: so no link that surely leads
     * somewhere, and the ids in one text.
     *
     * @param ids each with {@link #END} behind it
     * @param unplaced addresses on other websites of which nobody has said where the officer wrote them
     */
    private record Gathered(SourceFile origin, List<Open> open, String ids, List<String> unplaced) {

        Set<String> idSet() {
            return ids.isEmpty()
                    ? Set.of()
                    : Set.copyOf(List.of(ids.substring(0, ids.length() - 1).split(END, -1)));
        }
    }

    /**
     * Takes in a page.
     *
     * @param origin the file that the page is made from, named where a link has no place of its own
     * @param positions where the officer wrote a link, by its address on the page
     */
    void add(Route route, PageFacts facts, SourceFile origin, Map<String, SourcePosition> positions) {
        List<Open> open = new ArrayList<>();
        for (String link : facts.links()) {
            if (!isSure(route, facts, link)) {
                SourcePosition place = positions.getOrDefault(link, SourcePosition.startOf(origin.path()));
                open.add(new Open(shared.same(link), place));
            }
        }
        List<String> unplaced = new ArrayList<>();
        for (String address : facts.external()) {
            SourcePosition place = positions.get(address);
            if (place == null) {
                unplaced.add(shared.same(address));
            } else {
                first(placed, address, place);
            }
        }
        StringBuilder ids = new StringBuilder();
        facts.ids().forEach(id -> ids.append(id).append(END));
        pages.put(
                route,
                new Gathered(
                        origin,
                        shared.same(List.copyOf(open)),
                        shared.same(ids.toString()),
                        shared.same(List.copyOf(unplaced))));
    }

    private boolean isSure(Route route, PageFacts facts, String link) {
        int hash = link.indexOf('#');
        if (hash == 0) {
            return known.test(route.file()) && hasAnchor(facts.ids(), link.substring(1));
        }
        return hash < 0 && known.test(target(route, link));
    }

    /** The first place by file and line, whichever page is done first. */
    private static void first(Map<String, SourcePosition> places, String address, SourcePosition place) {
        places.merge(address, place, (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }

    private static Optional<SourcePosition> written(String address, SourceFile file) {
        int offset = file.text().indexOf(address);
        return offset < 0 ? Optional.empty() : Optional.of(file.at(offset));
    }

    /**
     * The addresses on other websites that pages link to, each with the first place that names it. Where nobody said the
     * place, it is looked for in the texts of the records: ask only when it is needed.
     */
    public SortedMap<String, SourcePosition> external() {
        SortedMap<String, SourcePosition> places = new TreeMap<>(placed);
        for (Gathered page : pages.values()) {
            for (String address : page.unplaced()) {
                SourcePosition place = written(address, page.origin())
                        .or(() -> written(address, site))
                        .orElseGet(() -> SourcePosition.startOf(page.origin().path()));
                first(places, address, place);
            }
        }
        return places;
    }

    /**
     * Reports every link that leads nowhere.
     *
     * @param others paths of the site's files that were not known before
     */
    public void check(Set<String> others, Problems problems) {
        Predicate<String> files = known.or(others::contains);
        Map<String, Gathered> byFile = new HashMap<>();
        pages.forEach((route, page) -> byFile.put(route.file(), page));
        pages.entrySet().stream()
                .filter(e -> !e.getValue().open().isEmpty())
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> e.getValue().open().forEach(o -> check(e.getKey(), o, files, byFile, problems)));
    }

    private void check(
            Route route, Open open, Predicate<String> files, Map<String, Gathered> byFile, Problems problems) {
        String link = open.link();
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        String file = path.isEmpty() ? route.file() : target(route, path);
        if (!files.test(file)) {
            problems.add(ProblemCode.LINK_DEAD, open.place(), link + " (" + route + ")");
            return;
        }
        Gathered target = byFile.get(file);
        if (hash >= 0 && target != null && !hasAnchor(target.idSet(), link.substring(hash + 1))) {
            problems.add(ProblemCode.DANGLING_ANCHOR, open.place(), link, nearestAnchor(link, hash, target.idSet()));
        }
    }

    private static String nearestAnchor(String link, int hash, Set<String> ids) {
        String wanted = decoded(link.substring(hash + 1));
        return Nearest.of(wanted, ids).map(id -> "#" + id).orElse("");
    }

    private static boolean hasAnchor(Collection<String> ids, String fragment) {
        return fragment.isEmpty() || ids.contains(fragment) || ids.contains(decoded(fragment));
    }

    /** The file that an address means, as a web server resolves it; an address above the site's top stays as it is. */
    private String target(Route route, String path) {
        String plain = plainTarget(route.path(), path);
        if (plain != null) {
            return plain;
        }
        String here = basePath + route.path();
        String resolved = URI.create("https://site.invalid" + here)
                .resolve(URI.create(encoded(path)))
                .getPath();
        if (!resolved.startsWith(basePath)) {
            return resolved;
        }
        return index(resolved.substring(basePath.length()));
    }

    private static String index(String inside) {
        return inside.isEmpty() || inside.endsWith("/") ? inside + "index.html" : inside;
    }

    /** The target of an address as pages write most: up some folders and down others; null for any other. */
    static @Nullable String plainTarget(String here, String path) {
        int folder = here.lastIndexOf('/') + 1;
        int at = 0;
        while (path.startsWith("../", at)) {
            if (folder == 0) {
                return null;
            }
            folder = here.lastIndexOf('/', folder - 2) + 1;
            at += 3;
        }
        for (int i = at; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            boolean inName = c == '-' || c == '_' || (c == '.' && i > at && path.charAt(i - 1) != '/');
            if (!letter && !inName && !(c == '/' && i > at && path.charAt(i - 1) != '/')) {
                return null;
            }
        }
        return path.isEmpty() || here.indexOf('%') >= 0 ? null : index(here.substring(0, folder) + path.substring(at));
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
