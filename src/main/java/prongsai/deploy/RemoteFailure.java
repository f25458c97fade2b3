package prongsai.deploy;

import java.util.List;

/** Why a server could not be reached or did not do what it was asked, as data: the console says it in the officer's language. */
public final class RemoteFailure extends Exception {

    private static final long serialVersionUID = 1;

    /** What went wrong, and what {@link #arguments()} then are. */
    public enum Reason {
        /** No such host, or nobody answers at its port: {@code host:port}. */
        UNREACHABLE(true),
        /** The server has said nothing for too long: {@code host:port}. */
        TIMED_OUT(true),
        /** The connection broke: {@code host:port}. */
        CONNECTION_LOST(true),
        /** The server takes no more connections, or not so many requests, for now: {@code host:port}. */
        TOO_MANY_CONNECTIONS(true),
        /** Wrong name, password or key: {@code user@host}. */
        LOGIN_REFUSED(false),
        /** No password was given, and no key that the server takes: {@code user@host}. */
        NO_SECRET(false),
        /** The private key cannot be read, or its passphrase is wrong: its path. */
        KEY_UNREADABLE(false),
        /** The list of known hosts does not have this server: {@code host:port}, its key's fingerprint, the list's path. */
        HOST_UNKNOWN(false),
        /** The list of known hosts has another key: {@code host:port}, the new key's fingerprint, the list's path. */
        HOST_KEY_CHANGED(false),
        /** A certificate that is out of date: {@code host:port}, when it ended (ISO 8601), its SHA-256. */
        CERTIFICATE_EXPIRED(false),
        /** A certificate that nobody vouches for, or for another host: {@code host:port}, its SHA-256. */
        CERTIFICATE_REFUSED(false),
        /** The server speaks only in the clear: {@code host:port}. */
        NO_ENCRYPTION(false),
        /** The server wants the encryption of files to go on from that of commands, in a way that Java has not: {@code host:port}. */
        NOT_RESUMABLE(false),
        /** The folder of the site is not there: its path. */
        NO_SUCH_FOLDER(false),
        /** The object store has no such bucket: its name, {@code host:port}. */
        NO_SUCH_BUCKET(false),
        /** The object store takes no requests that were signed at another time than its own: {@code host:port}. */
        CLOCK_WRONG(false),
        /** The bucket is in another region of the object store: {@code host:port}, where it is as far as was told. */
        WRONG_REGION(false),
        /** Writing or reading is denied: a path. */
        NOT_PERMITTED(false),
        /** No room, or the quota is used up: a path. */
        DISK_FULL(false),
        /** A file is larger than it may be: a path. */
        TOO_LARGE(false),
        /** A file that is to be sent is larger than the server takes: a path. */
        TOO_LARGE_TO_SEND(false),
        /** Anything else that the server does not do: a path, and its own words. */
        REFUSED(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }
    }

    private final Reason reason;
    private final transient List<String> arguments;

    public RemoteFailure(Reason reason, Throwable cause, String... arguments) {
        super(reason + " " + List.of(arguments), cause);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public RemoteFailure(Reason reason, String... arguments) {
        super(reason + " " + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    /** As the reason says. Never a secret; the server's own words are one line of printable letters. */
    public List<String> arguments() {
        return arguments;
    }

    /** Whether the same may succeed a little later, over a new connection. */
    public boolean isPassing() {
        return reason.passing;
    }
}
