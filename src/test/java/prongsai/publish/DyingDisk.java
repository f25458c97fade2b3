package prongsai.publish;

import java.nio.file.Path;
import java.util.List;
import prongsai.site.OutputFile;

/**
 * A disk whose process is killed before a given change: from then on nothing is changed any more, not even to tidy up. It
 * forces no bytes out, since a kill does not lose any, so that thousands of deaths take seconds.
 */
final class DyingDisk extends Disk {

    static final int NEVER = Integer.MAX_VALUE;

    /** Not an exception that any code under test could mean to handle. */
    static final class Killed extends Error {}

    private int left;

    private DyingDisk(int survives) {
        this.left = survives;
    }

    @Override
    void before(String change, Path path) {
        if (left == 0) {
            throw new Killed();
        }
        left--;
    }

    @Override
    void sync(Path file) {}

    /** Builds until death, or to the end; says which. */
    static boolean survivesBuilding(LinkedSite site, Path folder, int changes) throws PublishFailure {
        try (Stage stage = Stage.open(folder, Patience.NONE, new DyingDisk(changes))) {
            SitePublisher.publish(stage, site.stageOn(stage));
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    /** The same, but does not die before all is on the stage. */
    static boolean survivesPublishing(LinkedSite site, Path folder, int changes) throws PublishFailure {
        DyingDisk disk = new DyingDisk(NEVER);
        try (Stage stage = Stage.open(folder, Patience.NONE, disk)) {
            List<OutputFile> files = site.stageOn(stage);
            disk.left = changes;
            SitePublisher.publish(stage, files);
            disk.left = NEVER;
            return true;
        } catch (Killed e) {
            return false;
        }
    }

    static PublishReport publish(LinkedSite site, Path folder) throws PublishFailure {
        try (Stage stage = Stage.open(folder, Patience.NONE, new DyingDisk(NEVER))) {
            return SitePublisher.publish(stage, site.stageOn(stage));
        }
    }
}
