package prongsai.deploy;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server says of one of its files, which may be a lie.
 *
 * @param size in bytes; 0 for a folder
 * @param modified when it was last changed, by the server's clock, in whole seconds; empty where the server does not tell
 * @param tag by which the server tells these bytes from any others that stand there, such as an ETag (RFC 9110, 8.8.3):
 *     printable ASCII without spaces; empty where it has none
 */
public record RemoteFile(Type type, long size, Optional<Instant> modified, Optional<String> tag) {

    /** A file of a server without tags. */
    public RemoteFile(Type type, long size, Optional<Instant> modified) {
        this(type, size, modified, Optional.empty());
    }

    /** What stands there. */
    public enum Type {
        FILE,
        FOLDER,
        /** A symbolic link, a device. */
        OTHER
    }

    /** By which to see, with the size, whether a file is still the same; empty where the server tells nothing of the kind. */
    Optional<String> stamp() {
        return tag.map(text -> "=" + text).or(() -> modified.map(time -> Long.toString(time.getEpochSecond())));
    }
}
