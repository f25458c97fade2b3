package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import prongsai.deploy.ftp.FtpRemote;

/** {@link Connection} over FTP with TLS to a server of Debian, whose paths are those of this computer. */
abstract class DebianFtpContract extends ConnectionContract {

    private final String program;
    private final String user;
    private final String password;
    private int port;
    private Optional<TestCertificate> certificate = Optional.empty();

    DebianFtpContract(String program, String user, String password) {
        this.program = program;
        this.user = user;
        this.password = password;
    }

    /** Writes the settings, and says how the server is started with them, in the foreground. */
    abstract String[] command(Path program, Path shown, Path settings, int port, Path certificate) throws Exception;

    @Override
    void start(Path shown, Path settings) throws Exception {
        Path found = DebianServer.program(program);
        TestCertificate made = TestCertificate.make(settings);
        certificate = Optional.of(made);
        port = CuttingProxy.freePorts(1).get(0);
        untilTheEnd(DebianServer.start(settings, port, command(found, shown, settings, port, made.pem())));
    }

    @Override
    Remote remote(Path shown, String folder) {
        Target.Ftp target = new Target.Ftp(
                new Target.Account(user, "127.0.0.1", port),
                shown.resolve(folder).toString(),
                Target.Encryption.EXPLICIT,
                certificate.map(TestCertificate::sha256),
                4,
                Duration.ofSeconds(10));
        return new FtpRemote(target, TestSecrets.of(password));
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
