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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import prongsai.site.Fingerprint;

/**
 * What the server said of each file just after it had arrived. While it says the same, the file is taken for the same, and
 * need not be fetched to see whether somebody has changed it.
 *
 * <p>A line a file, added as soon as it has arrived, so that a publication that was cut short is known to the next; a path
 * alone says that nothing is known of it any more.
 */
final class SeenFiles implements Closeable {

    private static final int FIELDS = 4;

    private final Path file;
    private final SortedMap<String, Seen> seen = new TreeMap<>();
    private final Map<String, Set<Fingerprint>> former = new HashMap<>();
    private Optional<Writer> log = Optional.empty();

    /** What stood there. */
    private record Seen(Fingerprint bytes, String stamp) {}

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
        if (fields.length == 1) {
            unsee(line);
        }
        if (fields.length != FIELDS) {
            return;
        }
        try {
            seen.put(fields[0], new Seen(new Fingerprint(fields[3], Long.parseLong(fields[1])), fields[2]));
        } catch (IllegalArgumentException e) {
            // Half a line, or none of ours.
        }
    }

    /** The bytes of a file of which the server says this, as far as is known. */
    synchronized Optional<Fingerprint> find(String path, RemoteFile now) {
        return Optional.ofNullable(seen.get(path))
                .filter(then -> now.size() == then.bytes().size())
                .filter(then -> now.stamp().filter(then.stamp()::equals).isPresent())
                .map(Seen::bytes);
    }

    /** Whether the file was seen at some time, whatever the server says of it now. */
    synchronized boolean knows(String path) {
        return seen.containsKey(path);
    }

    /** Remembers a file that has just arrived; one of which the server tells neither time nor tag is looked into each time. */
    synchronized void add(String path, Fingerprint bytes, RemoteFile now) {
        if (now.stamp().isEmpty()) {
            return;
        }
        Seen what = new Seen(bytes, now.stamp().get());
        seen.put(path, what);
        write(line(path, what));
    }

    /** Forgets a file that is about to be changed, so that a cut in the very moment leaves nothing untrue behind. */
    synchronized void forget(String path) {
        if (unsee(path)) {
            write(path + "\n");
        }
    }

    private boolean unsee(String path) {
        Seen last = seen.remove(path);
        if (last != null) {
            former.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(last.bytes());
        }
        return last != null;
    }

    /** The bytes that we put there since the last publication that ended, and of which we cannot tell whether they stand. */
    synchronized Set<Fingerprint> former(String path) {
        return Set.copyOf(former.getOrDefault(path, Set.of()));
    }

    private void write(String line) {
        try {
            Writer writer = log.isPresent() ? log.get() : open();
            writer.write(line);
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

    private static String line(String path, Seen what) {
        return path + " " + what.bytes().size() + " " + what.stamp() + " "
                + what.bytes().sha256() + "\n";
    }

    /** Writes a line a file, now that all are there, and forgets files that have other paths. */
    synchronized void settle(Set<String> paths) throws IOException {
        close();
        seen.keySet().retainAll(paths);
        former.clear();
        StringBuilder text = new StringBuilder();
        seen.forEach((path, what) -> text.append(line(path, what)));
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
