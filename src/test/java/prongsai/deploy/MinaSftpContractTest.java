package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import prongsai.deploy.sftp.SftpRemote;

/** {@link Connection} over SFTP to the server of Apache MINA. */
final class MinaSftpContractTest extends ConnectionContract {

    private TestSftpServer server;
    private Path knownHosts;

    @Override
    void start(Path shown, Path settings) {
        server = untilTheEnd(TestSftpServer.start(shown));
        knownHosts = settings.resolve("known_hosts");
    }

    @Override
    Remote remote(Path shown, String folder) {
        return new SftpRemote(
                server.target(knownHosts, server.port(), "/" + folder, Duration.ofSeconds(10)),
                TestSecrets.of(TestSftpServer.PASSWORD));
    }
}
