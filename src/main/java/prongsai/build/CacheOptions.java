package prongsai.build;

import java.nio.file.Path;

/**
 * Where a build finds what an earlier one remembered, and leaves what the next may need.
 *
 * @param folder of the cache, {@code .prongsai} beside {@code content/}; what is in it may be deleted at any time
 * @param generator names the very program that builds: what another one remembered counts for nothing
 * @param ignored whether what is remembered is left aside ({@code --clean})
 */
public record CacheOptions(Path folder, String generator, boolean ignored) {

    Path read() {
        return folder.resolve("read");
    }

    Path pages() {
        return folder.resolve("pages");
    }

    Path files() {
        return folder.resolve("files");
    }

    /** For the terms of pages while a search index is made; there only as long as that takes. */
    Path terms() {
        return folder.resolve("terms.new");
    }

    Path made() {
        return folder.resolve("made");
    }

    Path last() {
        return folder.resolve("last");
    }
}
