package prongsai.publish;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import prongsai.publish.Ledger.Phase;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;
import prongsai.source.LargeFile;

/**
 * What is known of a site's folder from what its last publication left there. Read without changing anything.
 *
 * @param owned what we own
 * @param sound whether the manifest says so itself, and has not been damaged
 * @param inPlaceAt a file changed since then may be another
 * @param interrupted the sites that somebody was about to publish, by how far that had got
 */
record Holdings(Manifest owned, boolean sound, FileTime inPlaceAt, Map<Phase, Manifest.Parsed> interrupted) {

    static final FileTime UNTRUSTED = FileTime.fromMillis(0);

    // Two million files. A larger text is not ours, and is not read into memory to find that out.
    private static final long LARGEST = 256L << 20;

    /** @param now a manifest from after this was written when the clock was ahead, and its time says nothing */
    static Holdings read(Path root, FileTime now) throws IOException {
        return read(root, now, Manifest.EMPTY);
    }

    /**
     * The same.
     *
     * @param likely what the manifest most likely is: of a large site two would take much memory
     */
    static Holdings read(Path root, FileTime now, Manifest likely) throws IOException {
        return of(bytes(root, Ledger.MANIFEST), root, now, likely);
    }

    /** The same with the bytes of the manifest, where they have been read already. */
    static Holdings of(Optional<byte[]> text, Path root, FileTime now, Manifest likely) throws IOException {
        Optional<Manifest.Parsed> parsed =
                text.map(bytes -> likely.isWrittenAs(bytes) ? new Manifest.Parsed(likely, true) : parse(bytes));
        Map<Phase, Manifest.Parsed> interrupted = new EnumMap<>(Phase.class);
        for (Phase phase : Phase.values()) {
            bytes(root, phase.file()).map(Holdings::parse).ifPresent(pending -> interrupted.put(phase, pending));
        }
        if (parsed.isEmpty()) {
            return new Holdings(Manifest.EMPTY, false, UNTRUSTED, interrupted);
        }
        Manifest manifest = parsed.get().manifest();
        if (!parsed.get().intact()) {
            return new Holdings(borneOut(manifest, root), false, UNTRUSTED, interrupted);
        }
        FileTime time = Files.getLastModifiedTime(root.resolve(Ledger.MANIFEST), NOFOLLOW_LINKS);
        // A clock that ran backwards makes a change since then look old.
        boolean trusted = time.equals(wholeMillis(time)) && time.compareTo(now) <= 0;
        return new Holdings(manifest, true, trusted ? time : UNTRUSTED, interrupted);
    }

    /** What stands in a file of ours at the top of the folder. */
    static Optional<byte[]> bytes(Path root, String name) throws IOException {
        Path file = root.resolve(name);
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS) || Files.size(file) > LARGEST) {
            return Optional.empty();
        }
        return Optional.of(LargeFile.read(file, NOFOLLOW_LINKS));
    }

    private static Manifest.Parsed parse(byte[] bytes) {
        // Every byte is a letter in Latin-1, so that damage is seen as damage and not as an exception.
        return Manifest.parse(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Of a damaged manifest only those lines count whose file has just the bytes that the line says. */
    private static Manifest borneOut(Manifest damaged, Path root) throws IOException {
        SiteFiles files = new SiteFiles(root);
        TreeMap<OutputPath, Fingerprint> entries = new TreeMap<>();
        for (var entry : damaged.files().entrySet()) {
            if (files.holds(entry.getKey(), entry.getValue())) {
                entries.put(entry.getKey(), entry.getValue());
            }
        }
        return new Manifest(entries);
    }

    static FileTime wholeMillis(FileTime time) {
        return FileTime.from(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Whether we put just these bytes there and nothing has happened to them since, as far as the times tell. */
    boolean hasUntouched(OutputPath path, Fingerprint bytes, SiteFiles now) throws IOException {
        return interrupted.isEmpty()
                && isTrusted()
                && bytes.equals(owned.files().get(path))
                && now.isUntouched(path, bytes.size(), inPlaceAt);
    }

    /** Whether nothing has happened to any file since all were in place, as far as the times tell. */
    boolean isWhole(SiteFiles now) throws IOException {
        if (!sound || !isTrusted() || !interrupted.isEmpty()) {
            return false;
        }
        try {
            return owned.files().entrySet().parallelStream().allMatch(file -> {
                try {
                    return now.isUntouched(file.getKey(), file.getValue().size(), inPlaceAt);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether this is known to be the site that stands. */
    boolean isCurrent(Manifest manifest) {
        return sound && isTrusted() && owned.equals(manifest);
    }

    private boolean isTrusted() {
        return inPlaceAt.compareTo(UNTRUSTED) > 0;
    }

    /** A publication that has completed, or none. */
    Holdings settled(Manifest manifest, FileTime time) {
        return new Holdings(manifest, true, time, interrupted);
    }

    Holdings withoutInterrupted() {
        return new Holdings(owned, sound, inPlaceAt, Map.of());
    }

    /** As if each interrupted publication had been ended by owning what both sites have. */
    Holdings together(SiteFiles files) throws IOException {
        if (interrupted.isEmpty()) {
            return this;
        }
        Holdings all = this;
        for (Manifest.Parsed pending : interrupted.values()) {
            all = all.settled(all.with(pending.manifest(), files), UNTRUSTED);
        }
        return all.withoutInterrupted();
    }

    /** The old site with some of the new: we own either, and know of each file which of the two it is. */
    Manifest with(Manifest pending, SiteFiles files) throws IOException {
        TreeMap<OutputPath, Fingerprint> both = new TreeMap<>(owned.files());
        for (var entry : pending.files().entrySet()) {
            boolean same = entry.getValue().equals(both.get(entry.getKey()));
            if (!same && files.holdsOrBegan(entry.getKey(), entry.getValue())) {
                both.put(entry.getKey(), entry.getValue());
            }
        }
        return new Manifest(both);
    }
}
