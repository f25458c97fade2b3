package prongsai.source;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A file that was read before is no longer there or no longer the same. Nothing that a run says about a file that changes
 * under it would be true, so the run ends as it does when a disk fails.
 */
public final class SourceChangedException extends UncheckedIOException {

    private static final long serialVersionUID = 1;

    private final String path;

    SourceChangedException(String path, IOException cause) {
        super(path, cause);
        this.path = path;
    }

    /** How the officer names the file. */
    public String path() {
        return path;
    }
}
