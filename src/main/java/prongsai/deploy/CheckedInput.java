package prongsai.deploy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import prongsai.site.Fingerprint;

/** Bytes that must be those of a fingerprint: at their end they fail where they are not, before anybody takes them for whole. */
final class CheckedInput extends FilterInputStream {

    private final Fingerprint expected;
    private final MessageDigest digest = Fingerprint.digest();
    private Optional<Boolean> damaged = Optional.empty();

    /** They were others. */
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1;
    }

    CheckedInput(InputStream bytes, Fingerprint expected) {
        super(bytes);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            digest.update((byte) value);
        } else {
            check();
        }
        return value;
    }

    @Override
    public int read(byte[] portion, int from, int most) throws IOException {
        int count = in.read(portion, from, most);
        if (count >= 0) {
            digest.update(portion, from, count);
        } else {
            check();
        }
        return count;
    }

    private void check() throws Damaged {
        if (damaged.isEmpty()) {
            damaged = Optional.of(!HexFormat.of().formatHex(digest.digest()).equals(expected.sha256()));
        }
        if (damaged.get()) {
            throw new Damaged();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
