package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@link Connection} over FTP with TLS to ProFTPD, which rented servers have often. */
final class ProFtpdContractTest extends DebianFtpContract {

    static final String USER = "somchai";
    static final String PASSWORD = "s3cret";

    /** By "openssl passwd -6 -salt salt s3cret". */
    private static final String HASH =
            "$6$salt$DGAQW8l.nT4RCbPNEQZjx6ZZzjHy2eW5krORahM6YQzUbUKsZPuh" + "NkX7AUpx1TMPuF37mzmXtWWdUw3tTKEd.1";

    ProFtpdContractTest() {
        super("proftpd", USER, PASSWORD);
    }

    @Override
    String[] command(Path program, Path shown, Path settings, int port, Path certificate) throws Exception {
        return command(program, shown, settings, port, certificate, "TLSv1.2 TLSv1.3");
    }

    /** @param versions of TLS that it speaks */
    static String[] command(Path program, Path shown, Path settings, int port, Path certificate, String versions)
            throws Exception {
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
                TLSProtocol %s
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
                        versions,
                        certificate,
                        certificate,
                        certificate,
                        certificate));
        return new String[] {program.toString(), "-n", "-c", config.toString()};
    }

    private static String id(Path file, String what) throws Exception {
        return Files.getAttribute(file, "unix:" + what).toString();
    }

    /** By MLST it tells of what a link leads to. */
    @Override
    boolean tellsLinks() {
        return false;
    }
}
