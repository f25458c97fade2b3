package prongsai.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.apache.commons.io.output.CountingOutputStream;

/**
 * One file of the finished site: its place, what tells its bytes apart, and the bytes, which can be opened again and
 * again until the site is published. They stay on disk: a site of many gigabytes is never in memory.
 *
 * @param kind says when it is published
 */
public record OutputFile(OutputPath path, Kind kind, Fingerprint fingerprint, Content content) {

    /** What a file is to the others, in the order in which files are published. */
    public enum Kind {
        /** Style, font, script, picture: its name holds its fingerprint, so its bytes never change. */
        ASSET,
        /** An attachment or a dataset: pages lead to it, it leads nowhere. */
        DATA,
        /** HTML: leads to assets, data and other pages. */
        PAGE,
        /** Lists pages for machines (Atom, sitemap, search index), and so comes after them. */
        FEED
    }

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Content {
        /** From the first byte, the same bytes each time; the caller closes. */
        InputStream open() throws IOException;
    }

    /** Writes a file's bytes. */
    @FunctionalInterface
    public interface Writing {
        /** All of them, the same each time; may close what it writes to. */
        void to(OutputStream out) throws IOException;
    }

    /**
     * A file that stands on disk as it is to be published, an attachment for instance; it is read once now, and once more
     * if it has to be published.
     */
    public static OutputFile ofFile(OutputPath path, Kind kind, Path source) throws IOException {
        try (InputStream bytes = Files.newInputStream(source)) {
            return new OutputFile(path, kind, Fingerprint.of(bytes), () -> Files.newInputStream(source));
        }
    }

    /** The same for a file whose bytes are known already. */
    public static OutputFile ofKnownFile(OutputPath path, Kind kind, Fingerprint bytes, Path source) {
        return new OutputFile(path, kind, bytes, () -> Files.newInputStream(source));
    }

    /** A small file, kept in memory. The array is the file's from now on. */
    public static OutputFile ofBytes(OutputPath path, Kind kind, byte[] bytes) {
        return new OutputFile(path, kind, Fingerprint.of(bytes), () -> new ByteArrayInputStream(bytes));
    }

    /** A file that is only to be compared with another; it cannot be opened, and so not be published. */
    public static OutputFile ofForgottenBytes(OutputPath path, Kind kind, byte[] bytes) {
        return forgotten(path, kind, Fingerprint.of(bytes));
    }

    /** The same for a file that is never in memory as a whole. */
    public static OutputFile ofForgottenBytes(OutputPath path, Kind kind, Writing writing) throws IOException {
        MessageDigest digest = Fingerprint.digest();
        long size;
        try (CountingOutputStream out =
                new CountingOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            writing.to(out);
            size = out.getByteCount();
        }
        return forgotten(path, kind, Fingerprint.of(digest.digest(), size));
    }

    private static OutputFile forgotten(OutputPath path, Kind kind, Fingerprint fingerprint) {
        return new OutputFile(path, kind, fingerprint, () -> {
            throw new IllegalStateException("nobody kept the bytes of " + path);
        });
    }

    /** From the first byte; the caller closes. */
    public InputStream open() throws IOException {
        return content.open();
    }
}
