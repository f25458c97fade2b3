package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.LinkedSite;

/**
 * Whole publications to FTP servers that speak TLS 1.3 alone, and want each file's encryption to go on from that of the
 * commands.
 */
class NewestTlsTest {

    private Path home = Path.of("");
    private Path server = Path.of("");
    private Path settings = Path.of("");

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = Files.createDirectory(folder.resolve("computer"));
        server = Files.createDirectory(folder.resolve("server"));
        settings = Files.createDirectory(folder.resolve("settings"));
    }

    private void goesOutAndComesBack(String user, String password, int port, TestCertificate certificate)
            throws Exception {
        Remote remote = Remotes.of(
                new Target.Ftp(
                        new Target.Account(user, "127.0.0.1", port),
                        server.toString(),
                        Target.Encryption.EXPLICIT,
                        Optional.of(certificate.sha256()),
                        2,
                        Duration.ofSeconds(10)),
                TestSecrets.of(password),
                InstantSource.system());
        Computer computer = new Computer(home, "somchai");
        LinkedSite first = LinkedSite.large(1, 30);
        LinkedSite second = LinkedSite.large(2, 30);
        computer.build(first).publish(remote);
        assertThat(standing()).isEqualTo(first.files());
        computer.build(second).publish(remote);
        assertThat(standing()).isEqualTo(second.files());
        computer.rollBack(remote);
        assertThat(standing()).isEqualTo(first.files());
    }

    private SortedMap<String, String> standing() {
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.tree(server));
        files.remove(Bookkeeping.MANIFEST);
        return files;
    }

    @Test
    void aSiteGoesOutToVsftpdChangesAndComesBack() throws Exception {
        Path program = DebianServer.program("vsftpd");
        TestCertificate certificate = TestCertificate.make(settings);
        int port = CuttingProxy.freePorts(1).get(0);
        // It has no setting of its own for that.
        Path openSsl = Files.writeString(settings.resolve("openssl.cnf"), """
                openssl_conf = all
                [all]
                ssl_conf = ssl
                [ssl]
                system_default = versions
                [versions]
                MinProtocol = TLSv1.3
                """);
        Path config = VsftpdContractTest.config(server, settings, port, certificate.pem());
        try (DebianServer started = DebianServer.start(
                settings, port, "env", "OPENSSL_CONF=" + openSsl, program.toString(), config.toString())) {
            goesOutAndComesBack("anonymous", "somchai@example.go.th", port, certificate);
            assertThat(started.log()).isEmpty();
        }
    }

    /** ProFTPD gives no ticket with a file's connection, and Java uses each that it got but once. */
    @Test
    void saysThatProFtpdCannotBeReachedSo() throws Exception {
        Path program = DebianServer.program("proftpd");
        TestCertificate certificate = TestCertificate.make(settings);
        int port = CuttingProxy.freePorts(1).get(0);
        String[] command = ProFtpdContractTest.command(program, server, settings, port, certificate.pem(), "TLSv1.3");
        try (DebianServer started = DebianServer.start(settings, port, command)) {
            DeploymentFailure failure = catchThrowableOfType(
                    DeploymentFailure.class,
                    () -> goesOutAndComesBack(
                            ProFtpdContractTest.USER, ProFtpdContractTest.PASSWORD, port, certificate));
            assertThat(failure.remote().map(RemoteFailure::reason))
                    .as(started.log())
                    .contains(RemoteFailure.Reason.NOT_RESUMABLE);
            assertThat(failure.arguments()).containsExactly("127.0.0.1:" + port);
        }
    }
}
