package prongsai.deploy;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.site.Manifest;

/** What this computer remembers of its publications to one target, for one process at a time. */
final class Workspace implements Closeable {

    private static final String FILES = "files";

    private final Path memory;
    private final Path folder;
    private final FileChannel channel;
    private final KeptFiles kept;
    private final Publications publications;
    private final SeenFiles seen;

    private Workspace(Path memory, Path folder, FileChannel channel) throws IOException {
        this.memory = memory;
        this.folder = folder;
        this.channel = channel;
        this.kept = kept(memory);
        this.publications = new Publications(folder);
        this.seen = SeenFiles.read(folder.resolve("seen"));
    }

    /**
     * Opens it, and makes it where it is missing.
     *
     * @throws DeploymentFailure {@link Reason#BUSY_HERE}
     */
    static Workspace open(Path memory, String target) throws IOException, DeploymentFailure {
        Path folder = memory.resolve(target);
        Files.createDirectories(folder);
        FileChannel channel = FileChannel.open(folder.resolve("busy"), CREATE, WRITE);
        boolean opened = false;
        try {
            if (tryLock(channel).isEmpty()) {
                throw new DeploymentFailure(Reason.BUSY_HERE, List.of());
            }
            Workspace workspace = new Workspace(memory, folder, channel);
            opened = true;
            return workspace;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    static KeptFiles kept(Path memory) {
        return new KeptFiles(memory.resolve(FILES));
    }

    KeptFiles kept() {
        return kept;
    }

    Publications publications() {
        return publications;
    }

    SeenFiles seen() {
        return seen;
    }

    /** Notes which lock on the server is ours. */
    Path lockNote() {
        return folder.resolve("lock");
    }

    /** Forgets the bytes that no remembered publication to any target has. */
    void tidy() throws IOException {
        List<Manifest> sites = new ArrayList<>();
        try (Stream<Path> targets = Files.list(memory)) {
            for (Path target : targets.filter(Files::isDirectory).toList()) {
                new Publications(target).all().forEach(publication -> sites.add(publication.manifest()));
            }
        }
        kept.retain(sites);
    }

    @Override
    public void close() throws IOException {
        seen.close();
        channel.close();
    }
}
