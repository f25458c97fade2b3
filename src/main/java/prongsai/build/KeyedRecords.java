package prongsai.build;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Bytes under keys as they lie in a file of the cache, each found by its key and read when it is asked for: a large site
 * has a hundred thousand, so that none has an object of its own.
 */
final class KeyedRecords {

    private final ByteBuffer bytes;
    /** Where records begin, each at or after the place that the hash of its key gives; a negative number where none is. */
    private final int[] table;

    /** None. */
    KeyedRecords() {
        this(ByteBuffer.allocate(0), 0);
    }

    /**
     * Reads over records, each a key, a length and so many bytes. Of those under one key the last counts.
     *
     * @param body at the first record of as many as the count says; behind the last afterwards
     */
    KeyedRecords(ByteBuffer body, int count) {
        bytes = body.duplicate();
        table = new int[Integer.highestOneBit(Math.max(count, 1)) << 2];
        Arrays.fill(table, -1);
        for (int i = 0; i < count; i++) {
            int record = body.position();
            body.position(key(record) + bytes.getInt(record));
            int length = body.getInt();
            table[slot(body.array(), body.arrayOffset() + key(record), bytes.getInt(record))] = record;
            body.position(body.position() + length);
        }
    }

    private static int key(int record) {
        return record + Integer.BYTES;
    }

    /** Where a key has its place in the table, or would have it. */
    private int slot(byte[] key, int start, int length) {
        int hash = 0;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + key[i];
        }
        int slot = (hash ^ hash >>> Short.SIZE) & table.length - 1;
        while (table[slot] >= 0 && !isAt(table[slot], key, start, length)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private boolean isAt(int record, byte[] key, int start, int length) {
        int from = bytes.arrayOffset() + key(record);
        return bytes.getInt(record) == length
                && Arrays.equals(bytes.array(), from, from + length, key, start, start + length);
    }

    boolean has(String key) {
        return record(key) >= 0;
    }

    /** What is kept under a key. */
    Optional<ByteBuffer> find(String key) {
        int record = record(key);
        if (record < 0) {
            return Optional.empty();
        }
        int length = key(record) + bytes.getInt(record);
        return Optional.of(bytes.slice(length + Integer.BYTES, bytes.getInt(length)));
    }

    private int record(String key) {
        byte[] encoded = key.getBytes(StandardCharsets.UTF_8);
        return table[slot(encoded, 0, encoded.length)];
    }

    Stream<String> keys() {
        return IntStream.of(table)
                .filter(record -> record >= 0)
                .mapToObj(record -> CacheBytes.text(bytes.duplicate().position(record)));
    }

    boolean isEmpty() {
        return Arrays.stream(table).allMatch(record -> record < 0);
    }
}
