package prongsai.site;

import java.util.Optional;

/** Where the files are that machines ask for: pages name some of them, and who makes them is not above the pages. */
public final class MachineFiles {

    /** Atom (RFC 4287): everything that is new. */
    public static final String FEED = "feed.xml";

    /** Sitemap protocol 0.9: the pages, or the parts that list them. */
    public static final String SITEMAP = "sitemap.xml";

    public static final String ROBOTS = "robots.txt";

    /** Whom to tell of a weakness (RFC 9116). */
    public static final String SECURITY = ".well-known/security.txt";

    /** W3C Web Application Manifest. */
    public static final String MANIFEST = "site.webmanifest";

    private MachineFiles() {}

    /**
     * The feed of what a page lists, beside the page: of a collection, a kind of announcement, the results or the plans.
     */
    public static Optional<String> feedOf(Page page) {
        boolean lists = page instanceof Page.Overview
                || page instanceof Page.Results
                || page instanceof Page.Plans
                || (page instanceof Page.Listing listing && listing.kind().isPresent() && listing.number() == 1);
        return lists ? Optional.of(page.route().path() + FEED) : Optional.empty();
    }
}
