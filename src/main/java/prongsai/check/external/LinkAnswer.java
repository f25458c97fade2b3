package prongsai.check.external;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What one request brought. */
sealed interface LinkAnswer {

    /**
     * A response of HTTP.
     *
     * @param status HTTP status code
     * @param redirect where a redirect leads; empty also where it leads nowhere
     * @param patience how long the server wants to be left alone
     * @param wantsCookie whether the server set a cookie, which no later request brings back
     */
    record Response(int status, Optional<URI> redirect, Optional<Duration> patience, boolean wantsCookie)
            implements LinkAnswer {

        boolean isRedirect() {
            return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
        }

        boolean isPermanent() {
            return status == 301 || status == 308;
        }

        boolean isPassing() {
            return status == 429 || status >= 500;
        }
    }

    /** No response. */
    record Failure(LinkOutcome.Reason reason) implements LinkAnswer {

        /** Whether every address of the server fails alike. */
        boolean isOfServer() {
            return switch (reason) {
                case UNKNOWN_HOST, REFUSED, UNREACHABLE, BAD_CERTIFICATE, INSECURE, SERVER_SILENT -> true;
                default -> false;
            };
        }

        boolean isTimeout() {
            return reason == LinkOutcome.Reason.TIMED_OUT;
        }

        LinkOutcome.End end() {
            return switch (reason) {
                case UNKNOWN_HOST, REFUSED, BAD_CERTIFICATE -> new LinkOutcome.Dead(reason, 0);
                default -> new LinkOutcome.Unsure(reason, 0);
            };
        }
    }
}
