package prongsai.check.attachment;

import java.time.Duration;

/**
 * How much a file may take to read. What lies beyond is {@link Unreadable}, so that a hostile file costs seconds and not
 * the build.
 *
 * @param unpackedBytes bytes that a file may unpack to, at all depths together. Deflate packs 1,000 to 1, so 1 MB can mean
 *     1 GB; 256 MB unpack in about a second, and an honest 1 MB document seldom means 50 MB
 * @param textChars characters of text given: a file of cells that all show one long text multiplies without unpacking.
 *     64 million are a library of 200 books
 * @param depth files within files: a picture in a document in an archive is at depth 2
 * @param entries entries of all archives together: each costs a record of memory even when empty
 * @param time wall time, above all against programs of drawing in PDF
 */
public record AttachmentLimits(long unpackedBytes, long textChars, int depth, int entries, Duration time) {

    /** For what an office publishes. */
    public static final AttachmentLimits USUAL =
            new AttachmentLimits(256L << 20, 64L << 20, 4, 10_000, Duration.ofSeconds(20));

    public AttachmentLimits {
        if (unpackedBytes <= 0 || textChars <= 0 || depth <= 0 || entries <= 0) {
            throw new IllegalArgumentException("every limit is above 0");
        }
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time " + time + " is not above 0");
        }
    }
}
