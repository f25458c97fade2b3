package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.build.SiteBuild;
import prongsai.deploy.CuttingProxy;
import prongsai.deploy.TestSftpServer;

/** {@code prongsai publish} as a process of its own that gets signals in the middle, over a slow line. */
class InterruptedPublishTest {

    private static final int SLOW = 60_000;

    private static final String STOPPING = "Stopping. What is being sent is ended first, which takes some seconds "
            + "(Ctrl-C once more stops at once) ...\n";

    private FakeComputer computer;
    private Path www;
    private TestSftpServer server;
    private CuttingProxy line;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no command kill");
        computer = new FakeComputer(own);
        computer.writeContent();
        assertThat(computer.run(SiteBuild::run, "build", "--today", "2563-06-01", "--quiet"))
                .isZero();
        www = Files.createDirectories(computer.folder.resolve("www"));
        server = TestSftpServer.start(www);
        line = CuttingProxy.before(server.port());
        line.slow(SLOW);
        Files.writeString(
                computer.folder.resolve("known"),
                server.knownHost(server.port())
                        + server.knownHost(server.port()).replace("127.0.0.1", CuttingProxy.HOST));
        computer.write("publish.yaml", """
                targets:
                  slow: {url: "sftp://%1$s@%2$s:%3$d/", knownHosts: known}
                  quick: {url: "sftp://%1$s@127.0.0.1:%3$d/", knownHosts: known}
                """.formatted(TestSftpServer.USER, CuttingProxy.HOST, server.port()));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            line.close();
            server.close();
        }
    }

    /** What began in the background of a shell does not hear of Ctrl-C, nor does what it starts, unless told to. */
    private static List<String> hearing() throws Exception {
        List<String> hearing = List.of("env", "--default-signal=INT,TERM");
        List<String> trial = new ArrayList<>(hearing);
        trial.add("true");
        boolean known = new ProcessBuilder(trial)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
        return known ? hearing : List.of();
    }

    private Process publish(String target) throws Exception {
        List<String> command = new ArrayList<>(hearing());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "prongsai.cli.Main"));
        command.addAll(List.of("publish", target, "--lang", "en"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(computer.folder.toFile());
        builder.environment().put("PRONGSAI_PASSWORD", TestSftpServer.PASSWORD);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().remove("SSH_AUTH_SOCK");
        return builder.redirectOutput(computer.folder.resolve("out").toFile())
                .redirectError(computer.folder.resolve("err").toFile())
                .start();
    }

    private String err() throws IOException {
        return Files.readString(computer.folder.resolve("err"), StandardCharsets.UTF_8);
    }

    /** Until files are on their way. */
    private void awaitSending(Process process) throws Exception {
        for (int i = 0; i < 3_000 && process.isAlive() && !Files.exists(www.resolve(".prongsai-upload/2")); i++) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as("%s", err()).isTrue();
    }

    private static void signal(Process process, String name) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static int exitCode(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsItLeavesTheServerToOthersAndTheNextGoesOn(String signal, int code) throws Exception {
        Process process = publish("slow");
        awaitSending(process);
        signal(process, signal);
        assertThat(exitCode(process)).isEqualTo(code);
        assertThat(err())
                .isEqualTo(
                        STOPPING
                                + "Stopped. The website on the server is whole. Run prongsai publish again to go on from here.\n");
        assertThat(www.resolve(".prongsai-lock")).doesNotExist();
        assertThat(www.resolve("index.html")).doesNotExist();

        computer.variables.put("PRONGSAI_PASSWORD", TestSftpServer.PASSWORD);
        assertThat(computer.run(SiteBuild::run, "publish", "quick"))
                .as(computer.err())
                .isZero();
        assertThat(www.resolve("index.html")).hasSameTextualContentAs(computer.folder.resolve("site/index.html"));
    }

    @Test
    void aSecondCtrlCEndsItAtOnce() throws Exception {
        Process process = publish("slow");
        awaitSending(process);
        line.freeze();
        signal(process, "INT");
        for (int i = 0; i < 500 && err().isEmpty(); i++) {
            Thread.sleep(10);
        }
        long begin = System.nanoTime();
        signal(process, "INT");
        assertThat(exitCode(process)).isEqualTo(130);
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(err()).isEqualTo(STOPPING);
        assertThat(www.resolve(".prongsai-lock")).exists();
    }

    @Test
    void whoeverStopsItBeforeAnythingIsSentReadsThatNothingChanged() throws Exception {
        line.freeze();
        Process process = publish("slow");
        for (int i = 0; i < 500 && !Files.exists(computer.folder.resolve(".prongsai/published/slow/busy")); i++) {
            Thread.sleep(20);
        }
        // The listening begins just before that file is made.
        signal(process, "INT");
        assertThat(exitCode(process)).isEqualTo(130);
        assertThat(err()).isEqualTo("Stopped. Nothing was changed on the server.\n");
        assertThat(www).isEmptyDirectory();
    }
}
