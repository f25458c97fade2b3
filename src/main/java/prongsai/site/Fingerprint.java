package prongsai.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What tells two files' bytes apart: their SHA-256 and how many there are. A large site has many, so it is no text. */
public final class Fingerprint {

    private static final int DIGITS = 64;
    private static final int DIGITS_A_PART = 16;
    private static final int BYTES = 32;

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;
    private final long size;

    private Fingerprint(long first, long second, long third, long fourth, long size) {
        this.first = first;
        this.second = second;
        this.third = third;
        this.fourth = fourth;
        this.size = size;
    }

    /**
     * A fingerprint that was written down.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    public Fingerprint(String sha256, long size) {
        this(part(checked(sha256), 0), part(sha256, 1), part(sha256, 2), part(sha256, 3), size);
        if (size < 0) {
            throw new IllegalArgumentException("a file's size is not negative: " + size);
        }
    }

    private static String checked(String sha256) {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        return sha256;
    }

    private static boolean isSha256(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == DIGITS;
    }

    private static long part(String sha256, int number) {
        int from = number * DIGITS_A_PART;
        return HexFormat.fromHexDigitsToLong(sha256, from, from + DIGITS_A_PART);
    }

    /** 64 lower-case hexadecimal digits. */
    public String sha256() {
        return HexFormat.of().formatHex(sha256Bytes());
    }

    /** The SHA-256 as such. */
    public byte[] sha256Bytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    public static Fingerprint of(byte[] bytes) {
        return of(digest().digest(bytes), bytes.length);
    }

    /** Reads to the end; the caller closes. */
    public static Fingerprint of(InputStream bytes) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[1 << 16];
        long size = 0;
        for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
            digest.update(buffer, 0, count);
            size += count;
        }
        return of(digest.digest(), size);
    }

    /** For those who digest while they write. */
    public static Fingerprint of(byte[] sha256, long size) {
        ByteBuffer parts = ByteBuffer.wrap(sha256);
        return new Fingerprint(parts.getLong(), parts.getLong(), parts.getLong(), parts.getLong(), size);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fingerprint that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth
                && size == that.size;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return sha256() + " (" + size + ")";
    }
}
