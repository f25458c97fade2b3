package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand for their numbers: the links of ten thousand pages are mostly those of the menu. Those of an earlier run
 * keep their numbers and are read when they are asked for; only the first, among which those of the menu are, stay in memory
 * then. May be used by many threads.
 *
 * <p>A hundred thousand pages have four times as many texts that come once: only the latest are looked for, so one may have
 * several numbers.
 */
final class TextTable {

    private static final int FIRST = 1 << 13;
    private static final int RECENT = 1 << 13;

    private final ByteBuffer bytes;
    private final int[] offsets;
    /** Of the first texts those that were asked for. */
    private final @Nullable String[] read;

    private final Spool fresh = new Spool();
    private int freshCount;
    private final Map<String, Integer> recent = new LinkedHashMap<>(RECENT, 1, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > RECENT;
        }
    };

    /** An empty table. */
    TextTable() {
        this(ByteBuffer.allocate(Integer.BYTES));
    }

    /** What {@link #write} wrote. */
    TextTable(ByteBuffer written) {
        bytes = written;
        offsets = new int[written.getInt()];
        read = new String[Math.min(offsets.length, FIRST)];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = written.position();
            int length = written.getInt();
            written.position(written.position() + length);
        }
    }

    synchronized int size() {
        return offsets.length + freshCount;
    }

    /** A text of an earlier run. */
    String text(int number) {
        String known = number < read.length ? read[number] : null;
        if (known != null) {
            return known;
        }
        String text = CacheBytes.text(bytes.duplicate().position(offsets[number]));
        if (number < read.length) {
            // Whichever thread comes first: the text is the same.
            read[number] = text;
        }
        return text;
    }

    /** A number for a text, for the next run to read. One that has a number may get another. */
    synchronized int number(String text) {
        return recent.computeIfAbsent(text, t -> {
            fresh.add(out -> CacheBytes.write(t, out));
            return offsets.length + freshCount++;
        });
    }

    synchronized void write(DataOutputStream out) throws IOException {
        out.writeInt(size());
        for (int i = 0; i < offsets.length; i++) {
            int length = bytes.getInt(offsets[i]);
            out.writeInt(length);
            out.write(bytes.array(), bytes.arrayOffset() + offsets[i] + Integer.BYTES, length);
        }
        fresh.writeTo(out);
    }
}
