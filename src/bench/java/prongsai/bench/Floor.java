package prongsai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * What no build can be quicker than that parses with flexmark: a bare program that parses the same texts, and makes nothing
 * of them. It is started as the launcher starts Prongsai, with the libraries and the classes kept ready of the version that is
 * measured.
 *
 * @param command of the program; a content folder is to follow
 */
record Floor(List<String> command) {

    static final String NAME = "flexmark alone: parsing, and nothing else";

    /** From here on the launcher has Java use its second compiler too, with these options ({@code choose_compilers}). */
    private static final int MANY = 5000;

    private static final List<String> FIRST_COMPILER = List.of("-XX:TieredStopAtLevel=1");
    private static final List<String> BOTH =
            List.of("-XX:FreqInlineSize=40", "-XX:InlineSmallCode=400", "-XX:MaxInlineLevel=3");

    /**
     * The program, compiled.
     *
     * @param jar of the version that is measured
     * @param source folder of the program
     * @param classes a folder for it
     */
    static Floor compiled(Path jar, Path source, Path classes, int records) throws BenchmarkFailure, IOException {
        String path = jar + ":" + Files.createDirectories(classes);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), source + "/Parse.java");
        if (failed != 0) {
            throw new BenchmarkFailure(source + " cannot be compiled");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:+UseSerialGC", "-Xmn64m"));
        command.addAll(records < MANY ? FIRST_COMPILER : BOTH);
        beside(jar, ".jsa").ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
        command.addAll(List.of("-cp", path, "Parse"));
        return new Floor(command);
    }

    /** The jar that a launcher has started. */
    static Path jarOf(Path launcher) throws BenchmarkFailure, IOException {
        Path released = launcher.resolveSibling("prongsai.jar");
        return Files.exists(released)
                ? released
                : beside(launcher.resolveSibling("target/launcher/prongsai"), ".jar")
                        .orElseThrow(() -> new BenchmarkFailure(launcher + " has no jar"));
    }

    private static Optional<Path> beside(Path file, String ending) throws IOException {
        try (Stream<Path> files = Files.list(file.resolveSibling("."))) {
            return files.filter(f -> f.toString().endsWith(ending)).findFirst();
        }
    }

    /** The command that parses the records of a folder. */
    List<String> parse(Path content) {
        List<String> whole = new ArrayList<>(command);
        whole.add(content.toString());
        return whole;
    }
}
