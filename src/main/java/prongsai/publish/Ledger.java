package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private static final FileTime UNTRUSTED = FileTime.fromMillis(0);

    // Two million files. A larger text is not ours, and is not read into memory to find that out.
    private static final long LARGEST = 256L << 20;

    private final Stage stage;
    private final Disk disk;
    private final Path root;

    private SiteFiles files;
    private final Map<Phase, Manifest.Parsed> interrupted = new EnumMap<>(Phase.class);
    private Manifest owned = Manifest.EMPTY;
    private boolean sound;
    private FileTime inPlaceAt = UNTRUSTED;

    /** Reads what is known of the folder, and changes nothing. */
    Ledger(Stage stage) throws IOException {
        this.stage = stage;
        this.disk = stage.disk();
        this.root = stage.site();
        this.files = new SiteFiles(root);
        readManifest();
        for (Phase phase : Phase.values()) {
            read(phase.file()).ifPresent(pending -> interrupted.put(phase, pending));
        }
    }

    /** Ends a publication that was interrupted. */
    void recover() throws IOException {
        files = new SiteFiles(root);
        for (var pending : interrupted.entrySet()) {
            endInterrupted(pending.getKey(), pending.getValue());
        }
        interrupted.clear();
    }

    private void readManifest() throws IOException {
        Optional<Manifest.Parsed> parsed = read(MANIFEST);
        if (parsed.isEmpty()) {
            return;
        }
        sound = parsed.get().intact();
        owned = sound ? parsed.get().manifest() : borneOut(parsed.get().manifest());
        FileTime time = Files.getLastModifiedTime(root.resolve(MANIFEST), NOFOLLOW_LINKS);
        boolean ours = time.equals(wholeMillis(time));
        // A clock that ran backwards makes a change since then look old.
        boolean past = time.compareTo(stage.openedAt()) <= 0;
        inPlaceAt = sound && ours && past ? time : UNTRUSTED;
    }

    private Optional<Manifest.Parsed> read(String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file, NOFOLLOW_LINKS)) {
            // Every byte is a letter in Latin-1, so that damage is seen as damage and not as an exception.
            return Optional.of(Manifest.parse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        }
    }

    /** Of a damaged manifest only those lines count whose file has just the bytes that the line says. */
    private Manifest borneOut(Manifest damaged) throws IOException {
        TreeMap<OutputPath, Fingerprint> entries = new TreeMap<>();
        for (var entry : damaged.files().entrySet()) {
            if (files.holds(entry.getKey(), entry.getValue())) {
                entries.put(entry.getKey(), entry.getValue());
            }
        }
        return new Manifest(entries);
    }

    private void endInterrupted(Phase phase, Manifest.Parsed pending) throws IOException {
        if (phase == Phase.ADDING && sound && pending.intact()) {
            undoAdditions(pending.manifest());
        } else if (phase == Phase.DELETING && pending.intact()) {
            finishDeletions(pending.manifest());
        } else {
            ownBoth(pending.manifest());
        }
        disk.delete(root.resolve(phase.file()));
    }

    /** Nothing leads to them yet. A file that somebody else has put there since is not deleted. */
    private void undoAdditions(Manifest pending) throws IOException {
        for (var entry : pending.files().entrySet()) {
            if (!owned.owns(entry.getKey())) {
                if (wroteOrBegan(entry.getKey(), entry.getValue())) {
                    disk.delete(files.resolve(entry.getKey()));
                }
                deleteEmptyFolders(entry.getKey(), files.look(entry.getKey()).type());
            }
        }
    }

    /** A power cut, unlike a kill, may leave a new file empty. */
    private boolean wroteOrBegan(OutputPath path, Fingerprint bytes) throws IOException {
        SiteFiles.Found found = files.look(path);
        return found.type() == SiteFiles.Type.FILE && (found.size() == 0 || files.holds(path, bytes));
    }

    private void finishDeletions(Manifest pending) throws IOException {
        List<OutputPath> stale = new ArrayList<>(owned.files().keySet());
        stale.removeIf(pending::owns);
        stale.sort(PublishPlan.PAGES_FIRST);
        delete(stale, pending);
        replaceManifest(pending, UNTRUSTED);
    }

    /** The old site with some of the new: we own either, and know of each file which of the two it is. */
    private void ownBoth(Manifest pending) throws IOException {
        TreeMap<OutputPath, Fingerprint> both = new TreeMap<>(owned.files());
        for (var entry : pending.files().entrySet()) {
            boolean same = entry.getValue().equals(both.get(entry.getKey()));
            if (!same && wroteOrBegan(entry.getKey(), entry.getValue())) {
                both.put(entry.getKey(), entry.getValue());
            }
        }
        replaceManifest(new Manifest(both), UNTRUSTED);
    }

    Manifest owned() {
        return owned;
    }

    /** Whether we put just these bytes there and nothing has happened to them since, as far as the times tell. */
    boolean hasUntouched(OutputPath path, Fingerprint bytes, SiteFiles now) throws IOException {
        return interrupted.isEmpty()
                && inPlaceAt.compareTo(UNTRUSTED) > 0
                && bytes.equals(owned.files().get(path))
                && now.isUntouched(path, bytes.size(), inPlaceAt);
    }

    /** Begins a publication, having taken over files of the new site that stand there already, byte for byte. */
    void begin(Manifest next, SortedMap<OutputPath, Fingerprint> adopted) throws IOException {
        if (!sound || !adopted.isEmpty()) {
            TreeMap<OutputPath, Fingerprint> entries = new TreeMap<>(owned.files());
            entries.putAll(adopted);
            replaceManifest(new Manifest(entries), inPlaceAt);
        }
        disk.move(stage.stage(bytes(next)), root.resolve(Phase.ADDING.file()));
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

    boolean isCurrent(Manifest manifest) {
        return sound && inPlaceAt.compareTo(UNTRUSTED) > 0 && owned.equals(manifest);
    }

    private FileTime now() throws IOException {
        return wholeMillis(stage.now());
    }

    private static FileTime wholeMillis(FileTime time) {
        return FileTime.from(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    private void replaceManifest(Manifest manifest, FileTime time) throws IOException {
        Path staged = stage.stage(bytes(manifest));
        disk.setTime(staged, time);
        disk.move(staged, root.resolve(MANIFEST));
        owned = manifest;
        sound = true;
        inPlaceAt = time;
    }

    private static byte[] bytes(Manifest manifest) {
        return manifest.toJson().getBytes(StandardCharsets.US_ASCII);
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
