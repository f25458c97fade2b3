package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import prongsai.deploy.ftp.FtpRemote;

/** {@link Connection} over FTP with TLS to ProFTPD, which rented servers have often. */
final class ProFtpdContractTest extends ConnectionContract {

    private static final String USER = "somchai";
    private static final String PASSWORD = "s3cret";

    /** By "openssl passwd -6 -salt salt s3cret". */
    private static final String HASH =
            "$6$salt$DGAQW8l.nT4RCbPNEQZjx6ZZzjHy2eW5krORahM6YQzUbUKsZPuh" + "NkX7AUpx1TMPuF37mzmXtWWdUw3tTKEd.1";

    private DebianServer server;
    private TestCertificate certificate;
    private int port;

    @Override
    void start(Path shown, Path settings) throws Exception {
        Path program = DebianServer.program("proftpd");
        certificate = TestCertificate.make(settings);
        port = CuttingProxy.freePorts(1).get(0);
        Path accounts = settings.resolve("accounts");
        Files.writeString(
                accounts,
                "%s:%s:%s:%s::%s:/bin/false\n".formatted(USER, HASH, id(shown, "uid"), id(shown, "gid"), shown));
        accounts.toFile().setReadable(false, false);
        accounts.toFile().setReadable(true, true);
        Path config = Files.writeString(settings.resolve("proftpd.conf"), """
                ModulePath %s
                LoadModule mod_tls.c
                ServerType standalone
                DefaultAddress 127.0.0.1
                Port %d
                UseIPv6 off
                User %s
                AuthOrder mod_auth_file.c
                AuthUserFile %s
                RequireValidShell off
                RootLogin on
                AllowOverwrite on
                UseReverseDNS off
                WtmpLog off
                TransferLog none
                SystemLog %s
                ScoreboardFile %s
                DelayEngine off
                PidFile %s
                ListOptions "-a"
                TLSEngine on
                TLSRequired on
                TLSRSACertificateFile %s
                TLSRSACertificateKeyFile %s
                TLSECCertificateFile %s
                TLSECCertificateKeyFile %s
                """.formatted(
                        program.resolve("../../lib/proftpd").normalize(),
                        port,
                        System.getProperty("user.name"),
                        accounts,
                        settings.resolve("system.log"),
                        settings.resolve("scoreboard"),
                        settings.resolve("pid"),
                        certificate.pem(),
                        certificate.pem(),
                        certificate.pem(),
                        certificate.pem()));
        server = DebianServer.start(settings, port, program.toString(), "-n", "-c", config.toString());
    }

    private static String id(Path file, String what) throws Exception {
        return Files.getAttribute(file, "unix:" + what).toString();
    }

    @Override
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Override
    Remote remote(Path shown, String folder) {
        Target.Ftp target = new Target.Ftp(
                new Target.Account(USER, "127.0.0.1", port),
                shown.resolve(folder).toString(),
                Target.Encryption.EXPLICIT,
                Optional.of(certificate.sha256()),
                4,
                Duration.ofSeconds(10));
        return new FtpRemote(target, TestSecrets.of(PASSWORD));
    }

    /** By MLST it tells of what a link leads to. */
    @Override
    boolean tellsLinks() {
        return false;
    }

    @Override
    boolean makesFilesAnew() {
        return false;
    }

    @Override
    boolean listsLines() {
        return true;
    }
}
