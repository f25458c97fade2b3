package prongsai.check.external;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How other websites are asked.
 *
 * @param userAgent name of this program, as websites see it
 * @param clock tells how old a kept outcome is
 * @param cache folder where outcomes are kept; made when missing
 * @param atOnce requests under way at one time, 1 or more
 * @param interval from one request to a host to the next
 * @param connectTimeout for a connection
 * @param timeout for a whole request, up to the end of the headers
 * @param retryPause before the second and last try
 * @param longestPause the longest {@code Retry-After} that is waited for; a host that asks for more is not asked again
 * @param fresh how long an outcome is kept
 * @param tls whom to trust; empty for those whom Java trusts
 */
public record ExternalLinkOptions(
        String userAgent,
        InstantSource clock,
        Optional<Path> cache,
        int atOnce,
        Duration interval,
        Duration connectTimeout,
        Duration timeout,
        Duration retryPause,
        Duration longestPause,
        Duration fresh,
        Optional<SSLContext> tls) {

    public ExternalLinkOptions {
        if (atOnce < 1) {
            throw new IllegalArgumentException("atOnce: " + atOnce);
        }
    }

    /** Four requests at once and one a second to a host; outcomes are kept for a day. */
    public static ExternalLinkOptions usual(String userAgent, InstantSource clock, Optional<Path> cache) {
        return new ExternalLinkOptions(
                userAgent,
                clock,
                cache,
                4,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5),
                Duration.ofDays(1),
                Optional.empty());
    }
}
