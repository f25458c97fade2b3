package prongsai.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what {@link BytesOut} wrote; what is no such thing ends in an exception of the platform. */
final class BytesIn {

    private final ByteBuffer bytes;

    BytesIn(byte[] bytes, int start, int length) {
        this.bytes = ByteBuffer.wrap(bytes, start, length);
    }

    int number() {
        return bytes.getInt();
    }

    long longNumber() {
        return bytes.getLong();
    }

    String text() {
        int count = bytes.getInt();
        int start = position();
        skip(count);
        return new String(bytes.array(), start, count, StandardCharsets.UTF_8);
    }

    /** Where we are in the whole array. */
    int position() {
        return bytes.position();
    }

    void skip(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("a length of " + count);
        }
        bytes.position(bytes.position() + count);
    }

    boolean hasMore() {
        return bytes.hasRemaining();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return type.getEnumConstants()[number()];
    }

    LocalDate day() {
        return LocalDate.ofEpochDay(longNumber());
    }

    <T> Optional<T> optional(Supplier<T> read) {
        return number() == 0 ? Optional.empty() : Optional.of(read.get());
    }

    <T> List<T> list(Supplier<T> read) {
        int count = number();
        List<T> list = new ArrayList<>(Math.min(count, bytes.remaining()));
        for (int i = 0; i < count; i++) {
            list.add(read.get());
        }
        return list;
    }
}
