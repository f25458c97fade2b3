package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import prongsai.deploy.ftp.FtpRemote;

/** {@link Connection} over FTP with TLS to vsftpd, which wants each file's TLS to go on from that of the commands. */
final class VsftpdContractTest extends ConnectionContract {

    private DebianServer server;
    private TestCertificate certificate;
    private int port;

    @Override
    void start(Path shown, Path settings) throws Exception {
        Path program = DebianServer.program("vsftpd");
        certificate = TestCertificate.make(settings);
        port = CuttingProxy.freePorts(1).get(0);
        Path config = Files.writeString(settings.resolve("vsftpd.conf"), """
                listen=YES
                listen_address=127.0.0.1
                listen_port=%d
                background=NO
                run_as_launching_user=YES
                seccomp_sandbox=NO
                secure_chroot_dir=%s
                xferlog_enable=NO
                anonymous_enable=YES
                local_enable=NO
                ftp_username=%s
                anon_root=%s
                allow_writeable_chroot=YES
                write_enable=YES
                anon_upload_enable=YES
                anon_mkdir_write_enable=YES
                anon_other_write_enable=YES
                anon_world_readable_only=NO
                anon_umask=022
                ssl_enable=YES
                allow_anon_ssl=YES
                force_anon_logins_ssl=YES
                force_anon_data_ssl=YES
                require_ssl_reuse=YES
                strict_ssl_read_eof=YES
                ssl_ciphers=HIGH
                rsa_cert_file=%s
                """.formatted(
                        port,
                        Files.createDirectory(settings.resolve("empty")),
                        System.getProperty("user.name"),
                        shown,
                        certificate.pem()));
        server = DebianServer.start(settings, port, program.toString(), config.toString());
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
                new Target.Account("anonymous", "127.0.0.1", port),
                shown.resolve(folder).toString(),
                Target.Encryption.EXPLICIT,
                Optional.of(certificate.sha256()),
                4,
                Duration.ofSeconds(10));
        return new FtpRemote(target, TestSecrets.of("somchai@example.go.th"));
    }

    @Override
    boolean tellsTimes() {
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
