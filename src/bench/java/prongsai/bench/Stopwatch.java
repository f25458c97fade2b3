package prongsai.bench;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs processes under GNU time, which asks the kernel what they have used; Java itself cannot. */
final class Stopwatch {

    private static final File NOTHING = new File("/dev/null");
    private static final long LONGEST_MINUTES = 60;
    private static final int SHOWN_OF_A_LOG = 4000;
    /** Ticks of {@code /proc/stat} a second: a constant of Linux's interface. */
    private static final double TICKS = 100;

    private final String gnuTime;
    private final Path log;
    private final Path figures;

    /**
     * @param gnuTime the command
     * @param folder in which the processes' output and GNU time's are kept
     */
    Stopwatch(String gnuTime, Path folder) {
        this.gnuTime = gnuTime;
        this.log = folder.resolve("output.log");
        this.figures = folder.resolve("figures");
    }

    /** Runs a command to its end. */
    Timing time(List<String> command, Path folder) throws BenchmarkFailure, IOException, InterruptedException {
        List<String> timed = new ArrayList<>(List.of(gnuTime, "-o", figures.toString(), "-f", "%U %S %M"));
        timed.addAll(command);
        double busyBefore = busySeconds();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(timed)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .redirectInput(NOTHING)
                .start();
        try {
            awaitSuccess(process, command);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double busy = busySeconds() - busyBefore;
        double[] used = Arrays.stream(Files.readString(figures).strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double cpu = used[0] + used[1];
        double others = Math.max(0, busy - cpu) / (wall * Machine.cores());
        return new Timing(wall, cpu, used[2] / 1024, Math.min(1, others));
    }

    private void awaitSuccess(Process process, List<String> command)
            throws BenchmarkFailure, IOException, InterruptedException {
        boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
        if (!ended || process.exitValue() != 0) {
            String end = ended ? "failed with exit code " + process.exitValue() : "took over an hour";
            throw new BenchmarkFailure(String.join(" ", command) + " " + end + ". It said:\n" + endOfLog());
        }
    }

    private String endOfLog() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - SHOWN_OF_A_LOG);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8);
        }
    }

    /** Seconds that all processors were busy since the machine started; 0 where the system does not tell. */
    private static double busySeconds() throws IOException {
        Path stat = Path.of("/proc/stat");
        if (!Files.isReadable(stat)) {
            return 0;
        }
        try (var lines = Files.lines(stat)) {
            String[] ticks = lines.findFirst().orElseThrow().trim().split(" +");
            // cpu user nice system idle iowait irq softirq steal
            return (Arrays.stream(ticks, 1, 9).mapToDouble(Double::parseDouble).sum()
                            - Double.parseDouble(ticks[4])
                            - Double.parseDouble(ticks[5]))
                    / TICKS;
        }
    }
}
