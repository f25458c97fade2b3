package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The launcher beside a released jar, and the archive of classes that it keeps for a quick start. */
class LauncherTest {

    private static final String ARCHIVE_IS_USED = "-XX:SharedArchiveFile=";
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final String BOTH_COMPILERS = "-XX:FreqInlineSize=40 -XX:InlineSmallCode=400 -XX:MaxInlineLevel=3";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir
    static Path own;

    private static Path home;
    private static Path archive;
    private static Path pristine;

    /** What a start said and how it ended. */
    private record Start(int exitCode, String out, String err) {}

    /** What may have happened to the archive since it was made. */
    private enum Damage {
        CORRUPT {
            @Override
            void happen() throws IOException {
                byte[] bytes = Files.readAllBytes(archive);
                Arrays.fill(bytes, bytes.length / 4, bytes.length - bytes.length / 4, (byte) 0x55);
                overwrite(bytes);
            }
        },
        TRUNCATED {
            @Override
            void happen() throws IOException {
                byte[] bytes = Files.readAllBytes(archive);
                overwrite(Arrays.copyOf(bytes, bytes.length / 2));
            }
        },
        EMPTY {
            @Override
            void happen() throws IOException {
                overwrite(new byte[0]);
            }
        },
        FOREIGN {
            @Override
            void happen() throws IOException {
                overwrite("โปร่งใส\n".repeat(1000).getBytes(StandardCharsets.UTF_8));
            }
        },
        GONE {
            @Override
            void happen() throws IOException {
                Files.delete(archive);
            }
        };

        abstract void happen() throws IOException;
    }

    @BeforeAll
    static void makeAHomeWithAnArchive() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "the archive needs the find of GNU");
        home = Files.createDirectory(own.resolve("home"));
        Files.copy(Path.of("prongsai"), home.resolve("prongsai"), StandardCopyOption.COPY_ATTRIBUTES);
        writeJar(home.resolve("prongsai.jar"));
        borrow("mkdir -p \"$jars\" && rehearse");
        try (Stream<Path> files = Files.list(home.resolve("target/launcher"))) {
            archive = files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no archive was made"));
        }
        pristine = Files.copy(archive, own.resolve("pristine"));
    }

    @BeforeEach
    void restore() throws IOException, InterruptedException {
        overwrite(Files.readAllBytes(pristine));
        note();
    }

    @Test
    void usesTheArchiveAndSaysNothingOfIt() throws IOException, InterruptedException {
        assertThat(flags()).contains(ARCHIVE_IS_USED + archive);
        assertThat(start("--version").err()).isEmpty();
        assertThat(start("misspelt").exitCode()).isEqualTo(ExitCode.WRONG_USAGE.number());
    }

    @Test
    void startsWithTheClassesOfTheArchive() throws IOException, InterruptedException {
        String loaded = finish(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        ARCHIVE_IS_USED + archive,
                        "-XX:+UseSerialGC",
                        "-Xlog:class+load",
                        "-jar",
                        home.resolve("prongsai.jar").toString(),
                        "--version"))
                .out();
        assertThat(loaded.lines().filter(line -> line.contains(" prongsai.cli.Main ")))
                .singleElement()
                .asString()
                .contains("shared objects file");
    }

    @ParameterizedTest
    @EnumSource
    void doesNotTrustAnArchiveThatWasTouched(Damage damage) throws IOException, InterruptedException {
        damage.happen();
        assertThat(flags()).doesNotContain(ARCHIVE_IS_USED);
        assertStartsAsEver();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CORRUPT")
    void startsInSilenceEvenFromSuchAnArchive(Damage damage) throws IOException, InterruptedException {
        damage.happen();
        note();
        assertStartsAsEver();
    }

    @Test
    void doesNotUseTheArchiveOfAnotherJar() throws IOException, InterruptedException {
        Path jar = home.resolve("prongsai.jar");
        byte[] before = Files.readAllBytes(jar);
        try {
            Files.write(jar, before);
            assertThat(flags()).doesNotContain(ARCHIVE_IS_USED);
            assertStartsAsEver();
        } finally {
            note();
        }
    }

    @Test
    void startsWhereNothingCanBeWritten() throws IOException, InterruptedException {
        Path locked = Files.createDirectory(own.resolve("locked"));
        Files.copy(home.resolve("prongsai"), locked.resolve("prongsai"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(home.resolve("prongsai.jar"), locked.resolve("prongsai.jar"));
        Files.writeString(locked.resolve("target"), "a file where the folder would be");
        Start start = finish(new ProcessBuilder(locked.resolve("prongsai").toString(), "--version"));
        assertThat(start.err()).isEmpty();
        assertThat(start.out()).startsWith("Prongsai ");
        assertThat(start.exitCode()).isZero();
    }

    @Test
    void makesALostArchiveAgainBesideTheNextCommandsAndClearsAwayWhatAKilledOneLeft()
            throws IOException, InterruptedException {
        Path note = Path.of(archive + ".for");
        Path left = Files.createDirectory(archive.resolveSibling("rehearsal.1"));
        Files.delete(archive);
        Files.delete(note);
        ProcessBuilder one = new ProcessBuilder(launcher(), "--version");
        ProcessBuilder other = new ProcessBuilder(launcher(), "--version");
        List<Process> starts = List.of(one.start(), other.start());
        for (Process start : starts) {
            assertThat(start.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(start.exitValue()).isZero();
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(note) && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        assertThat(archive).isRegularFile();
        assertThat(left).doesNotExist();
        assertThat(flags()).contains(ARCHIVE_IS_USED + archive);
    }

    @Test
    void takesTheSecondCompilerWhereThousandsOfPagesAreMade() throws IOException, InterruptedException {
        Path content = Files.createDirectories(own.resolve("thousands/content"));
        Path templates = Files.createDirectories(own.resolve("thousands/templates"));
        Path last = Files.createDirectories(own.resolve("thousands/.prongsai")).resolve("last");
        Path settings = Files.writeString(content.resolve("site.yaml"), "");
        for (int i = 0; i < 4_999; i++) {
            Files.createFile(content.resolve(i + ".md"));
        }
        String build = "build --content '" + content + "' --templates='" + templates + "'";
        String check = "check --content='" + content + "/'";
        assertThat(compilers(build)).isEqualTo(FIRST_COMPILER);
        assertThat(compilers(check)).isEqualTo(FIRST_COMPILER);

        Files.createFile(content.resolve("4999.md"));
        assertThat(compilers(check)).isEqualTo(BOTH_COMPILERS);
        assertThat(compilers("--lang en " + build)).isEqualTo(BOTH_COMPILERS);
        assertThat(compilers("serve --content '" + content + "'")).isEqualTo(FIRST_COMPILER);
        assertThat(compilers("build --clean --content '" + own + "'")).isEqualTo(BOTH_COMPILERS);

        Instant later = Instant.now().plusSeconds(60);
        Files.setLastModifiedTime(Files.createFile(last), FileTime.from(later));
        assertThat(compilers(build)).isEqualTo(FIRST_COMPILER);
        assertThat(compilers(build + " --clean")).isEqualTo(BOTH_COMPILERS);
        assertThat(compilers("--clean " + build)).isEqualTo(BOTH_COMPILERS);
        FileTime latest = FileTime.from(later.plusSeconds(60));
        for (Path changed : List.of(settings, Files.createFile(templates.resolve("base.ftlh")))) {
            FileTime before = Files.getLastModifiedTime(changed);
            Files.setLastModifiedTime(changed, latest);
            assertThat(compilers(build)).as("changed: %s", changed).isEqualTo(BOTH_COMPILERS);
            Files.setLastModifiedTime(changed, before);
        }
        assertThat(compilers(build)).isEqualTo(FIRST_COMPILER);
    }

    /** The options by which the launcher would choose the compilers of Java for a command line. */
    private static String compilers(String words) throws IOException, InterruptedException {
        return borrow("choose_compilers " + words + "; echo \"$compilers\"").strip();
    }

    private static void assertStartsAsEver() throws IOException, InterruptedException {
        Start start = start("help", "build", "--lang", "en");
        assertThat(start.err()).isEmpty();
        assertThat(start.out()).startsWith("prongsai build: ");
        assertThat(start.exitCode()).isZero();
    }

    /** What Java says of the options that the launcher started it with. */
    private static String flags() throws IOException, InterruptedException {
        ProcessBuilder start = alone(new ProcessBuilder(launcher(), "--version"));
        start.environment().put("JAVA_TOOL_OPTIONS", "-XX:+PrintCommandLineFlags");
        return finish(start).out();
    }

    private static Start start(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(arguments));
        command.add(0, launcher());
        return finish(alone(new ProcessBuilder(command)));
    }

    /** A start that finds another one making the archive already, and so leaves it as it is. */
    private static ProcessBuilder alone(ProcessBuilder start) throws IOException {
        Path commands = Files.createDirectories(own.resolve("commands"));
        Path flock = commands.resolve("flock");
        Files.writeString(flock, "#!/bin/sh\nexit 1\n");
        assertThat(flock.toFile().setExecutable(true)).isTrue();
        start.environment().merge("PATH", commands.toString(), (path, first) -> first + File.pathSeparator + path);
        return start;
    }

    private static String launcher() {
        return home.resolve("prongsai").toString();
    }

    private static Start finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(own, "out", "");
        Path err = Files.createTempFile(own, "err", "");
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(err)
                .lines()
                .filter(line -> !line.startsWith("Picked up JAVA_TOOL_OPTIONS"))
                .collect(Collectors.joining("\n"));
        return new Start(process.exitValue(), Files.readString(out), said);
    }

    /** Runs functions of the launcher and returns what they print. */
    private static String borrow(String functions) throws IOException, InterruptedException {
        String script = "prongsai_borrowed=yes; . \"$0\"; find_home; jar=$home/prongsai.jar;"
                + " find_java jre; find_archive || :; " + functions;
        Start start = finish(new ProcessBuilder("sh", "-c", script, launcher()));
        assertThat(start.exitCode()).as(start.err()).isZero();
        return start.out();
    }

    /** Notes that the archive is right as it is. */
    private static void note() throws IOException, InterruptedException {
        borrow("describe_archive >\"$archive.for\"");
    }

    private static void overwrite(byte[] bytes) throws IOException {
        Files.deleteIfExists(archive);
        Files.write(archive, bytes, StandardOpenOption.CREATE_NEW);
    }

    /** A jar of the classes as they are, which finds the libraries where Maven has them. */
    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.put(Attributes.Name.MAIN_CLASS, "prongsai.cli.Main");
        main.put(
                Attributes.Name.CLASS_PATH,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> entry.endsWith(".jar"))
                        .map(entry -> Path.of(entry).toUri().toString())
                        .collect(Collectors.joining(" ")));
        Path classes = Path.of("target/classes");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }
}
