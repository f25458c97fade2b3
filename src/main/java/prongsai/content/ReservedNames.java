package prongsai.content;

import java.util.Set;
import java.util.regex.Pattern;

/** Paths at the top of the site that the generator uses itself. */
final class ReservedNames {

    private static final Set<String> NAMES = Set.of(
            "404",
            "agency",
            "announcements",
            "assets",
            "data",
            "drafts",
            "feed",
            "files",
            "ita",
            "memos",
            "news",
            "oit",
            "page",
            "plans",
            "search",
            "services",
            "sitemap",
            "statistics");

    /** Pages of the generator's own that a page of the agency may stand for, but not a former address. */
    private static final Set<String> OWN_PAGES = Set.of("accessibility", "privacy");

    private static final Pattern RECORD = Pattern.compile("(announcements|memos|news|statistics)/[0-9]{4}/[a-z0-9-]+"
            + "|services/[a-z0-9-]+"
            + "|(ita|plans)/[0-9]{4}");

    private ReservedNames() {}

    /** Whether a former address would lie where the generator has pages: lists, items, files; a record's place is free. */
    static boolean isReservedForPages(String former) {
        String top = former.replaceFirst("/.*", "");
        boolean reserved = NAMES.contains(top) || OWN_PAGES.contains(former);
        return reserved && !RECORD.matcher(former).matches();
    }

    static boolean isReserved(String path) {
        return NAMES.contains(path);
    }
}
