package prongsai.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import prongsai.content.FileStamp;
import prongsai.content.ReadCache;

/**
 * What builds remember: what was read of the records, what the pages were made from, what was looked through. Never a reason
 * to fail, and never more than a way to be quick: what cannot be remembered for certain is made anew.
 */
final class Memory {

    private final Optional<CacheOptions> options;
    private final long began;
    private final ReadCache read;
    private final PageCache pages;
    private final FileCache files;
    private final MadeCache made;

    private Memory(
            Optional<CacheOptions> options,
            long began,
            ReadCache read,
            PageCache pages,
            FileCache files,
            MadeCache made) {
        this.options = options;
        this.began = began;
        this.read = read;
        this.pages = pages;
        this.files = files;
        this.made = made;
    }

    /** Nothing is remembered, and nothing will be. */
    static Memory none() {
        return new Memory(
                Optional.empty(),
                Long.MIN_VALUE,
                ReadCache.none(),
                PageCache.none(),
                FileCache.empty(Long.MIN_VALUE),
                MadeCache.empty());
    }

    /**
     * What earlier builds left.
     *
     * @param began see {@link #begin}
     */
    static Memory of(CacheOptions options, long began) {
        return new Memory(
                Optional.of(options),
                began,
                ReadCache.open(options.read(), options.generator(), began),
                PageCache.load(options.pages(), options.generator()),
                FileCache.load(options.files(), options.generator(), began),
                MadeCache.load(options.made(), options.generator()));
    }

    /** Nothing is remembered yet; this build will be. */
    static Memory fresh(CacheOptions options, long began) {
        return new Memory(
                Optional.of(options),
                began,
                ReadCache.anew(options.read(), options.generator(), began),
                PageCache.empty(),
                FileCache.empty(began),
                MadeCache.empty());
    }

    /** Makes sure of the cache's folder; gives the time by its clock, see {@link FileStamp#now}. */
    static long begin(CacheOptions options) {
        Path ignored = options.folder().resolve(".gitignore");
        try {
            Files.createDirectories(options.folder());
            if (Files.notExists(ignored)) {
                // Wherever the content lies: what is remembered is nothing to keep a history of.
                Files.writeString(ignored, "*\n");
            }
        } catch (IOException | SecurityException e) {
            return Long.MIN_VALUE;
        }
        return FileStamp.now(options.folder());
    }

    long began() {
        return began;
    }

    ReadCache read() {
        return read;
    }

    PageCache pages() {
        return pages;
    }

    FileCache files() {
        return files;
    }

    MadeCache made() {
        return made;
    }

    /** Keeps everything for the next build. A cache that cannot be written makes that slower, and nothing fail. */
    void save() {
        if (options.isEmpty()) {
            return;
        }
        try {
            read.save();
            files.save(options.get().files(), options.get().generator());
            made.save(options.get().made(), options.get().generator());
            pages.save(options.get().pages(), options.get().generator());
        } catch (IOException | SecurityException e) {
            // What is there is whole, and tells itself what it is about.
        }
    }
}
