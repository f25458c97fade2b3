package prongsai.feeds;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the index: for each of its terms the numbers of the pages that have it.
 *
 * <p>As bytes, one term after the other: how far it is from the term before, the length of its list in bytes (doubled, and
 * one more for a bit list), and the list. A list is either the distances of the numbers or one bit for each page, the lowest
 * of a byte first, whichever is shorter. Distances and lengths have seven bits a byte. Nothing depends on how many pages
 * there are beyond those listed, so that a page added at the end changes only the parts whose terms it has.
 */
final class SearchShard {

    private final Map<Integer, BitSet> pages = new TreeMap<>();

    /** Whether the page has the term. */
    void set(int term, int page, boolean has) {
        pages.computeIfAbsent(term, t -> new BitSet()).set(page, has);
    }

    /** Which pages have the term. */
    void set(int term, BitSet having) {
        pages.put(term, having);
    }

    /** The pages of each term. */
    Map<Integer, BitSet> pages() {
        return Collections.unmodifiableMap(pages);
    }

    static SearchShard read(byte[] bytes) {
        SearchShard shard = new SearchShard();
        Numbers in = new Numbers(bytes);
        int term = 0;
        while (in.hasMore()) {
            term += in.next();
            int head = in.next();
            int length = head >> 1;
            shard.pages.put(term, list(bytes, in.position, length, (head & 1) == 1));
            in.position += length;
        }
        return shard;
    }

    private static BitSet list(byte[] bytes, int start, int length, boolean bits) {
        if (bits) {
            return BitSet.valueOf(ByteBuffer.wrap(bytes, start, length));
        }
        BitSet pages = new BitSet();
        Numbers in = new Numbers(bytes, start, start + length);
        int page = 0;
        while (in.hasMore()) {
            page += in.next();
            pages.set(page);
        }
        return pages;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int last = 0;
        for (var entry : pages.entrySet()) {
            BitSet list = entry.getValue();
            if (!list.isEmpty()) {
                byte[] distances = SearchTerms.packed(list.stream().toArray());
                boolean bits = (list.length() + 7) / 8 < distances.length;
                byte[] shorter = bits ? list.toByteArray() : distances;
                SearchTerms.writeNumber(entry.getKey() - last, out);
                SearchTerms.writeNumber(shorter.length * 2 + (bits ? 1 : 0), out);
                out.writeBytes(shorter);
                last = entry.getKey();
            }
        }
        return out.toByteArray();
    }

    /** Numbers of seven bits a byte. */
    static final class Numbers {
        private final byte[] bytes;
        private final int end;
        private int position;

        Numbers(byte[] bytes) {
            this(bytes, 0, bytes.length);
        }

        Numbers(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.position = start;
            this.end = end;
        }

        boolean hasMore() {
            return position < end;
        }

        /** The place of the next number. */
        int position() {
            return position;
        }

        /** Goes back to a place that {@link #position} gave. */
        void back(int to) {
            position = to;
        }

        int next() {
            int number = 0;
            int shift = 0;
            int b;
            do {
                b = bytes[position++];
                number |= (b & 0x7F) << shift;
                shift += 7;
            } while (b < 0);
            return number;
        }
    }
}
