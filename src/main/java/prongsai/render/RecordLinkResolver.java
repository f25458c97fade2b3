package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import prongsai.content.ContentFile;
import prongsai.model.FilePath;
import prongsai.model.RecordId;
import prongsai.site.Attachments;
import prongsai.site.Route;
import prongsai.site.Site;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;

/** Finds what the Markdown of one record links to: other records by their files, attachments, headings. */
final class RecordLinkResolver implements LinkResolver {

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

    private final FilePath file;
    private final Route page;
    private final SiteLinks links;
    private final Site site;

    /** @param file of the record, which links are relative to */
    RecordLinkResolver(FilePath file, Route page, SiteLinks links, Site site) {
        this.file = file;
        this.page = page;
        this.links = links;
        this.site = site;
    }

    @Override
    public LinkTarget link(String destination) {
        if (destination.indexOf(':') >= 0 && SCHEME.matcher(destination).lookingAt()) {
            return new LinkTarget.External(destination);
        }
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : destination.substring(hash);
        String path = hash < 0 ? destination : destination.substring(0, hash);
        if (path.isEmpty()) {
            return new LinkTarget.Page(fragment);
        }
        Optional<FilePath> target = SiteLinks.target(path, file);
        if (target.isEmpty()) {
            return new LinkTarget.Broken(ProblemCode.PATH_LEAVES_CONTENT, List.of(destination));
        }
        Optional<RecordId> record = links.recordAt(target.get());
        if (record.isPresent()) {
            return new LinkTarget.Page(page.linkTo(Site.routeOf(record.get())) + fragment);
        }
        return links.file(target.get())
                .map(this::attachment)
                .orElseGet(() -> links.isLeftOut(target.get())
                        ? new LinkTarget.Page("")
                        : new LinkTarget.Broken(ProblemCode.LINK_DEAD, List.of(destination, nearest(target.get()))));
    }

    @Override
    public ImageTarget image(String destination) {
        Optional<FilePath> target = SiteLinks.target(destination, file);
        if (target.isEmpty()) {
            return new LinkTarget.Broken(ProblemCode.PATH_LEAVES_CONTENT, List.of(destination));
        }
        Optional<ContentFile> picture = links.file(target.get());
        return picture.isPresent()
                ? new ImageTarget.Picture(links.href(page, picture.get()), Optional.empty())
                : new LinkTarget.Broken(ProblemCode.LINK_DEAD, List.of(destination, nearest(target.get())));
    }

    private LinkTarget attachment(ContentFile file) {
        String type = Attachments.type(file.path());
        String label = type.isEmpty() ? ThaiText.size(file.size()) : type + " " + ThaiText.size(file.size());
        return new LinkTarget.Attachment(
                links.href(page, file), Optional.of(file.path().name()), label);
    }

    private String nearest(FilePath wanted) {
        List<String> known = new ArrayList<>();
        site.content().records().forEach(e -> known.add(e.path().path()));
        site.content().files().keySet().forEach(f -> known.add(f.path()));
        return Nearest.path(wanted.path(), known).map(path -> "/" + path).orElse("");
    }
}
