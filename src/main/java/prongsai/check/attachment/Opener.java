package prongsai.check.attachment;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Hands a file, or a file inside a file, to the reader of its kind. */
final class Opener {

    private final Reading reading;

    Opener(Reading reading) {
        this.reading = reading;
    }

    /** Reads a file on the disk. */
    void open(Path file, String name, Within within) throws IOException {
        FileKind kind;
        try (InputStream in = Files.newInputStream(file)) {
            kind = FileKind.of(in.readNBytes(FileKind.HEAD), name);
        }
        if (needsFile(kind)) {
            openFile(kind, file, within);
            return;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            openStream(kind, in, name, within);
        }
    }

    /** Reads a file inside another; the stream is left open. Whatever is wrong with it, those beside it can be read. */
    void openInside(InputStream in, String name, Within within) {
        reading.check();
        if (reading.isTooDeep(within.depth())) {
            reading.cannot(Unreadable.TOO_DEEP);
            return;
        }
        try {
            InputStream marked = new BufferedInputStream(reading.counting(in));
            marked.mark(FileKind.HEAD);
            FileKind kind = FileKind.of(marked.readNBytes(FileKind.HEAD), name);
            marked.reset();
            if (needsFile(kind)) {
                spool(kind, marked, within);
            } else {
                openStream(kind, marked, name, within);
            }
        } catch (StopReading | UncheckedIOException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            reading.cannot(Unreadable.CORRUPT);
        }
    }

    private static boolean needsFile(FileKind kind) {
        return kind == FileKind.PDF || kind == FileKind.ZIP || kind == FileKind.COMPOUND;
    }

    /** Puts a file that cannot be read from front to back on the disk, under a name of ours. */
    private void spool(FileKind kind, InputStream in, Within within) throws IOException {
        Path copy = temporary();
        try {
            copy(in, copy);
            openFile(kind, copy, within);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("prongsai-", ".part");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(InputStream in, Path file) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            // Not transferTo: a stream that breaks is the file's fault, a disk that is full is not.
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                write(out, buffer, count);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openFile(FileKind kind, Path file, Within within) throws IOException {
        switch (kind) {
            case PDF -> new PdfReader(reading, this).read(file, within);
            case ZIP -> new ArchiveReader(reading, this).read(file, within);
            case COMPOUND -> new CompoundReader(reading, this).read(file, within);
            default -> throw new IllegalArgumentException(kind.name());
        }
    }

    private void openStream(FileKind kind, InputStream in, String name, Within within) throws IOException {
        switch (kind) {
            case IMAGE -> new ImageReader(reading).read(in, within);
            case GZIP -> openInside(new GZIPInputStream(in), bare(name), within.entry(bare(name)));
            case HTML -> new HtmlReader(reading).read(in, within);
            case XML -> new XmlFileReader(reading).read(in, within.place(Place.Kind.WHOLE, ""));
            case CSV, JSON, TEXT -> new PlainText(reading, within, kind).read(in);
            case MAIL, RTF -> {
                // What is written in the clear; parts in base64 or in codes are not read.
                new PlainText(reading, within, kind).read(in);
                reading.cannot(Unreadable.UNKNOWN_KIND);
            }
            case EMPTY -> {}
            default -> reading.cannot(Unreadable.UNKNOWN_KIND);
        }
    }

    private static String bare(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return FileKind.extension(file).equals("gz") ? file.substring(0, file.length() - ".gz".length()) : file;
    }
}
