package prongsai.build;

import java.util.LinkedHashMap;
import java.util.Map;
import prongsai.feeds.MadeFile;
import prongsai.site.OutputPath;
import prongsai.source.Digest;

/** The files last drawn by this process, by all that they show. May be used by many threads. */
final class Drawn {

    /** The pictures of a few sites: some megabytes. */
    private static final int MOST = 64;

    /** One look may be drawn in several sizes. */
    private record Key(OutputPath path, Digest shows) {}

    private final Map<Key, byte[]> files = new LinkedHashMap<>(16, 0.75f, true);

    /** What was drawn, or is drawn now. */
    byte[] bytes(MadeFile file) {
        Key key = new Key(file.path(), file.shows().orElseThrow());
        byte[] known;
        synchronized (files) {
            known = files.get(key);
        }
        if (known != null) {
            return known;
        }
        byte[] made = file.bytes();
        synchronized (files) {
            files.put(key, made);
            if (files.size() > MOST) {
                files.remove(files.keySet().iterator().next());
            }
        }
        return made;
    }
}
