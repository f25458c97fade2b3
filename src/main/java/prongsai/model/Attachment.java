package prongsai.model;

import java.util.Optional;

/**
 * A file that goes with a record (เอกสารแนบ).
 *
 * @param title what to call it; the file's own name where absent
 */
public record Attachment(FilePath file, Optional<String> title) {}
