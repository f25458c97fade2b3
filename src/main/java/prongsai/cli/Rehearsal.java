package prongsai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    private static final List<List<String>> OTHERS = List.of(
            List.of("check", "--today", "2565-04-01"),
            List.of("check", "--format", "json"),
            List.of("share", "announcements/2565/no-gift"),
            List.of("help", "build", "--lang", "en"),
            List.of("--version"),
            List.of("misspelt"));

    private final Program program;
    private final Path content;
    /** Long ago: what was changed within the last seconds is looked at more closely than what officers have. */
    private final FileTime before;

    private final List<Integer> ends = new ArrayList<>();

    private Rehearsal(Program program, Path content, FileTime before) {
        this.program = program;
        this.content = content;
        this.before = before;
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path folder = Path.of(args[0]).toAbsolutePath();
        run(Main.surroundings(), folder, silence());
    }

    /** Runs every command as if it was typed in the folder, and tells how each ended. */
    static List<Integer> run(Surroundings computer, Path folder, PrintStream out) throws IOException {
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
        FileTime before = FileTime.from(computer.clock().instant().minus(Duration.ofDays(1)));
        Rehearsal rehearsal = new Rehearsal(Main.program(here), folder.resolve("content"), before);
        rehearsal.run();
        return rehearsal.ends;
    }

    private void run() throws IOException {
        for (String file : CONTENT) {
            write(file);
        }
        type(BUILD);
        type(BUILD);
        change("news/2565/clean-up.md", "ร่วมกันทำความสะอาด", "ชาวตำบลร่วมกันทำความสะอาด");
        type(BUILD);
        change("news/2565/clean-up.md", "title: กิจกรรม", "title: โครงการและกิจกรรม");
        type(BUILD);
        OTHERS.forEach(this::type);
    }

    private void type(List<String> command) {
        ends.add(program.run(command.toArray(String[]::new)));
    }

    private void write(String file) throws IOException {
        try (InputStream in = Optional.ofNullable(Rehearsal.class.getResourceAsStream("/rehearsal/" + file))
                .orElseThrow(() -> new IllegalStateException("no file " + file))) {
            write(file, in.readAllBytes());
        }
    }

    private void change(String file, String from, String to) throws IOException {
        String text = Files.readString(content.resolve(file));
        write(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
    }

    private void write(String file, byte[] bytes) throws IOException {
        Path path = content.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        Files.setLastModifiedTime(path, before);
    }

    private static PrintStream silence() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
