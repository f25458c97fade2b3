package prongsai.build;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.commons.io.output.ByteArrayOutputStream;

/** Bytes that gather in memory until they are written to a file; what is there is never copied when more come. */
final class Spool {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    /** Adds to the end. */
    void write(CacheFile.Body body) {
        try {
            body.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    int size() {
        return bytes.size();
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    void writeTo(OutputStream file) throws IOException {
        bytes.writeTo(file);
    }
}
