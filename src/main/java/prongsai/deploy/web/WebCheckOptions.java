package prongsai.deploy.web;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * What is asked for, and how.
 *
 * @param base where the site is published; ends in {@code /}
 * @param site what was published
 * @param changed what to ask for in any case, such as what was uploaded just now; a sample takes the first of it
 * @param all whether every file is asked for, not a sample
 * @param userAgent name of this program, as the server sees it
 * @param other the same address by http where the site is at https, and the other way round; empty: not asked for
 * @param atOnce requests under way at one time, 1 or more
 * @param timeout for the beginning of an answer; its body has as much more as {@code leastSpeed} gives it
 * @param leastSpeed bytes a second
 * @param retryPause before the second and last try
 * @param tls whom to trust; empty for those whom Java trusts
 */
public record WebCheckOptions(
        URI base,
        Manifest site,
        Set<OutputPath> changed,
        boolean all,
        String userAgent,
        Optional<URI> other,
        int atOnce,
        Duration timeout,
        int leastSpeed,
        Duration retryPause,
        Optional<SSLContext> tls) {

    private static final String PLAIN = "http";
    private static final String SECURE = "https";

    public WebCheckOptions {
        if (atOnce < 1 || leastSpeed < 1) {
            throw new IllegalArgumentException("atOnce: " + atOnce + ", leastSpeed: " + leastSpeed);
        }
        if (base.getHost() == null || !base.getPath().endsWith("/")) {
            throw new IllegalArgumentException("not the address of a folder on a host: " + base);
        }
    }

    /** Four requests at once, 20 seconds each and more for large files. */
    public static WebCheckOptions usual(
            URI base, Manifest site, Set<OutputPath> changed, boolean all, String userAgent) {
        return new WebCheckOptions(
                base,
                site,
                changed,
                all,
                userAgent,
                counterpart(base),
                4,
                Duration.ofSeconds(20),
                20_000,
                Duration.ofSeconds(2),
                Optional.empty());
    }

    boolean isSecure() {
        return SECURE.equals(base.getScheme());
    }

    /** Whether the site is only on this computer, which needs no encryption. */
    boolean isLoopback() {
        return Set.of("127.0.0.1", "[::1]", "localhost").contains(base.getHost());
    }

    /** At a port of its own a server speaks one of the two alone. */
    private static Optional<URI> counterpart(URI base) {
        boolean secure = SECURE.equals(base.getScheme());
        return base.getPort() >= 0
                ? Optional.empty()
                : Optional.of(URI.create((secure ? PLAIN : SECURE)
                        + base.toASCIIString().substring(base.getScheme().length())));
    }
}
