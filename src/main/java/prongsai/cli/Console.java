package prongsai.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import prongsai.build.CheckReport;
import prongsai.build.ShareReport;
import prongsai.deploy.web.WebReport;
import prongsai.feeds.ServerFile;
import prongsai.model.WebServer;
import prongsai.serve.Notice;
import prongsai.serve.Words;
import prongsai.source.Problem;
import prongsai.source.Severity;
import prongsai.source.SourcePosition;
import prongsai.source.StableName;

/** All that a command says, in one language: results to standard output, progress and complaints to standard error. */
final class Console {

    private static final long MILLIS_PER_TENTH = 100;

    private final Surroundings surroundings;
    private final Language language;
    private final Messages messages;
    private final ProblemPrinter problems;

    Console(Surroundings surroundings, Language language) {
        this.surroundings = surroundings;
        this.language = language;
        this.messages = Messages.load("console", language);
        this.problems = new ProblemPrinter(language);
    }

    /** A result. */
    void say(String key, Object... arguments) {
        surroundings.out().println(messages.text(key, plain(List.of(arguments))));
    }

    /** A remark that is no result. */
    void remark(String text) {
        surroundings.err().println(text);
    }

    /** What a build would change, to be read by people and by programs. */
    void changes(Changes changes, String basePath) {
        changes.lines(basePath).forEach(surroundings.out()::println);
    }

    String words(Changes changes) {
        return changes.words(messages);
    }

    /** Why a command cannot go on, and what to do about it. */
    void complain(String key, List<String> arguments) {
        List<String> plain = plain(arguments);
        surroundings
                .err()
                .println("error: " + messages.text(key, plain) + ". Hint: " + messages.text(key + ".hint", plain));
    }

    /** What is wrong, where a command's result would have been something else. */
    void complain(List<Problem> found) {
        found.forEach(problem -> surroundings.err().println(problems.line(problem)));
    }

    /** Texts to be copied; each under its name where there are several. */
    void texts(List<ShareReport.Text> texts, boolean named) {
        for (int i = 0; i < texts.size(); i++) {
            if (named) {
                String kind = StableName.of(texts.get(i).kind());
                surroundings.out().println((i > 0 ? "\n" : "") + "=== " + messages.text("share." + kind) + " ===\n");
            }
            texts.get(i).text().lines().map(PlainText::visible).forEach(surroundings.out()::println);
        }
    }

    /** Errors last: where there are many problems they are what is still on the screen. */
    void problems(List<Problem> found) {
        found.stream()
                .sorted(Comparator.comparing(Problem::severity).reversed())
                .forEach(problem -> surroundings.out().println(problems.line(problem)));
    }

    /** A problem in words, to be shown elsewhere than on the console. */
    Notice notice(Problem problem) {
        return new Notice(
                problem.severity(),
                Optional.of(shown(problem.position())),
                problems.what(problem),
                problems.hint(problem));
    }

    private static SourcePosition shown(SourcePosition position) {
        return new SourcePosition(PlainText.of(position.file()), position.line(), position.column());
    }

    /** Why a command could not go on, to be shown elsewhere than on the console. */
    Notice notice(Stopped stopped) {
        List<String> plain = plain(stopped.arguments());
        return new Notice(
                Severity.ERROR,
                Optional.empty(),
                messages.text(stopped.key(), plain),
                messages.text(stopped.key() + ".hint", plain));
    }

    /** What a preview says in its pages. */
    Words previewWords() {
        return new Words(
                language.code(),
                messages.text("preview-title"),
                messages.text("preview-stale"),
                messages.text("preview-nothing"),
                messages.text("preview-hint"),
                messages.text("preview-close"),
                more -> messages.text("preview-more", more),
                Map.of(
                        Severity.ERROR,
                        messages.text("preview-error"),
                        Severity.WARNING,
                        messages.text("preview-warning"),
                        Severity.INFO,
                        messages.text("preview-info")));
    }

    /** What a check found, to be read. */
    void report(CheckReport report) {
        new CheckText(messages, problems).lines(report).forEach(surroundings.out()::println);
    }

    /** What a check found, as data. */
    void data(CheckReport report, LocalDate today) {
        surroundings.out().println(new CheckJson(surroundings.version(), language, problems).write(report, today));
    }

    /** How many there are of each severity, in the words that tools know: {@code error 9, warning 1, info 0}. */
    static String count(List<Problem> found) {
        return "error " + count(found, Severity.ERROR)
                + ", warning " + count(found, Severity.WARNING)
                + ", info " + count(found, Severity.INFO);
    }

    private static long count(List<Problem> found, Severity severity) {
        return found.stream().filter(problem -> problem.severity() == severity).count();
    }

    /** Seconds with one decimal. */
    static String seconds(Duration time) {
        long tenths = time.toMillis() / MILLIS_PER_TENTH;
        return tenths / 10 + "." + tenths % 10;
    }

    /** The page of a command in the manual. */
    String help(String topic) {
        String file = "/messages/help-" + topic + "_" + language.code() + ".txt";
        try (InputStream in = Console.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no text " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    /** A text of ours, such as a question. */
    String text(String key, Object... arguments) {
        return messages.text(key, plain(List.of(arguments)));
    }

    UploadLine upload(ProgressLine line, Clock clock) {
        return new UploadLine(line, messages, clock);
    }

    /** How a published site reaches its visitors, and what would put that right. */
    void web(WebReport report, ServerFile file, Optional<WebServer> named) {
        WebWords words = new WebWords(messages);
        words.findings(report).forEach(surroundings.out()::println);
        surroundings.out().println(words.summary(report));
        words.remedies(report, file, named).forEach(surroundings.out()::println);
    }

    ProgressLine progress(boolean quiet) {
        return new ProgressLine(surroundings.err(), messages, surroundings.terminal() && !quiet);
    }

    private static List<String> plain(List<?> arguments) {
        return arguments.stream()
                .map(argument -> PlainText.shortened(argument.toString()))
                .toList();
    }
}
