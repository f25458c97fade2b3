package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.content.ContentFile;
import prongsai.content.FileStamp;
import prongsai.site.Fingerprint;
import prongsai.source.Digest;
import prongsai.source.Problem;

/**
 * What is remembered of the files beside the records, so that no attachment is unpacked and read twice. May be used by many
 * threads.
 */
final class FileCache {

    private static final String HEAD = "prongsai-files 1 ";

    /**
     * A file.
     *
     * @param fingerprint of its bytes, where they are published
     * @param looked what the guard had to say of it, if it was looked through and nobody's number is in it
     */
    private record Known(FileStamp stamp, Optional<Fingerprint> fingerprint, Optional<List<Problem>> looked) {}

    private final long began;
    private final Map<String, Known> old = new HashMap<>();
    private final Map<String, Known> files = new ConcurrentHashMap<>();
    private Digest terms = new Digest(0, 0);
    private boolean sameTerms;

    /**
     * @param began see {@link FileStamp#now}
     */
    private FileCache(long began) {
        this.began = began;
    }

    static FileCache empty(long began) {
        return new FileCache(began);
    }

    static FileCache load(Path file, String generator, long began) {
        FileCache cache = new FileCache(began);
        CacheFile.read(file, HEAD + generator).ifPresent(cache::read);
        return cache;
    }

    private void read(ByteBuffer in) {
        long written = in.getLong();
        terms = CacheBytes.digest(in);
        for (int i = in.getInt(); i > 0; i--) {
            String path = CacheBytes.text(in);
            FileStamp stamp = new FileStamp(in.getLong(), in.getLong(), in.getInt());
            Optional<Fingerprint> bytes = in.get() == 0 ? Optional.empty() : Optional.of(CacheBytes.fingerprint(in));
            Optional<List<Problem>> looked = in.get() == 0 ? Optional.empty() : Optional.of(CacheBytes.problems(in));
            if (FileStamp.isSure(stamp.modified(), written)) {
                old.put(path, new Known(stamp, bytes, looked));
            }
        }
    }

    /**
     * Says by what the guard judges.
     *
     * @param terms what was looked through by others is looked through again
     */
    void judgeBy(Digest terms) {
        sameTerms = terms.equals(this.terms);
        this.terms = terms;
    }

    private Optional<Known> known(ContentFile file) {
        return Optional.ofNullable(old.get(file.path().path()))
                .filter(k -> k.stamp().equals(file.stamp()));
    }

    Optional<Fingerprint> fingerprint(ContentFile file) {
        return known(file).flatMap(Known::fingerprint);
    }

    /** What there is to say of a file that the guard has looked through. */
    Optional<List<Problem>> looked(ContentFile file) {
        return sameTerms ? known(file).flatMap(Known::looked) : Optional.empty();
    }

    void put(ContentFile file, Fingerprint bytes) {
        files.merge(
                file.path().path(),
                new Known(file.stamp(), Optional.of(bytes), Optional.empty()),
                (known, fresh) -> new Known(fresh.stamp(), fresh.fingerprint(), known.looked()));
    }

    void put(ContentFile file, List<Problem> looked) {
        files.merge(
                file.path().path(),
                new Known(file.stamp(), Optional.empty(), Optional.of(looked)),
                (known, fresh) -> new Known(fresh.stamp(), known.fingerprint(), fresh.looked()));
    }

    /** For the next build; what was not put is forgotten. */
    void save(Path file, String generator) throws IOException {
        CacheFile.write(file, HEAD + generator, out -> {
            out.writeLong(began);
            CacheBytes.write(terms, out);
            out.writeInt(files.size());
            for (var entry : files.entrySet()) {
                CacheBytes.write(entry.getKey(), out);
                write(entry.getValue(), out);
            }
        });
    }

    private static void write(Known known, DataOutputStream out) throws IOException {
        out.writeLong(known.stamp().size());
        out.writeLong(known.stamp().modified());
        out.writeInt(known.stamp().key());
        out.writeBoolean(known.fingerprint().isPresent());
        if (known.fingerprint().isPresent()) {
            CacheBytes.write(known.fingerprint().get(), out);
        }
        out.writeBoolean(known.looked().isPresent());
        if (known.looked().isPresent()) {
            CacheBytes.write(known.looked().get(), out);
        }
    }
}
