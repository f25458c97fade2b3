package prongsai.content;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import prongsai.model.FilePath;
import prongsai.source.Checksum;
import prongsai.source.Digest;
import prongsai.source.LargeFile;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.TextReader;

/**
 * What an earlier run read of the records of which there are many, so that a file that is the same need not be opened.
 *
 * <pre>{@code
 * ReadCache cache = ReadCache.open(folder.resolve("read"), version);   // before the content is listed
 * Content content = ContentReader.read(Path.of("content"), "content", cache, problems);
 * cache.save();                                                        // when all went well
 * }</pre>
 *
 * <p>It is never a reason to fail: one that is missing, torn, of another version or of another program is as good as none.
 * A file is taken for the same by its {@link FileStamp}, unless it was changed so shortly before the run that read it, or
 * in the future, that it may have been changed again without another stamp; then its bytes decide, as they do in git.
 */
public final class ReadCache {

    private static final byte[] FORM = "prongsai read 1\n".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] NOTHING = new byte[0];

    private final Optional<Path> file;
    private final String generator;

    /** When this run began, by the clock of the file system; nothing is known to be older than {@code MIN_VALUE}. */
    private final long began;

    private Map<String, Kept> before;
    private final int countBefore;
    /** The file of the earlier run: of a large site a hundred megabytes. */
    private byte[] content;

    private final OutcomeBytes bytes = new OutcomeBytes();
    private final List<ToKeep> after = new ArrayList<>();
    private int sameAsBefore;

    private ReadCache(Optional<Path> file, String generator, long began, byte[] content) {
        this.file = file;
        this.generator = generator;
        this.began = began;
        this.content = content;
        this.before = before(content, generator);
        this.countBefore = before.size();
    }

    /**
     * What is kept of a file.
     *
     * @param sure whether the stamp alone tells that the file is the same
     * @param outcome where what reading the file gave begins
     * @param length of that
     */
    private record Kept(FileStamp stamp, boolean sure, Digest digest, Checksum checksum, int outcome, int length) {}

    /** What this run knows of a file and keeps for the next. */
    private record ToKeep(ContentFile file, SourceFile source, Consumer<BytesOut> write) {}

    /** No cache: everything is read, nothing kept. */
    public static ReadCache none() {
        return new ReadCache(Optional.empty(), "", Long.MIN_VALUE, NOTHING);
    }

    /**
     * Opens the cache of an earlier run. To be called before the content is listed: what is changed from now on is known
     * by its time.
     *
     * @param generator names the program and its version; what another one has read is not taken over
     */
    public static ReadCache open(Path file, String generator) {
        return open(file, generator, FileStamp.now(file.toAbsolutePath().resolveSibling("")));
    }

    /**
     * The same.
     *
     * @param began {@link FileStamp#now} of the cache's folder before the content is listed
     */
    public static ReadCache open(Path file, String generator, long began) {
        byte[] content;
        try {
            content = Files.exists(file) ? LargeFile.read(file) : NOTHING;
        } catch (IOException e) {
            content = NOTHING;
        }
        return new ReadCache(Optional.of(file), generator, began, content);
    }

    /** Reads everything anew, and keeps it for the next run. */
    public static ReadCache anew(Path file, String generator, long began) {
        return new ReadCache(Optional.of(file), generator, began, NOTHING);
    }

    private static Map<String, Kept> before(byte[] content, String generator) {
        try {
            return read(content, generator);
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Map.of();
        }
    }

    private static Map<String, Kept> read(byte[] content, String generator) {
        int end = content.length - Integer.BYTES;
        BytesIn in = new BytesIn(content, 0, content.length);
        in.skip(FORM.length);
        boolean ours = Arrays.equals(content, 0, FORM.length, FORM, 0, FORM.length)
                && in.text().equals(generator)
                && new BytesIn(content, end, Integer.BYTES).number() == checksum(content, end);
        if (!ours) {
            return Map.of();
        }
        long began = in.longNumber();
        int count = in.number();
        Map<String, Kept> kept = new HashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            String path = in.text();
            FileStamp stamp = new FileStamp(in.longNumber(), in.longNumber(), in.number());
            Digest digest = new Digest(in.longNumber(), in.longNumber());
            Checksum checksum = new Checksum((int) stamp.size(), in.number());
            int length = in.number();
            boolean sure = FileStamp.isSure(stamp.modified(), began);
            kept.put(path, new Kept(stamp, sure, digest, checksum, in.position(), length));
            in.skip(length);
        }
        return kept;
    }

    /** The paths of the files of which something is kept from an earlier run. */
    public Set<String> paths() {
        return before.keySet();
    }

    /** The paths of the files of which something is kept for the next run. */
    public Set<String> kept() {
        return after.stream().map(k -> k.file().path().path()).collect(Collectors.toSet());
    }

    /** Those of the files kept that are others now, as far as their stamps can tell. */
    public List<FilePath> changed(ContentTree tree) {
        return tree.files().values().stream()
                .filter(file -> {
                    Kept kept = before.get(file.path().path());
                    return kept != null && !isSure(kept, file);
                })
                .map(ContentFile::path)
                .toList();
    }

    /**
     * Whether files have the bytes that are known of them, for all that their stamps tell.
     *
     * @param files some of those of {@link #changed}
     * @param known of the bytes of some of them; of the others those count that the earlier run read
     */
    public boolean haveBytes(ContentTree tree, List<FilePath> files, Map<FilePath, Digest> known) {
        return files.stream().allMatch(path -> {
            Optional<Digest> before = Optional.ofNullable(known.get(path))
                    .or(() -> Optional.ofNullable(this.before.get(path.path())).map(Kept::digest));
            Optional<Digest> now = tree.file(path)
                    .flatMap(file -> TextReader.read(file, new Problems()))
                    .map(SourceFile::digest);
            return now.isPresent() && now.equals(before);
        });
    }

    /** How much of a record is as an earlier run read it. */
    enum Likeness {
        /** All but the text. */
        HEAD,
        /** All but the text, the title and the summary. */
        HEAD_BUT_TITLE,
        NONE
    }

    /** What came of a file beside what an earlier run made of it. */
    Likeness likeness(RecordFiles.Task task, RecordFiles.Outcome outcome, ContentTree tree) {
        Kept kept = before.get(task.file().path().path());
        if (kept == null
                || task.id().isEmpty()
                || outcome.source().isEmpty()
                || outcome.entry().isEmpty()) {
            return Likeness.NONE;
        }
        Entry<?> now = outcome.entry().get();
        return decode(task, outcome.source().get(), tree, kept)
                .filter(old -> old.problems().equals(outcome.problems()))
                .filter(old -> old.files().found().equals(outcome.files().found()))
                .flatMap(RecordFiles.Outcome::entry)
                .map(old -> old.hasSameHead(now)
                        ? Likeness.HEAD
                        : old.hasSameHeadButTitle(now) ? Likeness.HEAD_BUT_TITLE : Likeness.NONE)
                .orElse(Likeness.NONE);
    }

    /**
     * What an earlier run made of a file.
     *
     * @return empty where the file must be read, because it is another one or names a file that is no longer there
     */
    Optional<RecordFiles.Outcome> outcome(RecordFiles.Task task, ContentTree tree) {
        ContentFile found = task.file();
        Kept kept = before.get(found.path().path());
        if (kept == null || task.id().isEmpty() || kept.stamp().size() != found.size()) {
            return Optional.empty();
        }
        boolean sure = isSure(kept, found);
        Optional<SourceFile> source = sure
                ? Optional.of(SourceFile.unread(found, kept.digest(), kept.checksum()))
                : TextReader.read(found, new Problems())
                        .filter(read -> read.digest().equals(kept.digest()));
        return source.flatMap(s -> decode(task, s, tree, kept));
    }

    private Optional<RecordFiles.Outcome> decode(
            RecordFiles.Task task, SourceFile source, ContentTree tree, Kept kept) {
        try {
            return bytes.read(task, source, tree, new BytesIn(content, kept.outcome(), kept.length()));
        } catch (BufferUnderflowException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isSure(Kept kept, ContentFile found) {
        return kept.sure() && kept.stamp().equals(found.stamp());
    }

    /** Takes note of what came of a file in this run. */
    void keep(RecordFiles.Task task, RecordFiles.Outcome outcome) {
        if (file.isEmpty() || outcome.source().isEmpty()) {
            return;
        }
        SourceFile source = outcome.source().get();
        ContentFile found = task.file();
        Kept kept = before.get(found.path().path());
        if (outcome.known() && kept != null && isSure(kept, found)) {
            sameAsBefore++;
        }
        if (OutcomeBytes.handles(outcome)) {
            after.add(new ToKeep(found, source, OutcomeBytes.of(outcome)));
        }
    }

    /** Frees the memory that the earlier run takes; what is asked for from now on is read anew. */
    void forget() {
        content = NOTHING;
        before = Map.of();
    }

    /**
     * Keeps what this run read for the next. The file is there wholly or as it was before.
     *
     * @throws IOException if it cannot be written, which a build can do without
     */
    public void save() throws IOException {
        boolean nothingNew = sameAsBefore == countBefore && sameAsBefore == after.size();
        if (file.isEmpty() || nothingNew) {
            return;
        }
        Path target = file.get().toAbsolutePath();
        // One name, so that what a killed run left behind is written over.
        Path whole = target.resolveSibling(target.getFileName() + ".new");
        try {
            try (OutputStream out = Files.newOutputStream(whole)) {
                write(out);
            }
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private void write(OutputStream file) throws IOException {
        CheckedOutputStream checked = new CheckedOutputStream(file, new CRC32C());
        OutputStream out = new BufferedOutputStream(checked, 1 << 16);
        BytesOut head = new BytesOut();
        head.plain(FORM, 0, FORM.length);
        head.text(generator);
        head.number(began);
        head.number(after.size());
        head.moveTo(out);
        BytesOut outcome = new BytesOut();
        for (ToKeep entry : after) {
            entry.write().accept(outcome);
            FileStamp stamp = entry.file().stamp();
            head.text(entry.file().path().path());
            head.number(stamp.size());
            head.number(stamp.modified());
            head.number(stamp.key());
            Digest digest = entry.source().digest();
            head.number(digest.first());
            head.number(digest.second());
            head.number(entry.source().checksum().crc());
            head.number(outcome.length());
            head.moveTo(out);
            outcome.moveTo(out);
        }
        out.flush();
        head.number((int) checked.getChecksum().getValue());
        head.moveTo(file);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
