package prongsai.deploy;

/** Where on the server we keep what is no part of the site. */
final class Bookkeeping {

    /** What we own: the manifest of the site that was published last, whole. */
    static final String MANIFEST = ".prongsai-manifest.json";

    /** What we own besides, while a publication goes on and after one that was cut short. */
    static final String BEGUN = ".prongsai-publishing.json";

    /** What of that visitors cannot reach: not yet while it is added, no longer while it is deleted. */
    static final String UNREACHED = ".prongsai-unreached.json";

    /** Files on their way, each under a number. */
    static final String UPLOADS = ".prongsai-upload";

    /** A folder that is there while somebody publishes. */
    static final String LOCK = ".prongsai-lock";

    private Bookkeeping() {}
}
