package prongsai.check.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** An open archive, its entries in the order of its directory. Names are only names: none becomes a path. */
final class Zip implements AutoCloseable {

    private final ZipFile zip;
    private final Reading reading;
    private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

    private Zip(ZipFile zip, Reading reading) {
        this.zip = zip;
        this.reading = reading;
    }

    static Zip open(Path file, Reading reading) throws IOException {
        // ISO 8859-1 keeps the bytes of a name whose entry does not say that it is UTF-8.
        Zip zip = new Zip(new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1), reading);
        try {
            zip.list();
            return zip;
        } catch (StopReading | IOException e) {
            zip.close();
            throw e;
        }
    }

    private void list() throws IOException {
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            reading.entry();
            ZipEntry entry = all.nextElement();
            if (entries.put(entry.getName(), entry) != null) {
                // Of two entries with one name a program opens either.
                reading.cannot(Unreadable.CORRUPT);
            }
        }
    }

    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    boolean isFolder(String name) {
        return name.endsWith("/");
    }

    /** The bytes of an entry; the caller counts them where it does not hand them to {@link Opener#openInside}. */
    InputStream raw(String name) throws IOException {
        ZipEntry entry = Optional.ofNullable(entries.get(name)).orElseThrow(() -> new IOException(name));
        return Optional.ofNullable(zip.getInputStream(entry)).orElseThrow(() -> new IOException(name));
    }

    /** The bytes of an entry, counted as unpacked. */
    InputStream open(String name) throws IOException {
        return reading.counting(raw(name));
    }

    /** A name for people: in UTF-8 if it is that, else in the code page of Thai Windows. */
    static String shown(String name) {
        boolean mayBeBytes =
                name.chars().allMatch(c -> c < 0x100) && name.chars().anyMatch(c -> c >= 0x80);
        return Within.shown(mayBeBytes ? PlainText.decoded(name.getBytes(StandardCharsets.ISO_8859_1)) : name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
