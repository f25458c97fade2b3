package prongsai.render;

/**
 * Knows where the addresses that an officer writes lead. Asked only with addresses that are safe to follow: a path, an
 * anchor, or one of the schemes http, https, mailto and tel.
 */
public interface LinkResolver {

    /**
     * The target of a link.
     *
     * @param destination as written, for example {@code ../2563/no-gift.md#ขอบเขต}; entities and backslashes of Markdown
     *     are undone, percent signs are not
     */
    LinkTarget link(String destination);

    /** The picture under a path, likewise. Never asked for a picture on another server. */
    ImageTarget image(String destination);
}
