package prongsai.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.deploy.DeploymentProgress.Phase;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/** Carries out a plan on the server. */
final class Shipment {

    /** So often a file is sent when the server says that it got another size. */
    private static final int TRIES = 3;

    private final Crew crew;
    private final Workspace workspace;
    private final Owned owned;
    private final Manifest next;
    private final RemoteLock lock;
    private final DeploymentProgress progress;
    private final Interruption interruption;

    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicLong sentBytes = new AtomicLong();
    private final AtomicInteger sentFiles = new AtomicInteger();
    private long allBytes;
    private int allFiles;
    /** What is noted on the server. */
    private Set<OutputPath> unreached;

    Shipment(
            Crew crew,
            Workspace workspace,
            Owned owned,
            Manifest next,
            RemoteLock lock,
            DeploymentProgress progress,
            Interruption interruption) {
        this.crew = crew;
        this.workspace = workspace;
        this.owned = owned;
        this.next = next;
        this.lock = lock;
        this.progress = progress;
        this.interruption = interruption;
        this.unreached = owned.unreached();
    }

    /** Does it all; says how many bytes of files were sent. */
    long carryOut(DeploymentPlan plan) throws RemoteFailure, DeploymentFailure, IOException {
        List<OutputPath> all = plan.sent();
        allFiles = all.size();
        allBytes = all.stream().mapToLong(path -> bytesOf(path).size()).sum();
        crew.ask(connection -> {
            prepare(connection);
            return plan;
        });
        progress.phase(Phase.SENDING);
        Set<OutputPath> aside = new TreeSet<>(owned.unreached());
        aside.addAll(plan.additions());
        note(aside);
        createFolders(plan.additions());
        crew.each(plan.additions(), this::send);
        aside.removeIf(next::owns);
        note(aside);
        delete(plan.obstacles());
        deleteFolders(plan.obstacles(), folder -> true);
        createFolders(plan.replacements());
        crew.each(plan.replacements(), this::send);
        progress.phase(Phase.DELETING);
        note(Set.copyOf(plan.deletions()));
        delete(plan.deletions());
        deleteFolders(plan.vacated(), folder -> !next.owns(new OutputPath(folder)));
        progress.phase(Phase.COMPLETING);
        note(Set.of());
        crew.ask(connection -> {
            putManifest(connection);
            return plan;
        });
        crew.ask(connection -> {
            tidy(connection);
            return plan;
        });
        return sentBytes.get();
    }

    private Fingerprint bytesOf(OutputPath path) {
        return next.find(path).orElseThrow();
    }

    private void prepare(Connection connection) throws RemoteFailure, DeploymentFailure, IOException {
        if (!connection.isObjectStore()) {
            connection.createFolder(Bookkeeping.UPLOADS);
            clearUploads(connection);
        }
        Begun begun = owned.beginning(next);
        if (!begun.equals(owned.begun())) {
            put(connection, Bookkeeping.BEGUN, begun.text());
        }
    }

    /** Notes on the server to what nothing leads from now on, for whoever goes on after a cut. */
    private void note(Set<OutputPath> now) throws RemoteFailure, DeploymentFailure, IOException {
        if (now.equals(unreached)) {
            return;
        }
        SortedMap<OutputPath, Fingerprint> files = new TreeMap<>();
        for (OutputPath path : now) {
            // What a damaged note does not tell cannot be noted again.
            next.find(path)
                    .or(() -> owned.possible(path).stream().findFirst())
                    .ifPresent(bytes -> files.put(path, bytes));
        }
        crew.ask(connection -> {
            if (files.isEmpty()) {
                connection.delete(Bookkeeping.UNREACHED);
            } else {
                put(connection, Bookkeeping.UNREACHED, Deployment.bytes(new Manifest(files)));
            }
            return files;
        });
        unreached = Set.copyOf(now);
    }

    private void putManifest(Connection connection) throws RemoteFailure, DeploymentFailure {
        byte[] manifest = Deployment.bytes(next);
        put(connection, Bookkeeping.MANIFEST, manifest);
        connection
                .look(Bookkeeping.MANIFEST)
                .ifPresent(there -> workspace.seen().add(Bookkeeping.MANIFEST, Fingerprint.of(manifest), there));
    }

    /** Clears away what a run left that was cut before it had noted what it was about to do. */
    static void sweep(Connection connection) throws RemoteFailure {
        if (!connection.isObjectStore() && connection.look(Bookkeeping.UPLOADS).isPresent()) {
            deleteUploads(connection);
        }
    }

    private static void deleteUploads(Connection connection) throws RemoteFailure {
        clearUploads(connection);
        connection.deleteFolder(Bookkeeping.UPLOADS);
    }

    private static void tidy(Connection connection) throws RemoteFailure {
        if (!connection.isObjectStore()) {
            deleteUploads(connection);
        }
        // Last of all: until then the next run looks after what is left.
        connection.delete(Bookkeeping.BEGUN);
    }

    private static void clearUploads(Connection connection) throws RemoteFailure {
        for (String left : connection.list(Bookkeeping.UPLOADS).keySet()) {
            connection.delete(Bookkeeping.UPLOADS + "/" + left);
        }
    }

    /** Where a file is written to before it takes its place. */
    private String before(Connection connection, String path) {
        return connection.isObjectStore() ? path : Bookkeeping.UPLOADS + "/" + numbers.incrementAndGet();
    }

    private static void rename(Connection connection, String half, String path) throws RemoteFailure {
        if (!half.equals(path)) {
            connection.rename(half, path);
        }
    }

    private void put(Connection connection, String path, byte[] bytes) throws RemoteFailure, DeploymentFailure {
        String half = before(connection, path);
        connection.write(half, new ByteArrayInputStream(bytes), written -> {});
        long there = connection.look(half).map(RemoteFile::size).orElse(0L);
        if (there != bytes.length) {
            throw sizeDiffers(path, bytes.length, there);
        }
        rename(connection, half, path);
    }

    private static DeploymentFailure sizeDiffers(String path, long sent, long there) {
        return new DeploymentFailure(Reason.SIZE_DIFFERS, List.of(path, Long.toString(sent), Long.toString(there)));
    }

    private void createFolders(Collection<OutputPath> files) throws RemoteFailure, DeploymentFailure, IOException {
        for (Set<String> level : FolderLevels.of(files).outermostFirst()) {
            crew.each(level, (connection, folder) -> {
                if (!connection.isObjectStore()) {
                    lock.beat(connection);
                    connection.createFolder(folder);
                }
            });
        }
    }

    private void send(Connection connection, OutputPath path) throws RemoteFailure, DeploymentFailure, IOException {
        lock.beat(connection);
        Fingerprint bytes = bytesOf(path);
        Path source = workspace.kept().locate(bytes);
        Instant time = Files.getLastModifiedTime(source).toInstant();
        long there = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            String half = before(connection, path.text());
            if (half.equals(path.text())) {
                workspace.seen().forget(half);
            }
            write(connection, path, source, half);
            connection.setModified(half, time);
            Optional<RemoteFile> arrived = connection.look(half);
            there = arrived.map(RemoteFile::size).orElse(0L);
            if (there == bytes.size()) {
                workspace.seen().forget(path.text());
                rename(connection, half, path.text());
                workspace.seen().add(path.text(), bytes, arrived.orElseThrow());
                sentFiles.incrementAndGet();
                tell();
                return;
            }
            sentBytes.addAndGet(-bytes.size());
        }
        throw sizeDiffers(path.text(), bytes.size(), there);
    }

    private void write(Connection connection, OutputPath path, Path source, String half)
            throws RemoteFailure, DeploymentFailure, IOException {
        AtomicLong written = new AtomicLong();
        boolean arrived = false;
        try (InputStream in = new CheckedInput(Files.newInputStream(source), bytesOf(path))) {
            connection.write(half, interruption.untilRequested(in), count -> {
                written.addAndGet(count);
                sentBytes.addAndGet(count);
                tell();
            });
            arrived = true;
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof Interruption.Dropped) {
                interruption.check();
            }
            if (e.getCause() instanceof CheckedInput.Damaged) {
                // The disk has changed what it was given to keep.
                Files.deleteIfExists(source);
                throw new DeploymentFailure(Reason.SITE_DAMAGED, List.of(path.text()));
            }
            throw e.getCause();
        } finally {
            if (!arrived) {
                sentBytes.addAndGet(-written.get());
            }
        }
    }

    private void tell() {
        progress.sent(sentBytes.get(), allBytes, sentFiles.get(), allFiles);
    }

    private void delete(List<OutputPath> paths) throws RemoteFailure, DeploymentFailure, IOException {
        Set<OutputPath> pages = new TreeSet<>();
        Set<OutputPath> others = new TreeSet<>();
        paths.forEach(path -> (path.text().endsWith(".html") ? pages : others).add(path));
        for (Set<OutputPath> group : List.of(pages, others)) {
            crew.each(group, (connection, path) -> {
                lock.beat(connection);
                connection.delete(path.text());
            });
        }
    }

    /** The folders that the files were in, if nothing is left in them, the innermost first. */
    private void deleteFolders(List<OutputPath> files, Predicate<String> also)
            throws RemoteFailure, DeploymentFailure, IOException {
        FolderLevels needed = FolderLevels.of(next.files().keySet());
        for (Set<String> level : FolderLevels.of(files).innermostFirst()) {
            List<String> idle = level.stream()
                    .filter(folder -> !needed.has(folder) && also.test(folder))
                    .toList();
            crew.each(idle, (connection, folder) -> {
                if (!connection.isObjectStore()) {
                    connection.deleteFolder(folder);
                }
            });
        }
    }
}
