package prongsai.publish;

import static prongsai.publish.PublishFailure.Reason.FOREIGN_FILE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * Compares the new site with what stands under the folder, and changes nothing.
 *
 * <p>A path that the manifest names is ours, whatever has become of the file there: it gets its right bytes again, or goes
 * when the site no longer has it. Any other path is foreign: a file with just the bytes that we would put there becomes
 * ours; any other file, folder or link in the way is a failure, and all of them are named at once.
 */
final class Planner {

    // A browser comes in by these without a link, so they appear when all that they lead to is there.
    private static final Set<String> ENTRIES = Set.of("index.html", "404.html");

    private final Manifest owned;
    private final Manifest next;
    private final SiteFiles files;

    private final List<OutputFile> additions = new ArrayList<>();
    private final List<OutputFile> missing = new ArrayList<>();
    private final List<OutputFile> changed = new ArrayList<>();
    private final Set<OutputPath> added = new HashSet<>();
    private final SortedSet<OutputPath> obstacles = new TreeSet<>();
    private final TreeMap<OutputPath, Fingerprint> adopted = new TreeMap<>();
    private final SortedSet<String> foreign = new TreeSet<>();
    private final Map<String, OutputPath> ownedByFoldedName = new HashMap<>();
    private int unchanged;

    /** @param files as they stand now */
    private Planner(Holdings holdings, Manifest next, SiteFiles files) {
        this.owned = holdings.owned();
        this.next = next;
        this.files = files;
    }

    /** @param files as they stand now */
    static PublishPlan plan(Holdings holdings, Collection<OutputFile> site, SiteFiles files)
            throws IOException, PublishFailure {
        List<OutputFile> touched = touched(holdings, site, files);
        boolean same =
                touched.isEmpty() && site.size() == holdings.owned().files().size();
        Planner planner = new Planner(holdings, same ? holdings.owned() : Manifest.of(site), files);
        planner.unchanged = site.size() - touched.size();
        for (OutputFile file : touched) {
            planner.place(file);
        }
        if (!planner.foreign.isEmpty()) {
            throw new PublishFailure(FOREIGN_FILE, List.copyOf(planner.foreign));
        }
        return planner.toPlan();
    }

    /** The files at which one look is not enough. Most of a day's update waits for these looks, so all cores take part. */
    private static List<OutputFile> touched(Holdings holdings, Collection<OutputFile> site, SiteFiles files)
            throws IOException {
        try {
            return site.parallelStream()
                    .filter(file -> !isUntouched(holdings, file, files))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean isUntouched(Holdings holdings, OutputFile file, SiteFiles files) {
        try {
            return holdings.hasUntouched(file.path(), file.fingerprint(), files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(OutputFile file) throws IOException {
        SiteFiles.Found found = files.look(file.path());
        switch (found.type()) {
            case ABSENT -> placeNew(file);
            case FILE -> placeOver(file);
            case FOLDER -> placeWhenCleared(file, clearFolder(file.path().text()));
            case UNDER_FILE -> placeWhenCleared(file, clear(new OutputPath(found.at())));
            case OTHER -> {
                if (owned.owns(file.path())) {
                    changed.add(file);
                } else {
                    foreign.add(found.at());
                }
            }
            case UNDER_OTHER -> foreign.add(found.at());
        }
    }

    private void placeNew(OutputFile file) {
        if (owned.owns(file.path())) {
            missing.add(file);
        } else if (ENTRIES.contains(file.path().text())) {
            missing.add(file);
            added.add(file.path());
        } else {
            additions.add(file);
        }
    }

    private void placeWhenCleared(OutputFile file, boolean cleared) {
        if (cleared) {
            missing.add(file);
            if (!owned.owns(file.path())) {
                added.add(file.path());
            }
        }
    }

    private void placeOver(OutputFile file) throws IOException {
        Fingerprint bytes = file.fingerprint();
        boolean ours = owned.owns(file.path()) || ownsInOtherCase(file.path());
        if (files.holds(file.path(), bytes)) {
            unchanged++;
            if (!owned.owns(file.path())) {
                adopted.put(file.path(), bytes);
            }
        } else if (ours) {
            changed.add(file);
        } else {
            foreign.add(file.path().text());
        }
    }

    /** On a file system that folds cases, a file that we own may turn up under a name that differs in case. */
    private boolean ownsInOtherCase(OutputPath path) throws IOException {
        if (ownedByFoldedName.isEmpty()) {
            owned.files().keySet().forEach(p -> ownedByFoldedName.put(p.text().toLowerCase(Locale.ROOT), p));
        }
        OutputPath other = ownedByFoldedName.get(path.text().toLowerCase(Locale.ROOT));
        return other != null && !next.owns(other) && files.sameFile(path, other);
    }

    /** Whether a folder in a file's way holds only files of ours, which can go. */
    private boolean clearFolder(String folder) throws IOException {
        boolean cleared = false;
        try (DirectoryStream<Path> children = Files.newDirectoryStream(files.resolve(folder))) {
            for (Path child : children) {
                String name = folder + "/" + child.getFileName();
                boolean isFolder = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS);
                if (isFolder ? !clearFolder(name) : !OutputPath.isValid(name) || !clear(new OutputPath(name))) {
                    foreign.add(name);
                    return false;
                }
                cleared = true;
            }
        }
        if (!cleared) {
            foreign.add(folder);
        }
        return cleared;
    }

    private boolean clear(OutputPath obstacle) {
        if (owned.owns(obstacle)) {
            obstacles.add(obstacle);
            return true;
        }
        foreign.add(obstacle.text());
        return false;
    }

    private PublishPlan toPlan() {
        additions.sort(PublishPlan.BY_KIND);
        missing.sort(Comparator.comparing(
                        (OutputFile file) -> ENTRIES.contains(file.path().text()))
                .thenComparing(PublishPlan.BY_KIND));
        changed.sort(PublishPlan.BY_KIND);
        List<OutputFile> replacements = new ArrayList<>(missing);
        replacements.addAll(changed);
        List<OutputPath> deletions = new ArrayList<>();
        for (OutputPath path : owned.files().keySet()) {
            if (!next.owns(path) && !obstacles.contains(path)) {
                deletions.add(path);
            }
        }
        deletions.sort(PublishPlan.PAGES_FIRST);
        return new PublishPlan(
                next, additions, replacements, added, List.copyOf(obstacles), deletions, adopted, unchanged);
    }
}
