package prongsai.content;

import java.nio.file.Path;
import prongsai.model.FilePath;

/**
 * A file of {@code content/} that is not a record: an attachment or a picture.
 *
 * @param location where it lies on disk
 * @param size in bytes
 */
public record ContentFile(FilePath path, Path location, long size) {}
