package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand for their numbers, each kept once: the links of ten thousand pages are mostly those of the menu. Those
 * of an earlier run keep their numbers and are read when they are asked for. May be used by many threads.
 */
final class TextTable {

    private final ByteBuffer bytes;
    private final int[] offsets;
    private final @Nullable String[] read;
    private final List<String> fresh = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** An empty table. */
    TextTable() {
        this(ByteBuffer.allocate(Integer.BYTES));
    }

    /** What {@link #write} wrote. */
    TextTable(ByteBuffer written) {
        bytes = written;
        offsets = new int[written.getInt()];
        read = new String[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = written.position();
            int length = written.getInt();
            written.position(written.position() + length);
        }
    }

    int size() {
        return offsets.length + fresh.size();
    }

    String text(int number) {
        if (number >= offsets.length) {
            return freshText(number - offsets.length);
        }
        String text = read[number];
        if (text == null) {
            text = CacheBytes.text(bytes.duplicate().position(offsets[number]));
            // Whichever thread comes first: the text is the same.
            read[number] = text;
        }
        return text;
    }

    private synchronized String freshText(int index) {
        return fresh.get(index);
    }

    /** The number of a text. One that an earlier run knew may get another, which costs less than to look for it. */
    synchronized int number(String text) {
        return numbers.computeIfAbsent(text, t -> {
            fresh.add(t);
            return offsets.length + fresh.size() - 1;
        });
    }

    synchronized void write(DataOutputStream out) throws IOException {
        out.writeInt(size());
        for (int i = 0; i < offsets.length; i++) {
            int length = bytes.getInt(offsets[i]);
            out.writeInt(length);
            out.write(bytes.array(), bytes.arrayOffset() + offsets[i] + Integer.BYTES, length);
        }
        for (String text : fresh) {
            CacheBytes.write(text, out);
        }
    }
}
