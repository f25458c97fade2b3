package prongsai.feeds;

import java.util.function.Supplier;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * A file that is made from the site as a whole, beside its pages.
 *
 * @param bytes makes them, the same each time: a large table is in memory only while somebody needs it
 */
public record MadeFile(OutputPath path, OutputFile.Kind kind, Supplier<byte[]> bytes) {}
