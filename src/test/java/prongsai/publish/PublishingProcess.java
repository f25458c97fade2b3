package prongsai.publish;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import prongsai.site.OutputFile;
import prongsai.site.OutputPath;

/** A process of its own that publishes, to be killed. */
final class PublishingProcess {

    static final int PAGES = 40;

    private PublishingProcess() {}

    public static void main(String[] args) throws Exception {
        Path site = Path.of(args[1]);
        switch (args[0]) {
            case "hold" -> hold(site);
            case "loop" -> loop(site);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void hold(Path site) throws Exception {
        try (Stage stage = Stage.open(site, Patience.NONE)) {
            stage.write(new OutputPath("index.html"), OutputFile.Kind.PAGE, new byte[] {1});
            System.out.println("held");
            System.in.read();
        } catch (PublishFailure failure) {
            System.out.println(failure.reason());
        }
    }

    /** Publishes version after version without end. */
    private static void loop(Path site) throws Exception {
        for (int round = 0; ; round++) {
            DyingDisk.publish(LinkedSite.large(round % 3, PAGES), site);
            System.out.println(round);
        }
    }

    static Process start(String task, Path site) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PublishingProcess.class.getName(),
                        task,
                        site.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static String firstLine(Process process) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    /** On Unix this is {@code kill -9}. */
    static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
