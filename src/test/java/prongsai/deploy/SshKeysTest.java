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
                List.of("rsa", "s3cret"),
                List.of("rsa", "s3cret", "-m", "PEM"),
                List.of("rsa", "", "-m", "PKCS8"),
                List.of("rsa", "s3cret", "-m", "PKCS8"),
                List.of("ecdsa", "วลีลับ 1", "-m", "PKCS8"));
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
    void saysThatAPassphraseIsWrongWhateverTheFormAndNeverWhichItWas() throws Exception {
        List<List<String>> kinds = List.of(
                List.of("ed25519"),
                List.of("rsa"),
                List.of("rsa", "-m", "PEM"),
                List.of("rsa", "-m", "PKCS8"),
                List.of("ecdsa", "-m", "PKCS8"));
        for (int i = 0; i < kinds.size(); i++) {
            List<String> kind = kinds.get(i);
            String[] form = kind.subList(1, kind.size()).toArray(String[]::new);
            Path key = OpenSshServer.makeKey(folder.resolve("wrong" + i), kind.get(0), "s3cret", form);
            server.authorize(key);
            for (Secrets secrets : List.of(TestSecrets.forKey("wr0ng"), TestSecrets.none())) {
                RemoteFailure failure = catchThrowableOfType(
                        RemoteFailure.class,
                        () -> remote(Optional.of(key), Optional.empty(), secrets)
                                .connect());
                assertThat(failure).as("%s", kind).isNotNull();
                assertThat(failure.reason()).as("%s", kind).isEqualTo(RemoteFailure.Reason.KEY_UNREADABLE);
                assertThat(failure.arguments()).as("%s", kind).containsExactly(key.toString());
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    assertThat(cause.toString()).as("%s", kind).doesNotContain("wr0ng");
                }
            }
        }
    }

    @Test
    void knowsAHostByAHashedLine() throws Exception {
        Path key = OpenSshServer.makeKey(folder.resolve("hashed"), "ed25519", "");
        server.authorize(key);
        String other = server.knownHost("[127.0.0.1]:" + (server.port() + 1), "ecdsa");
        String ours = server.knownHost("[127.0.0.1]:" + server.port(), "ed25519");

        Path with = hash(Files.writeString(folder.resolve("hashed_with"), other + ours));
        try (Connection connection = remote(key, with).connect()) {
            assertThat(connection.look("hashed")).isPresent();
        }

        Path without = hash(Files.writeString(folder.resolve("hashed_without"), other));
        RemoteFailure failure = catchThrowableOfType(
                RemoteFailure.class, () -> remote(key, without).connect());
        assertThat(failure.reason()).isEqualTo(RemoteFailure.Reason.HOST_UNKNOWN);

        String foreign = Files.readString(Path.of(key + ".pub"));
        Path changed = hash(
                Files.writeString(folder.resolve("hashed_changed"), "[127.0.0.1]:" + server.port() + " " + foreign));
        failure = catchThrowableOfType(
                RemoteFailure.class, () -> remote(key, changed).connect());
        assertThat(failure.reason()).isEqualTo(RemoteFailure.Reason.HOST_KEY_CHANGED);
    }

    private Remote remote(Path key, Path hosts) {
        return new SftpRemote(server.target(folder, Optional.of(key), Optional.empty(), hosts), TestSecrets.none());
    }

    /** As systems have it on which nobody shall read off the list where somebody logs in. */
    private static Path hash(Path list) throws Exception {
        Process process = new ProcessBuilder("ssh-keygen", "-H", "-f", list.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(list)).startsWith("|1|").doesNotContain("127.0.0.1");
        return list;
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
