package prongsai.content;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes values one after the other into memory, for {@link BytesIn}. */
final class BytesOut {

    private byte[] bytes = new byte[1 << 12];
    private int length;

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    void number(int value) {
        room(Integer.BYTES);
        for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes[length++] = (byte) (value >> shift);
        }
    }

    void number(long value) {
        number((int) (value >>> Integer.SIZE));
        number((int) value);
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        plain(encoded, 0, encoded.length);
    }

    /** Bytes as they are. */
    void plain(byte[] from, int start, int count) {
        room(count);
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    @SuppressWarnings("EnumOrdinal") // only the same version of the program reads it
    void constant(Enum<?> constant) {
        number(constant.ordinal());
    }

    void day(LocalDate day) {
        number(day.toEpochDay());
    }

    <T> void optional(Optional<T> value, Consumer<T> write) {
        number(value.isPresent() ? 1 : 0);
        value.ifPresent(write);
    }

    void texts(Optional<String> value) {
        optional(value, this::text);
    }

    <T> void list(Collection<? extends T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
    }

    int length() {
        return length;
    }

    /** Gives everything away and begins anew. */
    void moveTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }
}
