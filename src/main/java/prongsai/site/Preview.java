package prongsai.site;

import java.util.List;
import prongsai.model.PublicRecord;

/**
 * The picture that stands for a page where its address is shared (Open Graph). One for the site, each section, each result,
 * each plan and each pinned record; any other page has its section's.
 *
 * @param name such as {@code announcements} or {@code ita-2562}; does not depend on the picture's bytes, which may differ
 *     from one Java to another
 */
public record Preview(String name) {

    /** Of the pages that belong to no section. */
    public static final Preview SITE = new Preview("site");

    /** Pixels. */
    public static final int WIDTH = 1200;
    /** Pixels. */
    public static final int HEIGHT = 630;

    /** The folder of the site that holds all drawn pictures, icons too. */
    public static final String FOLDER = "assets/preview/";

    /** The icon that telephones show, and its edge in pixels. */
    public static final int TOUCH_ICON = 180;

    /** Edges in pixels of the icons that the web manifest names. */
    public static final List<Integer> MANIFEST_ICONS = List.of(192, 512);

    /** Of an icon. */
    public static String iconPath(int edge) {
        return FOLDER + "icon-" + edge + ".png";
    }

    /** Where the picture is, from the top of the site. */
    public String path() {
        return FOLDER + name + ".png";
    }

    /** The picture of a page. */
    public static Preview of(Page page) {
        if (page instanceof Page.OfRecord ofRecord) {
            return ofRecord(ofRecord);
        }
        if (page instanceof Page.Items || page instanceof Page.Item || page instanceof Page.ItemYears) {
            return new Preview("oit");
        }
        if (page instanceof Page.Listing listing) {
            return new Preview(listing.collection().folder());
        }
        boolean section = page instanceof Page.Overview
                || page instanceof Page.Results
                || page instanceof Page.Plans
                || page.equals(new Page.Own(Page.Own.Kind.AGENCY));
        return section ? named(page.route().path()) : SITE;
    }

    private static Preview ofRecord(Page.OfRecord page) {
        PublicRecord record = page.entry().record();
        String path = record.id().path();
        if (page instanceof Page.Result || page instanceof Page.Plan || record.isPinned()) {
            return named(path);
        }
        String collection = record.id().collection();
        return new Preview(collection.equals("pages") ? "agency" : collection);
    }

    private static Preview named(String path) {
        return new Preview(path.replaceFirst("/$", "").replace('/', '-'));
    }

    /** Whether the page is what its picture shows: it has the picture's title. */
    public static boolean isShownBy(Page page) {
        return page instanceof Page.Home
                || page instanceof Page.Overview
                || page instanceof Page.Results
                || page instanceof Page.Plans
                || page instanceof Page.ItemYears
                || page.equals(new Page.Own(Page.Own.Kind.AGENCY))
                || (page instanceof Page.OfRecord ofRecord
                        && of(page).equals(named(ofRecord.entry().record().id().path())));
    }
}
