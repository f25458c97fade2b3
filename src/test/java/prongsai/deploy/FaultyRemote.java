package prongsai.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.folder.FolderRemote;

/** A folder behind a line that fails when it is told to. */
final class FaultyRemote implements Remote {

    /** Says before each act on the server whether the line holds. */
    interface Line {
        /** @param act such as {@code write} */
        Optional<Reason> fault(String act);
    }

    private final FolderRemote folder;
    private final int connections;
    private final Line line;
    private final List<String> acts = new ArrayList<>();

    FaultyRemote(Path folder, int connections, Line line) {
        this.folder = new FolderRemote(new Target.Folder(folder));
        this.connections = connections;
        this.line = line;
    }

    /** A line on which nothing ever fails. */
    static FaultyRemote sound(Path folder) {
        return new FaultyRemote(folder, 1, act -> Optional.empty());
    }

    /** The line is cut for good after so many acts. */
    static FaultyRemote cutAfter(Path folder, int survives) {
        int[] left = {survives};
        return new FaultyRemote(
                folder, 1, act -> left[0]-- > 0 ? Optional.empty() : Optional.of(Reason.CONNECTION_LOST));
    }

    /** What was done on the server so far, in order: {@code write news/index.html}. */
    synchronized List<String> acts() {
        return List.copyOf(acts);
    }

    private synchronized void act(String act, String path) throws RemoteFailure {
        Optional<Reason> fault = line.fault(act);
        if (fault.isPresent()) {
            throw new RemoteFailure(fault.get(), path);
        }
        acts.add(act + " " + path);
    }

    @Override
    public Connection connect() throws RemoteFailure {
        act("connect", "");
        return new FaultyConnection(folder.connect());
    }

    @Override
    public int connections() {
        return connections;
    }

    private final class FaultyConnection implements Connection {

        private final Connection real;

        FaultyConnection(Connection real) {
            this.real = real;
        }

        @Override
        public Optional<RemoteFile> look(String path) throws RemoteFailure {
            act("look", path);
            return real.look(path);
        }

        @Override
        public Map<String, RemoteFile> list(String path) throws RemoteFailure {
            act("list", path);
            return real.list(path);
        }

        @Override
        public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
            act("read", path);
            return real.read(path, atMost);
        }

        @Override
        public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
            byte[] all = all(bytes);
            try {
                act("write", path);
            } catch (RemoteFailure e) {
                // Half of it had arrived.
                real.write(path, new ByteArrayInputStream(all, 0, all.length / 2), written);
                throw e;
            }
            real.write(path, new ByteArrayInputStream(all), written);
        }

        private static byte[] all(InputStream bytes) {
            try {
                return bytes.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void rename(String from, String to) throws RemoteFailure {
            act("rename", to);
            real.rename(from, to);
        }

        @Override
        public void setModified(String path, Instant time) throws RemoteFailure {
            act("set time", path);
            real.setModified(path, time);
        }

        @Override
        public void delete(String path) throws RemoteFailure {
            act("delete", path);
            real.delete(path);
        }

        @Override
        public boolean createFolder(String path) throws RemoteFailure {
            act("create folder", path);
            return real.createFolder(path);
        }

        @Override
        public boolean deleteFolder(String path) throws RemoteFailure {
            act("delete folder", path);
            return real.deleteFolder(path);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
