package prongsai.render;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.content.Content;
import prongsai.content.ContentFile;
import prongsai.content.ContentPaths;
import prongsai.model.FilePath;
import prongsai.model.RecordId;
import prongsai.site.Attachments;
import prongsai.site.Page;
import prongsai.site.Route;
import prongsai.site.Site;

/**
 * Where what a record links to is found in the site. Files that something links to are remembered: those and no others
 * are published.
 */
final class SiteLinks {

    private final Site site;
    private final Content content;
    private final Map<FilePath, RecordId> records = new HashMap<>();
    private final SortedMap<FilePath, ContentFile> used = new TreeMap<>();
    private final Notebook notebook;

    SiteLinks(Site site, Notebook notebook) {
        this.site = site;
        this.content = site.content();
        this.notebook = notebook;
        content.records().forEach(e -> records.put(e.path(), e.record().id()));
    }

    /** The files that pages link to so far. */
    synchronized SortedMap<FilePath, ContentFile> used() {
        return new TreeMap<>(used);
    }

    /** The page of a record, as {@code evidence} and {@code memo} name it. */
    Optional<Route> record(RecordId id) {
        return site.pageOf(id).map(Page::route);
    }

    /** The title of a record. */
    Optional<String> title(RecordId id) {
        return site.pageOf(id).map(page -> page.entry().record().title());
    }

    /** The record that a path of {@code content/} holds. */
    Optional<RecordId> recordAt(FilePath path) {
        notebook.notes().asked().add(path);
        return Optional.ofNullable(records.get(path));
    }

    /** Whether a path holds a record that is not in the site for its own mistakes; such a site is not published. */
    boolean isLeftOut(FilePath path) {
        return content.leftOut().containsKey(path);
    }

    /** A file that pages link to, with the size that they show. */
    synchronized Optional<ContentFile> file(FilePath path) {
        notebook.notes().asked().add(path);
        Optional<ContentFile> file = Optional.ofNullable(content.files().get(path));
        file.ifPresent(f -> used.put(f.path(), f));
        return file;
    }

    /** The address of a file as a page links to it. */
    String href(Route from, ContentFile file) {
        return from.linkToFile(Attachments.publishedName(file.path()));
    }

    /** The path that a Markdown link of {@code record} means; empty where it leaves the content folder. */
    static Optional<FilePath> target(String destination, FilePath record) {
        String decoded = destination;
        if (destination.indexOf('%') >= 0) {
            try {
                decoded = URLDecoder.decode(destination.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException notEncoded) {
                // stays as it is
            }
        }
        return ContentPaths.resolveLink(decoded, record);
    }
}
