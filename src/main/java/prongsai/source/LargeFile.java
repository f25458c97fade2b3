package prongsai.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads a file of up to hundreds of megabytes in small steps. For what is read in one step Java takes as much memory again
 * beside its own, and keeps it for the next.
 */
public final class LargeFile {

    private static final int STEP = 1 << 16;

    private LargeFile() {}

    /** All bytes that the file had when it was opened, or those that are left of them. */
    public static byte[] read(Path file, OpenOption... options) throws IOException {
        try (InputStream in = Files.newInputStream(file, options)) {
            byte[] bytes = new byte[Math.toIntExact(Files.size(file))];
            int end = 0;
            int count = 0;
            while (count >= 0 && end < bytes.length) {
                count = in.read(bytes, end, Math.min(STEP, bytes.length - end));
                end += Math.max(count, 0);
            }
            return end == bytes.length ? bytes : Arrays.copyOf(bytes, end);
        }
    }
}
