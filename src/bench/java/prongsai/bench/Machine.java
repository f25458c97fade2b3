package prongsai.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the results depend on beside the programs. */
final class Machine {

    private Machine() {}

    static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The machine in one line of Markdown. */
    static String description(Path work) throws IOException {
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %.1f GiB of memory, %s %s, Java %s (%s); work folder on %s",
                cores(),
                processor(),
                memory() / (double) (1 << 30),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vendor"),
                fileSystem(work));
    }

    static String fileSystem(Path folder) throws IOException {
        return Files.getFileStore(folder).type();
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (Files.isReadable(info)) {
            try (var lines = Files.lines(info)) {
                Optional<String> model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst();
                if (model.isPresent()) {
                    return model.get();
                }
            }
        }
        return System.getProperty("os.arch");
    }

    private static long memory() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getTotalMemorySize();
    }

    /** The first line that a command prints, if there is such a command and it succeeds. */
    static Optional<String> ask(Path folder, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD) // where a launcher tells that it builds the program
                    .start();
            process.getOutputStream().close();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            boolean done = process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
            return done ? answer.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
