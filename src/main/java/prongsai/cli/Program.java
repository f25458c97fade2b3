package prongsai.cli;

import java.io.IOException;
import java.util.List;

/**
 * The program apart from the computer that it runs on.
 *
 * <pre>{@code
 * int exitCode = new Program(surroundings, SiteBuild::run).run("build", "--lang", "en");
 * }</pre>
 */
final class Program {

    private final Surroundings surroundings;
    private final Builder builder;

    Program(Surroundings surroundings, Builder builder) {
        this.surroundings = surroundings;
        this.builder = builder;
    }

    /**
     * Does what the arguments ask for. Nothing is thrown, whatever happens.
     *
     * @return the exit code of {@link ExitCode}
     */
    int run(String... arguments) {
        List<String> typed = List.of(arguments);
        Console console = new Console(surroundings, CommandLineReader.language(typed));
        ExitCode code = run(typed, console);
        surroundings.out().flush();
        surroundings.err().flush();
        return code.number();
    }

    private ExitCode run(List<String> arguments, Console console) {
        try {
            return answer(CommandLineReader.read(arguments), arguments, console);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } catch (Exception | Error e) {
            Stopped stopped = new Mishaps(arguments, surroundings).of(e);
            console.complain(stopped.key(), stopped.arguments());
            return stopped.exitCode();
        }
    }

    private ExitCode answer(Request request, List<String> arguments, Console console)
            throws Stopped, IOException, InterruptedException {
        Building building = new Building(surroundings, console, builder);
        if (request instanceof Request.Build build) {
            return building.build(build);
        }
        if (request instanceof Request.Check check) {
            return new Checking(surroundings, console).check(check);
        }
        if (request instanceof Request.Allow allow) {
            return new Checking(surroundings, console).allow(allow);
        }
        if (request instanceof Request.Serve serve) {
            return new Previewing(surroundings, console, building, new Mishaps(arguments, surroundings)).serve(serve);
        }
        if (request instanceof Request.Share share) {
            return new Sharing(surroundings, console).share(share);
        }
        if (request instanceof Request.Publish publish) {
            return new Publishing(surroundings, console).publish(publish);
        }
        if (request instanceof Request.Pack pack) {
            return new Packing(surroundings, console).pack(pack);
        }
        if (request instanceof Request.Help help) {
            surroundings.out().print(console.help(help.topic()));
            return ExitCode.DONE;
        }
        if (request instanceof Request.Version) {
            surroundings.out().println("Prongsai " + surroundings.version() + " (" + surroundings.about() + ")");
            return ExitCode.DONE;
        }
        surroundings.err().print(console.help("prongsai"));
        return ExitCode.WRONG_USAGE;
    }
}
