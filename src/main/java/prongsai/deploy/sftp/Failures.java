package prongsai.deploy.sftp;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.InterruptedByTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.session.helpers.TimeoutIndicator.TimeoutStatus;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.ServerText;

/**
 * What exceptions of the library mean.
 *
 * @param server {@code host:port}
 */
record Failures(String server, ClientSession session) {

    RemoteFailure of(IOException e, String path) {
        if (e instanceof SftpException said) {
            return of(said, path);
        }
        if (e instanceof InterruptedIOException) {
            Thread.currentThread().interrupt();
        }
        return new RemoteFailure(isTimedOut(e) ? Reason.TIMED_OUT : Reason.CONNECTION_LOST, e, server);
    }

    /** The library takes servers at their word; after nonsense nobody knows which answer is to which question. */
    RemoteFailure ofNonsense(RuntimeException e) {
        return new RemoteFailure(Reason.CONNECTION_LOST, e, server);
    }

    private RemoteFailure of(SftpException said, String path) {
        return switch (said.getStatus()) {
            case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
                new RemoteFailure(Reason.NOT_PERMITTED, said, path);
            case SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM, SftpConstants.SSH_FX_QUOTA_EXCEEDED ->
                new RemoteFailure(Reason.DISK_FULL, said, path);
            case SftpConstants.SSH_FX_NO_CONNECTION, SftpConstants.SSH_FX_CONNECTION_LOST ->
                new RemoteFailure(Reason.CONNECTION_LOST, said, server);
            default ->
                new RemoteFailure(
                        Reason.REFUSED,
                        said,
                        path,
                        ServerText.words(Optional.ofNullable(said.getMessage()).orElse("")));
        };
    }

    private boolean isTimedOut(IOException e) {
        if (session.getTimeoutStatus().getStatus() != TimeoutStatus.NoTimeout) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof TimeoutException
                    || cause instanceof InterruptedByTimeoutException
                    || (cause instanceof SshException
                            && String.valueOf(cause.getMessage()).startsWith("Timeout expired"))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the server says that nothing stands at a path. */
    static boolean isNotThere(IOException e) {
        return e instanceof SftpException said
                && (said.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
                        || said.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH);
    }

    /** Whether the server does not want us, as opposed to not being there any more. */
    static boolean isRefusedLogin(IOException e, ClientSession session) {
        int code = e instanceof SshException ssh ? ssh.getDisconnectCode() : 0;
        return (session.isOpen() && code == SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE)
                // What OpenSSH says after too many keys.
                || code == SshConstants.SSH2_DISCONNECT_PROTOCOL_ERROR;
    }
}
