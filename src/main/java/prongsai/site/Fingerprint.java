package prongsai.site;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What tells two files' bytes apart.
 *
 * @param sha256 64 lower-case hexadecimal digits
 * @param size in bytes
 */
public record Fingerprint(String sha256, long size) {

    private static final int DIGITS = 64;

    public Fingerprint {
        if (!isSha256(sha256)) {
            throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        if (size < 0) {
            throw new IllegalArgumentException("a file's size is not negative: " + size);
        }
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
        return new Fingerprint(HexFormat.of().formatHex(sha256), size);
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
