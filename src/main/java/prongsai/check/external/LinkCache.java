package prongsai.check.external;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import prongsai.check.external.LinkOutcome.Dead;
import prongsai.check.external.LinkOutcome.End;
import prongsai.check.external.LinkOutcome.Moved;
import prongsai.check.external.LinkOutcome.Reached;
import prongsai.check.external.LinkOutcome.Reason;
import prongsai.check.external.LinkOutcome.Unsure;

/**
 * Outcomes of earlier checks, one a line in {@code links.tsv}. Holds only what a website said and will say again: that it
 * has the page, that it has not, where it moved to, that it lets no robots in. A failure of the network or of a server is
 * not kept, since it may be over by the next run, and a check without a network must not be believed for a day.
 *
 * <p>Whatever is wrong with the file costs only the time to ask again. Not for several threads.
 */
final class LinkCache {

    private static final String FILE = "links.tsv";
    private static final String FORMAT = "prongsai-links 1";

    /** More than a large municipality links to. */
    private static final int MOST = 10_000;

    private static final long LONGEST_FILE = 20_000_000;

    private static final Pattern LINE = Pattern.compile("(-?[0-9]{1,12})\t(REACHED|DEAD|UNSURE)\t([A-Z_]{1,40}|-)\t"
            + "([0-9]{1,3})\t([^\t]{1,20000})(?:\t(permanent|temporary)\t([^\t]{1,20000}))?");

    private final Optional<Path> folder;
    private final Instant now;
    private final Duration fresh;
    private final Map<URI, Kept> kept = new TreeMap<>();

    private record Kept(Instant at, LinkOutcome outcome) {}

    /** Reads the file of a folder, if there is one. */
    LinkCache(ExternalLinkOptions options) {
        this.folder = options.cache();
        this.now = options.clock().instant();
        this.fresh = options.fresh();
        folder.map(f -> f.resolve(FILE)).ifPresent(this::read);
    }

    Optional<LinkOutcome> find(URI address) {
        return Optional.ofNullable(kept.get(address)).map(Kept::outcome);
    }

    void put(URI address, LinkOutcome outcome) {
        if (isLasting(outcome.end())) {
            kept.put(address, new Kept(now, outcome));
        }
    }

    private static boolean isLasting(End end) {
        if (end instanceof Unsure unsure) {
            return unsure.reason() == Reason.FORBIDDEN;
        }
        return end.status() > 0;
    }

    private void read(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST_FILE) {
                return;
            }
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            if (!lines.isEmpty() && lines.get(0).equals(FORMAT)) {
                lines.stream().skip(1).limit(MOST).forEach(this::readLine);
            }
        } catch (IOException e) {
            // Then all are asked again.
        }
    }

    private void readLine(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return;
        }
        Instant at = Instant.ofEpochSecond(Long.parseLong(matcher.group(1)));
        boolean isFresh = !at.isAfter(now) && Duration.between(at, now).compareTo(fresh) < 0;
        Optional<URI> address = address(matcher.group(5));
        Optional<LinkOutcome> outcome = end(matcher).flatMap(e -> outcome(e, matcher));
        if (isFresh && address.isPresent() && outcome.isPresent()) {
            kept.put(address.get(), new Kept(at, outcome.get()));
        }
    }

    private static Optional<LinkOutcome> outcome(End end, Matcher line) {
        if (line.group(7) == null) {
            return Optional.of(end);
        }
        return address(line.group(7)).map(to -> new Moved(to, line.group(6).equals("permanent"), end));
    }

    /** Only in the form that is written. */
    private static Optional<URI> address(String text) {
        return WebAddress.of(text).filter(uri -> uri.toString().equals(text));
    }

    private static Optional<End> end(Matcher line) {
        int status = Integer.parseInt(line.group(4));
        if (line.group(2).equals("REACHED")) {
            return line.group(3).equals("-") ? Optional.of(new Reached(status)) : Optional.empty();
        }
        for (Reason reason : Reason.values()) {
            if (reason.name().equals(line.group(3))) {
                End end = line.group(2).equals("DEAD") ? new Dead(reason, status) : new Unsure(reason, status);
                return Optional.of(end).filter(LinkCache::isLasting);
            }
        }
        return Optional.empty();
    }

    /** Writes the file anew in one step; a folder that cannot be written to is left as it is. */
    void save() {
        if (folder.isEmpty() || kept.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(folder.get());
            Path whole = Files.createTempFile(folder.get(), "links", ".tmp");
            try {
                Files.writeString(whole, text());
                move(whole, folder.get().resolve(FILE));
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            // Then all are asked again next time.
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String text() {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        Comparator<Map.Entry<URI, Kept>> newestFirst =
                Comparator.comparing(e -> e.getValue().at(), Comparator.reverseOrder());
        Map<URI, Kept> lines = new TreeMap<>();
        kept.entrySet().stream()
                .sorted(newestFirst.thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(e -> lines.put(e.getKey(), e.getValue()));
        lines.forEach((address, k) -> text.append(line(address, k)).append('\n'));
        return text.toString();
    }

    private static String line(URI address, Kept kept) {
        String line = kept.at().getEpochSecond() + "\t" + end(kept.outcome().end()) + "\t" + address;
        if (kept.outcome() instanceof Moved moved) {
            return line + "\t" + (moved.permanent() ? "permanent" : "temporary") + "\t" + moved.to();
        }
        return line;
    }

    private static String end(End end) {
        if (end instanceof Dead dead) {
            return "DEAD\t" + dead.reason() + "\t" + dead.status();
        } else if (end instanceof Unsure unsure) {
            return "UNSURE\t" + unsure.reason() + "\t" + unsure.status();
        }
        return "REACHED\t-\t" + end.status();
    }
}
