package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.sftp.SftpRemote;

/** Logging in to OpenSSH by keys of each kind, from files and from an agent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SshKeysTest {

    private Path folder;
    private OpenSshServer server;
    private Path knownHosts;

    @BeforeAll
    void start(@TempDir Path settings) throws Exception {
        folder = settings;
        server = OpenSshServer.start(settings);
        knownHosts = Files.writeString(
                settings.resolve("known_hosts"), server.knownHost("[127.0.0.1]:" + server.port(), "ecdsa"));
    }

    @AfterAll
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private Remote remote(Optional<Path> key, Optional<Path> agent, Secrets secrets) {
        return new SftpRemote(server.target(folder, key, agent, knownHosts), secrets);
    }

    @Test
    void readsKeysInEachFormWithAndWithoutAPassphrase() throws Exception {
        List<List<String>> kinds = List.of(
                List.of("ed25519", ""),
                List.of("ed25519", "วลีลับ 1"),
                List.of("ecdsa", "s3cret"),
                List.of("rsa", ""),
                List.of("rsa", "s3cret", "-m", "PEM"));
        for (int i = 0; i < kinds.size(); i++) {
            List<String> kind = kinds.get(i);
            String[] form = kind.subList(2, kind.size()).toArray(String[]::new);
            Path key = OpenSshServer.makeKey(folder.resolve("key" + i), kind.get(0), kind.get(1), form);
            server.authorize(key);
            try (Connection connection = remote(Optional.of(key), Optional.empty(), TestSecrets.forKey(kind.get(1)))
                    .connect()) {
                assertThat(connection.look("key" + i)).as("%s", kind).isPresent();
            }
        }
    }

    @Test
    void saysThatAKeyCannotBeReadOrIsNotTaken() throws Exception {
        Path key = OpenSshServer.makeKey(folder.resolve("locked"), "ed25519", "s3cret");

        RemoteFailure locked = catchThrowableOfType(
                RemoteFailure.class,
                () -> remote(Optional.of(key), Optional.empty(), TestSecrets.forKey("wr0ng"))
                        .connect());
        RemoteFailure other = catchThrowableOfType(
                RemoteFailure.class,
                () -> remote(Optional.of(key), Optional.empty(), TestSecrets.forKey("s3cret"))
                        .connect());

        assertThat(locked.reason()).isEqualTo(RemoteFailure.Reason.KEY_UNREADABLE);
        assertThat(locked.arguments()).containsExactly(key.toString());
        assertThat(other.reason()).isEqualTo(RemoteFailure.Reason.LOGIN_REFUSED);
        assertThat(other.arguments()).containsExactly(OpenSshServer.USER + "@127.0.0.1");
    }

    @Test
    void logsInByAnAgent() throws Exception {
        Path key = OpenSshServer.makeKey(folder.resolve("held"), "ed25519", "");
        server.authorize(key);
        Path socket = folder.resolve("agent");
        Process agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            for (int i = 0; i < 200 && !Files.exists(socket); i++) {
                Thread.sleep(20);
            }
            ProcessBuilder add = new ProcessBuilder("ssh-add", "-q", key.toString());
            add.environment().put("SSH_AUTH_SOCK", socket.toString());
            assertThat(add.start().waitFor()).isZero();

            try (Connection connection = remote(Optional.empty(), Optional.of(socket), TestSecrets.none())
                    .connect()) {
                assertThat(connection.look("held")).isPresent();
            }
        } finally {
            agent.destroy();
        }
    }
}
