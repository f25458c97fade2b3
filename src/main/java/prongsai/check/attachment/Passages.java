package prongsai.check.attachment;

/**
 * Takes what {@link AttachmentReader} finds, in the order of the file. Called by one thread at a time, and never again
 * once {@code read} has returned.
 */
public interface Passages {

    /**
     * A piece of text. The runs of a paragraph are joined with nothing between them, lines by {@code '\n'}, the cells of a
     * row by {@code '\t'} (each cell is also given alone before its row).
     *
     * @param text never blank
     */
    void text(Place place, String text);

    /** The metadata of a picture say where on Earth it was taken. */
    void location(Place place);
}
