package prongsai.build;

import java.util.List;
import java.util.Optional;
import prongsai.publish.PublishReport;
import prongsai.source.Problem;

/**
 * What a build found and did.
 *
 * @param problems by file, line and column
 * @param basePath the path that the site lives under, percent-encoded: {@code /}, or {@code /ita/}
 * @param pages how many pages the site has
 * @param published what changed under the site's folder, or would have changed; empty where an error kept the site as it
 *     was, or what was made was outdated before it was whole ({@link Viewers})
 */
public record BuildReport(List<Problem> problems, String basePath, int pages, Optional<PublishReport> published) {
    public BuildReport {
        problems = List.copyOf(problems);
    }
}
