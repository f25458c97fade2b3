package prongsai.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A computer to run the program on, of which a test knows everything. */
final class FakeComputer {

    /** Half past midnight in Thailand, when it is still the day before in London. */
    static final Instant NOW = Instant.parse("2020-05-31T17:30:00Z");

    final Path folder;
    final Path temporary;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<Runnable> atEnd = new ArrayList<>();
    /** The environment. */
    final Map<String, String> variables = new HashMap<>();

    /** What the program asked for. */
    final List<String> prompts = new ArrayList<>();

    private Optional<String> typed = Optional.empty();
    private boolean terminal;
    private Optional<Path> home = Optional.empty();
    private Runnable whileRunning = () -> {};

    FakeComputer(Path own) throws IOException {
        this.folder = Files.createDirectories(own.resolve("work"));
        this.temporary = Files.createDirectories(own.resolve("tmp"));
    }

    FakeComputer withTerminal() {
        terminal = true;
        return this;
    }

    /** What the officer types when asked for a secret. */
    FakeComputer typing(String secret) {
        typed = Optional.of(secret);
        return this;
    }

    FakeComputer withHome(Path path) {
        home = Optional.of(path);
        return this;
    }

    /** What happens before Ctrl-C is pressed. */
    FakeComputer until(Runnable pressed) {
        whileRunning = pressed;
        return this;
    }

    int run(Builder builder, String... arguments) {
        out.reset();
        err.reset();
        return new Program(surroundings(), builder).run(arguments);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What the program wanted done at its end. */
    List<Runnable> atEnd() {
        return atEnd;
    }

    /** Files that the program has left behind for others to clear away. */
    List<Path> left() {
        try (var files = Files.list(temporary)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A content folder without mistakes. */
    void writeContent() throws IOException {
        write("content/site.yaml", """
                name: เทศบาลตำบลตัวอย่าง
                district: เมืองตัวอย่าง
                province: เชียงใหม่
                baseUrl: https://www.example.go.th/ita/
                """);
        write("content/pages/structure.md", """
                ---
                title: โครงสร้าง
                ---
                สำนักปลัดเทศบาล
                """);
    }

    private Surroundings surroundings() {
        return new Surroundings(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                terminal,
                new TickingClock(),
                folder,
                home,
                temporary,
                "1.2.3",
                "1.2.3 of the tests",
                "Java 17.0.1, Linux 6.1 amd64",
                new Surroundings.Life() {
                    @Override
                    public void atEnd(Runnable work) {
                        atEnd.add(work);
                    }

                    @Override
                    public void hurryIfToldAgain() {
                        // Nobody presses it twice here.
                    }

                    @Override
                    public void awaitEnd() {
                        whileRunning.run();
                    }
                },
                new Officer() {
                    @Override
                    public String name() {
                        return "somchai";
                    }

                    @Override
                    public Path home() {
                        return temporary;
                    }

                    @Override
                    public Optional<String> variable(String name) {
                        return Optional.ofNullable(variables.get(name));
                    }

                    @Override
                    public Optional<String> secret(String prompt) {
                        prompts.add(prompt);
                        return typed;
                    }
                });
    }

    /** Goes on by 1.25 seconds whenever somebody looks at it. */
    private static final class TickingClock extends Clock {
        private Instant next = NOW;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Bangkok");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("the program keeps to one time zone");
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plus(Duration.ofMillis(1250));
            return now;
        }
    }
}
