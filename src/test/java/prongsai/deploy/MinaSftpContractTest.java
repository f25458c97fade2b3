package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.sftp.SftpRemote;

/** {@link Connection} over SFTP to the server of Apache MINA. */
final class MinaSftpContractTest extends ConnectionContract {

    @TempDir
    Path settings;

    private TestSftpServer server;

    @Override
    Remote remote() {
        stop();
        server = TestSftpServer.start(folder);
        return new SftpRemote(
                server.target(settings.resolve("known_hosts"), server.port(), Duration.ofSeconds(10)),
                TestSecrets.of(TestSftpServer.PASSWORD));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }
}
