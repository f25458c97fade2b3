package prongsai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import prongsai.build.SiteBuild;

/**
 * Does in an empty folder, on a small content of every kind, what an officer does daily. The launcher has Java take note
 * meanwhile which classes that needs, and keeps them ready for the next starts.
 *
 * <pre>{@code
 * java -XX:DumpLoadedClassList=classes -cp prongsai.jar prongsai.cli.Rehearsal folder
 * }</pre>
 */
final class Rehearsal {

    static final List<String> CONTENT = List.of(
            "site.yaml",
            "announcements/2565/no-gift.md",
            "ita/2564.json",
            "memos/2565/plan.md",
            "news/2565/clean-up.md",
            "pages/structure.md",
            "plans/2565.json",
            "services/building-permit.md",
            "statistics/2565/complaints.json");

    private static final List<String> BUILD = List.of("build", "--today", "2565-04-01");

    private static final List<List<String>> COMMANDS = List.of(
            BUILD,
            BUILD,
            List.of("check", "--today", "2565-04-01"),
            List.of("check", "--format", "json"),
            List.of("share", "announcements/2565/no-gift"),
            List.of("help", "build", "--lang", "en"),
            List.of("--version"),
            List.of("misspelt"));

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args[0]).toAbsolutePath();
        run(Main.surroundings(), folder, silence());
    }

    /** Runs every command as if it was typed in the folder, and tells how each ended. */
    static List<Integer> run(Surroundings computer, Path folder, PrintStream out) throws IOException {
        for (String file : CONTENT) {
            write(file, folder.resolve("content").resolve(file));
        }
        Surroundings here = new Surroundings(
                out,
                out,
                true,
                computer.clock(),
                folder,
                computer.home(),
                folder,
                computer.version(),
                computer.generator(),
                computer.about(),
                computer.life(),
                computer.officer());
        return COMMANDS.stream()
                .map(command -> new Program(here, SiteBuild::run).run(command.toArray(String[]::new)))
                .toList();
    }

    private static void write(String resource, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = Optional.ofNullable(Rehearsal.class.getResourceAsStream("/rehearsal/" + resource))
                .orElseThrow(() -> new IllegalStateException("no file " + resource))) {
            Files.copy(in, file);
        }
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
