package prongsai.content;

import java.nio.file.Path;
import prongsai.model.FilePath;
import prongsai.source.Located;

/**
 * A file of {@code content/}: a record, or an attachment or a picture.
 *
 * @param root of all files of the same content
 * @param onDisk the way from there to the file by the names that the disk has; an absolute one to what a symbolic link
 *     leads to
 * @param stamp what the file system told of it when the folder was listed
 */
public record ContentFile(FilePath path, ContentRoot root, String onDisk, FileStamp stamp) implements Located {

    @Override
    public String shown() {
        return root.show(path);
    }

    @Override
    public Path location() {
        return root.location().resolve(onDisk);
    }

    /** In bytes. */
    public long size() {
        return stamp.size();
    }
}
