package prongsai.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.RejectAllPublickeyAuthenticator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server of Apache MINA in this process, over a folder, with one account. */
public final class TestSftpServer implements AutoCloseable {

    public static final String USER = "somchai";
    public static final String PASSWORD = "ระหัส-s3cret";

    private final SshServer server;
    private final KeyPair hostKey;

    private TestSftpServer(SshServer server, KeyPair hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    /** Shows a folder as {@code /}. */
    public static TestSftpServer start(Path folder) {
        KeyPair hostKey = key();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(RejectAllPublickeyAuthenticator.INSTANCE);
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        TestSftpServer started = new TestSftpServer(server, hostKey);
        started.open();
        return started;
    }

    private void open() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** MINA's own, to be changed by tests of what servers do wrong. */
    public SshServer server() {
        return server;
    }

    public int port() {
        return server.getPort();
    }

    /** A line of a list of known hosts, for this server's key at a port of 127.0.0.1. */
    public String knownHost(int port) {
        return "[127.0.0.1]:" + port + " " + PublicKeyEntry.toString(hostKey.getPublic()) + "\n";
    }

    /** The server, at a port that may be a proxy's, with its key in a list of known hosts that is written for it. */
    public Target.Sftp target(Path knownHosts, int port, Duration patience) {
        return target(knownHosts, port, "/", patience);
    }

    /** The same, in another folder than the uppermost. */
    public Target.Sftp target(Path knownHosts, int port, String folder, Duration patience) {
        try {
            Files.writeString(knownHosts, knownHost(port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Target.Sftp(
                new Target.Account(USER, "127.0.0.1", port),
                folder,
                Optional.empty(),
                Optional.empty(),
                knownHosts,
                4,
                patience);
    }

    /** As HOST_UNKNOWN has it. */
    public String fingerprint() {
        return KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey.getPublic());
    }

    /** The same server at another address, such as that of a bad line, which another list of known hosts has. */
    public static Target.Sftp at(String host, Target.Sftp target, Path knownHosts) {
        Target.Account account = target.account();
        try {
            Files.writeString(knownHosts, Files.readString(target.knownHosts()).replace("127.0.0.1", host));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Target.Sftp(
                new Target.Account(account.user(), host, account.port()),
                target.folder(),
                target.key(),
                target.agent(),
                knownHosts,
                target.connections(),
                target.patience());
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
