package prongsai.build;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.feeds.MadeFile;
import prongsai.site.Fingerprint;
import prongsai.source.Digest;

/**
 * What is remembered of files that take long to make, such as pictures: the bytes of a file that shows the same are the same.
 * May be used by many threads.
 */
final class MadeCache {

    private static final String HEAD = "prongsai-made 1 ";

    private record Known(Digest shows, Fingerprint bytes) {}

    private final Map<String, Known> old = new HashMap<>();
    private final Map<String, Known> files = new ConcurrentHashMap<>();

    static MadeCache empty() {
        return new MadeCache();
    }

    static MadeCache load(Path file, String generator) {
        MadeCache cache = new MadeCache();
        CacheFile.read(file, HEAD + generator).ifPresent(cache::read);
        return cache;
    }

    private void read(ByteBuffer in) {
        for (int i = in.getInt(); i > 0; i--) {
            old.put(CacheBytes.text(in), new Known(CacheBytes.digest(in), CacheBytes.fingerprint(in)));
        }
    }

    /** The bytes of a file that shows what it showed; it is kept for the next build. */
    Optional<Fingerprint> find(MadeFile file, Digest shows) {
        Optional<Known> known = Optional.ofNullable(old.get(file.path().text()))
                .filter(k -> k.shows().equals(shows));
        known.ifPresent(k -> files.put(file.path().text(), k));
        return known.map(Known::bytes);
    }

    void put(MadeFile file, Digest shows, Fingerprint bytes) {
        files.put(file.path().text(), new Known(shows, bytes));
    }

    /** For the next build; what was neither found nor put is forgotten. */
    void save(Path file, String generator) throws IOException {
        CacheFile.write(file, HEAD + generator, out -> {
            out.writeInt(files.size());
            for (var entry : files.entrySet()) {
                CacheBytes.write(entry.getKey(), out);
                CacheBytes.write(entry.getValue().shows(), out);
                CacheBytes.write(entry.getValue().bytes(), out);
            }
        });
    }
}
