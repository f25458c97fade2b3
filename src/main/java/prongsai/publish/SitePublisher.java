package prongsai.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import prongsai.site.Manifest;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;
import prongsai.source.Digest;

/**
 * Makes a folder hold a new site in place of an old one, so that whoever reads it meanwhile, and whoever finds it after
 * the process was killed at any moment, finds no broken page.
 *
 * <h2>What holds at every moment</h2>
 *
 * <ol>
 *   <li>Every file is wholly old or wholly new.
 *   <li>Every link and every asset of a page that can be reached from {@code /} is there.
 *   <li>No file is touched that we do not own, and none that stays as it is.
 * </ol>
 *
 * <h2>Why</h2>
 *
 * <p>(1) A file is written on the {@link Stage} and moved to its place in one step. (3) See {@link Planner}. (2) takes an
 * order. Say that a site is <em>closed</em> when all that its pages lead to is in it; the old site and the new one are, or
 * they would not have been published. Then:
 *
 * <ul>
 *   <li><b>Adding</b> paths that the old site does not have: nothing that can be reached leads to them, since the old pages
 *       are closed among themselves. The pages by which one enters without a link ({@code index.html}) are no part of it.
 *   <li><b>Replacing</b>, when every path of the old site and of the new is there: an old page leads to old paths, a new
 *       one to new paths, in whatever order they are replaced. Missing files come first (somebody may have deleted them).
 *   <li><b>Deleting</b> what only the old site has, when every page of the new one is in place: what can be reached from
 *       {@code /} is the new site, and that is closed. Pages go before the assets that they use.
 * </ul>
 *
 * <p>After a kill the next publication starts from a mixture, and the argument must hold for that too. So it first ends
 * what was begun, which needs nothing but the folder itself ({@link Ledger}):
 *
 * <ul>
 *   <li>killed while adding: the additions are deleted. They may lead to others that were never added, but nothing leads
 *       to them. What is left is the old site.
 *   <li>killed while replacing: every path of both sites is there, so the mixture is closed: it is the old site of the next
 *       publication.
 *   <li>killed while deleting: the rest is deleted. What is left is the new site.
 * </ul>
 *
 * <p>Each of these can be killed as well and begun again.
 *
 * <p>Three things are not promised. An anchor may be missing between the replacement of the page that has it and of the
 * page that leads to it: the link then opens the page at its top. A file that gives its name to a folder, or a folder to a
 * file, is gone for a moment before what takes its place; URLs as the site makes them never do that. And a power cut, as
 * against a kill, is survived as far as the file system keeps the order of renames; bytes are forced to the disk when few
 * files change ({@value #FEW}), as on a day's update. When very many change, that takes minutes on a slow disk, and a file
 * lost to a power cut is found by its size and healed by the next build.
 */
public final class SitePublisher {

    private static final int FEW = 256;

    // Only by writing a file does one learn what time it is to a file system.
    private static final FileTime EVER = FileTime.from(Instant.MAX);

    private final Stage stage;
    private final Disk disk;
    private final Ledger ledger;
    private final PublishPlan plan;
    private final SiteFiles before;
    /** Of files whose bytes were elsewhere than on the stage. */
    private final Map<OutputPath, Path> copies = new ConcurrentHashMap<>();

    private boolean begun;

    /** @param before what stood under the folder when the plan was made */
    private SitePublisher(Stage stage, PublishPlan plan, SiteFiles before) {
        this.stage = stage;
        this.disk = stage.disk();
        this.ledger = stage.ledger();
        this.plan = plan;
        this.before = before;
    }

    /**
     * Publishes a whole site; what is not among its files, and was published before, is removed.
     *
     * @param stage of the folder to publish to. Its files are used up, so that a stage serves one publication
     * @param files each path once
     * @throws PublishFailure naming the reason; {@link PublishFailure#begun()} says whether anything was changed
     */
    public static PublishReport publish(Stage stage, Collection<OutputFile> files) throws PublishFailure {
        NameClashes.refuse(files);
        SitePublisher publisher;
        try {
            stage.ledger().recover();
            SiteFiles before = new SiteFiles(stage.site());
            publisher = new SitePublisher(stage, Planner.plan(stage.ledger().holdings(), files, before), before);
        } catch (IOException e) {
            throw PublishFailure.of(e, stage.site(), false);
        }
        try {
            publisher.publish();
        } catch (IOException e) {
            throw PublishFailure.of(e, stage.site(), publisher.begun);
        }
        return publisher.plan.report();
    }

    /**
     * What a publication would do, found out without writing anything anywhere, not even a lock: what it says of a folder
     * that somebody publishes to meanwhile is a guess.
     *
     * @param site the site's folder, which need not exist
     * @param files each path once; none of them is opened
     * @throws PublishFailure where a publication would fail for what stands in the folder, or it cannot be read
     */
    public static PublishReport rehearse(Path site, Collection<OutputFile> files) throws PublishFailure {
        NameClashes.refuse(files);
        try {
            boolean there = Files.exists(site, LinkOption.NOFOLLOW_LINKS);
            if (there && !Files.isDirectory(site)) {
                throw new PublishFailure(PublishFailure.Reason.NOT_A_FOLDER, List.of(site.toString()));
            }
            Path root = there ? site.toRealPath() : site;
            SiteFiles standing = new SiteFiles(root);
            Holdings holdings = Holdings.read(root, EVER).together(standing);
            return Planner.plan(holdings, files, standing).report();
        } catch (IOException e) {
            throw PublishFailure.of(e, site, false);
        }
    }

    /**
     * A site in which everything is as it was put there.
     *
     * @param digest of the manifest's text
     */
    public record Standing(Manifest manifest, Digest digest) {}

    /**
     * The site that stands, if everything in it is as it was put there, as far as times and sizes tell. Nothing is written,
     * and nothing opened but the manifest.
     *
     * @param now by the clock of a file system, in nanoseconds since 1970
     * @return also empty where it cannot be looked at, which whoever publishes there meets again and tells
     */
    public static Optional<Standing> standing(Path site, long now) {
        try {
            if (!Files.isDirectory(site, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            Path root = site.toRealPath();
            Optional<byte[]> text = Holdings.bytes(root, Ledger.MANIFEST);
            Holdings holdings = Holdings.of(text, root, FileTime.from(now, TimeUnit.NANOSECONDS), Manifest.EMPTY);
            return holdings.isWhole(new SiteFiles(root))
                    ? text.map(bytes -> new Standing(holdings.owned(), Digest.of(bytes)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void publish() throws IOException, PublishFailure {
        if (plan.changesNothing()) {
            if (!ledger.holdings().isCurrent(plan.next())) {
                ledger.renew(plan.next());
            }
            return;
        }
        prepare();
        begun = true;
        ledger.begin(plan.next(), plan.adopted());
        place(plan.additions());
        ledger.advance(Ledger.Phase.ADDING, Ledger.Phase.REPLACING);
        ledger.delete(plan.obstacles(), plan.next());
        place(plan.replacements());
        ledger.advance(Ledger.Phase.REPLACING, Ledger.Phase.DELETING);
        ledger.delete(plan.deletions(), plan.next());
        ledger.complete();
    }

    /** All that can fail for want of room, of permission or of the right bytes fails here. */
    private void prepare() throws IOException, PublishFailure {
        List<OutputFile> files = new ArrayList<>(plan.additions());
        files.addAll(plan.replacements());
        fetchAll(files);
        if (files.size() <= FEW) {
            for (OutputFile file : files) {
                disk.sync(staged(file));
            }
        }
        Set<String> seen = new HashSet<>();
        requireWritable("", seen);
        for (OutputFile file : files) {
            requireWritable(file.path().folder(), seen);
        }
        for (OutputPath path : plan.obstacles()) {
            requireWritable(path.folder(), seen);
        }
        for (OutputPath path : plan.deletions()) {
            requireWritable(path.folder(), seen);
        }
    }

    /** A page of an earlier build may have to be rendered for this, so all cores take part. */
    private void fetchAll(List<OutputFile> files) throws IOException, PublishFailure {
        try {
            files.parallelStream().forEach(this::fetch);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NotFetched e) {
            throw e.failure;
        }
    }

    private void fetch(OutputFile file) {
        try {
            if (stage.placeOf(file).isEmpty()) {
                copies.put(file.path(), stage.copy(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PublishFailure e) {
            throw new NotFetched(e);
        }
    }

    private Path staged(OutputFile file) {
        return stage.placeOf(file)
                .or(() -> Optional.ofNullable(copies.get(file.path())))
                .orElseThrow(() -> new IllegalStateException("not prepared: " + file.path()));
    }

    /** Carries a failure out of a parallel stream. */
    private static final class NotFetched extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient PublishFailure failure;

        NotFetched(PublishFailure failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** Whether files can be put into a folder, or the folder itself into one that is there. */
    private void requireWritable(String folder, Set<String> seen) throws IOException {
        if (before.lookAtFolder(folder).type() != SiteFiles.Type.FOLDER) {
            requireWritable(OutputPath.folderOf(folder), seen);
        } else if (seen.add(folder)) {
            Path path = stage.site().resolve(folder);
            if (!Files.isWritable(path)) {
                throw new AccessDeniedException(path.toString());
            }
        }
    }

    private void createFolder(String folder) throws IOException {
        Path path = stage.site().resolve(folder);
        if (before.lookAtFolder(folder).type() == SiteFiles.Type.ABSENT) {
            disk.createMissing(path);
        } else {
            disk.createFolders(path);
        }
    }

    private void place(List<OutputFile> files) throws IOException {
        // The top is there since the stage was opened, and those of a folder mostly stand together.
        String last = "";
        for (OutputFile file : files) {
            String folder = file.path().folder();
            if (!folder.equals(last)) {
                createFolder(folder);
                last = folder;
            }
            disk.move(staged(file), stage.site().resolve(file.path().text()));
        }
    }
}
