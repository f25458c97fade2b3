package prongsai.deploy.s3;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import prongsai.deploy.Connection;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.Target;
import prongsai.feeds.ServerFile;
import prongsai.site.ContentTypes;

/**
 * Files of a site as objects of a bucket. A folder is there as long as something is in it; one that is made gets an object of our
 * own ({@link Listing#MADE}), since what stores do with names that end in {@code /} differs.
 */
final class S3Connection implements Connection {

    private static final int EXISTS = 412;
    private static final int CONFLICT = 409;
    private static final int UNKNOWN_HERE = 501;
    private static final int TOKEN = 16;

    private final Target.Bucket target;
    private final Store store;
    private final Listing listing;
    private final Duration settling;
    private final SecureRandom random = new SecureRandom();

    /** @param settling how long somebody else may need between looking and making, in stores without conditions */
    S3Connection(Target.Bucket target, Store store, Duration settling) {
        this.target = target;
        this.store = store;
        this.listing = new Listing(target, store);
        this.settling = settling;
    }

    @Override
    public boolean isObjectStore() {
        return true;
    }

    private String key(String path) {
        return target.prefix().isEmpty() ? path : target.prefix() + "/" + path;
    }

    private String folderKey(String path) {
        String key = key(path);
        return key.isEmpty() || key.endsWith("/") ? key : key + "/";
    }

    private Ask object(String method, String key, String path) {
        return Ask.of(method, "/" + target.name() + "/" + key, path);
    }

    @Override
    public Optional<RemoteFile> look(String path) throws RemoteFailure {
        if (!path.isEmpty()) {
            Answer answer = store.ask(object("HEAD", key(path), path));
            if (answer.isDone()) {
                return Optional.of(answer.file());
            }
            if (answer.status() != Answer.NOT_FOUND) {
                throw store.refusals().of(answer, path);
            }
        }
        return path.isEmpty() || isFolder(path)
                ? Optional.of(new RemoteFile(RemoteFile.Type.FOLDER, 0, folderTime(path)))
                : Optional.empty();
    }

    private boolean isFolder(String path) throws RemoteFailure {
        return listing.hasBelow(folderKey(path));
    }

    /** Of one that was made. */
    private Optional<Instant> folderTime(String path) throws RemoteFailure {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = store.ask(object("HEAD", folderKey(path) + Listing.MADE, path));
        return answer.isDone() ? answer.file().modified() : Optional.empty();
    }

    @Override
    public Map<String, RemoteFile> list(String folder) throws RemoteFailure {
        return listing.under(folderKey(folder), false);
    }

    @Override
    public Optional<NavigableMap<String, RemoteFile>> listAll() throws RemoteFailure {
        return Optional.of(listing.under(folderKey(""), true));
    }

    @Override
    public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
        Answer answer = store.ask(object("GET", key(path), path).atMost(atMost));
        if (answer.isDone()) {
            return Optional.of(answer.body());
        }
        return absent(answer, path);
    }

    /** Nothing there, which is no failure; a bucket that is gone is one. */
    private <T> Optional<T> absent(Answer answer, String path) throws RemoteFailure {
        RemoteFailure failure = store.refusals().of(answer, path);
        if (answer.status() == Answer.NOT_FOUND && failure.reason() != Reason.NO_SUCH_BUCKET) {
            return Optional.empty();
        }
        throw failure;
    }

    @Override
    public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
        try (Body body = Body.of(bytes)) {
            Answer answer =
                    store.ask(served(object("PUT", key(path), path), path).body(body), written);
            if (!answer.isDone()) {
                throw store.refusals().of(answer, path);
            }
        }
    }

    /** With what the store is to say whenever somebody asks for the file. */
    private static Ask served(Ask ask, String path) {
        return ask.header("Content-Type", ContentTypes.of(path))
                .header("Cache-Control", ServerFile.isKept(path) ? ServerFile.KEPT_FOR_EVER : ServerFile.ASKED_ANEW);
    }

    @Override
    public void rename(String from, String to) throws RemoteFailure {
        Ask copy = served(object("PUT", key(to), to), to)
                .header("x-amz-metadata-directive", "REPLACE")
                .header("x-amz-copy-source", Signer.encoded("/" + target.name() + "/" + key(from)));
        Answer answer = store.ask(copy);
        // A copy that fails late has begun its answer with 200.
        if (!answer.isDone() || Document.of(answer.body()).root().equals("Error")) {
            throw store.refusals().of(answer, to);
        }
        delete(from);
    }

    @Override
    public void setModified(String path, Instant time) {
        // An object's time is when it was put there.
    }

    @Override
    public void delete(String path) throws RemoteFailure {
        deleteObject(key(path), path);
    }

    private void deleteObject(String key, String path) throws RemoteFailure {
        Answer answer = store.ask(object("DELETE", key, path));
        if (!answer.isDone()) {
            absent(answer, path);
        }
    }

    @Override
    public boolean createFolder(String path) throws RemoteFailure {
        byte[] token = new byte[TOKEN];
        random.nextBytes(token);
        byte[] mark = HexFormat.of().formatHex(token).getBytes(StandardCharsets.US_ASCII);
        String key = folderKey(path) + Listing.MADE;
        // Stores that do not know conditions pass over them in silence, and would put it over the one that is there.
        if (isFolder(path) || isTaken(put(key, path, mark, true), path)) {
            return false;
        }
        if (put(key, path, mark, true).status() == EXISTS) {
            // Conditions hold here, though not in every store for two at the very same moment.
            return isOurs(key, path, mark);
        }
        return isLast(key, path, mark);
    }

    private boolean isTaken(Answer answer, String path) throws RemoteFailure {
        if (answer.status() == EXISTS || answer.status() == CONFLICT) {
            return true;
        }
        if (!answer.isDone() && answer.status() != UNKNOWN_HERE) {
            throw store.refusals().of(answer, path);
        }
        return false;
    }

    private Answer put(String key, String path, byte[] bytes, boolean onlyIfNew) throws RemoteFailure {
        Ask ask = object("PUT", key, path).body(Body.of(bytes));
        return store.ask(onlyIfNew ? ask.header("If-None-Match", "*") : ask);
    }

    /** Without conditions the last to put it there has it, once everybody has who did not see another's. */
    private boolean isLast(String key, String path, byte[] mark) throws RemoteFailure {
        Answer answer = put(key, path, mark, false);
        if (!answer.isDone()) {
            throw store.refusals().of(answer, path);
        }
        try {
            Thread.sleep(settling.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RemoteFailure(Reason.CONNECTION_LOST, e, store.refusals().server());
        }
        return isOurs(key, path, mark);
    }

    private boolean isOurs(String key, String path, byte[] mark) throws RemoteFailure {
        Answer now = store.ask(object("GET", key, path));
        return now.isDone() && Arrays.equals(now.body(), mark);
    }

    @Override
    public boolean deleteFolder(String path) throws RemoteFailure {
        Set<String> marks = Set.of(folderKey(path), folderKey(path) + Listing.MADE);
        List<String> there = listing.someBelow(folderKey(path));
        if (!marks.containsAll(there)) {
            return false;
        }
        for (String mark : there) {
            deleteObject(mark, path);
        }
        return true;
    }

    @Override
    public void close() {
        // The platform closes what nobody uses.
    }
}
