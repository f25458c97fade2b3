package prongsai.content;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What a file system tells of a file without opening it. A file whose stamp is the same as before is the same file, unless
 * it was changed within the grain of the clock.
 *
 * @param modified when it was changed last, in nanoseconds since 1970
 * @param key from the number that the file system gives the file; 0 where it gives none
 */
public record FileStamp(long size, long modified, int key) {

    static FileStamp of(BasicFileAttributes attributes) {
        return new FileStamp(
                attributes.size(),
                attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
                Objects.hashCode(attributes.fileKey()));
    }
}
