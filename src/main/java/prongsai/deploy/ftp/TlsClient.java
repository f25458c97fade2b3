package prongsai.deploy.ftp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.jspecify.annotations.Nullable;

/**
 * An FTP client whose connections for files go on with the encryption of the connection for commands, as many servers
 * demand. The library opens them as new ones, to another port. Here they are opened in the clear first and then wrapped,
 * telling the platform the host and port of the commands: under these it remembers what was agreed on.
 */
final class TlsClient extends FTPSClient {

    /** The server speaks in the clear alone. */
    static final class NoEncryption extends IOException {
        private static final long serialVersionUID = 1;

        NoEncryption(String words) {
            super(words);
        }
    }

    /** The server's first word is that it does not want to. */
    static final class NoWelcome extends IOException {
        private static final long serialVersionUID = 1;

        NoWelcome(String words) {
            super(words);
        }
    }

    private final SSLContext context;
    private final String[] protocols;
    private final boolean checksNames;
    private Optional<SSLSocket> file = Optional.empty();

    TlsClient(boolean isImplicit, SSLContext context, String protocol, boolean checksNames) {
        super(isImplicit, context);
        this.context = context;
        this.protocols = new String[] {protocol};
        this.checksNames = checksNames;
        setEnabledProtocols(protocols);
        setEndpointCheckingEnabled(checksNames);
    }

    @Override
    protected void execAUTH() throws IOException {
        if (!FTPReply.isPositiveCompletion(getReplyCode())) {
            throw new NoWelcome(getReplyString());
        }
        if (sendCommand("AUTH", "TLS") != FTPReply.SECURITY_DATA_EXCHANGE_COMPLETE) {
            throw new NoEncryption(getReplyString());
        }
    }

    /** Has files encrypted too. Not by the library's own method, which would have it open their connections its way. */
    void protectFiles() throws IOException {
        if (sendCommand("PBSZ", "0") != FTPReply.COMMAND_OK || sendCommand("PROT", "P") != FTPReply.COMMAND_OK) {
            throw new NoEncryption(getReplyString());
        }
    }

    @Override
    protected @Nullable Socket _openDataConnection_(String command, String argument) throws IOException {
        Socket open = super._openDataConnection_(command, argument);
        if (open == null) {
            return null;
        }
        int port = getRemotePort();
        if (open instanceof Sockets.PlainSocket plain) {
            plain.tellPort(port);
        }
        SSLSocket wrapped = (SSLSocket) context.getSocketFactory().createSocket(open, _hostname_, port, true);
        try {
            wrapped.setEnabledProtocols(protocols);
            if (checksNames) {
                SSLParameters parameters = wrapped.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                wrapped.setSSLParameters(parameters);
            }
            wrapped.startHandshake();
            file = Optional.of(wrapped);
            return wrapped;
        } catch (IOException e) {
            open.close();
            throw e;
        }
    }

    /**
     * Ends a file that was sent, and hears what the server says on its connection until it ends it too. Under TLS 1.3 that
     * is the ticket for the next file's connection, which servers send with each and which is good for one.
     */
    void endFile() throws IOException {
        if (file.isEmpty() || !file.get().getSession().getProtocol().equals(Encryption.NEWER)) {
            return;
        }
        SSLSocket sent = file.get();
        file = Optional.empty();
        sent.shutdownOutput();
        // There are no bytes.
        sent.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
}
