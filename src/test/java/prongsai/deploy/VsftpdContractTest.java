package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;

/** {@link Connection} over FTP with TLS to vsftpd, which wants each file's TLS to go on from that of the commands. */
final class VsftpdContractTest extends DebianFtpContract {

    VsftpdContractTest() {
        super("vsftpd", "anonymous", "somchai@example.go.th");
    }

    @Override
    String[] command(Path program, Path shown, Path settings, int port, Path certificate) throws Exception {
        return new String[] {
            program.toString(), config(shown, settings, port, certificate).toString()
        };
    }

    /** For anybody. */
    static Path config(Path shown, Path settings, int port, Path certificate) throws Exception {
        return Files.writeString(settings.resolve("vsftpd.conf"), """
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
                        certificate));
    }

    @Override
    boolean tellsTimes() {
        return false;
    }
}
