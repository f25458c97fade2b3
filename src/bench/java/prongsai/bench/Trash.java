package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Takes finished sites out of the way of the next build. On a disk they are deleted only at the end: ext4 makes files many
 * times slower for minutes after it deleted as many, which would measure the file system.
 */
final class Trash {

    private final Path folder;
    private final boolean inMemory;
    private int moved;

    Trash(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.inMemory = Machine.fileSystem(folder).equals("tmpfs");
    }

    /** Moves a folder here, and returns where it is. */
    Path move(Path unwanted) throws IOException {
        moved++;
        return Files.move(unwanted, folder.resolve("" + moved));
    }

    /** Deletes what was moved here, where that does no harm to the builds to come. */
    void empty() throws IOException {
        if (inMemory) {
            Folders.delete(folder);
            Files.createDirectories(folder);
        }
    }
}
