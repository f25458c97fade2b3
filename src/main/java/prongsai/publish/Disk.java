package prongsai.publish;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** Every change to the disk, one method each, so that a test can stop the world before any one of them. */
class Disk {

    private final boolean syncs;

    Disk() {
        this(Durability.POWER_CUT);
    }

    Disk(Durability durability) {
        this.syncs = durability == Durability.POWER_CUT;
    }

    /**
     * Called before each change.
     *
     * @throws IOException only in tests
     */
    void before(String change, Path path) throws IOException {}

    void createFolders(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            createMissing(folder);
        }
    }

    /** The same of a folder that was looked for and not found. */
    void createMissing(Path folder) throws IOException {
        before("create folder", folder);
        Files.createDirectories(folder);
    }

    OutputStream create(Path file) throws IOException {
        before("write", file);
        return Files.newOutputStream(file, CREATE_NEW, WRITE);
    }

    /** Makes sure that the bytes outlive a power cut, if they have to. */
    void sync(Path file) throws IOException {
        before("sync", file);
        if (!syncs) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, WRITE)) {
            channel.force(false);
        }
    }

    /** In one step, whatever file stood there before; never moves into a folder, never follows a link. */
    void move(Path from, Path to) throws IOException {
        before("move", to);
        Files.move(from, to, ATOMIC_MOVE);
    }

    void setTime(Path file, FileTime time) throws IOException {
        before("set time", file);
        Files.setLastModifiedTime(file, time);
    }

    /** A link is deleted, not what it leads to. */
    void delete(Path file) throws IOException {
        before("delete", file);
        Files.deleteIfExists(file);
    }

    /** Leaves a folder that holds anything; says whether it is gone. */
    boolean deleteIfEmpty(Path folder) throws IOException {
        before("delete folder", folder);
        try {
            Files.deleteIfExists(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    /** Deletes the folder, if there is one, with all in it; follows no links. */
    void deleteTree(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                    delete(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            // Nothing was left behind.
        }
    }
}
