package prongsai.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import prongsai.build.SiteBuild;

/** Starts the program on the computer that it runs on. The only place that asks this computer anything. */
public final class Main {

    /** As in all of Thailand since 1920. The name Asia/Bangkok would load the zones of the whole world at each start. */
    private static final ZoneOffset THAILAND = ZoneOffset.ofHours(7);

    private Main() {}

    public static void main(String[] args) {
        // Pictures are drawn into memory; no computer needs a screen for that.
        System.setProperty("java.awt.headless", "true");
        int exitCode = program(surroundings()).run(args);
        System.exit(exitCode);
    }

    static Program program(Surroundings surroundings) {
        return new Program(surroundings, SiteBuild::run);
    }

    static Surroundings surroundings() {
        return new Surroundings(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                isTerminal(),
                Clock.system(THAILAND),
                Path.of("").toAbsolutePath(),
                Optional.ofNullable(System.getProperty("prongsai.home")).map(Path::of),
                Path.of(System.getProperty("java.io.tmpdir")),
                version(),
                generator(),
                "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version") + " " + System.getProperty("os.arch"),
                new ProcessLife(),
                new ThisOfficer());
    }

    private static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "development");
    }

    /** A jar that was built anew is another program, though its version be the same. */
    private static String generator() {
        String java = version() + " " + System.getProperty("java.version");
        try {
            Path code = Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return java + " " + (Files.isDirectory(code) ? youngest(code) : told(code));
        } catch (IOException | URISyntaxException | SecurityException e) {
            return java;
        }
    }

    private static String told(Path file) throws IOException {
        return file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
    }

    /** Of a folder of classes, as while the program is being written, the file that was compiled last tells. */
    private static String youngest(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0) + "";
        }
    }

    /** What is Thai on the screen must be Thai in a file, whatever the computer's own character set. */
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    @SuppressWarnings("SystemConsoleNull") // asked further where it is never null
    private static boolean isTerminal() {
        Console console = System.console();
        boolean plain = "dumb".equals(System.getenv("TERM")) || System.getenv("CI") != null;
        return console != null && !plain && sits(console);
    }

    /** From Java 22 on there is a console even without a terminal, and it says so itself. */
    private static boolean sits(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Whoever is logged in here. */
    private static final class ThisOfficer implements Officer {
        @Override
        public String name() {
            return Objects.requireNonNullElse(System.getProperty("user.name"), "");
        }

        @Override
        public Path home() {
            return Path.of(System.getProperty("user.home"));
        }

        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
        }

        @Override
        @SuppressWarnings("SystemConsoleNull") // asked further where it is never null
        public Optional<String> secret(String prompt) {
            Console console = System.console();
            return console == null || !sits(console)
                    ? Optional.empty()
                    : Optional.ofNullable(console.readPassword("%s ", prompt)).map(String::new);
        }
    }

    /** The life of the process, which ends with Ctrl-C. */
    private static final class ProcessLife implements Surroundings.Life {
        @Override
        public void atEnd(Runnable work) {
            Runtime.getRuntime().addShutdownHook(new Thread(work, "end"));
        }

        @Override
        public void hurryIfToldAgain() {
            Signals.endAtOnce();
        }

        @Override
        public void awaitEnd() throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }
}
