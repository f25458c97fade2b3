package prongsai.feeds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/**
 * The lists of the search index: for each term the pages that have it, in files so small that a query needs few bytes. It
 * leads to every page in which a query stands, and to some in which it does not: only the page's own text can tell.
 *
 * <p>May be used by many threads until its files are made.
 */
public final class SearchIndex implements AutoCloseable {

    private static final int PAGES_A_SHARD = 4;
    private static final int MOST_SHARDS = 4096;
    /** The lists of a large site need not all be in memory: so many bytes at a time, were every run of characters in use. */
    private static final long AT_A_TIME = 32L << 20;

    private final TermStore pages;
    private final int shards;

    private SearchIndex(TermStore pages) {
        this.pages = pages;
        this.shards = shards(pages.size());
    }

    /**
     * An index with nothing in it.
     *
     * @param pages how many there will be
     * @param file for what does not fit into memory; gone when the index is closed
     */
    public static SearchIndex of(int pages, Optional<Path> file) {
        if (file.isPresent()) {
            try {
                return new SearchIndex(TermStore.in(file.get(), pages));
            } catch (IOException e) {
                // Without a place for it memory must do.
            }
        }
        return new SearchIndex(TermStore.inMemory(pages));
    }

    /** In how many files the lists of a site lie: the more pages, the smaller the part of them that one has. */
    public static int shards(int pages) {
        int wanted = Math.min(MOST_SHARDS, Math.max(1, pages / PAGES_A_SHARD));
        return Integer.highestOneBit(wanted);
    }

    /** Takes a page into the index. */
    public void put(int number, String html) {
        pages.put(number, SearchTerms.packed(SearchTerms.of(html)));
    }

    /** Whether a page has been taken into the index. */
    public boolean has(int number) {
        return pages.has(number);
    }

    /** Where a part of the lists is published. */
    public static OutputPath path(int shard) {
        return new OutputPath("search/terms/" + shard + ".bin");
    }

    /** The part that has a term. */
    static int shardOf(int term, int shards) {
        return term / (SearchTerms.SPACE / shards);
    }

    /**
     * All lists, some files at a time, which must be made before the next are asked for; every page must have been taken.
     */
    public Stream<List<MadeFile>> files() {
        long shardBytes = (long) SearchTerms.SPACE / shards * (pages.size() / Byte.SIZE + 1);
        int atATime = (int) Math.max(1, Math.min(shards, AT_A_TIME / shardBytes));
        Reading reading = new Reading(pages.size());
        return IntStream.iterate(0, first -> first < shards, first -> first + atATime)
                .mapToObj(first -> files(first, Math.min(atATime, shards - first), reading));
    }

    @Override
    public void close() {
        pages.close();
    }

    /** How far the terms of each page have been read: a range of terms begins where the one before it ended. */
    private static final class Reading {
        private final int[] positions;
        private final int[] terms;

        Reading(int pages) {
            positions = new int[pages];
            terms = new int[pages];
        }
    }

    private List<MadeFile> files(int firstShard, int count, Reading reading) {
        int size = SearchTerms.SPACE / shards;
        @Nullable BitSet[] lists = lists(firstShard * size, count * size, reading);
        List<MadeFile> files = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = i * size;
            int shard = firstShard + i;
            files.add(new MadeFile(path(shard), OutputFile.Kind.FEED, () -> part(lists, from, shard * size, size)));
        }
        return files;
    }

    private static byte[] part(@Nullable BitSet[] lists, int from, int firstTerm, int size) {
        SearchShard shard = new SearchShard();
        for (int k = 0; k < size; k++) {
            BitSet list = lists[from + k];
            if (list != null) {
                shard.set(firstTerm + k, list);
            }
        }
        return shard.bytes();
    }

    /** The pages of each term of a range. */
    private @Nullable BitSet[] lists(int first, int count, Reading reading) {
        @Nullable BitSet[] lists = new @Nullable BitSet[count];
        for (int page = 0; page < pages.size(); page++) {
            byte[] packed = pages.get(page);
            SearchShard.Numbers terms = new SearchShard.Numbers(packed, reading.positions[page], packed.length);
            int term = reading.terms[page];
            while (terms.hasMore()) {
                int before = terms.position();
                int next = term + terms.next();
                if (next >= first + count) {
                    terms.back(before);
                    break;
                }
                term = next;
                BitSet list = lists[term - first];
                if (list == null) {
                    list = new BitSet(pages.size());
                    lists[term - first] = list;
                }
                list.set(page);
            }
            reading.positions[page] = terms.position();
            reading.terms[page] = term;
        }
        return lists;
    }
}
