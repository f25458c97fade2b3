package prongsai.feeds;

import java.util.Optional;
import java.util.function.Supplier;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.source.Digest;

/**
 * A file that is made from the site as a whole, beside its pages.
 *
 * @param bytes makes them, the same each time: a large table is in memory only while somebody needs it
 * @param shows of all that the file shows, where to make it takes so long that it is made only if that has changed
 */
public record MadeFile(OutputPath path, OutputFile.Kind kind, Supplier<byte[]> bytes, Optional<Digest> shows) {

    /** A file that is quickly made. */
    public MadeFile(OutputPath path, OutputFile.Kind kind, Supplier<byte[]> bytes) {
        this(path, kind, bytes, Optional.empty());
    }
}
