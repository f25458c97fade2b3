package prongsai.check.external;

import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import prongsai.check.external.LinkAnswer.Failure;
import prongsai.check.external.LinkAnswer.Response;
import prongsai.check.external.LinkOutcome.Dead;
import prongsai.check.external.LinkOutcome.End;
import prongsai.check.external.LinkOutcome.Moved;
import prongsai.check.external.LinkOutcome.Reached;
import prongsai.check.external.LinkOutcome.Reason;
import prongsai.check.external.LinkOutcome.Unsure;

/**
 * The way to the outcome of one address, request by request: HEAD, then GET where HEAD is not answered well, one more GET
 * after a pause where the trouble may pass, and the same anew after each redirect. Used by one thread at a time.
 */
final class LinkVisit {

    /** Browsers follow more; no address that a page should link to needs more. */
    private static final int MOST_REDIRECTS = 5;

    private final ExternalLinkOptions options;
    private final URI address;
    private final Set<URI> seen = new HashSet<>();
    private URI current;
    private boolean head = true;
    private boolean retried;
    private boolean permanent = true;
    private boolean wantedCookie;
    private Duration pause = Duration.ZERO;

    LinkVisit(URI address, ExternalLinkOptions options) {
        this.options = options;
        this.address = address;
        this.current = address;
        seen.add(address);
    }

    /** Where the visit began. */
    URI address() {
        return address;
    }

    /** What to ask for next. */
    URI current() {
        return current;
    }

    /** Whether to ask by HEAD, not GET. */
    boolean head() {
        return head;
    }

    /** How long to wait before the next request. */
    Duration pause() {
        return pause;
    }

    /** Takes in the answer to the request. Empty when another is to be made. */
    Optional<LinkOutcome> next(LinkAnswer answer) {
        pause = Duration.ZERO;
        if (answer instanceof Failure failure) {
            return next(failure);
        }
        Response response = (Response) answer;
        if (response.status() >= 200 && response.status() < 300) {
            return Optional.of(outcome(new Reached(response.status())));
        }
        wantedCookie |= response.wantsCookie();
        if (response.isRedirect() && response.redirect().isPresent()) {
            return follow(response, response.redirect().get());
        }
        return asksAgain(response) ? Optional.empty() : Optional.of(outcome(end(response)));
    }

    /** The outcome where no more requests are made. */
    LinkOutcome outcome(End end) {
        return current.equals(address) ? end : new Moved(current, permanent, end);
    }

    private Optional<LinkOutcome> next(Failure failure) {
        boolean mayPass = !failure.isOfServer();
        if (mayPass && head && !failure.isTimeout()) {
            head = false;
            return Optional.empty();
        }
        if (mayPass && !retried) {
            retry(options.retryPause());
            return Optional.empty();
        }
        return Optional.of(outcome(failure.end()));
    }

    private boolean asksAgain(Response response) {
        Duration asked = response.patience().orElse(Duration.ZERO);
        if (response.isPassing() && asked.compareTo(options.longestPause()) > 0) {
            return false;
        }
        // Asked at once, a server that is asked too often would only answer the same.
        boolean waits = response.status() == 429 || !asked.isZero();
        if (head && !(response.isPassing() && waits)) {
            head = false;
            return true;
        }
        if (response.isPassing() && !retried) {
            retry(asked.isZero() ? options.retryPause() : asked);
            return true;
        }
        return false;
    }

    private void retry(Duration wait) {
        head = false;
        retried = true;
        pause = wait;
    }

    private Optional<LinkOutcome> follow(Response response, URI to) {
        if (!seen.add(to)) {
            // A website that waits for its cookie to come back sends a robot round and round, but not a browser.
            return Optional.of(
                    wantedCookie
                            ? new Unsure(Reason.REDIRECT_LOOP, response.status())
                            : new Dead(Reason.REDIRECT_LOOP, response.status()));
        }
        if (seen.size() - 1 > MOST_REDIRECTS) {
            return Optional.of(new Unsure(Reason.TOO_MANY_REDIRECTS, response.status()));
        }
        if (WebAddress.isLocal(to) && !WebAddress.isLocal(address)) {
            return Optional.of(outcome(new Unsure(Reason.BAD_REDIRECT, response.status())));
        }
        permanent &= response.isPermanent();
        head |= !WebAddress.server(to).equals(WebAddress.server(current));
        current = to;
        return Optional.empty();
    }

    private static End end(Response response) {
        int status = response.status();
        return switch (status) {
            case 404 -> new Dead(Reason.NOT_FOUND, status);
            case 410 -> new Dead(Reason.GONE, status);
            case 401, 403, 407, 451 -> new Unsure(Reason.FORBIDDEN, status);
            case 429 -> new Unsure(Reason.TOO_MANY_REQUESTS, status);
            default -> new Unsure(reason(response), status);
        };
    }

    private static Reason reason(Response response) {
        if (response.isRedirect()) {
            return Reason.BAD_REDIRECT;
        }
        return response.status() >= 500 && response.status() < 600 ? Reason.SERVER_ERROR : Reason.UNEXPECTED_STATUS;
    }
}
