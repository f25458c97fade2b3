package prongsai.build;

import java.io.IOException;
import java.util.Optional;
import prongsai.publish.PublishFailure;

/** Why a build could not be done for reasons that lie outside the content: folders, disk, permissions, another build. */
public final class BuildFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong. */
    public enum Reason {
        /** The content folder is missing or cannot be listed. */
        CONTENT_UNREADABLE,
        /** A file of the templates or attachments cannot be read. */
        FILE_UNREADABLE,
        /** This Java cannot draw the pictures that stand for shared pages. */
        NO_DRAWING,
        /** The site could not be published; see {@link #publishing()}. */
        NOT_PUBLISHED
    }

    private final Reason reason;
    private final String path;

    BuildFailure(Reason reason, String path, Exception cause) {
        super(reason + " " + path, cause);
        this.reason = reason;
        this.path = path;
    }

    static BuildFailure of(Reason reason, String path, IOException cause) {
        return new BuildFailure(reason, path, cause);
    }

    public Reason reason() {
        return reason;
    }

    /** The folder or file concerned. */
    public String path() {
        return path;
    }

    /** Why the site could not be published. */
    public Optional<PublishFailure> publishing() {
        return getCause() instanceof PublishFailure failure ? Optional.of(failure) : Optional.empty();
    }
}
