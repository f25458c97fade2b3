package prongsai.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a file system tells of a file without opening it. A file whose stamp is the same as before is the same file, unless
 * it was changed within the grain of the clock.
 *
 * @param modified when it was changed last, in nanoseconds since 1970
 * @param key from the number that the file system gives the file; 0 where it gives none
 */
public record FileStamp(long size, long modified, int key) {

    /** Longer than the grain of any file system's clock (FAT: two seconds). */
    private static final long GRAIN = TimeUnit.SECONDS.toNanos(2);

    /**
     * Whether a file with this stamp cannot have been changed since without getting another.
     *
     * @param modified when it was changed last
     * @param began when the look at it began, by the clock of the file system: see {@link #now}
     */
    public static boolean isSure(long modified, long began) {
        return began != Long.MIN_VALUE && modified < began - GRAIN;
    }

    /**
     * The time by the clock of a file system, which gives its files theirs, in nanoseconds since 1970.
     *
     * @param folder in which a file can be written for a moment
     * @return {@code Long.MIN_VALUE} where it cannot
     */
    public static long now(Path folder) {
        Path probe = folder.resolve("now");
        try {
            Files.write(probe, new byte[1]);
            long now = Files.getLastModifiedTime(probe).to(TimeUnit.NANOSECONDS);
            Files.deleteIfExists(probe);
            return now;
        } catch (IOException e) {
            return Long.MIN_VALUE;
        }
    }

    // Written out, since what a record has of its own is put together anew in every run: longer than to compare
    // thousands.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FileStamp stamp && size == stamp.size && modified == stamp.modified && key == stamp.key;
    }

    @Override
    public int hashCode() {
        return Objects.hash(size, modified, key);
    }

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                Objects.hashCode(attributes.fileKey()));
    }
}
