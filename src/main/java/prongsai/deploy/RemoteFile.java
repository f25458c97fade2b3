package prongsai.deploy;

import java.time.Instant;
import java.util.Optional;

/**
 * What a server says of one of its files, which may be a lie.
 *
 * @param size in bytes; 0 for a folder
 * @param modified when it was last changed, by the server's clock, in whole seconds; empty where the server does not tell
 */
public record RemoteFile(Type type, long size, Optional<Instant> modified) {

    /** What stands there. */
    public enum Type {
        FILE,
        FOLDER,
        /** A symbolic link, a device. */
        OTHER
    }
}
