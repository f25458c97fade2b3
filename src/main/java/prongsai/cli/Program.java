package prongsai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    @SuppressWarnings("CatchAndPrintStackTrace")
    private ExitCode run(List<String> arguments, Console console) {
        try {
            return answer(CommandLineReader.read(arguments), console);
        } catch (Stopped e) {
            console.complain(e.key(), e.arguments());
            return e.exitCode();
        } catch (IOException e) {
            return environment(e, console);
        } catch (UncheckedIOException e) {
            return environment(Objects.requireNonNull(e.getCause()), console);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.DONE;
        } catch (OutOfMemoryError e) {
            console.complain("memory", List.of());
            return ExitCode.ENVIRONMENT;
        } catch (RuntimeException | Error e) {
            String report = CrashReport.write(e, arguments, surroundings)
                    .map(Object::toString)
                    .orElse("");
            console.complain("bug", List.of(e.getClass().getSimpleName(), report));
            return ExitCode.BUG;
        }
    }

    private ExitCode answer(Request request, Console console) throws Stopped, IOException, InterruptedException {
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
            return new Previewing(surroundings, console, building).serve(serve);
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

    private static ExitCode environment(IOException e, Console console) {
        String what = e instanceof FileSystemException file
                ? Stream.of(file.getFile(), file.getReason())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(": "))
                : Objects.toString(e.getMessage(), "");
        console.complain("disk", List.of(what));
        return ExitCode.ENVIRONMENT;
    }
}
