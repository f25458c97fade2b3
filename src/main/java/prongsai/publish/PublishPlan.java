package prongsai.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * What has to happen to a folder for it to hold the new site.
 *
 * @param next the new site
 * @param additions files that nothing leads to yet, in the order in which to add them
 * @param replacements files to put in place once all additions are there, in that order: first those that are missing,
 *     then those that are other than they should be
 * @param added which of the replacements are new to the site
 * @param obstacles files of the old site that must go before the replacements, since a folder takes a file's name or a
 *     file a folder's
 * @param deletions the other files that the new site no longer has, pages first
 * @param adopted files that stand there, byte for byte, though we did not put them there
 * @param unchanged how many files need nothing
 */
record PublishPlan(
        Manifest next,
        List<OutputFile> additions,
        List<OutputFile> replacements,
        Set<OutputPath> added,
        List<OutputPath> obstacles,
        List<OutputPath> deletions,
        SortedMap<OutputPath, Fingerprint> adopted,
        int unchanged) {

    static final Comparator<OutputFile> BY_KIND =
            Comparator.comparing(OutputFile::kind).thenComparing(OutputFile::path);

    /** Pages lead to the rest, and the rest leads nowhere or lists pages. */
    static final Comparator<OutputPath> PAGES_FIRST = Comparator.comparing(
                    (OutputPath path) -> !path.text().endsWith(".html"))
            .thenComparing(path -> path);

    boolean changesNothing() {
        return additions.isEmpty() && replacements.isEmpty() && obstacles.isEmpty() && deletions.isEmpty();
    }

    PublishReport report() {
        List<OutputPath> news = new ArrayList<>(added);
        additions.forEach(file -> news.add(file.path()));
        List<OutputPath> changed = new ArrayList<>();
        for (OutputFile file : replacements) {
            if (!added.contains(file.path())) {
                changed.add(file.path());
            }
        }
        List<OutputPath> removed = new ArrayList<>(obstacles);
        removed.addAll(deletions);
        Collections.sort(news);
        Collections.sort(changed);
        Collections.sort(removed);
        return new PublishReport(news, changed, removed, unchanged);
    }
}
