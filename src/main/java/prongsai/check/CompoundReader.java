package prongsai.check;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Compound files: Word, Excel and PowerPoint to 2003, objects inside documents, and encrypted documents of today. */
final class CompoundReader {

    private final Reading reading;

    CompoundReader(Reading reading) {
        this.reading = reading;
    }

    void read(Path file, Within within) throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                reading.cannot(Unreadable.ENCRYPTED);
            } else {
                reading.cannot(Unreadable.UNKNOWN_KIND);
            }
        }
    }
}
