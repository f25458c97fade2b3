package prongsai.deploy.ftp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import prongsai.deploy.CertificateCheck;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.RemoteFailure.Reason;
import prongsai.deploy.Secrets;
import prongsai.deploy.Target;

/** From nothing to a connection that stands in the site's folder. */
final class Login {

    /**
     * What the system may keep of a file before the server has it, in bytes. Small, so that progress is true, and the end
     * of a file is not waited for longer than patience lasts on a slow line.
     */
    private static final int SEND_BUFFER = 128 * 1024;

    private final Target.Ftp target;
    private final Secrets secrets;
    private final Encryption encryption;
    private final Watchdog watchdog;

    Login(Target.Ftp target, Secrets secrets, Encryption encryption, Watchdog watchdog) {
        this.target = target;
        this.secrets = secrets;
        this.encryption = encryption;
        this.watchdog = watchdog;
    }

    FtpConnection open() throws RemoteFailure {
        if (encryption.protocol().equals(Encryption.OLDER) && target.encryption() != Target.Encryption.NONE) {
            try {
                return open(Encryption.OLDER);
            } catch (OtherProtocol e) {
                encryption.speak(Encryption.NEWER);
            }
        }
        try {
            return open(encryption.protocol());
        } catch (OtherProtocol e) {
            throw new RemoteFailure(Reason.NO_ENCRYPTION, e, target.account().server());
        }
    }

    /** The server does not speak this version of TLS. */
    private static final class OtherProtocol extends Exception {
        private static final long serialVersionUID = 1;

        OtherProtocol(Throwable cause) {
            super(cause);
        }
    }

    private FtpConnection open(String protocol) throws RemoteFailure, OtherProtocol {
        CertificateCheck check = encryption.check();
        Replies replies = new Replies(target.account(), encryption, check);
        Sockets sockets = new Sockets();
        FTPClient client = client(protocol, check);
        client.setSocketFactory(sockets);
        try {
            reach(client, replies);
            logIn(client, replies);
            prepare(client, replies);
            return new FtpConnection(client, sockets, watchdog, replies);
        } catch (SSLHandshakeException e) {
            sockets.close();
            if (check.refused().isEmpty() && isAboutProtocols(e)) {
                throw new OtherProtocol(e);
            }
            throw replies.of(e);
        } catch (IOException e) {
            sockets.close();
            throw replies.of(e);
        } catch (RemoteFailure | RuntimeException | Error e) {
            sockets.close();
            throw e;
        }
    }

    private static boolean isAboutProtocols(SSLHandshakeException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return words.contains("protocol_version") || words.contains("handshake_failure");
    }

    private FTPClient client(String protocol, CertificateCheck check) {
        FTPClient client = target.encryption() == Target.Encryption.NONE
                ? new FTPClient()
                : new TlsClient(
                        target.encryption() == Target.Encryption.IMPLICIT,
                        encryption.context(check),
                        protocol,
                        encryption.checksNames());
        int patience = Math.toIntExact(target.patience().toMillis());
        client.setConnectTimeout(patience);
        client.setDefaultTimeout(patience);
        client.setDataTimeout(target.patience());
        client.setControlEncoding(StandardCharsets.UTF_8.name());
        client.setSendDataSocketBufferSize(SEND_BUFFER);
        client.setUseEPSVwithIPv4(true);
        // Servers behind a router tell an address that nobody outside can reach. Files go where commands go.
        client.setIpAddressFromPasvResponse(false);
        client.setListHiddenFiles(true);
        return client;
    }

    private void reach(FTPClient client, Replies replies) throws RemoteFailure, IOException {
        Target.Account account = target.account();
        try {
            client.connect(account.host(), account.port());
        } catch (UnknownHostException | ConnectException | NoRouteToHostException e) {
            throw new RemoteFailure(Reason.UNREACHABLE, e, account.server());
        } catch (TlsClient.NoEncryption e) {
            throw new RemoteFailure(Reason.NO_ENCRYPTION, e, account.server());
        } catch (TlsClient.NoWelcome e) {
            throw replies.noWelcome();
        } catch (IOException e) {
            if (!client.isConnected()) {
                throw new RemoteFailure(Reason.UNREACHABLE, e, account.server());
            }
            throw e;
        }
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())
                && client.getReplyCode() != FTPReply.SECURITY_DATA_EXCHANGE_COMPLETE) {
            throw replies.noWelcome();
        }
        client.setTcpNoDelay(true);
    }

    private void logIn(FTPClient client, Replies replies) throws RemoteFailure, IOException {
        Target.Account account = target.account();
        refuseLineBreaks(account.user());
        int reply = client.user(account.user());
        if (reply == FTPReply.NEED_PASSWORD) {
            String password = secrets.password(account.name())
                    .orElseThrow(() -> new RemoteFailure(Reason.NO_SECRET, account.name()));
            refuseLineBreaks(password);
            reply = client.pass(password);
        }
        if (!FTPReply.isPositiveCompletion(reply)) {
            throw replies.loginRefusal(client);
        }
        if (client instanceof TlsClient tls) {
            try {
                tls.protectFiles();
            } catch (TlsClient.NoEncryption e) {
                throw new RemoteFailure(Reason.NO_ENCRYPTION, e, account.server());
            }
        }
    }

    /** They would be more commands. */
    private void refuseLineBreaks(String word) throws RemoteFailure {
        if (word.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
            throw new RemoteFailure(Reason.LOGIN_REFUSED, target.account().name());
        }
    }

    private void prepare(FTPClient client, Replies replies) throws RemoteFailure, IOException {
        // Nobody outside reaches an office's computer, so it is we who connect for files too.
        client.enterLocalPassiveMode();
        if (client.hasFeature("UTF8")) {
            client.sendCommand("OPTS", "UTF8 ON");
        }
        if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw replies.refusal(client, target.folder());
        }
        if (!target.folder().isEmpty() && !client.changeWorkingDirectory(target.folder())) {
            RemoteFailure refusal = replies.refusal(client, target.folder());
            throw List.of(Reason.NOT_PERMITTED, Reason.REFUSED).contains(refusal.reason())
                    ? new RemoteFailure(Reason.NO_SUCH_FOLDER, target.folder())
                    : refusal;
        }
    }
}
