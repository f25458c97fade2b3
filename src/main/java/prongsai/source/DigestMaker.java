package prongsai.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Makes the digest of several things in a fixed order. Each text is set off from the next by its length, so that {@code ab,
 * c} is not {@code a, bc}.
 *
 * <pre>{@code
 * Digest digest = new DigestMaker().text(path).number(size).digest(template).make();
 * }</pre>
 */
public final class DigestMaker {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    public DigestMaker text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    public DigestMaker number(long value) {
        bytes.writeBytes(number.putLong(0, value).array());
        return this;
    }

    public DigestMaker truth(boolean value) {
        bytes.write(value ? 1 : 0);
        return this;
    }

    public DigestMaker digest(Digest digest) {
        return number(digest.first()).number(digest.second());
    }

    public Digest make() {
        return Digest.of(bytes.toByteArray());
    }
}
