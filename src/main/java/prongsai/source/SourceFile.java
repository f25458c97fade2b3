package prongsai.source;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;

/**
 * A file whose text can be read, and read again.
 *
 * <p>The texts of a large site are more than its memory: a text that nobody holds is given up and read from the disk
 * when it is asked for next. It is then the same text, or {@link SourceChangedException}.
 */
public final class SourceFile {

    /** One for all, because there are many files. */
    private static final WeakReference<SourceText> NOT_OPENED = new WeakReference<>(null);

    private final Origin origin;

    /** Read again whenever it is gone, so it does not matter which thread sets it. */
    private volatile WeakReference<SourceText> opened;

    /** Where the text comes from. */
    private interface Origin {
        String path();

        SourceText open();

        /** All of the text, or the head of it that ends with the front matter. */
        SourceText openHead();

        Digest digest();

        Checksum checksum();
    }

    private record InMemory(SourceText text) implements Origin {
        @Override
        public String path() {
            return text.path();
        }

        @Override
        public SourceText open() {
            return text;
        }

        @Override
        public SourceText openHead() {
            return text;
        }

        @Override
        public Digest digest() {
            return Digest.of(bytes());
        }

        @Override
        public Checksum checksum() {
            return Checksum.of(bytes());
        }

        private byte[] bytes() {
            return text.text().getBytes(StandardCharsets.UTF_8);
        }
    }

    private record OnDisk(Located file, Digest digest, Checksum checksum) implements Origin {
        @Override
        public String path() {
            return file.shown();
        }

        @Override
        public SourceText open() {
            String path = path();
            try {
                return new SourceText(path, TextReader.again(file.location(), path, checksum));
            } catch (IOException e) {
                throw new SourceChangedException(path, e);
            }
        }

        @Override
        public SourceText openHead() {
            String path = path();
            try {
                return new SourceText(path, TextReader.headAgain(file.location(), path, checksum));
            } catch (IOException e) {
                throw new SourceChangedException(path, e);
            }
        }
    }

    /** A text that is held in memory. */
    public SourceFile(String path, String text) {
        this(new InMemory(new SourceText(path, text)), NOT_OPENED);
    }

    private SourceFile(Origin origin, WeakReference<SourceText> opened) {
        this.origin = origin;
        this.opened = opened;
    }

    /** A text that has just been read. */
    static SourceFile read(Located file, SourceText text, byte[] bytes) {
        return new SourceFile(new OnDisk(file, Digest.of(bytes), Checksum.of(bytes)), new WeakReference<>(text));
    }

    /** A file whose bytes have just been read and whose text is not wanted yet. */
    static SourceFile read(Located file, byte[] bytes) {
        return unread(file, Digest.of(bytes), Checksum.of(bytes));
    }

    /** A text that an earlier run read; what is on the disk now must be the same. */
    public static SourceFile unread(Located file, Digest digest, Checksum checksum) {
        return new SourceFile(new OnDisk(file, digest, checksum), NOT_OPENED);
    }

    /** How the officer names the file, with {@code /} between names. */
    public String path() {
        return origin.path();
    }

    /** What the bytes of the file are known by. */
    public Digest digest() {
        return origin.digest();
    }

    /** By what a later reading tells that the file is still the same. */
    public Checksum checksum() {
        return origin.checksum();
    }

    /**
     * The whole text without byte order mark, to be held as long as it is worked on.
     *
     * @throws SourceChangedException if the file is no longer what was read before
     */
    public SourceText open() {
        SourceText text = opened.get();
        if (text == null) {
            text = origin.open();
            opened = new WeakReference<>(text);
        }
        return text;
    }

    /** The text as far as its front matter goes, or more of it. */
    SourceText openHead() {
        SourceText text = opened.get();
        return text == null ? origin.openHead() : text;
    }

    /** The whole text; who asks again may read the disk again. */
    public String text() {
        return open().text();
    }

    /** The position of an offset from 0 to the text's length. */
    public SourcePosition at(int offset) {
        return open().at(offset);
    }
}
