package prongsai.deploy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import prongsai.site.Manifest;

/** The last publications to one target, the latest last: a file each, {@code 0007-20261126T020000Z.json}. */
final class Publications {

    /** How many are kept, the one that stands included. */
    static final int KEPT = 6;

    private static final String BEGUN = "begun.json";

    private static final Pattern NAME = Pattern.compile("([0-9]{4,9})-([0-9]{8}T[0-9]{6}Z)\\.json");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    Publications(Path folder) {
        this.folder = folder;
    }

    /**
     * One of them.
     *
     * @param number from 1, counted on
     */
    record Publication(int number, Instant time, Manifest manifest, Path file) {}

    /** Those that can be read. */
    List<Publication> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Publication> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                read(file).ifPresent(all::add);
            }
        }
        all.sort((one, other) -> Integer.compare(one.number(), other.number()));
        return all;
    }

    private static Optional<Publication> read(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Manifest.Parsed parsed = Manifest.parse(Files.readString(file, StandardCharsets.ISO_8859_1));
        if (!parsed.intact()) {
            return Optional.empty();
        }
        Instant time = TIME.parse(name.group(2), Instant::from);
        return Optional.of(new Publication(Integer.parseInt(name.group(1)), time, parsed.manifest(), file));
    }

    /** Notes which site is about to stand there, in case that this is never {@link #add}ed. */
    void begin(Manifest manifest) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(BEGUN), manifest.toJson(), StandardCharsets.ISO_8859_1);
    }

    /**
     * What was published to the end but not noted, for this computer stopped in between.
     *
     * @param standing the site that stands there
     */
    void catchUp(Manifest standing, Instant now) throws IOException {
        Path begun = folder.resolve(BEGUN);
        if (!Files.exists(begun)) {
            return;
        }
        List<Publication> all = all();
        int last = all.size() - 1;
        boolean ours = Files.readString(begun, StandardCharsets.ISO_8859_1).equals(standing.toJson());
        if (ours && last > 0 && all.get(last - 1).manifest().equals(standing)) {
            forget(all.get(last));
        } else if (ours && (last < 0 || !all.get(last).manifest().equals(standing))) {
            add(standing, now);
        }
    }

    /** Notes that a site stands there now; forgets the oldest. */
    void add(Manifest manifest, Instant now) throws IOException {
        List<Publication> all = all();
        int number = all.isEmpty() ? 1 : all.get(all.size() - 1).number() + 1;
        Files.createDirectories(folder);
        Path file = folder.resolve(String.format(Locale.ROOT, "%04d-%s.json", number, TIME.format(now)));
        Path half = folder.resolve("half");
        Files.writeString(half, manifest.toJson(), StandardCharsets.ISO_8859_1);
        Files.move(half, file, ATOMIC_MOVE);
        for (Publication old : all.subList(0, Math.max(0, all.size() + 1 - KEPT))) {
            Files.deleteIfExists(old.file());
        }
    }

    void forget(Publication publication) throws IOException {
        Files.deleteIfExists(publication.file());
    }
}
