package prongsai.deploy.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import prongsai.deploy.Connection;
import prongsai.deploy.Portions;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.ServerText;

/** A folder that is written to directly. */
final class FolderConnection implements Connection {

    private static final int PORTION = 64 * 1024;

    /** The platform tells a full disk in words alone: those of Linux, macOS and Windows. */
    private static final Pattern NO_ROOM = Pattern.compile(
            "no space left|disk quota exceeded|not enough space|disk is full", Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIED =
            Pattern.compile("read-only file system|operation not permitted", Pattern.CASE_INSENSITIVE);

    private final Path root;

    FolderConnection(Path root) {
        this.root = root;
    }

    @Override
    public Optional<RemoteFile> look(String path) throws RemoteFailure {
        return ask(path, () -> stat(at(path), path.isEmpty()));
    }

    private static Optional<RemoteFile> stat(Path path, boolean followsLinks) throws IOException {
        try {
            BasicFileAttributes there = followsLinks
                    ? Files.readAttributes(path, BasicFileAttributes.class)
                    : Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            RemoteFile.Type type = there.isRegularFile()
                    ? RemoteFile.Type.FILE
                    : there.isDirectory() ? RemoteFile.Type.FOLDER : RemoteFile.Type.OTHER;
            Instant modified = there.lastModifiedTime().toInstant();
            return Optional.of(new RemoteFile(
                    type,
                    type == RemoteFile.Type.FILE ? there.size() : 0,
                    Optional.of(Instant.ofEpochSecond(modified.getEpochSecond()))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (FileSystemException e) {
            // "Not a directory": a file stands where a folder above the path should.
            if (e.getClass() == FileSystemException.class && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Map<String, RemoteFile> list(String folder) throws RemoteFailure {
        return ask(folder, () -> {
            Map<String, RemoteFile> files = new TreeMap<>();
            if (!folder.isEmpty() && !isFolder(at(folder))) {
                return files;
            }
            try (DirectoryStream<Path> each = Files.newDirectoryStream(at(folder))) {
                for (Path file : each) {
                    String name = file.getFileName().toString();
                    if (ServerText.isName(name)) {
                        stat(file, false).ifPresent(there -> files.put(name, there));
                    }
                }
            } catch (NoSuchFileException | NotDirectoryException e) {
                return files;
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
            return files;
        });
    }

    @Override
    public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
        Optional<RemoteFile> there = look(path);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (there.get().type() != RemoteFile.Type.FILE) {
            throw new RemoteFailure(Reason.REFUSED, path, "not a file");
        }
        Optional<byte[]> bytes = ask(path, () -> bytes(at(path), atMost));
        if (bytes.isEmpty()) {
            throw new RemoteFailure(Reason.TOO_LARGE, path);
        }
        return bytes;
    }

    private static Optional<byte[]> bytes(Path file, long atMost) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Portions.all(in, atMost);
        }
    }

    @Override
    public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
        ask(path, () -> {
            try (FileChannel out = FileChannel.open(
                    at(path),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    LinkOption.NOFOLLOW_LINKS)) {
                byte[] portion = new byte[PORTION];
                for (int n = Portions.fill(bytes, portion); n > 0; n = Portions.fill(bytes, portion)) {
                    ByteBuffer buffer = ByteBuffer.wrap(portion, 0, n);
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                    written.accept(n);
                }
                out.force(false);
            }
            return true;
        });
    }

    @Override
    public void rename(String from, String to) throws RemoteFailure {
        ask(to, () -> {
            try {
                Files.move(at(from), at(to), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(at(from), at(to), StandardCopyOption.REPLACE_EXISTING);
            }
            return true;
        });
    }

    @Override
    public void setModified(String path, Instant time) throws RemoteFailure {
        ask(path, () -> {
            try {
                Files.setLastModifiedTime(at(path), FileTime.from(Instant.ofEpochSecond(time.getEpochSecond())));
                return true;
            } catch (FileSystemException e) {
                return false;
            }
        });
    }

    @Override
    public void delete(String path) throws RemoteFailure {
        ask(path, () -> {
            if (isFolder(at(path))) {
                throw new FileSystemException(path, null, "a folder");
            }
            return Files.deleteIfExists(at(path));
        });
    }

    @Override
    public boolean createFolder(String path) throws RemoteFailure {
        return ask(path, () -> {
            try {
                Files.createDirectory(at(path));
                return true;
            } catch (FileAlreadyExistsException e) {
                if (isFolder(at(path))) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean deleteFolder(String path) throws RemoteFailure {
        return ask(path, () -> {
            if (!isFolder(at(path))) {
                return true;
            }
            try {
                Files.deleteIfExists(at(path));
                return true;
            } catch (DirectoryNotEmptyException e) {
                return false;
            }
        });
    }

    @Override
    public void close() {
        // Nothing is held open.
    }

    private Path at(String path) throws IOException {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            throw new FileSystemException(path, null, e.getReason());
        }
    }

    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T ask(String path, Question<T> question) throws RemoteFailure {
        try {
            return question.ask();
        } catch (AccessDeniedException e) {
            throw new RemoteFailure(Reason.NOT_PERMITTED, e, path);
        } catch (IOException e) {
            String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
            String words = ServerText.words(Optional.ofNullable(said).orElse(""));
            if (NO_ROOM.matcher(words).find()) {
                throw new RemoteFailure(Reason.DISK_FULL, e, path);
            }
            throw DENIED.matcher(words).find()
                    ? new RemoteFailure(Reason.NOT_PERMITTED, e, path)
                    : new RemoteFailure(Reason.REFUSED, e, path, words);
        }
    }
}
