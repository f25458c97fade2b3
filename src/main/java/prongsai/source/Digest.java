package prongsai.source;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What bytes are known by: two files with the same digest hold the same (MurmurHash3, x64, 128 bits). Nobody's secret
 * depends on it; SHA-256 would take a fifth of the time in which a large site is read.
 */
public record Digest(long first, long second) {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int BLOCK = 16;

    public static Digest of(byte[] bytes) {
        long h1 = 0;
        long h2 = 0;
        int whole = bytes.length - bytes.length % BLOCK;
        for (int i = 0; i < whole; i += BLOCK) {
            h1 ^= mixFirst((long) LONGS.get(bytes, i));
            h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
            h2 ^= mixSecond((long) LONGS.get(bytes, i + Long.BYTES));
            h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
        }
        h1 ^= mixFirst(tail(bytes, whole));
        h2 ^= mixSecond(tail(bytes, whole + Long.BYTES));
        h1 ^= bytes.length;
        h2 ^= bytes.length;
        h1 += h2;
        h2 += h1;
        h1 = finish(h1);
        h2 = finish(h2);
        h1 += h2;
        return new Digest(h1, h2 + h1);
    }

    private static long mixFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    /** Up to eight bytes from an offset, as many as there are. */
    private static long tail(byte[] bytes, int from) {
        long value = 0;
        for (int i = Math.min(from + Long.BYTES, bytes.length) - 1; i >= from; i--) {
            value = value << Byte.SIZE | (bytes[i] & 0xFF);
        }
        return value;
    }

    private static long finish(long h) {
        long k = (h ^ h >>> 33) * 0xff51afd7ed558ccdL;
        k = (k ^ k >>> 33) * 0xc4ceb9fe1a85ec53L;
        return k ^ k >>> 33;
    }

    // What a record has of itself is put together at run time, which a short run feels.
    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest && first == digest.first && second == digest.second;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%016x%016x", first, second);
    }
}
