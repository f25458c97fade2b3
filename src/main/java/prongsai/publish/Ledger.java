package prongsai.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * What we own under a site's folder, and how far a publication has got.
 *
 * <p>Both are kept in one way: the manifest of the site that stands is {@code .prongsai-manifest.json}. The manifest of a
 * site that is being published stands beside it under the name of the phase it is in, and the last rename, onto the old
 * manifest, is what completes the publication. So whoever finds the folder after a kill knows what was going on, without
 * the stage.
 *
 * <p>The time of the manifest is set to when all its files were in place. A file changed since then is read again; so is
 * every file when that time is not one that we set: ours is a whole millisecond, which a copy's hardly ever is.
 */
final class Ledger {

    private static final long TICK = 12;

    static final String MANIFEST = ".prongsai-manifest.json";

    /** How far a publication has got. {@link SitePublisher} says what is true in each. */
    enum Phase {
        DELETING,
        REPLACING,
        ADDING;

        String file() {
            return ".prongsai-manifest." + name().toLowerCase(Locale.ROOT) + ".json";
        }
    }

    private final Stage stage;
    private final Disk disk;
    private final Path root;

    private SiteFiles files;
    private Holdings holdings;

    /**
     * Reads what is known of the folder, and changes nothing.
     *
     * @param likely what we most likely own
     */
    Ledger(Stage stage, Manifest likely) throws IOException {
        this.stage = stage;
        this.disk = stage.disk();
        this.root = stage.site();
        this.files = new SiteFiles(root);
        this.holdings = Holdings.read(root, stage.openedAt(), likely);
    }

    /** Ends a publication that was interrupted. */
    void recover() throws IOException {
        files = new SiteFiles(root);
        for (var pending : holdings.interrupted().entrySet()) {
            endInterrupted(pending.getKey(), pending.getValue());
        }
        holdings = holdings.withoutInterrupted();
    }

    private void endInterrupted(Phase phase, Manifest.Parsed pending) throws IOException {
        if (phase == Phase.ADDING && holdings.sound() && pending.intact()) {
            undoAdditions(pending.manifest());
        } else if (phase == Phase.DELETING && pending.intact()) {
            finishDeletions(pending.manifest());
        } else {
            replaceManifest(holdings.with(pending.manifest(), files), Holdings.UNTRUSTED);
        }
        disk.delete(root.resolve(phase.file()));
    }

    /** Nothing leads to them yet. A file that somebody else has put there since is not deleted. */
    private void undoAdditions(Manifest pending) throws IOException {
        for (var entry : pending.files().entrySet()) {
            if (!holdings.owned().owns(entry.getKey())) {
                if (files.holdsOrBegan(entry.getKey(), entry.getValue())) {
                    disk.delete(files.resolve(entry.getKey()));
                }
                deleteEmptyFolders(entry.getKey(), files.look(entry.getKey()).type());
            }
        }
    }

    private void finishDeletions(Manifest pending) throws IOException {
        List<OutputPath> stale = new ArrayList<>(holdings.owned().files().keySet());
        stale.removeIf(pending::owns);
        stale.sort(PublishPlan.PAGES_FIRST);
        delete(stale, pending);
        replaceManifest(pending, Holdings.UNTRUSTED);
    }

    Holdings holdings() {
        return holdings;
    }

    /** Begins a publication, having taken over files of the new site that stand there already, byte for byte. */
    void begin(Manifest next, SortedMap<OutputPath, Fingerprint> adopted) throws IOException {
        if (!holdings.sound() || !adopted.isEmpty()) {
            TreeMap<OutputPath, Fingerprint> entries =
                    new TreeMap<>(holdings.owned().files());
            entries.putAll(adopted);
            replaceManifest(new Manifest(entries), holdings.inPlaceAt());
        }
        disk.move(stage.stage(next::writeJson), root.resolve(Phase.ADDING.file()));
    }

    void advance(Phase from, Phase to) throws IOException {
        disk.move(root.resolve(from.file()), root.resolve(to.file()));
    }

    void complete() throws IOException {
        Path pending = root.resolve(Phase.DELETING.file());
        disk.setTime(pending, now());
        disk.move(pending, root.resolve(MANIFEST));
    }

    /** Says that all files of the site are in place as of now. */
    void renew(Manifest manifest) throws IOException {
        replaceManifest(manifest, now());
    }

    /**
     * A time after that of every file in place: those of the same tick of the file system's clock (up to ten milliseconds)
     * would be read again by each build.
     */
    private FileTime now() throws IOException {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Holdings.wholeMillis(stage.now());
    }

    private void replaceManifest(Manifest manifest, FileTime time) throws IOException {
        Path staged = stage.stage(manifest::writeJson);
        disk.setTime(staged, time);
        disk.move(staged, root.resolve(MANIFEST));
        holdings = holdings.settled(manifest, time);
    }

    /**
     * Deletes what stands at paths that we own, in their order, and the folders that this empties. Goes through no link,
     * deletes no folder with anything in it.
     *
     * @param next the site that stays: where cases are folded, an old name may lead to a file of it
     */
    void delete(Collection<OutputPath> paths, Manifest next) throws IOException {
        SiteFiles now = new SiteFiles(root);
        Map<String, OutputPath> staying = new HashMap<>();
        if (!paths.isEmpty()) {
            next.files().keySet().forEach(path -> staying.put(folded(path), path));
        }
        for (OutputPath path : paths) {
            SiteFiles.Type type = now.look(path).type();
            OutputPath twin = staying.get(folded(path));
            if (twin != null && now.sameFile(path, twin)) {
                continue;
            }
            if (type == SiteFiles.Type.FILE || type == SiteFiles.Type.OTHER) {
                disk.delete(now.resolve(path));
            }
            deleteEmptyFolders(path, type);
        }
    }

    private static String folded(OutputPath path) {
        return path.text().toLowerCase(Locale.ROOT);
    }

    private void deleteEmptyFolders(OutputPath path, SiteFiles.Type type) throws IOException {
        if (type == SiteFiles.Type.UNDER_FILE || type == SiteFiles.Type.UNDER_OTHER) {
            return;
        }
        Path folder = files.resolve(path).getParent();
        while (folder != null && !folder.equals(root) && disk.deleteIfEmpty(folder)) {
            folder = folder.getParent();
        }
    }
}
