package prongsai.publish;

import java.util.List;
import prongsai.site.OutputPath;

/**
 * What a publication did to the site.
 *
 * @param added files that were not there, sorted by path
 * @param changed files that have other bytes now, or their right bytes again, sorted by path
 * @param removed files that the site no longer has, sorted by path
 * @param unchanged how many files stayed as they were
 */
public record PublishReport(List<OutputPath> added, List<OutputPath> changed, List<OutputPath> removed, int unchanged) {

    public PublishReport {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }
}
