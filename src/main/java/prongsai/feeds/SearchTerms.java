package prongsai.feeds;

import java.io.ByteArrayOutputStream;
import prongsai.render.FoldedText;
import prongsai.render.SearchText;

/**
 * What the index knows of a page: which runs of one, two and three characters stand in it, which runs of five (every second
 * of those that there can be), and which of them in its title. Each run is one of 65,536 numbers; runs that share one only
 * make more pages worth a look.
 *
 * <p>A term is twice that number for a run anywhere on the page, and one more for a run in the title.
 */
final class SearchTerms {

    /** How many terms there may be. */
    static final int SPACE = 1 << 17;

    private static final int ALL_UP_TO = 3;
    private static final int LONGEST = 5;
    private static final int BASIS = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int NUMBERS = 0xFFFF;

    private final long[] found = new long[SPACE / Long.SIZE];

    private SearchTerms() {}

    /** The terms of a page, ascending. */
    static int[] of(String html) {
        SearchTerms terms = new SearchTerms();
        FoldedText title = SearchText.title(html);
        terms.add(title, 0);
        terms.add(title, 1);
        terms.add(SearchText.body(html), 0);
        return terms.sorted();
    }

    /** Takes every run within a word: FNV-1a over its characters. */
    private void add(FoldedText text, int inTitle) {
        // One loop over plain arrays: it runs for every character of a site.
        char[] chars = text.chars();
        int length = text.length();
        long[] seen = found;
        for (int start = 0; start < length; start++) {
            int hash = BASIS;
            int end = Math.min(length, start + LONGEST);
            for (int i = start; i < end; i++) {
                char c = chars[i];
                if (c == ' ') {
                    break;
                }
                hash = (hash ^ c) * PRIME;
                int run = i - start;
                if (run < ALL_UP_TO || (run == LONGEST - 1 && (hash & (1 << 16)) == 0)) {
                    int term = (((hash ^ (hash >>> 15)) & NUMBERS) << 1) | inTitle;
                    seen[term >> 6] |= 1L << term;
                }
            }
        }
    }

    private int[] sorted() {
        int count = 0;
        for (long bits : found) {
            count += Long.bitCount(bits);
        }
        int[] terms = new int[count];
        int at = 0;
        for (int i = 0; i < found.length; i++) {
            for (long bits = found[i]; bits != 0; bits &= bits - 1) {
                terms[at++] = (i << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
        return terms;
    }

    /** Ascending numbers as their distances, seven bits a byte. */
    static byte[] packed(int[] ascending) {
        // A plain array of the right length: a stream is locked for each byte, and there are some thousand a page.
        byte[] packed = new byte[packedLength(ascending)];
        int at = 0;
        int last = 0;
        for (int number : ascending) {
            int rest = number - last;
            last = number;
            while (rest > 0x7F) {
                packed[at++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            packed[at++] = (byte) rest;
        }
        return packed;
    }

    private static int packedLength(int[] ascending) {
        int length = ascending.length;
        int last = 0;
        for (int number : ascending) {
            for (int rest = (number - last) >>> 7; rest > 0; rest >>>= 7) {
                length++;
            }
            last = number;
        }
        return length;
    }

    static void writeNumber(int number, ByteArrayOutputStream out) {
        int rest = number;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }
}
