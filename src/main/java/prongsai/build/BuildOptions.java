package prongsai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is asked to do.
 *
 * @param content the folder that officers write
 * @param contentName how the officer named it; shown before each path
 * @param templates the municipality's own templates, laid over the bundled ones
 * @param out the folder that becomes the site
 * @param today the day by which things are due
 */
public record BuildOptions(Path content, String contentName, Optional<Path> templates, Path out, LocalDate today) {}
