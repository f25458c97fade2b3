package prongsai.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * A finished site under its lock: no build changes it until it is closed. Where we may not write, not even a lock, only
 * others can build: then the manifest alone tells a file that they change meanwhile.
 */
public final class HeldSite implements Closeable {

    private final Path root;
    private final Optional<SiteLock> lock;
    private final Optional<Manifest> manifest;

    private HeldSite(Path root, Optional<SiteLock> lock, Optional<Manifest> manifest) {
        this.root = root;
        this.lock = lock;
        this.manifest = manifest;
    }

    /**
     * Waits for a build that is at work, and keeps others out.
     *
     * @throws PublishFailure where there is no such folder, its build takes too long, or it cannot be read
     */
    public static HeldSite hold(Path site, Patience patience) throws PublishFailure {
        if (!Files.isDirectory(site)) {
            throw new PublishFailure(PublishFailure.Reason.NOT_A_FOLDER, List.of(site.toString()));
        }
        try {
            Path root = site.toRealPath();
            Optional<SiteLock> lock = lock(root, patience);
            try {
                Holdings holdings = Holdings.read(root, FileTime.from(Instant.MAX));
                boolean whole = holdings.sound() && holdings.interrupted().isEmpty();
                return new HeldSite(root, lock, whole ? Optional.of(holdings.owned()) : Optional.empty());
            } catch (IOException | RuntimeException e) {
                close(lock);
                throw e;
            }
        } catch (IOException e) {
            throw PublishFailure.of(e, site, false);
        }
    }

    private static Optional<SiteLock> lock(Path root, Patience patience) throws IOException, PublishFailure {
        try {
            return Optional.of(SiteLock.acquire(root, patience));
        } catch (FileSystemException e) {
            if (PublishFailure.of(e, root, false).reason() == PublishFailure.Reason.NOT_PERMITTED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static void close(Optional<SiteLock> lock) throws IOException {
        if (lock.isPresent()) {
            lock.get().close();
        }
    }

    /** What the last build left here; empty where none has ended, or its manifest is damaged. */
    public Optional<Manifest> manifest() {
        return manifest;
    }

    public Path locate(OutputPath path) {
        return root.resolve(path.text());
    }

    @Override
    public void close() throws IOException {
        close(lock);
    }
}
