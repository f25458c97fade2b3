package prongsai.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Debian's sshd with SFTP, for whoever runs the test. Keys are made by ssh-keygen. */
final class OpenSshServer implements AutoCloseable {

    static final String USER = System.getProperty("user.name");

    private final Path settings;
    private final int port;
    private final DebianServer server;

    private OpenSshServer(Path settings, int port, DebianServer server) {
        this.settings = settings;
        this.port = port;
        this.server = server;
    }

    /** Lets in those whose public keys {@code settings/authorized_keys} lists. */
    static OpenSshServer start(Path settings) throws Exception {
        Path program = DebianServer.program("sshd");
        makeKey(settings.resolve("host_ed25519"), "ed25519", "");
        makeKey(settings.resolve("host_ecdsa"), "ecdsa", "");
        Files.createFile(settings.resolve("authorized_keys"));
        if (USER.equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        int port = CuttingProxy.freePorts(1).get(0);
        Path config = settings.resolve("sshd_config");
        Files.writeString(config, """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                PermitRootLogin yes
                MaxStartups 100
                Subsystem sftp internal-sftp
                """.formatted(
                        port,
                        settings.resolve("host_ed25519"),
                        settings.resolve("host_ecdsa"),
                        settings.resolve("authorized_keys")));
        DebianServer server =
                DebianServer.start(settings, port, program.toString(), "-D", "-e", "-f", config.toString());
        return new OpenSshServer(settings, port, server);
    }

    /** A private key beside its public one, in OpenSSH's form. */
    static Path makeKey(Path file, String type, String passphrase, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", file.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException("ssh-keygen made no key");
        }
        return file;
    }

    /** Lets in the owner of a key. */
    void authorize(Path key) throws IOException {
        Files.copy(Path.of(key + ".pub"), settings.resolve("authorized_keys"), StandardCopyOption.REPLACE_EXISTING);
    }

    int port() {
        return port;
    }

    /** The line of a list of known hosts. */
    String knownHost(String pattern, String type) throws IOException {
        return pattern + " " + Files.readString(settings.resolve("host_" + type + ".pub"));
    }

    Target.Sftp target(Path folder, Optional<Path> key, Optional<Path> agent, Path knownHosts) {
        return new Target.Sftp(
                new Target.Account(USER, "127.0.0.1", port),
                folder.toString(),
                key,
                agent,
                knownHosts,
                4,
                Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        server.close();
    }
}
