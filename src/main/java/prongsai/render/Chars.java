package prongsai.render;

import java.io.Writer;
import java.util.Arrays;

/**
 * Text that is being put together. Nearly all of a page is Thai, for which a {@link StringBuilder} would look at every
 * character it takes; here they are copied in runs.
 */
final class Chars extends Writer {

    private char[] chars;
    private int length;

    Chars(int capacity) {
        this.chars = new char[capacity];
    }

    int length() {
        return length;
    }

    char charAt(int i) {
        return chars[i];
    }

    /** Takes away what stands behind the first characters. */
    void cut(int to) {
        length = to;
    }

    void add(char c) {
        room(1);
        chars[length++] = c;
    }

    void add(String text) {
        int size = text.length();
        room(size);
        text.getChars(0, size, chars, length);
        length += size;
    }

    void add(Chars other) {
        add(other, 0, other.length);
    }

    void add(Chars other, int start, int end) {
        room(end - start);
        System.arraycopy(other.chars, start, chars, length, end - start);
        length += end - start;
    }

    /** A whole number of few digits. */
    void add(int number) {
        if (number >= 10) {
            add(number / 10);
        }
        add((char) ('0' + number % 10));
    }

    private void room(int more) {
        if (length + more > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(2 * chars.length, length + more));
        }
    }

    @Override
    public void write(int c) {
        add((char) c);
    }

    @Override
    public void write(String text) {
        add(text);
    }

    @Override
    public void write(String text, int start, int count) {
        room(count);
        text.getChars(start, start + count, chars, length);
        length += count;
    }

    @Override
    public void write(char[] text, int start, int count) {
        room(count);
        System.arraycopy(text, start, chars, length, count);
        length += count;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
