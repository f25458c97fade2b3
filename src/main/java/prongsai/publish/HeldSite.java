package prongsai.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/** A finished site under its lock: no build changes it until it is closed. */
public final class HeldSite implements Closeable {

    private final Path root;
    private final SiteLock lock;
    private final Optional<Manifest> manifest;

    private HeldSite(Path root, SiteLock lock, Optional<Manifest> manifest) {
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
            SiteLock lock = SiteLock.acquire(root, patience);
            try {
                Holdings holdings = Holdings.read(root, FileTime.from(Instant.MAX));
                boolean whole = holdings.sound() && holdings.interrupted().isEmpty();
                return new HeldSite(root, lock, whole ? Optional.of(holdings.owned()) : Optional.empty());
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw PublishFailure.of(e, site, false);
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
        lock.close();
    }
}
