package prongsai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program of {@code src/bench/run}, which tells it the project's folder and the command of GNU time. */
public final class Benchmark {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SOMETHING_MISSING = 3;

    /** Above this Hugo needs more memory than most machines have. */
    private static final int MOST_FOR_PEERS = 20_000;
    /** Content, site and what is staged of the next one, of one generator. */
    private static final long BYTES_A_RECORD = 120_000;

    private final Path project;
    private final Options options;
    private final Path work;
    private final Stopwatch stopwatch;
    private final List<Peer> peers = new ArrayList<>();
    /** How much of the report stands on standard output. */
    private int shown;

    private Benchmark(Path project, Options options, Path work, Stopwatch stopwatch) {
        this.project = project;
        this.options = options;
        this.work = work;
        this.stopwatch = stopwatch;
    }

    public static void main(String[] arguments) {
        Path project = Path.of(arguments[0]);
        String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        if (List.of(rest).contains("--help") || List.of(rest).contains("-h")) {
            System.out.print(Options.HELP);
            return;
        }
        System.exit(run(project, arguments[1], rest));
    }

    private static int run(Path project, String gnuTime, String... arguments) {
        try {
            Options options = Options.parse(project, arguments);
            Path work = Files.createTempDirectory(Files.createDirectories(options.work()), "prongsai-bench");
            deleteAtTheEnd(work);
            return new Benchmark(project, options, work, new Stopwatch(gnuTime, work)).run();
        } catch (Options.WrongUsage e) {
            System.err.println(e.getMessage() + "\n\n" + Options.HELP);
            return WRONG_USAGE;
        } catch (BenchmarkFailure e) {
            System.err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) {
            System.err.println("Cannot be read or written: " + e.getMessage());
            return SOMETHING_MISSING;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    /** However this program ends. */
    private static void deleteAtTheEnd(Path work) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                Folders.delete(work);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private int run() throws BenchmarkFailure, IOException, InterruptedException {
        long needed = options.sizes().get(options.sizes().size() - 1) * BYTES_A_RECORD * (options.peers() ? 2 : 1);
        if (Files.getFileStore(work).getUsableSpace() < needed) {
            System.err.println(work.getParent() + " has not the " + needed / 1_000_000
                    + " MB that may be needed; name another" + " folder with --work");
            return SOMETHING_MISSING;
        }
        Report report = new Report();
        // The machine is described once.
        String version = Machine.ask(work, List.of(options.launcher().toString(), "--version"))
                .map(said -> said.replaceFirst(" \\(.*", ""))
                .orElseThrow(() -> new BenchmarkFailure(options.launcher() + " --version fails"));
        if (options.peers()) {
            findPeers();
        }
        report.line("Measured " + LocalDate.now(ZoneOffset.UTC) + ", medians of " + options.runs() + " on "
                + Machine.description(work) + ".");
        report.line("\nPrograms: " + version + commit() + String.join("", peerNames()) + ".");
        List<Results> all = new ArrayList<>();
        for (int size : options.sizes()) {
            Results results = measure(size);
            all.add(results);
            show(report.table(results));
        }
        show(report.growth(all));
        return 0;
    }

    /** Shows what the report has come to; after each table, so that what fails later costs only the tables to come. */
    private void show(Report report) throws IOException {
        if (options.out().isPresent()) {
            report.writeTo(options.out().get());
        } else {
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .print(report.text().substring(shown));
            shown = report.text().length();
        }
    }

    private void findPeers() {
        Optional<Peer> hugo = Peer.hugo(work);
        hugo.ifPresentOrElse(peers::add, () -> Progress.say("There is no hugo: without it."));
        Progress.say("Installing Eleventy into the work folder.");
        Optional<Peer> eleventy = Peer.eleventy(work);
        eleventy.ifPresentOrElse(peers::add, () -> Progress.say("Eleventy cannot be installed with npm: without it."));
    }

    private List<String> peerNames() {
        return peers.stream().map(peer -> "; " + peer.name()).toList();
    }

    /** Which commit is measured, where that can be told. */
    private String commit() {
        Path measured = options.launcher().resolveSibling(".");
        return Machine.ask(measured, List.of("git", "describe", "--always", "--dirty"))
                .map(commit -> ", commit " + commit)
                .orElse("");
    }

    /** Those of the version that is measured. */
    private Path templates() {
        Path beside = options.launcher().resolveSibling("templates");
        return Files.isDirectory(beside) ? beside : project.resolve("templates");
    }

    private Results measure(int size) throws BenchmarkFailure, IOException, InterruptedException {
        Progress.say("Making %,d records.", size);
        Corpus corpus = new Corpus(size);
        Path folder = work.resolve("" + size);
        ProngsaiSite site = new ProngsaiSite(folder.resolve("prongsai"), options.launcher(), corpus);
        site.prepare(templates());
        Trash trash = new Trash(work.resolve("trash"));
        Path parser = project.resolve("src/bench/peers/flexmark");
        Floor floor = Floor.compiled(Floor.jarOf(options.launcher()), parser, folder.resolve("flexmark"), size);
        Rounds rounds = new Rounds(stopwatch, site, floor, trash);
        if (size > MOST_FOR_PEERS && !peers.isEmpty()) {
            Progress.say("Without the peers: they are not asked for more than %,d records.", MOST_FOR_PEERS);
        } else {
            for (Peer peer : peers) {
                peer.prepare(folder.resolve(peer.folder()), project.resolve("src/bench/peers"), corpus);
                rounds.add(peer, folder.resolve(peer.folder()));
            }
        }
        Results results = rounds.run(options.runs());
        trash.move(folder);
        trash.empty();
        return results;
    }
}
