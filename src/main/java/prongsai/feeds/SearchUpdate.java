package prongsai.feeds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * The lists of a search index in which a few pages have another text than before, made from the lists as they were.
 *
 * <pre>{@code
 * SearchUpdate update = new SearchUpdate(shards, path -> Files.readAllBytes(site.resolve(path.text())));
 * update.change(number, before, now);
 * }</pre>
 */
public final class SearchUpdate {

    /** Opens the lists as they were. */
    @FunctionalInterface
    public interface Reader {
        byte[] read(OutputPath path) throws IOException;
    }

    private static final int[] NOTHING = {};

    private final int shards;
    private final Reader reader;
    private final Map<Integer, SearchShard> changed = new TreeMap<>();

    /** @param shards in how many files the lists lie */
    public SearchUpdate(int shards, Reader reader) {
        this.shards = shards;
        this.reader = reader;
    }

    /** Takes a page into the index that comes after all others. */
    public void add(int page, String html) throws IOException {
        change(page, NOTHING, SearchTerms.of(html));
    }

    /** Exchanges what the index knows of a page. */
    public void change(int page, String before, String now) throws IOException {
        change(page, SearchTerms.of(before), SearchTerms.of(now));
    }

    /** Goes through both side by side: what both have stays. */
    private void change(int page, int[] before, int[] now) throws IOException {
        int b = 0;
        int n = 0;
        while (b < before.length || n < now.length) {
            int gone = b < before.length ? before[b] : SearchTerms.SPACE;
            int come = n < now.length ? now[n] : SearchTerms.SPACE;
            if (gone != come) {
                int term = Math.min(gone, come);
                shard(term).set(term, page, come < gone);
            }
            b += gone <= come ? 1 : 0;
            n += come <= gone ? 1 : 0;
        }
    }

    private SearchShard shard(int term) throws IOException {
        int number = SearchIndex.shardOf(term, shards);
        SearchShard known = changed.get(number);
        if (known == null) {
            known = SearchShard.read(reader.read(SearchIndex.path(number)));
            changed.put(number, known);
        }
        return known;
    }

    /** The lists that are others now. */
    public List<MadeFile> files() {
        List<MadeFile> files = new ArrayList<>();
        changed.forEach((number, shard) ->
                files.add(new MadeFile(SearchIndex.path(number), OutputFile.Kind.FEED, shard::bytes)));
        return files;
    }
}
