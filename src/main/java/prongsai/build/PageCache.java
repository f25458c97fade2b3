package prongsai.build;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import prongsai.check.PageFacts;
import prongsai.model.FilePath;
import prongsai.site.Fingerprint;
import prongsai.site.Route;
import prongsai.source.Digest;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourcePosition;

/**
 * What is remembered of the pages of a site from one build to the next. Each page is kept as bytes, and read only when it
 * is asked for. May be used by many threads.
 */
final class PageCache {

    private static final String HEAD = "prongsai-pages 1 ";

    /** A table in which more than so many texts are new is made anew, without those that no page names any more. */
    private static final int ROOM = 10_000;

    private final Map<String, ByteBuffer> old;
    private final TextTable texts;
    /** How many texts the table had when it was made anew. */
    private final int compact;

    private final Map<String, ByteBuffer> pages = new ConcurrentHashMap<>();

    private final boolean used;

    private PageCache(boolean used, Map<String, ByteBuffer> old, TextTable texts, int compact) {
        this.used = used;
        this.old = old;
        this.texts = texts;
        this.compact = compact;
    }

    /** Nothing is remembered, and nothing will be. */
    static PageCache none() {
        return new PageCache(false, Map.of(), new TextTable(), 0);
    }

    /** Nothing is remembered yet. */
    static PageCache empty() {
        return new PageCache(true, Map.of(), new TextTable(), 0);
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
        int count = body.getInt();
        Map<String, ByteBuffer> pages = new HashMap<>(2 * count);
        for (int i = 0; i < count; i++) {
            String route = TextTable.text(body);
            int length = body.getInt();
            pages.put(route, body.slice(body.position(), length));
            body.position(body.position() + length);
        }
        TextTable texts = new TextTable(body);
        PageCache cache = new PageCache(true, pages, texts, compact);
        return texts.size() > 2 * compact + ROOM ? cache.compacted() : cache;
    }

    private PageCache compacted() {
        PageCache fresh = empty();
        old.forEach((route, bytes) -> fresh.put(new Route(route), read(bytes.duplicate())));
        return new PageCache(true, fresh.pages, fresh.texts, fresh.texts.size());
    }

    /** Whether pages are remembered at all. */
    boolean isUsed() {
        return used;
    }

    /** The routes of all pages of the last build. */
    Set<String> routes() {
        return old.keySet();
    }

    Optional<Remembered> find(Route route) {
        ByteBuffer bytes = old.get(route.path());
        return bytes == null ? Optional.empty() : Optional.of(read(bytes.duplicate()));
    }

    /** Remembers the page as it was. */
    void keep(Route route) {
        ByteBuffer bytes = old.get(route.path());
        if (bytes != null) {
            pages.put(route.path(), bytes);
        }
    }

    void put(Route route, Remembered page) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 10);
        try {
            write(page, new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pages.put(route.path(), ByteBuffer.wrap(bytes.toByteArray()));
    }

    /** For the next build; a page that was neither kept nor put is forgotten. */
    void save(Path file, String generator) throws IOException {
        CacheFile.write(file, HEAD + generator, out -> {
            out.writeInt(old.isEmpty() ? texts.size() : compact);
            out.writeInt(pages.size());
            for (var page : pages.entrySet()) {
                ByteBuffer bytes = page.getValue();
                TextTable.text(page.getKey(), out);
                out.writeInt(bytes.limit());
                out.write(bytes.array(), bytes.arrayOffset(), bytes.limit());
            }
            texts.write(out);
        });
    }

    private void write(Remembered page, DataOutputStream out) throws IOException {
        out.writeLong(page.key().first());
        out.writeLong(page.key().second());
        out.write(HexFormat.of().parseHex(page.fingerprint().sha256()));
        out.writeLong(page.fingerprint().size());
        texts(page.asked().stream().map(FilePath::path).toList(), out);
        texts(page.facts().links(), out);
        texts(page.facts().ids(), out);
        out.writeInt(page.problems().size());
        for (Problem problem : page.problems()) {
            TextTable.text(problem.code().name(), out);
            TextTable.text(problem.position().file(), out);
            out.writeInt(problem.position().line());
            out.writeInt(problem.position().column());
            texts(problem.arguments(), out);
        }
    }

    private Remembered read(ByteBuffer in) {
        Digest key = new Digest(in.getLong(), in.getLong());
        byte[] sha256 = new byte[32];
        in.get(sha256);
        Fingerprint fingerprint = Fingerprint.of(sha256, in.getLong());
        List<FilePath> asked = texts(in).stream().map(FilePath::new).toList();
        PageFacts facts = new PageFacts(texts(in), texts(in), List.of(), List.of());
        List<Problem> problems = new ArrayList<>();
        for (int i = in.getInt(); i > 0; i--) {
            ProblemCode code = ProblemCode.valueOf(TextTable.text(in));
            SourcePosition position = new SourcePosition(TextTable.text(in), in.getInt(), in.getInt());
            problems.add(new Problem(code, position, texts(in)));
        }
        return new Remembered(key, fingerprint, asked, problems, facts);
    }

    private void texts(List<String> list, DataOutputStream out) throws IOException {
        out.writeInt(list.size());
        for (String text : list) {
            out.writeInt(texts.number(text));
        }
    }

    private List<String> texts(ByteBuffer in) {
        int size = in.getInt();
        List<String> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(texts.text(in.getInt()));
        }
        return list;
    }
}
