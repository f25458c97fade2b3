package prongsai.deploy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * What publications that were cut short since the last one that ended put on a server, or were about to: the text of
 * {@link Bookkeeping#BEGUN}.
 *
 * <p>That is a manifest, and further ones behind it where a path was to get other bytes each time: whichever cut it was,
 * what stands there by our own doing can be told, also by a computer that has published nothing yet.
 *
 * @param latest what the latest of them was about to put at each path
 * @param earlier what others of them were, where that was something else
 */
record Begun(Manifest latest, Map<OutputPath, Set<Fingerprint>> earlier) {

    static final Begun NOTHING = new Begun(Manifest.EMPTY, Map.of());

    private static final Pattern BETWEEN = Pattern.compile("(?<=^\\}\n)(?=\\{\n)", Pattern.MULTILINE);

    /** Of a text that is damaged the lines that can be read. */
    static Begun of(byte[] text) {
        List<String> parts = BETWEEN.splitAsStream(new String(text, StandardCharsets.ISO_8859_1))
                .toList();
        Manifest latest = Manifest.parse(parts.get(0)).manifest();
        Map<OutputPath, Set<Fingerprint>> earlier = new TreeMap<>();
        for (String part : parts.subList(1, parts.size())) {
            Manifest.parse(part).manifest().files().forEach((path, bytes) -> add(earlier, path, bytes));
        }
        return new Begun(latest, earlier);
    }

    private static void add(Map<OutputPath, Set<Fingerprint>> all, OutputPath path, Fingerprint bytes) {
        all.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(bytes);
    }

    byte[] text() {
        List<TreeMap<OutputPath, Fingerprint>> layers = new ArrayList<>();
        earlier.forEach((path, several) -> {
            int depth = 0;
            for (Fingerprint bytes : several) {
                if (layers.size() == depth) {
                    layers.add(new TreeMap<>());
                }
                layers.get(depth++).put(path, bytes);
            }
        });
        StringBuilder text = new StringBuilder(latest.toJson());
        layers.forEach(layer -> text.append(new Manifest(layer).toJson()));
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    Set<OutputPath> paths() {
        Set<OutputPath> paths = new TreeSet<>(latest.files().keySet());
        paths.addAll(earlier.keySet());
        return paths;
    }

    /** The bytes that may stand there. */
    Set<Fingerprint> possible(OutputPath path) {
        Set<Fingerprint> possible = new LinkedHashSet<>(earlier.getOrDefault(path, Set.of()));
        Optional<Fingerprint> last = latest.find(path);
        last.ifPresent(possible::add);
        return possible;
    }

    /** The same, and what is about to be put there besides. */
    Begun and(Map<OutputPath, Fingerprint> next) {
        TreeMap<OutputPath, Fingerprint> all = new TreeMap<>(latest.files());
        Map<OutputPath, Set<Fingerprint>> before = new TreeMap<>();
        earlier.forEach((path, several) -> several.forEach(bytes -> add(before, path, bytes)));
        next.forEach((path, bytes) -> {
            Fingerprint other = all.put(path, bytes);
            if (other != null && !other.equals(bytes)) {
                add(before, path, other);
            }
        });
        return new Begun(new Manifest(all), before);
    }
}
