package prongsai.publish;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a site could not be published, as data: the console says it in the officer's language. Whatever the reason, the
 * site under the folder is whole.
 */
public final class PublishFailure extends Exception {

    /** What went wrong, and what the paths of the failure then are. */
    public enum Reason {
        /** Another build is at work on the folder, which is named. */
        SITE_LOCKED,
        /** The named path is a file, or a link to nothing, where the site's folder should be. */
        NOT_A_FOLDER,
        /** Files or folders in the way that we did not make, each as a path from the site's top. Nothing was changed. */
        FOREIGN_FILE,
        /** Two files of the new site that cannot stand side by side: same name, same but for case, or one inside the other. */
        NAME_CLASH,
        /** A file of the content (its output path) changed while the site was built. Nothing was changed. */
        CONTENT_CHANGED,
        /** The operating system denies writing to the named path. */
        NOT_PERMITTED,
        /** No room for the named path. */
        DISK_FULL,
        /** Anything else that a disk does; the cause holds the system's own words. */
        DISK_ERROR
    }

    // Below this a file system is as good as full: what is left is in pieces that it keeps for itself.
    private static final long FULL = 64 * 1024;

    private final Reason reason;
    private final List<String> paths;
    private final boolean begun;

    PublishFailure(Reason reason, List<String> paths) {
        super(reason + " " + paths);
        this.reason = reason;
        this.paths = List.copyOf(paths);
        this.begun = false;
    }

    private PublishFailure(Reason reason, String path, boolean begun, IOException cause) {
        super(reason + " [" + path + "]", cause);
        this.reason = reason;
        this.paths = List.of(path);
        this.begun = begun;
    }

    /**
     * Names the reason of a disk's failure.
     *
     * @param place the folder that was worked on, named where the failure itself names nothing
     */
    static PublishFailure of(IOException cause, Path place, boolean begun) {
        String file = cause instanceof FileSystemException e ? e.getFile() : null;
        return new PublishFailure(
                reasonOf(cause, place), Objects.requireNonNullElse(file, place.toString()), begun, cause);
    }

    private static Reason reasonOf(IOException cause, Path place) {
        String words = Objects.requireNonNullElse(cause.getMessage(), "").toLowerCase(Locale.ROOT);
        if (cause instanceof AccessDeniedException
                || words.contains("read-only file system")
                || words.contains("operation not permitted")) {
            return Reason.NOT_PERMITTED;
        }
        // Java has no type for a full disk; the words are those of Linux and macOS, and of Windows in English.
        boolean full = words.contains("no space left")
                || words.contains("quota exceeded")
                || words.contains("not enough space")
                || usable(place) < FULL;
        return full ? Reason.DISK_FULL : Reason.DISK_ERROR;
    }

    /** The room where the place is or is to be. */
    private static long usable(Path place) {
        Path there = place.toAbsolutePath();
        Path above = there.getParent();
        while (above != null && !Files.exists(there)) {
            there = above;
            above = there.getParent();
        }
        return there.toFile().getUsableSpace();
    }

    public Reason reason() {
        return reason;
    }

    /** What the failure is about, never empty; see {@link Reason} for what the paths are relative to. */
    public List<String> paths() {
        return paths;
    }

    /** Whether part of the new site is published already. The next build completes it. */
    public boolean begun() {
        return begun;
    }
}
