package prongsai.content;

import java.nio.file.Path;
import prongsai.model.FilePath;

/**
 * A file of {@code content/}: a record, or an attachment or a picture.
 *
 * @param location where it lies on disk
 * @param stamp what the file system told of it when the folder was listed
 */
public record ContentFile(FilePath path, Path location, FileStamp stamp) {

    /** In bytes. */
    public long size() {
        return stamp.size();
    }
}
