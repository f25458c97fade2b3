package prongsai.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import prongsai.model.FiscalYear;
import prongsai.model.ThaiDate;
import prongsai.source.Nearest;

/** Understands what was typed. The words of the help and of every complaint are ours, so that they can be Thai. */
final class CommandLineReader {

    private static final String LANGUAGE_OPTION = "--lang";
    private static final String TEXT = "text";
    private static final String JSON = "json";
    private static final int LAST_PORT = 65535;

    private CommandLineReader() {}

    /** What every command takes. */
    private static class Common {
        @Option(names = LANGUAGE_OPTION)
        String language = Language.TH.code();

        @Option(
                names = {"-h", "--help"},
                usageHelp = true)
        boolean help;
    }

    @Command(
            name = "prongsai",
            subcommands = {BuildOptions.class, CheckOptions.class, ServeOptions.class, HelpOptions.class})
    private static final class Top extends Common {
        @Option(
                names = {"-V", "--version"},
                versionHelp = true)
        boolean version;
    }

    private static class SourceOptions extends Common {
        @Option(names = "--content")
        String content = "content";

        @Option(names = "--templates")
        Optional<String> templates = Optional.empty();

        @Option(names = "--today")
        Optional<String> today = Optional.empty();

        Request.Sources sources() throws Stopped {
            Optional<LocalDate> day = today.flatMap(ThaiDate::parse);
            if (today.isPresent() && day.isEmpty()) {
                throw Stopped.byUsage("bad-today", today.get());
            }
            return new Request.Sources(content, templates, day);
        }
    }

    @Command(name = "build")
    private static final class BuildOptions extends SourceOptions {
        @Option(names = "--out")
        String out = "site";

        @Option(names = "--quiet")
        boolean quiet;

        @Option(names = "--dry-run")
        boolean dryRun;

        Request request() throws Stopped {
            return new Request.Build(sources(), out, quiet, dryRun);
        }
    }

    @Command(name = "check")
    private static final class CheckOptions extends SourceOptions {
        @Option(names = "--year")
        Optional<String> year = Optional.empty();

        @Option(names = "--format")
        String format = TEXT;

        @Option(names = "--external")
        boolean external;

        @Option(names = "--strict")
        boolean strict;

        @Option(names = "--allow")
        Optional<String> allow = Optional.empty();

        @Option(names = "--reason")
        Optional<String> reason = Optional.empty();

        @Option(names = "--by")
        Optional<String> by = Optional.empty();

        @Option(names = "--until")
        Optional<String> until = Optional.empty();

        Request request() throws Stopped {
            if (allow.isPresent()) {
                return allow(allow.get());
            }
            if (reason.isPresent() || by.isPresent() || until.isPresent()) {
                throw Stopped.byUsage("allow-what");
            }
            if (!format.equals(TEXT) && !format.equals(JSON)) {
                throw Stopped.byUsage("bad-format", format);
            }
            return new Request.Check(sources(), year(), format.equals(JSON), external, strict);
        }

        private Request allow(String place) throws Stopped {
            Optional<LocalDate> last = until.flatMap(ThaiDate::parse);
            if (until.isPresent() && last.isEmpty()) {
                throw Stopped.byUsage("bad-until", until.get());
            }
            boolean said = reason.filter(r -> !r.isBlank()).isPresent()
                    && by.filter(b -> !b.isBlank()).isPresent();
            if (!said) {
                throw Stopped.byUsage("allow-why");
            }
            return new Request.Allow(
                    sources(), place, reason.get().strip(), by.get().strip(), last);
        }

        private Optional<FiscalYear> year() throws Stopped {
            if (year.isEmpty()) {
                return Optional.empty();
            }
            boolean number = year.get().matches("[0-9]{4}");
            if (!number || !FiscalYear.isValid(Integer.parseInt(year.get()))) {
                throw Stopped.byUsage("bad-year", year.get());
            }
            return Optional.of(new FiscalYear(Integer.parseInt(year.get())));
        }
    }

    @Command(name = "serve")
    private static final class ServeOptions extends SourceOptions {
        @Option(names = "--port")
        String port = "8080";

        Request request() throws Stopped {
            boolean number = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= LAST_PORT;
            if (!number) {
                throw Stopped.byUsage("bad-port", port);
            }
            return new Request.Serve(sources(), Integer.parseInt(port));
        }
    }

    @Command(name = "help")
    private static final class HelpOptions extends Common {
        @Parameters(arity = "0..1")
        Optional<String> topic = Optional.empty();

        Request request(CommandLine top) throws Stopped {
            if (topic.isPresent() && !top.getSubcommands().containsKey(topic.get())) {
                throw unknownCommand(topic.get(), top);
            }
            return new Request.Help(topic.filter(t -> !t.equals("help")).orElse("prongsai"));
        }
    }

    /**
     * The language asked for anywhere on the line, so that even a complaint about the line is in it; Thai where the
     * language is none that the console speaks, which {@link #read} complains about.
     */
    static Language language(List<String> arguments) {
        Optional<String> code = Optional.empty();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).startsWith(LANGUAGE_OPTION + "=")) {
                code = Optional.of(arguments.get(i).substring(LANGUAGE_OPTION.length() + 1));
            } else if (arguments.get(i).equals(LANGUAGE_OPTION) && i + 1 < arguments.size()) {
                code = Optional.of(arguments.get(i + 1));
            }
        }
        return code.flatMap(Language::of).orElse(Language.TH);
    }

    /**
     * Understands a command line.
     *
     * @throws Stopped where it cannot be understood
     */
    static Request read(List<String> arguments) throws Stopped {
        CommandLine top = commandLine();
        try {
            ParseResult result = top.parseArgs(arguments.toArray(String[]::new));
            CommandLine asked = result.subcommand() == null
                    ? top
                    : result.subcommand().commandSpec().commandLine();
            return request(top, asked);
        } catch (ParameterException e) {
            throw complaint(e);
        }
    }

    /** The options of a command as they are typed, for the check that the help knows them all. */
    static List<String> options(String command) {
        CommandLine top = commandLine();
        CommandSpec spec = top.getSubcommands().getOrDefault(command, top).getCommandSpec();
        return spec.options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .sorted()
                .toList();
    }

    private static CommandLine commandLine() {
        // No @files and no variables: a path is taken as it is typed.
        return new CommandLine(new Top()).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    private static Request request(CommandLine top, CommandLine asked) throws Stopped {
        Top before = top.getCommand();
        Common common = asked.getCommand();
        for (Common given : List.of(before, common)) {
            if (Language.of(given.language).isEmpty()) {
                throw Stopped.byUsage("bad-language", given.language);
            }
        }
        if (before.help || common.help) {
            return new Request.Help(asked.getCommandName());
        }
        if (before.version) {
            return new Request.Version();
        }
        if (common instanceof BuildOptions build) {
            return build.request();
        }
        if (common instanceof CheckOptions check) {
            return check.request();
        }
        if (common instanceof ServeOptions serve) {
            return serve.request();
        }
        if (common instanceof HelpOptions help) {
            return help.request(top);
        }
        return new Request.Nothing();
    }

    private static Stopped complaint(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), e.getCommandLine());
        }
        if (e instanceof MissingParameterException missing) {
            return Stopped.byUsage(
                    "option-without-value",
                    missing.getMissing().stream().map(CommandLineReader::nameOf).collect(Collectors.joining(", ")));
        }
        if (e instanceof OverwrittenOptionException overwritten) {
            return Stopped.byUsage("option-twice", nameOf(overwritten.getOverwritten()));
        }
        return Stopped.byUsage("bad-value", e.getArgSpec() == null ? "" : nameOf(e.getArgSpec()));
    }

    private static Stopped unmatched(String argument, CommandLine at) {
        if (argument.startsWith("-")) {
            String typed = argument.replaceFirst("=.*", "");
            return Stopped.byUsage("unknown-option", typed, nearestOption(typed, at), helpFor(at));
        }
        return at.getSubcommands().isEmpty()
                ? Stopped.byUsage("unexpected-argument", argument, helpFor(at))
                : unknownCommand(argument, at);
    }

    private static Stopped unknownCommand(String command, CommandLine top) {
        return Stopped.byUsage(
                "unknown-command",
                command,
                nearest(command, List.copyOf(top.getSubcommands().keySet())));
    }

    /** Compared without the hyphens, which would make every two options look alike. */
    private static String nearestOption(String typed, CommandLine command) {
        List<String> names = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .toList();
        return Nearest.of(typed.replaceFirst("^-+", ""), names)
                .map(name -> "--" + name)
                .orElse("");
    }

    private static String nearest(String typed, List<String> known) {
        return Nearest.of(typed, known).orElse("");
    }

    private static String helpFor(CommandLine command) {
        return command.getParent() == null ? "prongsai --help" : "prongsai help " + command.getCommandName();
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
