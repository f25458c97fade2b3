package prongsai.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A server of Debian as a process of the test's own, at a port of 127.0.0.1. Those of {@code -Dservers=FOLDER}, where
 * {@code ./verify} unpacks them, must be there; without that, those that the computer has.
 */
final class DebianServer implements AutoCloseable {

    private static final String UNPACKED = System.getProperty("servers", "");

    private static final Set<String> BY_VERIFY = Set.of("sshd", "vsftpd");

    private final Process process;
    private final Path log;

    private DebianServer(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** The program, or the test is skipped. */
    static Path program(String name) {
        Path unpacked = Path.of(UNPACKED, "usr", "sbin", name).toAbsolutePath();
        if (!UNPACKED.isEmpty() && (BY_VERIFY.contains(name) || Files.isExecutable(unpacked))) {
            return unpacked;
        }
        for (String folder : List.of("/usr/sbin", "/usr/local/sbin")) {
            Path installed = Path.of(folder, name);
            if (Files.isExecutable(installed)) {
                return installed;
            }
        }
        return abort(name + " is not on this computer");
    }

    /** Where the unpacked libraries are, such as {@code usr/lib/x86_64-linux-gnu}. */
    static List<Path> libraries() throws IOException {
        List<Path> found = new ArrayList<>();
        Path lib = Path.of(UNPACKED, "usr", "lib").toAbsolutePath();
        if (!UNPACKED.isEmpty() && Files.isDirectory(lib)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(lib, "*-linux-gnu*")) {
                each.forEach(found::add);
            }
        }
        return found;
    }

    /** Starts a program that stays in the foreground, and waits until it answers. */
    static DebianServer start(Path settings, int port, String... command) throws Exception {
        Path log = settings.resolve("log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment()
                .put(
                        "LD_LIBRARY_PATH",
                        String.join(
                                ":", libraries().stream().map(Path::toString).toList()));
        DebianServer server = new DebianServer(builder.start(), log);
        for (int i = 0; i < 500; i++) {
            if (server.answers(port)) {
                return server;
            }
            if (!server.process.isAlive()) {
                break;
            }
            Thread.sleep(20);
        }
        server.close();
        throw new IllegalStateException(command[0] + " does not answer: " + Files.readString(log));
    }

    private boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** What it has said. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }
}
