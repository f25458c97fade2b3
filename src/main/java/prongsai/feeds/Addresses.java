package prongsai.feeds;

import java.util.Optional;
import prongsai.model.FilePath;
import prongsai.model.RecordId;
import prongsai.site.Attachments;
import prongsai.site.OutputPath;
import prongsai.site.Route;
import prongsai.site.Site;

/** The absolute addresses of what a site holds: a table is read far away from its site. */
final class Addresses {

    private final Site site;
    private final String base;

    Addresses(Site site) {
        this.site = site;
        this.base = site.content().agency().record().baseUrl().toString();
    }

    String of(Route route) {
        return base + route.path();
    }

    String of(RecordId record) {
        return of(Site.routeOf(record));
    }

    String of(OutputPath file) {
        return base + file.text();
    }

    /** Of an attachment. */
    String of(FilePath file) {
        return base + Attachments.publishedName(file);
    }

    /** Of a record that is named somewhere, if there is one. */
    Optional<String> ofKnown(RecordId record) {
        return site.pageOf(record).map(page -> of(page.route()));
    }

    /** Of what a report of progress names as its evidence: a record's name, or a file's path. */
    Optional<String> ofEvidence(String written) {
        Optional<String> record = RecordId.isValid(written) ? ofKnown(new RecordId(written)) : Optional.empty();
        return record.or(() -> Optional.of(written)
                .filter(w -> !w.startsWith("/") && !w.contains(".."))
                .map(w -> new FilePath(w.startsWith("./") ? w.substring(2) : w))
                .filter(f -> site.content().files().containsKey(f))
                .map(this::of));
    }
}
