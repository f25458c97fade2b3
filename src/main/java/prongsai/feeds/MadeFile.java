package prongsai.feeds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Supplier;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.source.Digest;

/**
 * A file that is made from the site as a whole, beside its pages.
 *
 * @param writing makes its bytes, the same each time
 * @param isTable whether it grows with the records, up to a hundred megabytes: it is written as it is made, and never in
 *     memory as a whole
 * @param shows of all that the file shows, where to make it takes so long that it is made only if that has changed
 */
public record MadeFile(
        OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing, boolean isTable, Optional<Digest> shows) {

    /** A file that takes long to make. */
    MadeFile(OutputPath path, OutputFile.Kind kind, Supplier<byte[]> bytes, Digest shows) {
        this(path, kind, out -> out.write(bytes.get()), false, Optional.of(shows));
    }

    /** A file that is quickly made. */
    MadeFile(OutputPath path, OutputFile.Kind kind, Supplier<byte[]> bytes) {
        this(path, kind, out -> out.write(bytes.get()), false, Optional.empty());
    }

    static MadeFile table(OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing) {
        return new MadeFile(path, kind, writing, true, Optional.empty());
    }

    /** Makes the file in memory. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }
}
