package prongsai.source;

import java.io.OutputStream;
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
        State state = new State();
        int whole = bytes.length - bytes.length % BLOCK;
        state.addBlocks(bytes, whole);
        return state.end(bytes, whole, bytes.length, bytes.length);
    }

    /** Takes bytes as they come, where there are too many for memory. */
    public static final class Stream extends OutputStream {

        private final State state = new State();
        private final byte[] waiting = new byte[1 << 13];
        private int used;
        private long length;

        @Override
        public void write(int oneByte) {
            makeRoom();
            waiting[used++] = (byte) oneByte;
            length++;
        }

        @Override
        public void write(byte[] bytes, int start, int count) {
            for (int done = 0; done < count; ) {
                makeRoom();
                int some = Math.min(count - done, waiting.length - used);
                System.arraycopy(bytes, start + done, waiting, used, some);
                used += some;
                done += some;
            }
            length += count;
        }

        private void makeRoom() {
            if (used == waiting.length) {
                state.addBlocks(waiting, used);
                used = 0;
            }
        }

        /** Of all bytes, the same as if they had come at once. To be asked for once, at the end. */
        public Digest digest() {
            int whole = used - used % BLOCK;
            state.addBlocks(waiting, whole);
            return state.end(waiting, whole, used, length);
        }
    }

    /** What is known of the bytes so far. */
    private static final class State {

        private long first;
        private long second;

        void addBlocks(byte[] bytes, int end) {
            long h1 = first;
            long h2 = second;
            for (int i = 0; i < end; i += BLOCK) {
                h1 ^= mixFirst((long) LONGS.get(bytes, i));
                h1 = (Long.rotateLeft(h1, 27) + h2) * 5 + 0x52dce729;
                h2 ^= mixSecond((long) LONGS.get(bytes, i + Long.BYTES));
                h2 = (Long.rotateLeft(h2, 31) + h1) * 5 + 0x38495ab5;
            }
            first = h1;
            second = h2;
        }

        /** The digest, with less than a block that is left. */
        Digest end(byte[] bytes, int from, int end, long length) {
            long h1 = first ^ mixFirst(tail(bytes, from, end));
            long h2 = second ^ mixSecond(tail(bytes, from + Long.BYTES, end));
            h1 ^= length;
            h2 ^= length;
            h1 += h2;
            h2 += h1;
            h1 = finish(h1);
            h2 = finish(h2);
            h1 += h2;
            return new Digest(h1, h2 + h1);
        }
    }

    private static long mixFirst(long k) {
        return Long.rotateLeft(k * C1, 31) * C2;
    }

    private static long mixSecond(long k) {
        return Long.rotateLeft(k * C2, 33) * C1;
    }

    /** Up to eight bytes from an offset, as many as there are. */
    private static long tail(byte[] bytes, int from, int end) {
        long value = 0;
        for (int i = Math.min(from + Long.BYTES, end) - 1; i >= from; i--) {
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
