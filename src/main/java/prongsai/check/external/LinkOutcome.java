package prongsai.check.external;

import java.net.URI;

/** What came of asking for an address of another website. */
public sealed interface LinkOutcome {

    /** What stood at the end, after any redirects. */
    End end();

    /** An outcome without redirects. */
    sealed interface End extends LinkOutcome {

        @Override
        default End end() {
            return this;
        }

        /** HTTP status code, such as 404; 0 when there was no answer. */
        int status();
    }

    /** The website has the page. */
    record Reached(int status) implements End {}

    /**
     * The website sends visitors elsewhere.
     *
     * @param to where they end, in ASCII and without fragment; it may be {@code http} although they came from
     *     {@code https}
     * @param permanent whether every redirect on the way said so (301 or 308), so that the link should be changed
     * @param end what stands there
     */
    record Moved(URI to, boolean permanent, End end) implements LinkOutcome {}

    /** No visitor can reach the page. */
    record Dead(Reason reason, int status) implements End {}

    /** A visitor may reach the page although this program could not: the website refuses robots or is ill for a moment. */
    record Unsure(Reason reason, int status) implements End {}

    /** Why a page was not reached. */
    enum Reason {
        /** Not an address that a browser could open, or one with a user name or password in it. */
        BAD_ADDRESS,
        /** 404. */
        NOT_FOUND,
        /** 410. */
        GONE,
        /** There is no such website, or the name service is out of reach. */
        UNKNOWN_HOST,
        /** The computer is there and has no web server. */
        REFUSED,
        /** No way through the network to the computer. */
        UNREACHABLE,
        /** Expired, for another name, or signed by nobody who is trusted; a browser warns of it. */
        BAD_CERTIFICATE,
        /** Encryption failed otherwise. */
        INSECURE,
        /** Redirects led back to an address already visited. */
        REDIRECT_LOOP,
        /** More redirects than are followed. */
        TOO_MANY_REDIRECTS,
        /** A redirect to no address at all, to none of the web, or from the Internet into the network of this computer. */
        BAD_REDIRECT,
        /** 401, 403, 407 or 451. */
        FORBIDDEN,
        /** 429. */
        TOO_MANY_REQUESTS,
        /** 500 to 599. */
        SERVER_ERROR,
        /** Any other status. */
        UNEXPECTED_STATUS,
        /** No whole answer within the time. */
        TIMED_OUT,
        /** Not asked for, since other addresses of the same server were not answered in time. */
        SERVER_SILENT,
        /** The server hung up. */
        CONNECTION_LOST,
        /** What came was not HTTP. */
        BAD_ANSWER
    }
}
