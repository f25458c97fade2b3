package prongsai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is asked to do.
 *
 * @param out the folder that becomes the site
 * @param cache everything is made anew where absent
 * @param dryRun whether it is only to be found out what would change; nothing is written then
 */
public record BuildOptions(Inputs inputs, Path out, Optional<CacheOptions> cache, boolean dryRun) {

    /** A build without a cache; see {@link Inputs}. */
    public BuildOptions(Path content, String contentName, Optional<Path> templates, Path out, LocalDate today) {
        this(new Inputs(content, contentName, templates, today), out, Optional.empty(), false);
    }
}
