package prongsai.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The commands, and the options that each takes.
 *
 * <p>They are told to picocli one by one rather than by its annotations: reading those takes longer than the whole rest
 * of a start.
 */
final class Commands {

    static final String PROGRAM = "prongsai";

    /** What may stand behind the name of the program. */
    static final List<String> NAMES = List.of("build", "check", "serve", "share", "publish", "package", "help");

    private Commands() {}

    /**
     * What understands a command line; new each time, since it keeps what it read. Only the commands that the line names
     * are made ready, because each costs some milliseconds.
     */
    static CommandLine parser(List<String> arguments) {
        CommandSpec program = command(PROGRAM).addOption(versionFlag());
        for (String name : NAMES) {
            if (arguments.contains(name)) {
                program.addSubcommand(name, subcommand(name));
            }
        }
        // No @files and no variables: a path is taken as it is typed.
        return new CommandLine(program).setExpandAtFiles(false).setInterpolateVariables(false);
    }

    private static CommandSpec subcommand(String name) {
        return switch (name) {
            case "build" -> build();
            case "check" -> check();
            case "serve" -> serve();
            case "share" -> share();
            case "publish" -> publish();
            case "package" -> pack();
            case "help" -> help();
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }

    private static CommandSpec build() {
        return onSources("build")
                .addOption(option("--out"))
                .addOption(flag("--clean"))
                .addOption(flag("--dry-run"))
                .addOption(flag("--quiet"));
    }

    private static CommandSpec check() {
        return onSources("check")
                .addOption(option("--year"))
                .addOption(option("--format"))
                .addOption(flag("--external"))
                .addOption(flag("--strict"))
                .addOption(option("--allow"))
                .addOption(option("--reason"))
                .addOption(option("--by"))
                .addOption(option("--until"));
    }

    private static CommandSpec serve() {
        return onSources("serve").addOption(option("--port"));
    }

    private static CommandSpec share() {
        return onSources("share").addOption(option("--only")).addPositional(positional("<record>"));
    }

    private static CommandSpec publish() {
        return command("publish")
                .addOption(option("--content"))
                .addOption(option("--out"))
                .addOption(flag("--dry-run"))
                .addOption(OptionSpec.builder("--verify")
                        .type(String.class)
                        .arity("0..1")
                        .fallbackValue(Request.Publish.SAMPLE)
                        .build())
                .addOption(flag("--rollback"))
                .addOption(flag("--force"))
                .addPositional(positional("<target>"));
    }

    private static CommandSpec pack() {
        return command("package")
                .addOption(option("--out"))
                .addOption(option("--key"))
                .addPositional(positional("<file>"));
    }

    private static CommandSpec help() {
        return command("help").addPositional(positional("<topic>"));
    }

    /** A command that reads the content and the templates. */
    private static CommandSpec onSources(String name) {
        return command(name)
                .addOption(option("--content"))
                .addOption(option("--templates"))
                .addOption(option("--today"));
    }

    private static CommandSpec command(String name) {
        return CommandSpec.create().name(name).addOption(option("--lang")).addOption(helpFlag());
    }

    private static OptionSpec option(String name) {
        return OptionSpec.builder(name).type(String.class).build();
    }

    private static OptionSpec flag(String name) {
        return OptionSpec.builder(name).type(boolean.class).build();
    }

    private static OptionSpec helpFlag() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .build();
    }

    private static OptionSpec versionFlag() {
        return OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .build();
    }

    private static PositionalParamSpec positional(String label) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .index("0")
                .type(String.class)
                .arity("0..1")
                .build();
    }
}
