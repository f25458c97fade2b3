package prongsai.deploy.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.parser.ParserInitializationException;
import prongsai.deploy.Connection;
import prongsai.deploy.Portions;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.ServerText;

/** An FTP session in the site's folder. */
final class FtpConnection implements Connection {

    private static final int PORTION = 16 * 1024;

    /** How long the server may take to say goodbye, in milliseconds. */
    private static final int GOODBYE = 500;

    private static final DateTimeFormatter MFMT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final FTPClient client;
    private final Sockets sockets;
    private final Watchdog watchdog;
    private final Replies replies;
    private final Listing listing;
    private final boolean setsTimes;
    private boolean isBroken;

    FtpConnection(FTPClient client, Sockets sockets, Watchdog watchdog, Replies replies) throws IOException {
        this.client = client;
        this.sockets = sockets;
        this.watchdog = watchdog;
        this.replies = replies;
        this.listing = new Listing(client, client.hasFeature("MLST"));
        this.setsTimes = client.hasFeature("MFMT");
    }

    @Override
    public Optional<RemoteFile> look(String path) throws RemoteFailure {
        return ask(() -> there(path));
    }

    private Optional<RemoteFile> there(String path) throws IOException, RemoteFailure {
        Optional<RemoteFile> there = listing.look(path);
        if (there.isEmpty() && !listing.isDone()) {
            throw replies.refusal(client, path);
        }
        return there;
    }

    private boolean isFolder(String path) throws IOException, RemoteFailure {
        return there(path).filter(f -> f.type() == RemoteFile.Type.FOLDER).isPresent();
    }

    @Override
    public Map<String, RemoteFile> list(String folder) throws RemoteFailure {
        return ask(() -> {
            if (!isFolder(folder)) {
                return new TreeMap<>();
            }
            Map<String, RemoteFile> files = listing.list(folder);
            if (!listing.isDone()) {
                throw replies.refusal(client, folder);
            }
            return files;
        });
    }

    @Override
    public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
        return ask(() -> {
            Optional<RemoteFile> file = there(path);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            if (file.get().type() != RemoteFile.Type.FILE) {
                throw new RemoteFailure(Reason.REFUSED, path, "not a file");
            }
            if (file.get().size() > atMost) {
                throw new RemoteFailure(Reason.TOO_LARGE, path);
            }
            return Optional.of(download(path, atMost));
        });
    }

    private byte[] download(String path, long atMost) throws IOException, RemoteFailure {
        Optional<byte[]> bytes;
        try (InputStream in = opened(client.retrieveFileStream(path), path)) {
            bytes = Portions.all(in, atMost);
        }
        // The answer comes also where the file was not read to its end, and must be heard.
        boolean isWhole = client.completePendingCommand();
        if (bytes.isEmpty()) {
            throw new RemoteFailure(Reason.TOO_LARGE, path);
        }
        if (!isWhole) {
            throw replies.refusal(client, path);
        }
        return bytes.get();
    }

    private <T> T opened(T stream, String path) throws RemoteFailure {
        if (stream == null) {
            throw replies.refusal(client, path);
        }
        return stream;
    }

    @Override
    public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
        ask(() -> {
            try (Watchdog.Watch watch = watchdog.watch(sockets)) {
                upload(path, bytes, written, watch);
            }
            return true;
        });
    }

    private void upload(String path, InputStream bytes, LongConsumer written, Watchdog.Watch watch)
            throws IOException, RemoteFailure {
        OutputStream out = opened(client.storeFileStream(path), path);
        long sent = 0;
        try (out) {
            byte[] portion = new byte[PORTION];
            for (int n = Portions.fill(bytes, portion); n > 0; n = Portions.fill(bytes, portion)) {
                out.write(portion, 0, n);
                watch.alive();
                written.accept(n);
                sent += n;
            }
            out.flush();
            if (client instanceof TlsClient tls) {
                tls.endFile();
            }
        } catch (UncheckedIOException e) {
            client.completePendingCommand();
            throw e;
        } catch (IOException e) {
            throw whyNotTaken(e, path, watch);
        }
        watch.close();
        if (!client.completePendingCommand()) {
            throw replies.refusal(client, path);
        }
        refuseTorn(path, sent);
    }

    /** A server that can take no more may close the connection for files first, and say why on that for commands. */
    private RemoteFailure whyNotTaken(IOException e, String path, Watchdog.Watch watch) {
        if (watch.isCut()) {
            return new RemoteFailure(Reason.TIMED_OUT, e, replies.account().server());
        }
        try {
            if (!client.completePendingCommand()) {
                return replies.refusal(client, path);
            }
        } catch (IOException gone) {
            e.addSuppressed(gone);
        }
        return replies.of(e);
    }

    /** To a server that does not look for the end of the encryption a connection that was cut is the end of the file. */
    private void refuseTorn(String path, long sent) throws IOException, RemoteFailure {
        String size = client.getSize(path);
        if (size != null && !size.strip().equals(Long.toString(sent))) {
            throw new RemoteFailure(Reason.CONNECTION_LOST, replies.account().server());
        }
    }

    @Override
    public void rename(String from, String to) throws RemoteFailure {
        ask(() -> {
            if (!client.rename(from, to)) {
                replace(from, to, replies.refusal(client, to));
            }
            return true;
        });
    }

    /** Without a rename that replaces: the old file is put aside and deleted last, so that a failure loses neither. */
    private void replace(String from, String to, RemoteFailure refusal) throws IOException, RemoteFailure {
        if (refusal.isPassing()
                || there(from).isEmpty()
                || there(to).filter(f -> f.type() == RemoteFile.Type.FILE).isEmpty()) {
            throw refusal;
        }
        String aside = ServerText.aside(to);
        client.deleteFile(aside);
        if (!client.rename(to, aside)) {
            throw refusal;
        }
        if (!client.rename(from, to)) {
            RemoteFailure again = replies.refusal(client, to);
            client.rename(aside, to);
            throw again;
        }
        client.deleteFile(aside);
    }

    @Override
    public void setModified(String path, Instant time) throws RemoteFailure {
        ask(() -> setsTimes && client.setModificationTime(path, MFMT.format(time)));
    }

    @Override
    public void delete(String path) throws RemoteFailure {
        ask(() -> {
            if (!client.deleteFile(path)) {
                RemoteFailure refusal = replies.refusal(client, path);
                if (refusal.isPassing() || there(path).isPresent()) {
                    throw refusal;
                }
            }
            return true;
        });
    }

    @Override
    public boolean createFolder(String path) throws RemoteFailure {
        return ask(() -> {
            if (client.makeDirectory(path)) {
                return true;
            }
            RemoteFailure refusal = replies.refusal(client, path);
            if (refusal.isPassing() || !isFolder(path)) {
                throw refusal;
            }
            return false;
        });
    }

    @Override
    public boolean deleteFolder(String path) throws RemoteFailure {
        return ask(() -> {
            if (client.removeDirectory(path)) {
                return true;
            }
            RemoteFailure refusal = replies.refusal(client, path);
            if (refusal.isPassing()) {
                throw refusal;
            }
            return !isFolder(path);
        });
    }

    @Override
    public void close() {
        try {
            if (!isBroken) {
                client.setSoTimeout(GOODBYE);
                client.quit();
            }
        } catch (IOException e) {
            // Nobody waits for it.
            isBroken = true;
        }
        sockets.close();
    }

    private interface Question<T> {
        T ask() throws IOException, RemoteFailure;
    }

    private <T> T ask(Question<T> question) throws RemoteFailure {
        try {
            return question.ask();
        } catch (IOException e) {
            isBroken = true;
            throw replies.of(e);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ParserInitializationException e) {
            // The library takes servers at their word; after nonsense nobody knows which answer is to which question.
            isBroken = true;
            throw new RemoteFailure(Reason.CONNECTION_LOST, e, replies.account().server());
        } catch (RemoteFailure e) {
            isBroken |= e.isPassing();
            throw e;
        }
    }
}
