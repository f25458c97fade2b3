package prongsai.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import prongsai.model.FiscalYear;
import prongsai.model.ThaiDate;
import prongsai.render.ShareTexts;
import prongsai.source.Nearest;
import prongsai.source.StableName;

/** Understands what was typed. The words of the help and of every complaint are ours, so that they can be Thai. */
final class CommandLineReader {

    private static final String LANGUAGE_OPTION = "--lang";
    private static final String TEXT = "text";
    private static final String JSON = "json";
    private static final int LAST_PORT = 65535;

    private CommandLineReader() {}

    /** What was typed behind the name of a command. */
    private record Typed(ParseResult result) {

        Optional<String> value(String option) {
            return Optional.ofNullable(result.matchedOptionValue(option, null));
        }

        boolean flag(String option) {
            return result.matchedOptionValue(option, false);
        }

        Request.Sources sources() throws Stopped {
            return new Request.Sources(
                    value("--content").orElse("content"),
                    value("--templates"),
                    day("--today", typed -> Stopped.byUsage("bad-today", typed)));
        }

        Request build() throws Stopped {
            return new Request.Build(
                    sources(), value("--out").orElse("site"), flag("--quiet"), flag("--dry-run"), flag("--clean"));
        }

        Request check() throws Stopped {
            if (value("--allow").isPresent()) {
                return allow(value("--allow").get());
            }
            if (Stream.of("--reason", "--by", "--until").anyMatch(result::hasMatchedOption)) {
                throw Stopped.byUsage("allow-what");
            }
            String format = value("--format").orElse(TEXT);
            if (!format.equals(TEXT) && !format.equals(JSON)) {
                throw Stopped.byUsage("bad-format", format);
            }
            return new Request.Check(sources(), year(), format.equals(JSON), flag("--external"), flag("--strict"));
        }

        private Request allow(String place) throws Stopped {
            Optional<LocalDate> last = day("--until", typed -> Stopped.byUsage("bad-until", typed));
            String reason = value("--reason").orElse("").strip();
            String by = value("--by").orElse("").strip();
            if (reason.isEmpty() || by.isEmpty()) {
                throw Stopped.byUsage("allow-why");
            }
            return new Request.Allow(sources(), place, reason, by, last);
        }

        Request serve() throws Stopped {
            String port = value("--port").orElse("8080");
            boolean number = port.matches("[0-9]{1,5}") && Integer.parseInt(port) <= LAST_PORT;
            if (!number) {
                throw Stopped.byUsage("bad-port", port);
            }
            return new Request.Serve(sources(), Integer.parseInt(port));
        }

        Request share() throws Stopped {
            Optional<String> record = Optional.ofNullable(result.matchedPositionalValue(0, null));
            if (record.isEmpty() || record.get().isBlank()) {
                throw Stopped.byUsage("share-what");
            }
            Optional<String> only = value("--only");
            Optional<ShareTexts.Kind> kind = only.flatMap(typed -> Arrays.stream(ShareTexts.Kind.values())
                    .filter(k -> StableName.of(k).equals(typed))
                    .findFirst());
            if (only.isPresent() && kind.isEmpty()) {
                throw Stopped.byUsage("bad-only", only.get());
            }
            return new Request.Share(sources(), record.get(), kind);
        }

        Request publish() throws Stopped {
            Optional<String> verify = value("--verify");
            if (verify.filter(v -> !v.equals(Request.Publish.SAMPLE) && !v.equals(Request.Publish.ALL))
                    .isPresent()) {
                throw Stopped.byUsage("bad-verify", verify.get());
            }
            return new Request.Publish(
                    Optional.ofNullable(result.matchedPositionalValue(0, null)),
                    value("--content").orElse("content"),
                    value("--out").orElse("site"),
                    flag("--dry-run"),
                    verify,
                    flag("--rollback"),
                    flag("--force"));
        }

        Request pack() {
            return new Request.Pack(
                    value("--out").orElse("site"),
                    Optional.<String>ofNullable(result.matchedPositionalValue(0, null))
                            .orElse("site.zip"),
                    value("--key"));
        }

        Request help() throws Stopped {
            Optional<String> topic = Optional.ofNullable(result.matchedPositionalValue(0, null));
            if (topic.isPresent() && !Commands.NAMES.contains(topic.get())) {
                throw unknownCommand(topic.get());
            }
            return new Request.Help(topic.filter(t -> !t.equals("help")).orElse(Commands.PROGRAM));
        }

        private Optional<FiscalYear> year() throws Stopped {
            Optional<String> year = value("--year");
            if (year.isEmpty()) {
                return Optional.empty();
            }
            boolean number = year.get().matches("[0-9]{4}");
            if (!number || !FiscalYear.isValid(Integer.parseInt(year.get()))) {
                throw Stopped.byUsage("bad-year", year.get());
            }
            return Optional.of(new FiscalYear(Integer.parseInt(year.get())));
        }

        private Optional<LocalDate> day(String option, Function<String, Stopped> complaint) throws Stopped {
            Optional<String> typed = value(option);
            Optional<LocalDate> day = typed.flatMap(ThaiDate::parse);
            if (day.isEmpty() && typed.isPresent()) {
                throw complaint.apply(typed.get());
            }
            return day;
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
        CommandLine top = Commands.parser(arguments);
        try {
            return request(top.parseArgs(arguments.toArray(String[]::new)));
        } catch (ParameterException e) {
            throw complaint(e);
        }
    }

    /** The options of a command as they are typed, for the check that the help knows them all. */
    static List<String> options(String command) {
        CommandLine top = Commands.parser(List.of(command));
        CommandSpec spec = top.getSubcommands().getOrDefault(command, top).getCommandSpec();
        return spec.options().stream()
                .flatMap(option -> List.of(option.names()).stream())
                .sorted()
                .toList();
    }

    private static Request request(ParseResult result) throws Stopped {
        ParseResult asked = result.hasSubcommand() ? result.subcommand() : result;
        Typed before = new Typed(result);
        Typed typed = new Typed(asked);
        String command = asked.commandSpec().name();
        for (Typed given : List.of(before, typed)) {
            String language = given.value(LANGUAGE_OPTION).orElse(Language.TH.code());
            if (Language.of(language).isEmpty()) {
                throw Stopped.byUsage("bad-language", language);
            }
        }
        if (before.flag("--help") || typed.flag("--help")) {
            return new Request.Help(command);
        }
        if (before.flag("--version")) {
            return new Request.Version();
        }
        return switch (command) {
            case "build" -> typed.build();
            case "check" -> typed.check();
            case "serve" -> typed.serve();
            case "share" -> typed.share();
            case "publish" -> typed.publish();
            case "package" -> typed.pack();
            case "help" -> typed.help();
            default -> new Request.Nothing();
        };
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
        return at.getParent() == null
                ? unknownCommand(argument)
                : Stopped.byUsage("unexpected-argument", argument, helpFor(at));
    }

    private static Stopped unknownCommand(String command) {
        return Stopped.byUsage(
                "unknown-command", command, Nearest.of(command, Commands.NAMES).orElse(""));
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

    private static String helpFor(CommandLine command) {
        return command.getParent() == null ? "prongsai --help" : "prongsai help " + command.getCommandName();
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
