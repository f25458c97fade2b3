package prongsai.deploy.ftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import prongsai.deploy.CertificateCheck;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.ServerText;
import prongsai.deploy.Target;

/** What a server's replies (RFC 959, 4.2) and the library's exceptions mean. */
record Replies(Target.Account account, Encryption encryption, CertificateCheck check) {

    /** Some servers say so under the code of any failure. */
    private static final Pattern NO_ROOM = Pattern.compile(
            "no space|disk full|quota|insufficient (storage|disk)|not enough (space|room)", Pattern.CASE_INSENSITIVE);

    /** vsftpd, ProFTPD; FileZilla Server. */
    private static final Pattern NOT_RESUMED =
            Pattern.compile("session (reuse|.*not resumed)|client did not reuse", Pattern.CASE_INSENSITIVE);

    private static final Pattern TOO_MANY =
            Pattern.compile("too many|maximum (number|login|allowed)|limit", Pattern.CASE_INSENSITIVE);

    /** Why the server did not do what it was asked last. */
    RemoteFailure refusal(FTPClient client, String path) {
        int code = client.getReplyCode();
        String words = ServerText.words(client.getReplyString());
        if (code == FTPReply.INSUFFICIENT_STORAGE
                || code == FTPReply.STORAGE_ALLOCATION_EXCEEDED
                || NO_ROOM.matcher(words).find()) {
            return new RemoteFailure(Reason.DISK_FULL, path);
        }
        if (NOT_RESUMED.matcher(words).find() && encryption.resumesOtherwise()) {
            return new RemoteFailure(Reason.CONNECTION_LOST, account.server());
        }
        boolean isNoFile = code == FTPReply.CANNOT_OPEN_DATA_CONNECTION
                || NOT_RESUMED.matcher(words).find();
        if (isNoFile && encryption.isBeyondResuming()) {
            return new RemoteFailure(Reason.NOT_RESUMABLE, account.server());
        }
        return switch (code) {
            case FTPReply.SERVICE_NOT_AVAILABLE, FTPReply.CANNOT_OPEN_DATA_CONNECTION, FTPReply.TRANSFER_ABORTED ->
                new RemoteFailure(Reason.CONNECTION_LOST, account.server());
            case FTPReply.NOT_LOGGED_IN,
                    FTPReply.NEED_ACCOUNT_FOR_STORING_FILES,
                    FTPReply.FILE_UNAVAILABLE,
                    FTPReply.FILE_NAME_NOT_ALLOWED -> new RemoteFailure(Reason.NOT_PERMITTED, path);
            default -> new RemoteFailure(Reason.REFUSED, path, words);
        };
    }

    /** A server whose first word is that it does not want to: it has too much to do, or is being looked after. */
    RemoteFailure noWelcome() {
        return new RemoteFailure(Reason.TOO_MANY_CONNECTIONS, account.server());
    }

    /** Why the server lets nobody in, or not us. */
    RemoteFailure loginRefusal(FTPClient client) {
        if (client.getReplyCode() == FTPReply.SERVICE_NOT_AVAILABLE
                || TOO_MANY.matcher(client.getReplyString()).find()) {
            return new RemoteFailure(Reason.TOO_MANY_CONNECTIONS, account.server());
        }
        return new RemoteFailure(Reason.LOGIN_REFUSED, account.name());
    }

    RemoteFailure of(IOException e) {
        Optional<RemoteFailure> certificate = check.failure(e, account.server());
        if (certificate.isPresent()) {
            return certificate.get();
        }
        // Under encryption it is a cause.
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return new RemoteFailure(Reason.TIMED_OUT, e, account.server());
            }
        }
        if (e instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
        }
        return new RemoteFailure(Reason.CONNECTION_LOST, e, account.server());
    }
}
