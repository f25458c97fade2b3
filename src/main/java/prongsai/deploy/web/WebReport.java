package prongsai.deploy.web;

import java.util.List;
import java.util.Optional;
import prongsai.model.WebServer;

/**
 * How a published site reaches its visitors.
 *
 * @param findings what is not right, the worst first
 * @param asked files that were asked for
 * @param right of these, the ones that came as they were published
 * @param files that were to be asked for
 * @param server which program it is, where it says so
 */
public record WebReport(List<WebFinding> findings, int asked, int right, int files, Optional<WebServer> server) {

    public WebReport {
        findings = List.copyOf(findings);
    }

    /** Whether visitors get the site as it was published. */
    public boolean isWhole() {
        return findings.stream().noneMatch(f -> f.severity() == WebFinding.Severity.MUST);
    }
}
