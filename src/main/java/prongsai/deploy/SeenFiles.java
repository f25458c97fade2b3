package prongsai.deploy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.site.Fingerprint;

/**
 * What the server said of each file just after it had arrived. While it says the same, the file is taken for the same, and
 * need not be fetched to see whether somebody has changed it.
 *
 * <p>A line a file, added as soon as it has arrived, so that a publication that was cut short is known to the next.
 */
final class SeenFiles implements Closeable {

    private static final int FIELDS = 4;

    private final Path file;
    private final SortedMap<String, Seen> seen = new TreeMap<>();
    private Optional<Writer> log = Optional.empty();

    /** What stood there. */
    private record Seen(Fingerprint bytes, Instant modified) {}

    private SeenFiles(Path file) {
        this.file = file;
    }

    /** What is remembered; lines that are not ours or only half written count as none. */
    static SeenFiles read(Path file) throws IOException {
        SeenFiles all = new SeenFiles(file);
        if (Files.isRegularFile(file)) {
            Files.readString(file, StandardCharsets.ISO_8859_1).lines().forEach(all::readLine);
        }
        return all;
    }

    private void readLine(String line) {
        String[] fields = line.split(" ", -1);
        if (fields.length != FIELDS) {
            return;
        }
        try {
            Instant modified = Instant.ofEpochSecond(Long.parseLong(fields[2]));
            seen.put(fields[0], new Seen(new Fingerprint(fields[3], Long.parseLong(fields[1])), modified));
        } catch (IllegalArgumentException e) {
            // Half a line, or none of ours.
        }
    }

    /** The bytes of a file of which the server says this, as far as is known. */
    synchronized Optional<Fingerprint> find(String path, RemoteFile now) {
        Seen then = seen.get(path);
        boolean same = then != null
                && now.size() == then.bytes().size()
                && now.modified().filter(then.modified()::equals).isPresent();
        return same ? Optional.of(then.bytes()) : Optional.empty();
    }

    /** Whether the file was seen at some time, whatever the server says of it now. */
    synchronized boolean knows(String path) {
        return seen.containsKey(path);
    }

    /** Remembers a file that has just arrived; one of which the server tells no time is looked into each time. */
    synchronized void add(String path, Fingerprint bytes, RemoteFile now) {
        if (now.modified().isEmpty()) {
            return;
        }
        seen.put(path, new Seen(bytes, now.modified().get()));
        write(path);
    }

    private void write(String path) {
        try {
            Writer writer = log.isPresent() ? log.get() : open();
            writer.write(line(path));
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Writer open() throws IOException {
        Files.createDirectories(file.getParent());
        Writer writer = Files.newBufferedWriter(
                file, StandardCharsets.ISO_8859_1, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        log = Optional.of(writer);
        // The last line may have been torn off in the middle.
        writer.write("\n");
        return writer;
    }

    private String line(String path) {
        Seen what = seen.get(path);
        return what == null
                ? ""
                : path + " " + what.bytes().size() + " " + what.modified().getEpochSecond() + " "
                        + what.bytes().sha256() + "\n";
    }

    /** Writes a line a file, now that all are there, and forgets files that have other paths. */
    synchronized void settle(Set<String> paths) throws IOException {
        close();
        seen.keySet().retainAll(paths);
        StringBuilder text = new StringBuilder();
        seen.keySet().forEach(path -> text.append(line(path)));
        Files.createDirectories(file.getParent());
        Path half = file.resolveSibling("seen.half");
        Files.writeString(half, text, StandardCharsets.ISO_8859_1);
        Files.move(half, file, ATOMIC_MOVE);
    }

    @Override
    public synchronized void close() throws IOException {
        if (log.isPresent()) {
            log.get().close();
            log = Optional.empty();
        }
    }
}
