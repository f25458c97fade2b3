package prongsai.deploy.web;

import static prongsai.deploy.web.WebFinding.Severity.MUST;
import static prongsai.deploy.web.WebFinding.Severity.SHOULD;

import java.util.List;
import java.util.Optional;
import prongsai.feeds.ServerConcern;

/**
 * Something that is not right with a site as visitors get it.
 *
 * @param arguments what {@link Kind} says, in its order; what came from the server is cut to what a line can hold
 */
public record WebFinding(Kind kind, Severity severity, List<String> arguments) {

    public WebFinding {
        arguments = List.copyOf(arguments);
    }

    static WebFinding of(Kind kind, String... arguments) {
        return new WebFinding(kind, kind.severity, List.of(arguments));
    }

    /** How bad it is. */
    public enum Severity {
        /** Visitors do not get the site as it was published. */
        MUST,
        /** They do, but slower or less safely than they could. */
        SHOULD
    }

    /** What is not right. An address is written from the top of the site: {@code oit/2563/}. */
    public enum Kind {
        /** Host: there is no such name, or the name service is out of reach. */
        UNKNOWN_HOST(MUST),
        /** Host and port: the computer is there and has no web server. */
        REFUSED(MUST),
        /** Host: no way through the network to the computer. */
        UNREACHABLE(MUST),
        /** Host: the certificate has expired. */
        CERTIFICATE_EXPIRED(MUST),
        /** Host: the certificate is not valid yet, or this computer's clock is wrong. */
        CERTIFICATE_TOO_NEW(MUST),
        /** Host: the certificate is signed by nobody whom browsers trust, or by itself. */
        CERTIFICATE_UNTRUSTED(MUST),
        /** Host: the certificate is for another name. */
        CERTIFICATE_OF_ANOTHER(MUST),
        /** Host: encryption failed otherwise. */
        NOT_ENCRYPTED(MUST),
        /** Address: no whole answer within the time. */
        TIMED_OUT(MUST),
        /** Address: the server hung up. */
        CONNECTION_LOST(MUST),
        /** Address: what came was not HTTP, or was packed in a way that cannot be unpacked. */
        BAD_ANSWER(MUST),
        /** Files asked for, files to ask for: so many were not answered that the rest were not asked for. */
        GIVEN_UP(MUST),
        /** Address: 404 or 410. */
        FILE_MISSING(MUST),
        /** Address, status: 401, 403, 407 or 451. */
        FILE_FORBIDDEN(MUST),
        /** Address, status: 500 to 599. */
        SERVER_ERROR(MUST),
        /** Address, status: any other that is not 200. */
        UNEXPECTED_STATUS(MUST),
        /** Address, where it leads. */
        FILE_ELSEWHERE(MUST),
        /** Address: another file of the same length, or an older one. */
        FILE_DIFFERS(MUST),
        /** Address, bytes that came, bytes that were published. */
        FILE_TOO_SHORT(MUST),
        /** Address, bytes that were published: the rest was not read. */
        FILE_TOO_LONG(MUST),
        /** Address, content type that came, content type that is right. */
        WRONG_TYPE(SHOULD, ServerConcern.TYPES),
        /** Status: a page that does not exist is answered so. */
        MISSING_FOUND(MUST, ServerConcern.NOT_FOUND),
        /** The page for what is missing is the server's, not ours. */
        FOREIGN_NOT_FOUND(SHOULD, ServerConcern.NOT_FOUND),
        /** Address, status: a folder without its slash does not lead to the folder. */
        NO_SLASH(SHOULD, ServerConcern.DIRECTORIES),
        /** Address: a folder without a page is answered with a list. */
        LISTED(SHOULD, ServerConcern.LISTING),
        /** Address: a file that is for no visitor can be read. */
        READABLE(SHOULD, ServerConcern.HIDDEN),
        /** Address: came uncompressed. */
        NOT_COMPRESSED(SHOULD, ServerConcern.COMPRESSION),
        /** The site is not at https, and the server does not answer there. */
        NO_HTTPS(MUST),
        /** Address at https: the server answers there, but the site says that it is at http. */
        HTTPS_UNUSED(SHOULD),
        /** Address at http: answered, but does not lead to https. */
        HTTP_STAYS(SHOULD, ServerConcern.HTTPS),
        /** No Strict-Transport-Security. */
        NO_HSTS(SHOULD, ServerConcern.HSTS),
        /** Address, Cache-Control or nothing: a file that never changes is asked for again and again. */
        ASSET_NOT_KEPT(SHOULD, ServerConcern.CACHING),
        /** Address, Cache-Control or nothing: browsers may show the page as it was. */
        PAGE_KEPT(SHOULD, ServerConcern.CACHING),
        /** Name of the header, what it should hold. */
        NO_HEADER(SHOULD, ServerConcern.HEADERS),
        /** The directive of the server's Content-Security-Policy that stops what the pages need. */
        POLICY_STOPS_PAGES(MUST, ServerConcern.HEADERS);

        private final Severity severity;
        private final Optional<ServerConcern> concern;

        Kind(Severity severity) {
            this.severity = severity;
            this.concern = Optional.empty();
        }

        Kind(Severity severity, ServerConcern concern) {
            this.severity = severity;
            this.concern = Optional.of(concern);
        }

        /** The lines of the server's file that put it right; empty where no such lines would. */
        public Optional<ServerConcern> concern() {
            return concern;
        }
    }
}
