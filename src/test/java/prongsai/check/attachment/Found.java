package prongsai.check.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the reader gives of a file, as lines such as {@code "CELL ข้อมูล!B2 | 1101700203451"}. */
final class Found implements Passages {

    final List<String> passages = new ArrayList<>();
    Set<Unreadable> unreadable = Set.of();

    @Override
    public void text(Place place, String text) {
        passages.add(place.kind() + " " + place.where() + " | " + text);
    }

    @Override
    public void location(Place place) {
        passages.add("LOCATION " + place.kind() + " " + place.where());
    }

    /** The passages of one kind of place. */
    List<String> of(Place.Kind kind) {
        return passages.stream().filter(p -> p.startsWith(kind + " ")).toList();
    }

    static Found in(Path folder, String name, byte[] bytes) throws IOException {
        return in(folder, name, bytes, AttachmentLimits.USUAL);
    }

    static Found in(Path folder, String name, byte[] bytes, AttachmentLimits limits) throws IOException {
        Path file = Files.createTempFile(folder, "attachment", ".tmp");
        Files.write(file, bytes);
        try {
            return in(file, name, limits);
        } finally {
            Files.delete(file);
        }
    }

    static Found in(Path file, String name, AttachmentLimits limits) throws IOException {
        Found found = new Found();
        found.unreadable = new AttachmentReader(limits).read(file, name, found);
        return found;
    }
}
