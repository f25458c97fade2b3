package prongsai.deploy.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.common.util.buffer.BufferException;
import org.apache.sshd.sftp.client.FullAccessSftpClient;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.CopyMode;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import prongsai.deploy.Connection;
import prongsai.deploy.Portions;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.ServerText;

/** An SFTP session in the site's folder. */
final class SftpConnection implements Connection {

    private static final int PORTION = 32 * 1024;

    private final SshClient client;
    private final SftpClient sftp;
    private final Failures failures;
    private final String root;
    private final Room room;

    SftpConnection(SshClient client, SftpClient sftp, Failures failures, String root) {
        this.client = client;
        this.sftp = sftp;
        this.failures = failures;
        this.root = root;
        this.room = new Room(sftp, root);
    }

    @Override
    public Optional<RemoteFile> look(String path) throws RemoteFailure {
        return ask(path, () -> stat(path));
    }

    private Optional<RemoteFile> stat(String path) throws IOException {
        try {
            Attributes there = sftp.lstat(at(path));
            boolean isNothing = there.getPermissions() == 0 && there.getSize() == 0 && there.getModifyTime() == null;
            // Apache's server answers so below a file.
            return isNothing ? Optional.empty() : Optional.of(file(there));
        } catch (SftpException e) {
            if (Failures.isNotThere(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static RemoteFile file(Attributes attributes) {
        RemoteFile.Type type = attributes.isRegularFile()
                ? RemoteFile.Type.FILE
                : attributes.isDirectory() ? RemoteFile.Type.FOLDER : RemoteFile.Type.OTHER;
        return new RemoteFile(
                type,
                type == RemoteFile.Type.FILE ? attributes.getSize() : 0,
                Optional.ofNullable(attributes.getModifyTime())
                        .map(time -> Instant.ofEpochSecond(time.toInstant().getEpochSecond())));
    }

    @Override
    public Map<String, RemoteFile> list(String folder) throws RemoteFailure {
        return ask(folder, () -> {
            Map<String, RemoteFile> files = new TreeMap<>();
            // A link to a folder elsewhere would be listed as if it were that folder.
            if (!folder.isEmpty() && !isFolder(folder)) {
                return files;
            }
            try (CloseableHandle handle = sftp.openDir(at(folder))) {
                for (DirEntry entry : sftp.listDir(handle)) {
                    if (ServerText.isName(entry.getFilename())) {
                        files.put(entry.getFilename(), file(entry.getAttributes()));
                    }
                }
            } catch (SftpException e) {
                if (!Failures.isNotThere(e)) {
                    throw e;
                }
            }
            return files;
        });
    }

    private boolean isFolder(String path) throws IOException {
        return stat(path).filter(f -> f.type() == RemoteFile.Type.FOLDER).isPresent();
    }

    @Override
    public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
        Optional<RemoteFile> file = look(path);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (file.get().type() != RemoteFile.Type.FILE) {
            throw new RemoteFailure(Reason.REFUSED, path, "not a file");
        }
        if (file.get().size() > atMost) {
            throw new RemoteFailure(Reason.TOO_LARGE, path);
        }
        Optional<byte[]> bytes = ask(path, () -> download(path, atMost));
        if (bytes.isEmpty()) {
            // Its size was a lie.
            throw new RemoteFailure(Reason.TOO_LARGE, path);
        }
        return bytes;
    }

    private Optional<byte[]> download(String path, long atMost) throws IOException {
        try (InputStream in = sftp.read(at(path), PORTION, OpenMode.Read)) {
            return Portions.all(in, atMost);
        }
    }

    @Override
    public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
        put(path, () -> {
            CloseableHandle handle = openToWrite(path);
            new Upload((FullAccessSftpClient) sftp, handle.getIdentifier(), written).send(bytes);
            return true;
        });
    }

    /** A file that must be new cannot be a link that leads elsewhere; only where one stands there it is looked at first. */
    private CloseableHandle openToWrite(String path) throws IOException {
        try {
            return sftp.open(at(path), EnumSet.of(OpenMode.Write, OpenMode.Create, OpenMode.Exclusive));
        } catch (SftpException e) {
            Optional<RemoteFile> there = stat(path);
            if (there.isEmpty() || there.get().type() != RemoteFile.Type.FILE) {
                throw e;
            }
            return sftp.open(at(path), EnumSet.of(OpenMode.Write, OpenMode.Truncate));
        }
    }

    @Override
    public void rename(String from, String to) throws RemoteFailure {
        put(to, () -> {
            OpenSSHPosixRenameExtension inOneStep = sftp.getExtension(OpenSSHPosixRenameExtension.class);
            if (inOneStep != null && inOneStep.isSupported()) {
                inOneStep.posixRename(at(from), at(to));
            } else if (sftp.getVersion() >= SftpConstants.SFTP_V5) {
                sftp.rename(at(from), at(to), CopyMode.Atomic, CopyMode.Overwrite);
            } else {
                replace(from, to);
            }
            return true;
        });
    }

    /** Without a rename that replaces: the old file is put aside and deleted last, so that a failure loses neither. */
    private void replace(String from, String to) throws IOException {
        try {
            sftp.rename(at(from), at(to));
        } catch (SftpException e) {
            if (stat(from).isEmpty()
                    || stat(to).filter(f -> f.type() == RemoteFile.Type.FILE).isEmpty()) {
                throw e;
            }
            String aside = ServerText.aside(to);
            if (stat(aside).isPresent()) {
                sftp.remove(at(aside));
            }
            sftp.rename(at(to), at(aside));
            try {
                sftp.rename(at(from), at(to));
            } catch (SftpException again) {
                sftp.rename(at(aside), at(to));
                throw again;
            }
            sftp.remove(at(aside));
        }
    }

    @Override
    public void setModified(String path, Instant time) throws RemoteFailure {
        ask(path, () -> {
            FileTime second = FileTime.from(Instant.ofEpochSecond(time.getEpochSecond()));
            try {
                // Version 3 of the protocol sets both or none.
                sftp.setStat(at(path), new Attributes().modifyTime(second).accessTime(second));
            } catch (SftpException e) {
                return false;
            }
            return true;
        });
    }

    @Override
    public void delete(String path) throws RemoteFailure {
        ask(path, () -> {
            try {
                sftp.remove(at(path));
            } catch (SftpException e) {
                if (!Failures.isNotThere(e)) {
                    throw e;
                }
            }
            return true;
        });
    }

    @Override
    public boolean createFolder(String path) throws RemoteFailure {
        return put(path, () -> {
            try {
                sftp.mkdir(at(path));
                return true;
            } catch (SftpException e) {
                if (isFolder(path)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean deleteFolder(String path) throws RemoteFailure {
        return ask(path, () -> {
            try {
                sftp.rmdir(at(path));
                return true;
            } catch (SftpException e) {
                if (e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED) {
                    throw e;
                }
                return !isFolder(path);
            }
        });
    }

    @Override
    public void close() {
        client.close(true);
    }

    private String at(String path) {
        if (path.isEmpty()) {
            return root;
        }
        return root.endsWith("/") ? root + path : root + "/" + path;
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    /** Something that takes room on the server's disk. */
    private <T> T put(String path, Question<T> question) throws RemoteFailure {
        return ask(path, () -> {
            try {
                return question.ask();
            } catch (SftpException e) {
                throw room.isShort(e) ? Room.failure(e) : e;
            }
        });
    }

    private <T> T ask(String path, Question<T> question) throws RemoteFailure {
        try {
            return question.ask();
        } catch (IOException e) {
            throw failures.of(e, path);
        } catch (BufferException | IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException e) {
            throw failures.ofNonsense(e);
        }
    }
}
