package prongsai.feeds;

/** What the file of a web server sees to, one thing each. */
public enum ServerConcern {
    /** Visitors who come by http are led to https. */
    HTTPS,
    /** Browsers come by https alone (HTTP Strict Transport Security, RFC 6797). */
    HSTS,
    /** Texts are sent compressed. */
    COMPRESSION,
    /** What browsers keep, and for how long. */
    CACHING,
    /** The media type of each file, and UTF-8. */
    TYPES,
    /** What browsers may do with the pages: the headers of security. */
    HEADERS,
    /** The page for what is missing. */
    NOT_FOUND,
    /** Addresses of folders. */
    DIRECTORIES,
    /** Folders are not listed. */
    LISTING,
    /** Files that are not for visitors. */
    HIDDEN
}
