package prongsai.check.attachment;

/** Why text of a file could not be read, so that nobody knows what is in it. The names are stable: findings carry them. */
public enum Unreadable {
    /** Opens with a password only. */
    ENCRYPTED,
    /** Pages without text that can be read: pictures of text, text drawn as outlines, or letters without a meaning. */
    SCANNED,
    /** Not as its kind must be; some of it may have been read. */
    CORRUPT,
    /** Unpacks to more bytes, entries or text than allowed. */
    TOO_LARGE,
    /** Files within files, or elements within elements, deeper than allowed. */
    TOO_DEEP,
    /** Takes more time than allowed. */
    TOO_SLOW,
    /** Of a kind, or with a part of a kind, that is not known here. */
    UNKNOWN_KIND
}
