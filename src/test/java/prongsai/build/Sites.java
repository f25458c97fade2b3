package prongsai.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import prongsai.site.Fingerprint;
import prongsai.source.Problem;

/** Builds whole sites for tests and tells them apart. */
final class Sites {

    static final Path FIXTURES = Path.of("src", "test", "resources", "sites");
    static final Path KHLONG_PHON = Path.of("content");
    static final LocalDate TODAY = LocalDate.of(2020, 6, 1);

    private static final Pattern MAIN = Pattern.compile("<main\\b.*</main>", Pattern.DOTALL);

    private Sites() {}

    static Path fixture(String idea) {
        return FIXTURES.resolve(idea).resolve("content");
    }

    static BuildReport build(Path content, Path out) throws BuildFailure {
        return SiteBuild.run(
                new BuildOptions(content, "content", Optional.of(Path.of("templates")), out, TODAY), Progress.NONE);
    }

    /** As {@link #build}, for a site without a mistake. */
    static BuildReport buildWell(Path content, Path out) throws BuildFailure {
        BuildReport report = build(content, out);
        if (report.published().isEmpty()) {
            throw new AssertionError("not published:\n" + lines(report.problems()));
        }
        return report;
    }

    /** A file's bytes, by its hash, and when they were last touched. */
    record State(Fingerprint bytes, FileTime touched) {}

    /** Every file under a folder. */
    static SortedMap<String, State> states(Path folder) throws IOException {
        SortedMap<String, State> states = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                states.put(
                        name(folder, file),
                        new State(Fingerprint.of(Files.readAllBytes(file)), Files.getLastModifiedTime(file)));
            }
        }
        return states;
    }

    /** Every file under a folder with what tells its bytes apart. */
    static SortedMap<String, Fingerprint> bytes(Path folder) throws IOException {
        SortedMap<String, Fingerprint> bytes = new TreeMap<>();
        states(folder).forEach((name, state) -> bytes.put(name, state.bytes()));
        return bytes;
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    static String main(Path page) throws IOException {
        String html = Files.readString(page);
        Matcher main = MAIN.matcher(html);
        return main.find() ? main.group() + "\n" : html;
    }

    /** Problems by place, severity, code and details: what the console makes sentences of. */
    static String lines(List<Problem> problems) {
        return problems.stream()
                .map(p -> p.position() + ": " + p.severity() + " " + p.code().id() + " " + p.arguments() + "\n")
                .collect(Collectors.joining());
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Path target = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Deletes a folder, if there is one, with all in it. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }
}
