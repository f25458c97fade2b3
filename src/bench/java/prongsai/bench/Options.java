package prongsai.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param sizes numbers of records
 * @param peers whether Hugo and Eleventy build the same records
 * @param runs of each build; medians are shown
 * @param work folder in which everything is made, in a folder of its own that is deleted at the end
 * @param out file for the results; standard output where absent
 * @param launcher of the Prongsai to be measured
 */
record Options(List<Integer> sizes, boolean peers, int runs, Path work, Optional<Path> out, Path launcher) {

    static final String HELP = """
            src/bench/run: times whole builds of made-up records, cold processes, and prints a Markdown table

              src/bench/run [options]

            Options
              --pages <n,n,...>  numbers of records (default: 100,1000,10000)
              --peers            also by Hugo and Eleventy, where there are; Eleventy is installed with npm into the work
                                 folder. Not above 20,000 records
              --runs <n>         runs of each build, of which the medians are shown (default: 5)
              --work <folder>    where to work (default: a folder in memory, else that for temporary files); what is made
                                 there is deleted at the end
              --out <file>       where the results go (default: standard output). In a file with the lines
                                 <!-- results --> and <!-- /results --> they replace what stands between
              --prongsai <file>  another launcher to measure, to compare two versions
              -h, --help         shows this help

            Exit codes: 0 done; 1 a build failed or did not do its work; 2 wrong usage; 3 something is missing
            """;

    private static final Path IN_MEMORY = Path.of("/dev/shm");

    /** The command line cannot be understood. */
    static final class WrongUsage extends Exception {
        private static final long serialVersionUID = 1;

        WrongUsage(String message) {
            super(message);
        }
    }

    static Options parse(Path project, String... args) throws WrongUsage {
        Options options = new Options(
                List.of(100, 1000, 10_000), false, 5, defaultWork(), Optional.empty(), project.resolve("prongsai"));
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        while (!rest.isEmpty()) {
            options = options.with(rest.pop(), rest);
        }
        return options;
    }

    private Options with(String option, Deque<String> rest) throws WrongUsage {
        return switch (option) {
            case "--pages" -> new Options(sizes(value(option, rest)), peers, runs, work, out, launcher);
            case "--peers" -> new Options(sizes, true, runs, work, out, launcher);
            case "--runs" -> new Options(sizes, peers, positive(value(option, rest)), work, out, launcher);
            case "--work" -> new Options(sizes, peers, runs, path(option, rest), out, launcher);
            case "--out" -> new Options(sizes, peers, runs, work, Optional.of(path(option, rest)), launcher);
            case "--prongsai" -> new Options(sizes, peers, runs, work, out, path(option, rest));
            default -> throw new WrongUsage("Unknown option " + option);
        };
    }

    private static String value(String option, Deque<String> rest) throws WrongUsage {
        if (rest.isEmpty()) {
            throw new WrongUsage(option + " needs a value");
        }
        return rest.pop();
    }

    private static Path path(String option, Deque<String> rest) throws WrongUsage {
        return Path.of(value(option, rest)).toAbsolutePath().normalize();
    }

    private static List<Integer> sizes(String list) throws WrongUsage {
        if (!list.matches("[0-9]{1,6}(,[0-9]{1,6})*")) {
            throw new WrongUsage("--pages takes numbers with commas between, not " + list);
        }
        List<Integer> sizes = Arrays.stream(list.split(","))
                .map(Integer::valueOf)
                .sorted()
                .distinct()
                .toList();
        if (sizes.get(0) < Edits.FEWEST_RECORDS) {
            throw new WrongUsage("--pages takes numbers from " + Edits.FEWEST_RECORDS);
        }
        return sizes;
    }

    private static int positive(String number) throws WrongUsage {
        if (!number.matches("[1-9][0-9]{0,2}")) {
            throw new WrongUsage("--runs takes a number from 1 to 999, not " + number);
        }
        return Integer.parseInt(number);
    }

    private static Path defaultWork() {
        return Files.isWritable(IN_MEMORY) ? IN_MEMORY : Path.of(System.getProperty("java.io.tmpdir"));
    }
}
