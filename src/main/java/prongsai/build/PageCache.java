package prongsai.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import prongsai.check.PageFacts;
import prongsai.model.FilePath;
import prongsai.site.Fingerprint;
import prongsai.site.Route;
import prongsai.source.Digest;

/**
 * What is remembered of the pages of a site from one build to the next. Each page is kept as bytes, and read only when it
 * is asked for. May be used by many threads.
 */
final class PageCache {

    private static final String HEAD = "prongsai-pages 2 ";

    /** A table in which more than so many texts are new is made anew, without those that no page names any more. */
    private static final int ROOM = 10_000;

    private final KeyedRecords old;
    private final TextTable texts;
    /** How many texts the table had when it was made anew. */
    private final int compact;

    /** The routes of the pages that are as they were. */
    private final List<String> kept = new ArrayList<>();

    /** The others as the file will have them: as bytes they take a third of the memory. */
    private final Spool fresh = new Spool();

    private int freshCount;

    private final boolean used;

    private PageCache(boolean used, KeyedRecords old, TextTable texts, int compact) {
        this.used = used;
        this.old = old;
        this.texts = texts;
        this.compact = compact;
    }

    /** Nothing is remembered, and nothing will be. */
    static PageCache none() {
        return new PageCache(false, new KeyedRecords(), new TextTable(), 0);
    }

    /** Nothing is remembered yet. */
    static PageCache empty() {
        return new PageCache(true, new KeyedRecords(), new TextTable(), 0);
    }

    /**
     * What was remembered, or nothing where that cannot be told for certain.
     *
     * @param generator names the program that remembers
     */
    static PageCache load(Path file, String generator) {
        return CacheFile.read(file, HEAD + generator).map(PageCache::of).orElseGet(PageCache::empty);
    }

    private static PageCache of(ByteBuffer body) {
        int compact = body.getInt();
        KeyedRecords pages = new KeyedRecords(body, body.getInt());
        TextTable texts = new TextTable(body);
        PageCache cache = new PageCache(true, pages, texts, compact);
        return texts.size() > 2 * compact + ROOM ? cache.compacted() : cache;
    }

    private PageCache compacted() {
        PageCache fresh = empty();
        routes().forEach(route -> fresh.put(route, find(route).orElseThrow()));
        return of(ByteBuffer.wrap(bytes(fresh::writeBody)));
    }

    /** Whether pages are remembered at all. */
    boolean isUsed() {
        return used;
    }

    /** The routes of all pages of the last build. */
    Stream<Route> routes() {
        return old.keys().map(Route::new);
    }

    Optional<Remembered> find(Route route) {
        return old.find(route.path()).map(this::read);
    }

    /** Remembers the page as it was. */
    synchronized void keep(Route route) {
        if (old.has(route.path())) {
            kept.add(route.path());
        }
    }

    /** Remembers another than before, or a new one; of one that is put twice the last counts. */
    void put(Route route, Remembered page) {
        byte[] bytes = bytes(out -> write(page, out));
        add(route, bytes);
    }

    private static byte[] bytes(CacheFile.Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 9);
        try {
            body.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    private synchronized void add(Route route, byte[] bytes) {
        fresh.add(out -> write(route.path(), ByteBuffer.wrap(bytes), out));
        freshCount++;
    }

    private static void write(String route, ByteBuffer page, DataOutputStream out) throws IOException {
        CacheBytes.write(route, out);
        out.writeInt(page.limit());
        out.write(page.array(), page.arrayOffset(), page.limit());
    }

    /** For the next build; a page that was neither kept nor put is forgotten. */
    void save(Path file, String generator) throws IOException {
        CacheFile.write(file, HEAD + generator, this::writeBody);
    }

    private synchronized void writeBody(DataOutputStream out) throws IOException {
        out.writeInt(old.isEmpty() ? texts.size() : compact);
        out.writeInt(kept.size() + freshCount);
        for (String route : kept) {
            write(route, old.find(route).orElseThrow(), out);
        }
        fresh.writeTo(out);
        texts.write(out);
    }

    private void write(Remembered page, DataOutputStream out) throws IOException {
        CacheBytes.write(page.key(), out);
        CacheBytes.write(page.fingerprint(), out);
        texts(page.asked().stream().map(FilePath::path).toList(), out);
        texts(page.facts().links(), out);
        texts(page.facts().ids(), out);
        CacheBytes.write(page.problems(), out);
    }

    private Remembered read(ByteBuffer in) {
        Digest key = CacheBytes.digest(in);
        Fingerprint fingerprint = CacheBytes.fingerprint(in);
        List<FilePath> asked = texts(in).stream().map(FilePath::new).toList();
        PageFacts facts = new PageFacts(texts(in), texts(in), List.of(), List.of());
        return new Remembered(key, fingerprint, asked, CacheBytes.problems(in), facts);
    }

    private void texts(List<String> list, DataOutputStream out) throws IOException {
        CacheBytes.writeCount(list.size(), out);
        for (String text : list) {
            CacheBytes.writeCount(texts.number(text), out);
        }
    }

    private List<String> texts(ByteBuffer in) {
        int size = CacheBytes.count(in);
        List<String> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(texts.text(CacheBytes.count(in)));
        }
        return list;
    }
}
