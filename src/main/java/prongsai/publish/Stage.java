package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * Where a site is put together before any of it is published:
 *
 * <pre>{@code
 * try (Stage stage = Stage.open(Path.of("site"), Patience.NONE)) {
 *     List<OutputFile> files = List.of(stage.write(new OutputPath("index.html"), Kind.PAGE, html));
 *     PublishReport report = SitePublisher.publish(stage, files);
 * }
 * }</pre>
 *
 * <p>A stage is a folder beside the site's, so that it is on the same file system, where a move is one step, and so that
 * no server and no upload meets half-made files. Where that cannot be (the site's folder is a mount point, or the folder
 * above belongs to somebody else) it is a hidden folder inside. From the opening to the closing the site is locked against
 * other builds. What a killed build left behind is cleared at the next opening.
 *
 * <p>Several threads may write to one stage.
 */
public final class Stage implements AutoCloseable {

    private static final String INSIDE = ".prongsai-stage";
    private static final int REMOVALS = 100;
    private static final long REMOVAL_PAUSE = 2_000_000;
    private static final String PROBE = ".prongsai-probe";

    private final Path site;
    private final Path folder;
    private final FileTime openedAt;
    private final SiteLock lock;
    private final Disk disk;
    private final AtomicInteger written = new AtomicInteger();
    private final Ledger ledger;
    private final SiteFiles standing;

    private Stage(Path site, Path folder, FileTime openedAt, SiteLock lock, Disk disk, Manifest likely)
            throws IOException {
        this.site = site;
        this.folder = folder;
        this.openedAt = openedAt;
        this.lock = lock;
        this.disk = disk;
        this.ledger = new Ledger(this, likely);
        this.standing = new SiteFiles(site);
    }

    /** Bytes on this stage: to publish them they are moved, not copied, and cannot be opened any more. */
    private record Staged(Path folder, int number) implements OutputFile.Content {

        Path file() {
            return folder.resolve(Integer.toString(number));
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file());
        }
    }

    /** Bytes that the site has already: to write them to a stage would only be to throw them away. */
    private record Standing(Path site, OutputPath path) implements OutputFile.Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(site.resolve(path.text()), NOFOLLOW_LINKS);
        }
    }

    /**
     * Locks the site and makes an empty stage for it.
     *
     * @param site the site's folder, made if there is none; may be a symbolic link to a folder
     * @throws PublishFailure if another build is at work longer than patience lasts, or the disk refuses
     */
    public static Stage open(Path site, Patience patience) throws PublishFailure {
        return open(site, patience, Durability.POWER_CUT, Manifest.EMPTY);
    }

    /**
     * The same for a site that need not outlive everything.
     *
     * @param likely what most likely stands there. Right or wrong, the result is the same; right, it is not read again
     */
    public static Stage open(Path site, Patience patience, Durability durability, Manifest likely)
            throws PublishFailure {
        return open(site, patience, new Disk(durability), likely);
    }

    static Stage open(Path site, Patience patience, Disk disk) throws PublishFailure {
        return open(site, patience, disk, Manifest.EMPTY);
    }

    private static Stage open(Path site, Patience patience, Disk disk, Manifest likely) throws PublishFailure {
        try {
            Path root = realFolder(site, disk);
            SiteLock lock = SiteLock.acquire(root, patience);
            boolean opened = false;
            try {
                Stage stage = make(root, lock, disk, likely);
                opened = true;
                return stage;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw PublishFailure.of(e, site, false);
        }
    }

    private static Path realFolder(Path site, Disk disk) throws IOException, PublishFailure {
        boolean taken = Files.exists(site, NOFOLLOW_LINKS);
        if (taken && !Files.isDirectory(site)) {
            throw new PublishFailure(PublishFailure.Reason.NOT_A_FOLDER, List.of(site.toString()));
        }
        disk.createFolders(site);
        return site.toRealPath();
    }

    private static Stage make(Path root, SiteLock lock, Disk disk, Manifest likely) throws IOException {
        disk.delete(root.resolve(PROBE));
        disk.deleteTree(root.resolve(INSIDE));
        FileSystemException refusal = new FileSystemException(root.toString());
        for (Path folder : candidates(root)) {
            try {
                disk.deleteTree(folder);
                disk.createFolders(folder);
                return new Stage(root, folder, probe(folder, root, disk), lock, disk, likely);
            } catch (FileSystemException e) {
                e.addSuppressed(refusal);
                refusal = e;
            }
        }
        throw refusal;
    }

    private static List<Path> candidates(Path root) {
        List<Path> folders = new ArrayList<>();
        Path above = root.getParent();
        if (above != null) {
            folders.add(above.resolve("." + root.getFileName() + ".prongsai-stage"));
        }
        folders.add(root.resolve(INSIDE));
        return folders;
    }

    /**
     * Finds out whether a file can be moved from the stage to the site in one step: comparing the names of file systems
     * does not tell (a bind mount has the same).
     *
     * @return the file system's idea of now
     */
    private static FileTime probe(Path folder, Path root, Disk disk) throws IOException {
        Path staged = folder.resolve(PROBE);
        disk.create(staged).close();
        FileTime now = Files.getLastModifiedTime(staged);
        disk.move(staged, root.resolve(PROBE));
        disk.delete(root.resolve(PROBE));
        return now;
    }

    /** Stages bytes that are in memory already, unless the site has them in their place. */
    public OutputFile write(OutputPath path, OutputFile.Kind kind, byte[] bytes) throws PublishFailure {
        Fingerprint fingerprint = Fingerprint.of(bytes);
        try {
            if (ledger.holdings().hasUntouched(path, fingerprint, standing)) {
                return new OutputFile(path, kind, fingerprint, new Standing(site, path));
            }
            Staged staged = next();
            try (OutputStream out = disk.create(staged.file())) {
                out.write(bytes);
            }
            return new OutputFile(path, kind, fingerprint, staged);
        } catch (IOException e) {
            throw PublishFailure.of(e, folder, false);
        }
    }

    /** Stages bytes as they come. */
    public OutputFile write(OutputPath path, OutputFile.Kind kind, OutputFile.Writing writing) throws PublishFailure {
        Staged staged = next();
        try {
            return new OutputFile(path, kind, write(staged.file(), writing), staged);
        } catch (IOException e) {
            throw PublishFailure.of(e, folder, false);
        }
    }

    private Fingerprint write(Path file, OutputFile.Writing writing) throws IOException {
        MessageDigest digest = Fingerprint.digest();
        try (OutputStream out = new BufferedOutputStream(new DigestOutputStream(disk.create(file), digest), 1 << 16)) {
            writing.to(out);
        }
        return Fingerprint.of(digest.digest(), Files.size(file));
    }

    private Staged next() {
        return new Staged(folder, written.incrementAndGet());
    }

    /** Where the file's bytes are on this stage, if they are. */
    Optional<Path> placeOf(OutputFile file) {
        return file.content() instanceof Staged staged && staged.folder().equals(folder)
                ? Optional.of(staged.file())
                : Optional.empty();
    }

    /** The file's bytes copied to this stage, and checked to be what they were said to be. */
    Path copy(OutputFile file) throws IOException, PublishFailure {
        Path copy = next().file();
        boolean right;
        try {
            right = write(copy, out -> copy(file, out)).equals(file.fingerprint());
        } catch (NoSuchFileException e) {
            right = false;
        }
        if (!right) {
            throw new PublishFailure(
                    PublishFailure.Reason.CONTENT_CHANGED, List.of(file.path().text()));
        }
        return copy;
    }

    private static void copy(OutputFile file, OutputStream out) throws IOException {
        try (InputStream in = file.open()) {
            in.transferTo(out);
        }
    }

    /** A new file on this stage, safe from a power cut. */
    Path stage(OutputFile.Writing writing) throws IOException {
        Path file = next().file();
        try (OutputStream out = disk.create(file)) {
            writing.to(out);
        }
        disk.sync(file);
        return file;
    }

    /** The file system's idea of now, which is what the times of the site's files are compared with. */
    FileTime now() throws IOException {
        Path file = next().file();
        disk.create(file).close();
        return Files.getLastModifiedTime(file);
    }

    /** The real path of the site's folder. */
    Path site() {
        return site;
    }

    FileTime openedAt() {
        return openedAt;
    }

    Disk disk() {
        return disk;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Removes the stage and unlocks the site. What cannot be removed now is removed at the next opening. */
    @Override
    public void close() {
        try (lock) {
            removeFolder();
        } catch (IOException e) {
            // The site is whole and the lock gone; a file that another program holds open is no failure of the build.
        }
    }

    /** After a failure in one thread the others end what they have in hand, and may yet write a file. */
    private void removeFolder() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                disk.deleteTree(folder);
                return;
            } catch (DirectoryNotEmptyException e) {
                if (attempt == REMOVALS) {
                    throw e;
                }
                LockSupport.parkNanos(REMOVAL_PAUSE);
            }
        }
    }
}
