package prongsai.site;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a site that the generator made, and the bytes that each had. What is not in the manifest belongs to
 * somebody else.
 *
 * <p>As text it is JSON with one file a line, sorted, without times: the same site gives the same bytes, and a change of
 * one page is a change of one line. It is read by lines and not by a JSON parser, since the reader need not understand
 * any JSON but its own, and since a text damaged by hand or by a merge (a conflict of two branches leaves marks in it)
 * still has whole lines that can be trusted as far as the files bear them out.
 *
 * @param files in the order of their paths
 */
public record Manifest(SortedMap<OutputPath, Fingerprint> files) {

    public static final Manifest EMPTY = new Manifest(new TreeMap<>());

    private static final String HEAD = "{\n  \"format\": \"prongsai-manifest 1\",\n  \"files\": [\n";
    private static final String TAIL = "  ]\n}\n";
    private static final Pattern LINE = Pattern.compile(
            " *\\{\"path\": \"([^\"]{1,1024})\", \"size\": (0|[1-9][0-9]{0,17}), \"sha256\": \"([0-9a-f]{64})\"\\},?");

    public Manifest {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * The manifest of a site that has just these files.
     *
     * @throws IllegalArgumentException when two files have one path
     */
    public static Manifest of(Collection<OutputFile> files) {
        TreeMap<OutputPath, Fingerprint> entries = new TreeMap<>();
        for (OutputFile file : files) {
            if (entries.put(file.path(), file.fingerprint()) != null) {
                throw new IllegalArgumentException("two files have one path: " + file.path());
            }
        }
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
        TreeMap<OutputPath, Fingerprint> entries = new TreeMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches() && OutputPath.isValid(matcher.group(1))) {
                entries.put(
                        new OutputPath(matcher.group(1)),
                        new Fingerprint(matcher.group(3), Long.parseLong(matcher.group(2))));
            }
        });
        Manifest manifest = new Manifest(entries);
        return new Parsed(manifest, manifest.toJson().equals(text));
    }

    public Optional<Fingerprint> find(OutputPath path) {
        return Optional.ofNullable(files.get(path));
    }

    public boolean owns(OutputPath path) {
        return files.containsKey(path);
    }

    /** ASCII, lines ended by a line feed. */
    public String toJson() {
        StringBuilder json = new StringBuilder(HEAD.length() + files.size() * 150).append(HEAD);
        String separator = "";
        for (var entry : files.entrySet()) {
            json.append(separator)
                    .append("    {\"path\": \"")
                    .append(entry.getKey().text())
                    .append("\", \"size\": ")
                    .append(entry.getValue().size())
                    .append(", \"sha256\": \"")
                    .append(entry.getValue().sha256())
                    .append("\"}");
            separator = ",\n";
        }
        return json.append(files.isEmpty() ? "" : "\n").append(TAIL).toString();
    }
}
