package prongsai.build;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import prongsai.publish.Durability;

/**
 * What a build is asked to do.
 *
 * @param out the folder that becomes the site
 * @param cache everything is made anew where absent
 */
public record BuildOptions(Inputs inputs, Path out, Optional<CacheOptions> cache, Purpose purpose) {

    /** What a build is for. */
    public enum Purpose {
        /** The site is published in its folder. */
        PUBLISHING,
        /**
         * The site is for this computer to look at while the content is written: it need not outlive a power cut, and a page
         * whose record has changed may be there some moments before the lists that name it.
         */
        PREVIEW,
        /** It is only to be found out what would change; nothing is written. */
        REHEARSAL
    }

    /** A build without a cache; see {@link Inputs}. */
    public BuildOptions(Path content, String contentName, Optional<Path> templates, Path out, LocalDate today) {
        this(new Inputs(content, contentName, templates, today), out, Optional.empty(), Purpose.PUBLISHING);
    }

    boolean isRehearsal() {
        return purpose == Purpose.REHEARSAL;
    }

    boolean isPreview() {
        return purpose == Purpose.PREVIEW;
    }

    Durability durability() {
        return isPreview() ? Durability.KILL : Durability.POWER_CUT;
    }
}
