package prongsai.site;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a site that the generator made, and the bytes that each had. What is not in the manifest belongs to
 * somebody else.
 *
 * <p>As text it is JSON with one file a line, sorted, without times: the same site gives the same bytes, and a change of
 * one page is a change of one line.
 *
 * @param files in the order of their paths
 */
public record Manifest(Map<OutputPath, Fingerprint> files) {

    public static final Manifest EMPTY = new Manifest(Map.of());

    public Manifest {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(areSorted(files) ? files : new TreeMap<>(files)));
    }

    private static boolean areSorted(Map<OutputPath, Fingerprint> files) {
        String last = "";
        for (OutputPath path : files.keySet()) {
            if (path.text().compareTo(last) <= 0) {
                return false;
            }
            last = path.text();
        }
        return true;
    }

    /**
     * The manifest of a site that has just these files.
     *
     * @throws IllegalArgumentException when two files have one path
     */
    public static Manifest of(Collection<OutputFile> files) {
        List<OutputFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(OutputFile::path));
        Map<OutputPath, Fingerprint> entries = new LinkedHashMap<>(files.size() * 2);
        for (OutputFile file : sorted) {
            if (entries.put(file.path(), file.fingerprint()) != null) {
                throw new IllegalArgumentException("two files have one path: " + file.path());
            }
        }
        return new Manifest(entries);
    }

    /** The manifest of the same site with some files in the places of others, or beside them. */
    public Manifest with(Collection<OutputFile> changed) {
        Map<OutputPath, Fingerprint> entries = new LinkedHashMap<>(files);
        changed.forEach(file -> entries.put(file.path(), file.fingerprint()));
        return new Manifest(entries);
    }

    /**
     * What a text says.
     *
     * @param manifest every line that could be read
     * @param intact whether the text is exactly what {@link #toJson} writes; if not, lines may be missing or forged
     */
    public record Parsed(Manifest manifest, boolean intact) {}

    /** Reads any text at all, a hostile one too: a path that leaves the site is no path, and its line no line. */
    public static Parsed parse(String text) {
        return ManifestText.parse(text);
    }

    /** Whether a text is exactly what {@link #toJson} writes, found out without holding another manifest in memory. */
    public boolean isWrittenAs(byte[] text) {
        return ManifestText.isOf(files, text);
    }

    public Optional<Fingerprint> find(OutputPath path) {
        return Optional.ofNullable(files.get(path));
    }

    public boolean owns(OutputPath path) {
        return files.containsKey(path);
    }

    /** ASCII, lines ended by a line feed. */
    public String toJson() {
        StringBuilder json = new StringBuilder();
        try {
            ManifestText.write(files, json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return json.toString();
    }

    /** The same text where it is too large for memory. */
    public void writeJson(OutputStream out) throws IOException {
        Writer json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.US_ASCII));
        ManifestText.write(files, json);
        json.flush();
    }
}
