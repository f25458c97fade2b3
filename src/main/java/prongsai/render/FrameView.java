package prongsai.render;

import java.util.List;
import java.util.Optional;

/**
 * Everything around a page's own content: head, masthead, navigation, crumbs, footer and the print block.
 *
 * <p>All text is ready to show (numerals and dates already worded); an empty string or list leaves its place out.
 * Every {@code href} is ready to write, relative to the page.
 *
 * @param root the way from the page to the site's top, ending in a slash: {@code ""}, {@code "../"},
 *     {@code "../../"}; for {@code 404.html} the path of the base URL, such as {@code "/"}
 * @param home where the agency's name leads; {@code "./"} on the home page itself
 * @param navigation the main menu, about eight entries, each in two or three words
 * @param crumbs the way to this page from the home page, the page itself last; empty on the home page
 * @param search the search page, when the site has one
 * @param sitemap the page that lists all pages; also where the phone's menu leads when nothing else can
 * @param qr the code of the page's canonical URL, printed at the end of the page
 */
public record FrameView(
        String root,
        String home,
        Agency agency,
        Head head,
        List<Link> navigation,
        List<Link> crumbs,
        Optional<Link> search,
        Link sitemap,
        Assets assets,
        Footer footer,
        Optional<Later<Qr>> qr) {

    /** A link and whether it is the page shown (or, in the main menu, the section that holds it). */
    public record Link(String label, String href, boolean current) {
        public Link(String label, String href) {
            this(label, href, false);
        }
    }

    /**
     * The agency as the masthead names it.
     *
     * @param initials one to four characters for the plain ring shown where there is no seal, such as {@code คพ}
     * @param seal address of the seal's image
     * @param place such as {@code อำเภอคลองท่อม จังหวัดกระบี่}
     */
    public record Agency(String name, String nameEnglish, String initials, Optional<String> seal, String place) {}

    /**
     * What the document head says.
     *
     * @param title the page's own title, without the agency's name
     * @param canonical absolute URL of the page; empty on {@code 404.html}
     * @param image absolute URL of the picture shown when the page is shared
     * @param indexed false keeps the page out of search engines (404, redirects, drafts)
     * @param structuredData a JSON-LD block, made by {@link Html#dataBlock}
     */
    public record Head(
            String title,
            String description,
            String canonical,
            Optional<String> image,
            boolean indexed,
            Optional<Html> structuredData) {}

    /**
     * Addresses of the shared files, relative to the page, fingerprinted.
     *
     * @param stylesheet the {@link StyleSheet} of all pages
     * @param pageStyles further stylesheets of this page
     * @param script {@code assets/js/site.js}; loaded before the first paint so that a remembered text size or contrast never flashes
     * @param icon the rendered {@code layouts/icon.ftlh}
     * @param touchIcon a PNG that telephones show
     * @param manifest the web manifest
     * @param preload fonts to fetch early, the Thai regular one at least
     * @param feed the Atom feed
     * @param pageScripts further scripts of this page alone, deferred
     */
    public record Assets(
            String stylesheet,
            List<String> pageStyles,
            String script,
            String icon,
            Optional<String> touchIcon,
            Optional<String> manifest,
            List<String> preload,
            Optional<Link> feed,
            List<String> pageScripts) {

        /** The same with what one page needs besides. */
        Assets with(List<String> styles, List<String> scripts) {
            return new Assets(stylesheet, styles, script, icon, touchIcon, manifest, preload, feed, scripts);
        }

        Assets withFeed(Link other) {
            return new Assets(
                    stylesheet,
                    pageStyles,
                    script,
                    icon,
                    touchIcon,
                    manifest,
                    preload,
                    Optional.of(other),
                    pageScripts);
        }
    }

    /**
     * The footer.
     *
     * @param phoneHref such as {@code tel:+6675641422}
     * @param emailHref such as {@code mailto:saraban@example.go.th}
     * @param hours opening hours in words
     * @param groups columns of links: what can be verified (ผลการประเมิน, ข้อมูลที่ยังไม่ครบ), and about the site (แผนผังเว็บไซต์, การเข้าถึง, ความเป็นส่วนตัว)
     * @param lastChange such as {@code ข้อมูลในหน้านี้เปลี่ยนแปลงล่าสุด ๒๓ เมษายน ๒๕๖๓}
     * @param notes further lines in small print, such as the generator and the day of the build
     */
    public record Footer(
            List<String> address,
            String phone,
            String phoneHref,
            String fax,
            String email,
            String emailHref,
            Optional<Link> map,
            String hours,
            List<LinkGroup> groups,
            String lastChange,
            List<String> notes) {}

    /** A column of links under a heading. */
    public record LinkGroup(String title, List<Link> links) {}

    /**
     * A QR code as one SVG path over a square of {@code modules} units, quiet zone included.
     *
     * @param path a line along the middle of each row, one unit wide, such as {@code M4 4.5h7m1 0h1...}: dark on light
     * @param modules width and height of the code in units of the path
     * @param url what the code says, printed beside it
     */
    public record Qr(String path, int modules, String url) {}
}
