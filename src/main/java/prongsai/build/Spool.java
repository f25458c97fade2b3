package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes that gather in memory until they are written to a file: tens of megabytes of a large site, so nothing is copied when
 * more come, and no room is kept for as much again.
 */
final class Spool extends OutputStream {

    private static final int SMALLEST = 1 << 10;
    private static final int LARGEST = 1 << 16;

    private final List<byte[]> full = new ArrayList<>();
    private final DataOutputStream out = new DataOutputStream(this);
    private byte[] last = new byte[SMALLEST];
    private int used;

    /** Adds to the end. */
    void add(CacheFile.Body body) {
        try {
            body.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    @Override
    public void write(int oneByte) {
        makeRoom();
        last[used++] = (byte) oneByte;
    }

    @Override
    public void write(byte[] bytes, int start, int count) {
        for (int done = 0; done < count; ) {
            makeRoom();
            int some = Math.min(count - done, last.length - used);
            System.arraycopy(bytes, start + done, last, used, some);
            used += some;
            done += some;
        }
    }

    private void makeRoom() {
        if (used == last.length) {
            full.add(last);
            last = new byte[Math.min(2 * used, LARGEST)];
            used = 0;
        }
    }

    void writeTo(OutputStream file) throws IOException {
        for (byte[] bytes : full) {
            file.write(bytes);
        }
        file.write(last, 0, used);
    }
}
