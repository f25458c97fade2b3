package prongsai.feeds;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Gathers text and passes it on as UTF-8, some at a time: a large table is never in memory twice. */
final class Utf8 {

    private static final int SOME = 1 << 14;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(2 * SOME);

    Utf8(OutputStream out) {
        this.out = out;
    }

    /** What is appended to it is written sooner or later. */
    StringBuilder text() {
        return text;
    }

    /** To be said after each row. */
    void pause() throws IOException {
        if (text.length() >= SOME) {
            flush();
        }
    }

    /** Passes on all that was gathered. */
    void flush() throws IOException {
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
