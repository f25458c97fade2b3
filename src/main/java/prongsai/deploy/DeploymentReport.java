package prongsai.deploy;

import java.util.List;
import java.util.Optional;
import prongsai.publish.PublishReport;
import prongsai.site.Manifest;

/**
 * What a deployment did, or would do.
 *
 * @param changes which files of the site on the server are new, other or gone
 * @param manifest the site that stands on the server now
 * @param bytes how many were sent, those of the manifest not counted
 * @param healed files that had vanished from the server
 * @param overwritten files that others had changed or put there
 * @param elsewhere whether the site that was replaced had been published from another computer
 * @param earlier of a rollback, when the site that stands now was first published (ISO 8601)
 */
public record DeploymentReport(
        PublishReport changes,
        Manifest manifest,
        long bytes,
        List<String> healed,
        List<String> overwritten,
        boolean elsewhere,
        Optional<String> earlier) {}
