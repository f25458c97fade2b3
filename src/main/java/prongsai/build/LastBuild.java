package prongsai.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import prongsai.content.ContentTree;
import prongsai.content.FileStamp;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.publish.SitePublisher;
import prongsai.site.Manifest;
import prongsai.source.Digest;
import prongsai.source.DigestMaker;

/**
 * The build before this one. Where all that goes into a build is as it was then, and the site stands as that build left it,
 * there is nothing to build, and the report is the same.
 */
final class LastBuild {

    private static final String HEAD = "prongsai-last 1 ";

    private final BuildOptions options;
    private final CacheOptions cache;
    private final Digest inputs;
    /** Whether a change from now on would be seen. */
    private final boolean sure;

    private LastBuild(BuildOptions options, CacheOptions cache, Digest inputs, boolean sure) {
        this.options = options;
        this.cache = cache;
        this.inputs = inputs;
        this.sure = sure;
    }

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
                .text(options.out().toAbsolutePath().normalize().toString())
                .digest(content.digest());
        long youngest = content.youngest();
        if (in.templates().isPresent()) {
            youngest = Math.max(youngest, addFolder(in.templates().get(), maker));
        }
        return new LastBuild(options, cache, maker.make(), FileStamp.isSure(youngest, began));
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

    /** The report, if there is nothing to build. */
    Optional<BuildReport> report(long now) throws PublishFailure {
        if (now == Long.MIN_VALUE || !Files.isDirectory(options.out(), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Optional<ByteBuffer> body = CacheFile.read(cache.last(), HEAD + cache.generator())
                .filter(b -> CacheBytes.digest(b).equals(inputs));
        if (body.isEmpty()) {
            return Optional.empty();
        }
        Digest manifest = CacheBytes.digest(body.get());
        Optional<Manifest> standing = SitePublisher.standing(options.out(), now);
        return standing.filter(m -> digest(m).equals(manifest)).map(m -> read(body.get(), m));
    }

    private static BuildReport read(ByteBuffer in, Manifest manifest) {
        String basePath = CacheBytes.text(in);
        int pages = in.getInt();
        PublishReport published = new PublishReport(
                List.of(), List.of(), List.of(), manifest.files().size());
        return new BuildReport(CacheBytes.problems(in), basePath, pages, Optional.of(published));
    }

    /**
     * Keeps the report of a build that was published.
     *
     * @param published the files of the site
     */
    void save(BuildReport report, Manifest published) {
        try {
            if (!sure) {
                Files.deleteIfExists(cache.last());
                return;
            }
            CacheFile.write(cache.last(), HEAD + cache.generator(), out -> {
                CacheBytes.write(inputs, out);
                CacheBytes.write(digest(published), out);
                CacheBytes.write(report.basePath(), out);
                out.writeInt(report.pages());
                CacheBytes.write(report.problems(), out);
            });
        } catch (IOException | SecurityException e) {
            // The next build does its work.
        }
    }

    private static Digest digest(Manifest manifest) {
        return Digest.of(manifest.toJson().getBytes(StandardCharsets.US_ASCII));
    }
}
