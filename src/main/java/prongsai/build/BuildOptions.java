package prongsai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a build is asked to do.
 *
 * @param out the folder that becomes the site
 */
public record BuildOptions(Inputs inputs, Path out) {

    /** See {@link Inputs}. */
    public BuildOptions(Path content, String contentName, Optional<Path> templates, Path out, LocalDate today) {
        this(new Inputs(content, contentName, templates, today), out);
    }
}
