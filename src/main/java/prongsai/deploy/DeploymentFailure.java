package prongsai.deploy;

import java.util.List;
import java.util.Optional;

/** Why a site was not published to its server, as data. Whatever the reason, what visitors see there is whole. */
public final class DeploymentFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong, and what {@link #arguments()} then are. */
    public enum Reason {
        /** The folder holds no finished site: the folder. */
        NO_SITE,
        /** Files of the site are not as the build left them: their paths. Nothing was sent. */
        SITE_DAMAGED,
        /** Somebody else is publishing to the same place: who, and since when (ISO 8601). */
        BUSY,
        /** Another process of this computer is publishing to the same place. */
        BUSY_HERE,
        /** Somebody else has taken over in the middle of the publication: who. */
        OVERTAKEN,
        /** It was told to stop; the next publication goes on. */
        INTERRUPTED,
        /** Files on the server that are not as we left them, or are not ours: their paths. Nothing was changed. */
        FOREIGN_CHANGES,
        /** What arrived has another size than what was sent: path, bytes sent, bytes there. */
        SIZE_DIFFERS,
        /** There is no earlier publication to go back to. */
        NOTHING_EARLIER,
        /** What stands on the server was published from elsewhere, so that "the one before" is unknown here. */
        PUBLISHED_ELSEWHERE,
        /** The bytes of an earlier publication are no longer kept here: their paths. Nothing was changed. */
        NO_LONGER_KEPT,
        /** The server failed: {@link #remote()}. */
        REMOTE
    }

    private final Reason reason;
    private final transient List<String> arguments;
    private final transient Optional<RemoteFailure> remote;

    DeploymentFailure(Reason reason, List<String> arguments) {
        super(reason + " " + arguments);
        this.reason = reason;
        this.arguments = List.copyOf(arguments);
        this.remote = Optional.empty();
    }

    DeploymentFailure(RemoteFailure remote) {
        super(remote.getMessage(), remote);
        this.reason = Reason.REMOTE;
        this.arguments = remote.arguments();
        this.remote = Optional.of(remote);
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }

    public Optional<RemoteFailure> remote() {
        return remote;
    }
}
