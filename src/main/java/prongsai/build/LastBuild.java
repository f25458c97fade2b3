package prongsai.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import prongsai.content.ContentTree;
import prongsai.content.FileStamp;
import prongsai.model.FilePath;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.site.Manifest;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;
import prongsai.source.Problem;

/**
 * The build before this one. Where all that goes into a build is as it was then, and the site stands as that build left it,
 * there is nothing to build, and the report is the same.
 */
final class LastBuild {

    private static final String HEAD = "prongsai-last 2 ";
    private static final Digest NONE = new Digest(0, 0);

    private final CacheOptions cache;
    private final ContentTree content;
    private final long began;
    /** Of all that goes into a build beside the content. */
    private final Digest settings;

    private final long youngestTemplate;
    private final Map<Set<String>, Digest> known = new HashMap<>();

    private LastBuild(CacheOptions cache, ContentTree content, long began, Digest settings, long youngestTemplate) {
        this.cache = cache;
        this.content = content;
        this.began = began;
        this.settings = settings;
        this.youngestTemplate = youngestTemplate;
    }

    /**
     * What is known of it.
     *
     * @param inputs of all that went into it
     * @param settings of the same, but of records that are read from a cache the names alone
     * @param manifest of its site
     * @param texts of the bytes of records that it read anew while the rest came from a cache, which they are not in
     * @param draft the file of a draft, if the site has any: the foot of every page leads to the list of them
     */
    record Kept(
            Digest inputs,
            Digest settings,
            Digest manifest,
            Map<FilePath, Digest> texts,
            Optional<FilePath> draft,
            String basePath,
            int pages,
            List<Problem> problems) {}

    /**
     * Looks at what goes into a build.
     *
     * @param content as it was listed
     * @param began before that, by the clock of the cache's file system
     */
    static LastBuild of(BuildOptions options, CacheOptions cache, ContentTree content, long began) throws IOException {
        Inputs in = options.inputs();
        DigestMaker maker = new DigestMaker()
                .text(in.contentName())
                .text(in.today().toString())
                .text(in.content().toRealPath().toString())
                .text(options.out().toAbsolutePath().normalize().toString());
        long youngest = in.templates().isPresent() ? addFolder(in.templates().get(), maker) : Long.MIN_VALUE;
        return new LastBuild(cache, content, began, maker.make(), youngest);
    }

    /** Of all that goes into a build; {@link #NONE} where a change from now on might not be seen. */
    private Digest inputs(Set<String> named) {
        return known.computeIfAbsent(named, this::digestOf);
    }

    private Digest digestOf(Set<String> named) {
        long youngest = Math.max(youngestTemplate, content.youngest(named));
        return FileStamp.isSure(youngest, began)
                ? new DigestMaker()
                        .digest(settings)
                        .digest(content.digest(named))
                        .make()
                : NONE;
    }

    /** @return when the youngest file was changed */
    private static long addFolder(Path folder, DigestMaker maker) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            found.sorted().forEach(files::add);
        } catch (UncheckedIOException e) {
            throw Objects.requireNonNull(e.getCause());
        }
        long youngest = Long.MIN_VALUE;
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                youngest = Math.max(youngest, modified);
                maker.text(file.toString())
                        .truth(Files.isSymbolicLink(file))
                        .number(attributes.size())
                        .number(modified)
                        .number(Objects.hashCode(attributes.fileKey()));
            }
        }
        return youngest;
    }

    /** Whether a build may be known that left a site. */
    static boolean isKept(CacheOptions cache) {
        return Files.isRegularFile(cache.last());
    }

    /**
     * The build before this one, if it is known and left the site as it stands.
     *
     * @param site as it stands
     */
    static Optional<Standing> standing(CacheOptions cache, SitePublisher.Standing site) {
        return CacheFile.read(cache.last(), HEAD + cache.generator())
                .map(LastBuild::read)
                .filter(kept -> kept.manifest().equals(site.digest()))
                .map(kept -> new Standing(kept, site.manifest()));
    }

    /** A site that stands as a known build left it. */
    record Standing(Kept build, Manifest manifest) {

        /** The report of a build that had nothing to do. */
        BuildReport report() {
            PublishReport published = new PublishReport(
                    List.of(), List.of(), List.of(), manifest.files().size());
            return new BuildReport(build.problems(), build.basePath(), build.pages(), Optional.of(published));
        }
    }

    /** Whether nothing that goes into a build has changed. */
    boolean isSame(Standing standing) {
        Digest now = inputs(Set.of());
        return !now.equals(NONE) && now.equals(standing.build().inputs());
    }

    /**
     * Whether nothing but records has changed of which an earlier build read and kept what they hold.
     *
     * @param kept paths of those
     */
    boolean isSameBut(Set<String> kept, Standing standing) {
        Digest now = inputs(kept);
        return !now.equals(NONE) && now.equals(standing.build().settings());
    }

    private static Kept read(ByteBuffer in) {
        return new Kept(
                CacheBytes.digest(in),
                CacheBytes.digest(in),
                CacheBytes.digest(in),
                texts(in),
                Optional.of(CacheBytes.text(in)).filter(t -> !t.isEmpty()).map(FilePath::new),
                CacheBytes.text(in),
                in.getInt(),
                CacheBytes.problems(in));
    }

    private static Map<FilePath, Digest> texts(ByteBuffer in) {
        Map<FilePath, Digest> texts = new HashMap<>();
        for (int i = in.getInt(); i > 0; i--) {
            texts.put(new FilePath(CacheBytes.text(in)), CacheBytes.digest(in));
        }
        return texts;
    }

    /**
     * Keeps a build that was published.
     *
     * @param published the site
     * @param draft the file of a draft, if there is any
     * @param kept paths of the records that the next build will know from this
     */
    void save(BuildReport report, Manifest published, Optional<FilePath> draft, Set<String> kept) {
        save(report, published, draft, kept, Map.of());
    }

    /**
     * The same.
     *
     * @param texts those of {@link Kept#texts}
     */
    void save(
            BuildReport report,
            Manifest published,
            Optional<FilePath> draft,
            Set<String> kept,
            Map<FilePath, Digest> texts) {
        save(report, published, draft, texts, inputs(Set.of()), inputs(kept));
    }

    /** Keeps how the site stands that a build left before all of it was made. */
    void saveUnfinished(BuildReport report, Manifest published, Optional<FilePath> draft) {
        save(report, published, draft, Map.of(), NONE, NONE);
    }

    private void save(
            BuildReport report,
            Manifest published,
            Optional<FilePath> draft,
            Map<FilePath, Digest> texts,
            Digest inputs,
            Digest others) {
        try {
            CacheFile.write(cache.last(), HEAD + cache.generator(), out -> {
                CacheBytes.write(inputs, out);
                CacheBytes.write(others, out);
                CacheBytes.write(digest(published), out);
                out.writeInt(texts.size());
                for (var text : texts.entrySet()) {
                    CacheBytes.write(text.getKey().path(), out);
                    CacheBytes.write(text.getValue(), out);
                }
                CacheBytes.write(draft.map(FilePath::path).orElse(""), out);
                CacheBytes.write(report.basePath(), out);
                out.writeInt(report.pages());
                CacheBytes.write(report.problems(), out);
            });
        } catch (IOException | SecurityException e) {
            // The next build does its work.
        }
    }

    private static Digest digest(Manifest manifest) throws IOException {
        Digest.Stream bytes = new Digest.Stream();
        manifest.writeJson(bytes);
        return bytes.digest();
    }
}
