package prongsai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a site is made from.
 *
 * @param content the folder that officers write
 * @param contentName how the officer named it; shown before each path
 * @param templates the municipality's own templates, laid over the bundled ones
 * @param today the day by which things are due
 */
public record Inputs(Path content, String contentName, Optional<Path> templates, LocalDate today) {}
