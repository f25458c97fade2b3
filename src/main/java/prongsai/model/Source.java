package prongsai.model;

import java.util.Optional;

/**
 * Where the facts of a record come from (แหล่งที่มาของข้อมูล).
 *
 * @param title the document
 * @param part the part of it
 * @param file a copy of it among the attachments
 */
public record Source(Optional<String> title, Optional<String> part, Optional<FilePath> file) {}
