package prongsai.deploy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

/**
 * What we own on a server, by what stands there itself.
 *
 * @param published the site that was published last
 * @param begun what publications put there, or were about to, that were cut short since then
 * @param unreached paths to which nothing leads that visitors can reach. What stands there may itself lead to what is not
 *     there; everything else that is ours leads only to what is
 */
record Owned(Manifest published, Begun begun, Set<OutputPath> unreached) {

    /**
     * Read from the texts; of one that is damaged the lines that can be read, since they are borne out or not by the
     * files that they speak of.
     *
     * @param manifest text of {@link Bookkeeping#MANIFEST}
     * @param begun text of {@link Bookkeeping#BEGUN}
     * @param unreached text of {@link Bookkeeping#UNREACHED}
     */
    static Owned of(Optional<byte[]> manifest, Optional<byte[]> begun, Optional<byte[]> unreached) {
        return new Owned(
                parse(manifest),
                begun.map(Begun::of).orElse(Begun.NOTHING),
                parse(unreached).files().keySet());
    }

    private static Manifest parse(Optional<byte[]> text) {
        return text.map(bytes -> Manifest.parse(new String(bytes, StandardCharsets.ISO_8859_1)))
                .map(Manifest.Parsed::manifest)
                .orElse(Manifest.EMPTY);
    }

    /** The bytes that may stand there by our own doing. */
    Set<Fingerprint> possible(OutputPath path) {
        Set<Fingerprint> possible = new LinkedHashSet<>();
        published.find(path).ifPresent(possible::add);
        possible.addAll(begun.possible(path));
        return possible;
    }

    Set<OutputPath> paths() {
        Set<OutputPath> paths = new TreeSet<>(published.files().keySet());
        paths.addAll(begun.paths());
        return paths;
    }

    /** What is to be noted before the first change is made towards a site: all that will or may stand besides the published one. */
    Begun beginning(Manifest next) {
        TreeMap<OutputPath, Fingerprint> all = new TreeMap<>();
        next.files().forEach((path, bytes) -> {
            if (!bytes.equals(published.files().get(path))) {
                all.put(path, bytes);
            }
        });
        return begun.and(all);
    }
}
