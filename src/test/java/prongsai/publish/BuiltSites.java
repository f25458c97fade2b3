package prongsai.publish;

import java.nio.file.Path;

/** Finished sites for tests of what is done with them. */
public final class BuiltSites {

    private BuiltSites() {}

    /** Builds the site in the folder, in place of the one that stands there. */
    public static void build(Path folder, LinkedSite site) throws PublishFailure {
        try (Stage stage = Stage.open(folder, Patience.NONE)) {
            SitePublisher.publish(stage, site.stageOn(stage));
        }
    }
}
