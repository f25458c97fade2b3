package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfiguration;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.impl.DefaultDataConnectionConfiguration;
import org.apache.ftpserver.impl.PassivePorts;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server of Apache in this process, over a folder, with one account. */
public final class TestFtpServer implements AutoCloseable {

    public static final String USER = "somchai";
    public static final String PASSWORD = "ระหัส-s3cret";

    private final FtpServer server;
    private final Listener listener;
    private final Target.Encryption encryption;
    private final Optional<TestCertificate> certificate;

    private TestFtpServer(
            FtpServer server, Listener listener, Target.Encryption encryption, Optional<TestCertificate> certificate) {
        this.server = server;
        this.listener = listener;
        this.encryption = encryption;
        this.certificate = certificate;
    }

    /**
     * Shows a folder as {@code /}.
     *
     * @param certificate none for a server that speaks in the clear alone
     */
    public static TestFtpServer start(
            Path folder, Target.Encryption encryption, Optional<TestCertificate> certificate) {
        return start(factory(folder), encryption, certificate);
    }

    /** The parts of a server, to be changed by tests of what servers do wrong. */
    public static FtpServerFactory factory(Path folder) {
        FtpServerFactory factory = new FtpServerFactory();
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setLoginFailureDelay(0);
        connections.setMaxThreads(16);
        factory.setConnectionConfig(connections.createConnectionConfig());
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(folder.toString());
        user.setAuthorities(List.of(new WritePermission()));
        try {
            factory.getUserManager().save(user);
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        }
        return factory;
    }

    public static TestFtpServer start(
            FtpServerFactory factory, Target.Encryption encryption, Optional<TestCertificate> certificate) {
        return start(factory, List.of(), encryption, certificate);
    }

    /**
     * With the ports at which it takes connections for files, so that a line can be laid to each.
     *
     * @param ports none for any
     */
    public static TestFtpServer start(
            FtpServerFactory factory,
            List<Integer> ports,
            Target.Encryption encryption,
            Optional<TestCertificate> certificate) {
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        listeners.setImplicitSsl(encryption == Target.Encryption.IMPLICIT);
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setPassiveAddress("127.0.0.1");
        data.setImplicitSsl(encryption == Target.Encryption.IMPLICIT);
        if (certificate.isPresent()) {
            SslConfiguration tls = tls(certificate.get());
            listeners.setSslConfiguration(tls);
            data.setSslConfiguration(tls);
        }
        listeners.setDataConnectionConfiguration(
                ports.isEmpty() ? data.createDataConnectionConfiguration() : at(ports, certificate));
        Listener listener = listeners.createListener();
        factory.addListener("default", listener);
        FtpServer server = factory.createServer();
        try {
            server.start();
        } catch (FtpException e) {
            throw new IllegalStateException(e);
        }
        return new TestFtpServer(server, listener, encryption, certificate);
    }

    /** The factory's would not use a port at which a line is, at whatever address. */
    private static DataConnectionConfiguration at(List<Integer> ports, Optional<TestCertificate> certificate) {
        return new DefaultDataConnectionConfiguration(
                300,
                certificate.map(TestFtpServer::tls).orElse(null),
                false,
                false,
                null,
                0,
                "127.0.0.1",
                new PassivePorts(Set.copyOf(ports), false),
                null,
                false,
                false);
    }

    private static SslConfiguration tls(TestCertificate certificate) {
        SslConfigurationFactory tls = new SslConfigurationFactory();
        tls.setKeystoreFile(certificate.store().toFile());
        tls.setKeystoreType("PKCS12");
        tls.setKeystorePassword(TestCertificate.PASSWORD);
        tls.setKeyAlias("server");
        tls.setSslProtocol("TLSv1.2", "TLSv1.3");
        return tls.createSslConfiguration();
    }

    public int port() {
        return listener.getPort();
    }

    /** The server, at a port that may be a proxy's, with its certificate pinned. */
    public Target.Ftp target(int port, Duration patience) {
        return target(port, "/", patience);
    }

    /** The same, in another folder than the uppermost. */
    public Target.Ftp target(int port, String folder, Duration patience) {
        return new Target.Ftp(
                new Target.Account(USER, "127.0.0.1", port),
                folder,
                encryption,
                certificate.map(TestCertificate::sha256),
                4,
                patience);
    }

    /** The same server at another address, such as that of a bad line. */
    public static Target.Ftp at(String host, Target.Ftp target) {
        Target.Account account = target.account();
        return new Target.Ftp(
                new Target.Account(account.user(), host, account.port()),
                target.folder(),
                target.encryption(),
                target.certificate(),
                target.connections(),
                target.patience());
    }

    @Override
    public void close() {
        server.stop();
    }
}
