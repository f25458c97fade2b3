package prongsai.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import prongsai.deploy.DeploymentFailure.Reason;

/**
 * One publication at a time, among all computers that publish to one place.
 *
 * <p>The lock is a folder on the server, since making one succeeds for one of two and fails for the other, over every
 * protocol (in a bucket, what stands for one). In it a file says who holds it. A computer that lost its connection knows its own lock again by what it noted
 * here, and goes on; a lock of another whose file was not renewed for {@link #STALE}, by the server's own clock, was left
 * behind and is taken over.
 */
final class RemoteLock {

    static final Duration STALE = Duration.ofMinutes(30);

    private static final long BEAT_NANOS = Duration.ofMinutes(1).toNanos();
    private static final int LARGEST = 1000;
    private static final int LINES = 3;

    private static final String OWNER = Bookkeeping.LOCK + "/owner";

    private final Path note;
    private final String token;
    private final String text;
    private final AtomicLong lastBeat = new AtomicLong(System.nanoTime());
    private boolean released;

    private RemoteLock(Path note, String token, String person, Instant now) {
        this.note = note;
        this.token = token;
        this.text = token + "\n" + person + "\n" + now + "\n";
    }

    /** Who holds a lock. */
    private record Owner(String token, String person, String since) {

        /** Empty where the text is only half of one. */
        static Optional<Owner> of(String text) {
            List<String> lines = text.lines().toList();
            return lines.size() == LINES && text.endsWith("\n")
                    ? Optional.of(new Owner(lines.get(0), lines.get(1), lines.get(2)))
                    : Optional.empty();
        }
    }

    /**
     * Takes the lock.
     *
     * @param note file of this computer that remembers which lock is ours
     * @param token tells this run from any other
     * @param force takes it from whoever holds it
     * @throws DeploymentFailure {@link Reason#BUSY}
     */
    static RemoteLock acquire(Connection connection, Path note, String token, String person, Instant now, boolean force)
            throws RemoteFailure, DeploymentFailure, IOException {
        RemoteLock lock = new RemoteLock(note, token, person, now);
        String before = Files.exists(note) ? Files.readString(note) : "";
        // Noted first: a lock that we hold without knowing it would keep us out.
        Files.createDirectories(note.getParent());
        Files.writeString(note, before + token + "\n");
        boolean isNew = connection.createFolder(Bookkeeping.LOCK);
        if (!isNew) {
            Optional<Owner> owner = lock.read(connection);
            // One that was cut short while it took or left the lock may not have written whose it is.
            boolean ours =
                    owner.isPresent() ? before.lines().anyMatch(owner.get().token()::equals) : !before.isBlank();
            if (!ours && !force && !lock.isLeftBehind(connection)) {
                throw lock.busy(Reason.BUSY, owner);
            }
        }
        try {
            lock.write(connection);
        } catch (RemoteFailure e) {
            if (isNew && !e.isPassing()) {
                // On a full disk there is room for the folder but not for the file. It must not keep everybody out.
                connection.delete(OWNER);
                connection.deleteFolder(Bookkeeping.LOCK);
            }
            throw e;
        }
        // Of two who take over at once the last to write has it.
        lock.requireOurs(connection, Reason.BUSY);
        return lock;
    }

    /** Tells others that the publication goes on, once in a while. */
    void beat(Connection connection) throws RemoteFailure, DeploymentFailure {
        long last = lastBeat.get();
        long now = System.nanoTime();
        if (now - last > BEAT_NANOS && lastBeat.compareAndSet(last, now)) {
            requireOurs(connection, Reason.OVERTAKEN);
            write(connection);
        }
    }

    /** Lets go of it; again if it failed. Somebody who has taken over keeps theirs. */
    void release(Connection connection) throws RemoteFailure, IOException {
        if (read(connection).filter(owner -> owner.token().equals(token)).isPresent()) {
            released = true;
            connection.delete(OWNER);
        }
        if (released) {
            connection.deleteFolder(Bookkeeping.LOCK);
        }
        Files.deleteIfExists(note);
    }

    private void requireOurs(Connection connection, Reason otherwise) throws RemoteFailure, DeploymentFailure {
        Optional<Owner> owner = read(connection);
        if (owner.isEmpty() || !owner.get().token().equals(token)) {
            throw busy(otherwise, owner);
        }
    }

    private DeploymentFailure busy(Reason reason, Optional<Owner> owner) {
        return new DeploymentFailure(
                reason,
                List.of(
                        owner.map(Owner::person).orElse(""),
                        owner.map(Owner::since).orElse("")));
    }

    private Optional<Owner> read(Connection connection) throws RemoteFailure {
        return connection.read(OWNER, LARGEST).flatMap(bytes -> Owner.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    private void write(Connection connection) throws RemoteFailure {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        connection.write(OWNER, new ByteArrayInputStream(bytes), written -> {});
    }

    /** Both times are the server's: its clock may be wrong, but it is one clock. */
    private boolean isLeftBehind(Connection connection) throws RemoteFailure {
        String probe = Bookkeeping.LOCK + "/" + token;
        connection.write(probe, new ByteArrayInputStream(new byte[0]), written -> {});
        Optional<Instant> now = connection.look(probe).flatMap(RemoteFile::modified);
        connection.delete(probe);
        // Without an owner the folder itself tells since when.
        Optional<RemoteFile> owner = connection.look(OWNER);
        Optional<Instant> then =
                (owner.isPresent() ? owner : connection.look(Bookkeeping.LOCK)).flatMap(RemoteFile::modified);
        return now.isPresent()
                && then.isPresent()
                && Duration.between(then.get(), now.get()).compareTo(STALE) > 0;
    }
}
