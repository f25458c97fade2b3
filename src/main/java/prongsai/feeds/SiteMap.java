package prongsai.feeds;

import java.util.ArrayList;
import java.util.List;
import prongsai.model.Agency;
import prongsai.site.MachineFiles;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.site.Page;
import prongsai.site.Site;

/**
 * The pages that search engines are to know, by the sitemap protocol 0.9: each with the day of its record's last change,
 * where that is known.
 */
final class SiteMap {

    /** "each Sitemap file that you provide must have no more than 50,000 URLs". */
    static final int LIMIT = 50_000;

    private static final String SPACE = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"";

    private SiteMap() {}

    /**
     * One file, or an index with its parts.
     *
     * @param limit addresses a file
     */
    static List<MadeFile> files(Site site, int limit) {
        Agency agency = site.content().agency().record();
        List<Page> pages = site.pages().stream().filter(Site::isIndexed).toList();
        if (pages.size() <= limit) {
            return List.of(file(MachineFiles.SITEMAP, () -> list(agency, pages)));
        }
        List<MadeFile> files = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < pages.size(); from += limit) {
            List<Page> part = pages.subList(from, Math.min(from + limit, pages.size()));
            parts.add("sitemap-" + (parts.size() + 1) + ".xml");
            files.add(file(parts.get(parts.size() - 1), () -> list(agency, part)));
        }
        files.add(file(MachineFiles.SITEMAP, () -> index(agency, parts)));
        return files;
    }

    private interface Root {
        CharSequence make();
    }

    private static MadeFile file(String path, Root root) {
        return new MadeFile(new OutputPath(path), OutputFile.Kind.FEED, () -> Xml.document(root.make()));
    }

    private static CharSequence list(Agency agency, List<Page> pages) {
        StringBuilder xml = new StringBuilder("<urlset " + SPACE + ">\n");
        for (Page page : pages) {
            xml.append("<url><loc>")
                    .append(Xml.text(agency.addressOf(page.route().path())));
            xml.append("</loc>");
            if (page instanceof Page.OfRecord ofRecord) {
                ofRecord.entry()
                        .record()
                        .lastChange()
                        .ifPresent(day -> xml.append("<lastmod>").append(day).append("</lastmod>"));
            }
            xml.append("</url>\n");
        }
        return xml.append("</urlset>\n");
    }

    private static CharSequence index(Agency agency, List<String> parts) {
        StringBuilder xml = new StringBuilder("<sitemapindex " + SPACE + ">\n");
        for (String part : parts) {
            xml.append("<sitemap><loc>")
                    .append(Xml.text(agency.addressOf(part)))
                    .append("</loc></sitemap>\n");
        }
        return xml.append("</sitemapindex>\n");
    }
}
