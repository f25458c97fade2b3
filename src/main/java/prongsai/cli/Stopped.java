package prongsai.cli;

import java.util.List;

/** A command cannot go on. What the console says stands under {@code key} in {@code messages/console_th.properties}. */
final class Stopped extends Exception {

    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;
    private final String key;
    private final transient List<String> arguments;

    private Stopped(ExitCode exitCode, String key, String... arguments) {
        super(key + " " + List.of(arguments));
        this.exitCode = exitCode;
        this.key = key;
        this.arguments = List.of(arguments);
    }

    /** Because of what was typed. */
    static Stopped byUsage(String key, String... arguments) {
        return new Stopped(ExitCode.WRONG_USAGE, key, arguments);
    }

    /** Because of the computer. */
    static Stopped byEnvironment(String key, String... arguments) {
        return new Stopped(ExitCode.ENVIRONMENT, key, arguments);
    }

    /** Because of what is in the content folder. */
    static Stopped byContent(String key, String... arguments) {
        return new Stopped(ExitCode.CONTENT_ERRORS, key, arguments);
    }

    /** Because of ourselves. */
    static Stopped byBug(String key, String... arguments) {
        return new Stopped(ExitCode.BUG, key, arguments);
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String key() {
        return key;
    }

    List<String> arguments() {
        return arguments;
    }
}
