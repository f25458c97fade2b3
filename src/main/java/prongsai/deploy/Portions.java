package prongsai.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** How every way to a server reads bytes. */
public final class Portions {

    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private Portions() {}

    /** All bytes that there are; empty where they are more than may be. */
    public static Optional<byte[]> all(InputStream in, long atMost) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(atMost + 1, LARGEST));
        return bytes.length > atMost ? Optional.empty() : Optional.of(bytes);
    }

    /**
     * Fills a portion of what is to be sent.
     *
     * @return how many bytes it holds then; 0 at the end
     * @throws UncheckedIOException where our own disk fails, which must not be taken for the server's failure
     */
    public static int fill(InputStream bytes, byte[] portion) {
        try {
            return bytes.readNBytes(portion, 0, portion.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
