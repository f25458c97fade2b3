package prongsai.deploy;

import java.nio.file.Path;
import java.time.Instant;

/**
 * What to publish, and how carefully.
 *
 * @param site the finished site
 * @param memory folder of what is remembered of publications; one for all targets, beside the content
 * @param target tells the target from others in {@code memory}: letters, digits and hyphens
 * @param from what is published
 * @param dryRun only finds out what would be done
 * @param force overwrites and deletes what others changed, and takes over from whoever else is publishing
 * @param person who publishes, for others who try at the same time
 * @param token tells this run from any other
 * @param now when it begins
 */
public record DeploymentOptions(
        Path site,
        Path memory,
        String target,
        From from,
        boolean dryRun,
        boolean force,
        String person,
        String token,
        Instant now) {

    /** Which site is published. */
    public enum From {
        /** The one that the last build left. */
        BUILD,
        /** The one that was published before the one that stands there. */
        EARLIER
    }
}
