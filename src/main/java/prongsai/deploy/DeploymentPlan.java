package prongsai.deploy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.publish.PublishReport;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * What has to happen on the server for it to hold the new site, in the order in which it has to: see
 * {@link Deployment} for why.
 *
 * @param additions what is not there yet, or stands there from a publication that was cut short, and nothing leads to,
 *     what pages lead to first
 * @param obstacles files of ours that must go before the rest, since a folder takes a file's name or a file a folder's
 * @param replacements what stands there with other bytes, and what waits for an obstacle to go
 * @param deletions what only the old site has, pages first
 * @param vacated every path of the old site that the new one does not have, whose folders may be empty then
 * @param unchanged how many files need nothing
 * @param healed files of the old site that had vanished
 * @param foreign files that others changed, or that are not ours, and that would be overwritten or deleted
 */
record DeploymentPlan(
        List<OutputPath> additions,
        List<OutputPath> obstacles,
        List<OutputPath> replacements,
        List<OutputPath> deletions,
        List<OutputPath> vacated,
        int unchanged,
        List<OutputPath> healed,
        List<OutputPath> foreign,
        PublishReport report) {

    private static final Comparator<OutputPath> PAGES_LAST = Comparator.comparing(
                    (OutputPath path) -> path.text().endsWith(".html"))
            .thenComparing(path -> path);

    private static final Comparator<OutputPath> PAGES_FIRST = Comparator.comparing(
                    (OutputPath path) -> !path.text().endsWith(".html"))
            .thenComparing(path -> path);

    /** The paths of which one must know what stands there before anything is changed. */
    static Set<OutputPath> changing(Owned owned, Manifest next) {
        Set<OutputPath> changing = new TreeSet<>(owned.begun().paths());
        next.files().forEach((path, bytes) -> {
            if (!bytes.equals(owned.published().files().get(path))) {
                changing.add(path);
            }
        });
        owned.published().files().keySet().stream()
                .filter(path -> !next.owns(path))
                .forEach(changing::add);
        return changing;
    }

    /**
     * Makes the plan.
     *
     * @param standing what stands at each path that was looked at; the others are as they should be
     */
    static DeploymentPlan of(Owned owned, Manifest next, Map<OutputPath, Standing> standing) {
        Set<OutputPath> old = owned.paths();
        List<OutputPath> gone = new ArrayList<>();
        List<OutputPath> foreign = new ArrayList<>();
        List<OutputPath> missing = new ArrayList<>();
        List<OutputPath> other = new ArrayList<>();
        standing.forEach((path, what) -> {
            if (what == Standing.FOREIGN) {
                foreign.add(path);
            }
            if (next.owns(path)) {
                (what == Standing.ABSENT ? missing : other).add(path);
            } else if (what != Standing.ABSENT) {
                gone.add(path);
            }
        });
        other.removeIf(path -> standing.get(path) == Standing.WANTED);
        Places wanted = new Places(next.files().keySet());
        Set<OutputPath> obstacles = gone.stream().filter(wanted::clash).collect(Collectors.toSet());
        Places blocked = new Places(obstacles);
        Set<OutputPath> late = missing.stream().filter(blocked::clash).collect(Collectors.toSet());
        List<OutputPath> additions = Stream.concat(
                        missing.stream().filter(path -> !late.contains(path)),
                        other.stream().filter(owned.unreached()::contains))
                .sorted(PAGES_LAST)
                .toList();
        List<OutputPath> replacements = new ArrayList<>(late);
        other.stream().filter(path -> !owned.unreached().contains(path)).forEach(replacements::add);
        replacements.sort(PAGES_LAST);
        List<OutputPath> deletions = gone.stream()
                .filter(path -> !obstacles.contains(path))
                .sorted(PAGES_FIRST)
                .toList();
        int unchanged = next.files().size() - missing.size() - other.size();
        List<OutputPath> news =
                missing.stream().filter(path -> !old.contains(path)).toList();
        List<OutputPath> changed = new ArrayList<>(other);
        missing.stream().filter(old::contains).forEach(changed::add);
        List<OutputPath> healed = missing.stream()
                .filter(path -> next.find(path).equals(owned.published().find(path)))
                .toList();
        changed.sort(null);
        return new DeploymentPlan(
                additions,
                obstacles.stream().sorted(PAGES_FIRST).toList(),
                replacements,
                deletions,
                old.stream().filter(path -> !next.owns(path)).toList(),
                unchanged,
                healed,
                foreign,
                new PublishReport(news, changed, gone, unchanged));
    }

    boolean changesNothing() {
        return additions.isEmpty() && obstacles.isEmpty() && replacements.isEmpty() && deletions.isEmpty();
    }

    /** All files that have to be sent. */
    List<OutputPath> sent() {
        List<OutputPath> sent = new ArrayList<>(additions);
        sent.addAll(replacements);
        return sent;
    }

    /** Paths of files, and of the folders that they need. */
    private static final class Places {

        private final Set<OutputPath> files;
        private final Set<String> folders = new HashSet<>();

        Places(Collection<OutputPath> paths) {
            this.files = Set.copyOf(paths);
            for (OutputPath path : paths) {
                for (String folder = path.folder(); !folder.isEmpty(); folder = OutputPath.folderOf(folder)) {
                    folders.add(folder);
                }
            }
        }

        /** Whether a file stands where a folder is needed, or the other way round. */
        boolean clash(OutputPath path) {
            if (folders.contains(path.text())) {
                return true;
            }
            for (String folder = path.folder(); !folder.isEmpty(); folder = OutputPath.folderOf(folder)) {
                if (OutputPath.isValid(folder) && files.contains(new OutputPath(folder))) {
                    return true;
                }
            }
            return false;
        }
    }
}
