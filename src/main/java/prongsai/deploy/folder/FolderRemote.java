package prongsai.deploy.folder;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import prongsai.deploy.Connection;
import prongsai.deploy.Remote;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.RemoteFile;
import prongsai.deploy.Target;

/** A folder of this computer, or of a drive in the network. */
public final class FolderRemote implements Remote {

    private final Path folder;

    public FolderRemote(Target.Folder target) {
        this.folder = target.folder();
    }

    @Override
    public Connection connect() throws RemoteFailure {
        if (!Files.isDirectory(folder)) {
            throw new RemoteFailure(Reason.NO_SUCH_FOLDER, folder.toString());
        }
        return new FolderConnection(folder);
    }

    @Override
    public int connections() {
        return 2;
    }

    /** The disk has no connections that could be lost; only the form is that of one. */
    private static final class FolderConnection implements Connection {

        private static final int PORTION = 1 << 16;

        private final Path root;

        FolderConnection(Path root) {
            this.root = root;
        }

        /** What is done with the disk. */
        private interface Act<R> {
            R run(Path path) throws IOException;
        }

        private <R> R on(String path, Act<R> act) throws RemoteFailure {
            try {
                return act.run(root.resolve(path));
            } catch (IOException e) {
                throw failure(path, e);
            }
        }

        private static RemoteFailure failure(String path, IOException e) {
            String words = Objects.requireNonNullElse(e.getMessage(), "").toLowerCase(Locale.ROOT);
            // Java has no type for a full disk; the words are those of Linux and macOS, and of Windows in English.
            if (words.contains("no space left")
                    || words.contains("quota exceeded")
                    || words.contains("not enough space")) {
                return new RemoteFailure(Reason.DISK_FULL, e, path);
            }
            if (e instanceof AccessDeniedException
                    || words.contains("read-only file system")
                    || words.contains("operation not permitted")) {
                return new RemoteFailure(Reason.NOT_PERMITTED, e, path);
            }
            String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
            return new RemoteFailure(
                    Reason.REFUSED,
                    e,
                    path,
                    Objects.requireNonNullElse(reason, e.getClass().getSimpleName()));
        }

        @Override
        public Optional<RemoteFile> look(String path) throws RemoteFailure {
            return on(path, FolderConnection::look);
        }

        private static Optional<RemoteFile> look(Path path) throws IOException {
            try {
                BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS);
                Instant modified = found.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS);
                if (found.isDirectory()) {
                    return Optional.of(new RemoteFile(RemoteFile.Type.FOLDER, 0, Optional.of(modified)));
                }
                RemoteFile.Type type = found.isRegularFile() ? RemoteFile.Type.FILE : RemoteFile.Type.OTHER;
                return Optional.of(new RemoteFile(type, found.size(), Optional.of(modified)));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (FileSystemException e) {
                // A file stands where one of the folders above should be.
                if (e instanceof NotDirectoryException || isBelowFile(path)) {
                    return Optional.empty();
                }
                throw e;
            }
        }

        private static boolean isBelowFile(Path path) {
            Path above = path.getParent();
            return above != null && (Files.isRegularFile(above, NOFOLLOW_LINKS) || isBelowFile(above));
        }

        @Override
        public Map<String, RemoteFile> list(String folder) throws RemoteFailure {
            return on(folder, path -> {
                Map<String, RemoteFile> names = new TreeMap<>();
                try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
                    for (Path file : files) {
                        look(file)
                                .ifPresent(found -> names.put(file.getFileName().toString(), found));
                    }
                } catch (NoSuchFileException | NotDirectoryException e) {
                    return Map.of();
                }
                return names;
            });
        }

        @Override
        public Optional<byte[]> read(String path, long atMost) throws RemoteFailure {
            Optional<RemoteFile> found = look(path).filter(file -> file.type() == RemoteFile.Type.FILE);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            if (found.get().size() > atMost) {
                throw new RemoteFailure(Reason.TOO_LARGE, path);
            }
            return on(path, file -> {
                try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
                    return Optional.of(in.readNBytes((int) Math.min(atMost, Integer.MAX_VALUE - 8)));
                }
            });
        }

        @Override
        public void write(String path, InputStream bytes, LongConsumer written) throws RemoteFailure {
            on(path, file -> {
                try (OutputStream out = Files.newOutputStream(file)) {
                    byte[] portion = new byte[PORTION];
                    for (int count = read(bytes, portion); count >= 0; count = read(bytes, portion)) {
                        out.write(portion, 0, count);
                        written.accept(count);
                    }
                }
                return file;
            });
        }

        private static int read(InputStream bytes, byte[] portion) {
            try {
                return bytes.read(portion);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void rename(String from, String to) throws RemoteFailure {
            on(to, place -> Files.move(root.resolve(from), place, ATOMIC_MOVE));
        }

        @Override
        public void setModified(String path, Instant time) throws RemoteFailure {
            on(path, file -> Files.setLastModifiedTime(file, FileTime.from(time.truncatedTo(ChronoUnit.SECONDS))));
        }

        @Override
        public void delete(String path) throws RemoteFailure {
            if (look(path).filter(file -> file.type() == RemoteFile.Type.FOLDER).isPresent()) {
                throw new RemoteFailure(Reason.REFUSED, path, "is a folder");
            }
            on(path, Files::deleteIfExists);
        }

        @Override
        public boolean createFolder(String path) throws RemoteFailure {
            return on(path, folder -> {
                try {
                    Files.createDirectory(folder);
                    return true;
                } catch (FileAlreadyExistsException e) {
                    if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
                        return false;
                    }
                    throw e;
                }
            });
        }

        @Override
        public boolean deleteFolder(String path) throws RemoteFailure {
            return on(path, folder -> {
                try {
                    if (Files.isDirectory(folder, NOFOLLOW_LINKS)) {
                        Files.delete(folder);
                    }
                    return true;
                } catch (DirectoryNotEmptyException e) {
                    return false;
                }
            });
        }

        @Override
        public void close() {
            // Nothing is open between two calls.
        }
    }
}
