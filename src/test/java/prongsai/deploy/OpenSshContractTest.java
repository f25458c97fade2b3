package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import prongsai.deploy.sftp.SftpRemote;

/** {@link Connection} over SFTP to OpenSSH. */
final class OpenSshContractTest extends ConnectionContract {

    private OpenSshServer server;
    private Path key;
    private Path knownHosts;

    @Override
    void start(Path shown, Path settings) throws Exception {
        server = untilTheEnd(OpenSshServer.start(settings));
        key = OpenSshServer.makeKey(settings.resolve("id"), "ed25519", "");
        server.authorize(key);
        knownHosts = Files.writeString(
                settings.resolve("known_hosts"), server.knownHost("[127.0.0.1]:" + server.port(), "ed25519"));
    }

    @Override
    Remote remote(Path shown, String folder) {
        return new SftpRemote(
                server.target(shown.resolve(folder), Optional.of(key), Optional.empty(), knownHosts),
                TestSecrets.none());
    }
}
