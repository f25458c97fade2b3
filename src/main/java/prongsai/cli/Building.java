package prongsai.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import prongsai.build.BuildFailure;
import prongsai.build.BuildOptions;
import prongsai.build.BuildOptions.Purpose;
import prongsai.build.BuildReport;
import prongsai.build.CacheOptions;
import prongsai.build.Inputs;
import prongsai.build.Viewers;
import prongsai.publish.PublishFailure;
import prongsai.publish.PublishReport;
import prongsai.source.Problem;
import prongsai.source.Severity;
import prongsai.source.StableName;

/** One build, and what is said about it. */
final class Building {

    private static final int MANY_PATHS = 5;
    private static final int MANY_INFOS = 20;

    /** Beside the content folder. */
    private static final String CACHE = ".prongsai";

    private final Surroundings surroundings;
    private final Console console;
    private final Builder builder;
    private final Folders folders;

    Building(Surroundings surroundings, Console console, Builder builder) {
        this.surroundings = surroundings;
        this.console = console;
        this.builder = builder;
        this.folders = new Folders(surroundings);
    }

    ExitCode build(Request.Build request) throws Stopped {
        Path content = folders.content(request.sources().content());
        Path out = folders.out(request.out(), request.sources().content());
        Instant start = surroundings.clock().instant();
        Optional<CacheOptions> cache = Optional.ofNullable(
                        content.toAbsolutePath().normalize().getParent())
                .map(above -> new CacheOptions(above.resolve(CACHE), surroundings.generator(), request.clean()));
        BuildReport report = run(
                new BuildOptions(
                        inputs(request.sources(), content, start),
                        out,
                        cache,
                        request.dryRun() ? Purpose.REHEARSAL : Purpose.PUBLISHING),
                console.progress(request.quiet()));
        Duration time = Duration.between(start, surroundings.clock().instant());
        if (request.quiet()) {
            console.problems(errors(report.problems()));
        } else {
            tell(report.problems());
        }
        if (request.dryRun()) {
            report.published().ifPresent(p -> console.changes(new Changes(p), report.basePath()));
        }
        if (!request.quiet()) {
            sum(report, Folders.name(request.out()), request.dryRun(), time);
        }
        return report.published().isPresent() ? ExitCode.DONE : ExitCode.CONTENT_ERRORS;
    }

    /** Builds into a folder that nobody keeps, and says nothing of it. */
    BuildReport preview(Request.Sources sources, Path out, Viewers viewers) throws Stopped {
        Inputs inputs = inputs(
                sources,
                folders.content(sources.content()),
                surroundings.clock().instant());
        CacheOptions cache = new CacheOptions(out.resolveSibling(CACHE), surroundings.generator(), false);
        return run(
                new BuildOptions(inputs, out, Optional.of(cache), Purpose.PREVIEW),
                console.progress(false).before(viewers));
    }

    private Inputs inputs(Request.Sources sources, Path content, Instant start) throws Stopped {
        LocalDate today = sources.today()
                .orElseGet(() -> LocalDate.ofInstant(start, surroundings.clock().getZone()));
        return new Inputs(content, Folders.name(sources.content()), folders.templates(sources.templates()), today);
    }

    private BuildReport run(BuildOptions options, ProgressLine progress) throws Stopped {
        try (progress) {
            return builder.build(options, progress);
        } catch (BuildFailure e) {
            throw stopped(e);
        }
    }

    /** Items that are not disclosed are many and stay for months: a build counts them, and the check tells them. */
    void tell(List<Problem> problems) {
        List<Problem> told = told(problems);
        long infos = told.stream().filter(Building::isInfo).count();
        console.problems(infos > MANY_INFOS ? withoutInfos(told) : told);
        if (infos > MANY_INFOS) {
            console.say("infos", infos);
        }
        long items = problems.stream()
                .filter(p -> Stake.isOfItem(p.code()))
                .map(p -> p.arguments().get(0))
                .distinct()
                .count();
        if (items > 0) {
            console.say("undisclosed", items);
        }
    }

    private static boolean isInfo(Problem problem) {
        return problem.severity() == Severity.INFO;
    }

    /** What is good to know is good to know once; a thousand lines of it hide what must be acted on. */
    private static List<Problem> withoutInfos(List<Problem> problems) {
        return problems.stream().filter(p -> !isInfo(p)).toList();
    }

    /** The problems that are told one by one. */
    static List<Problem> told(List<Problem> problems) {
        return problems.stream().filter(p -> !Stake.isOfItem(p.code())).toList();
    }

    private void sum(BuildReport report, String out, boolean dryRun, Duration time) {
        String problems = Console.count(report.problems());
        Optional<PublishReport> published = report.published();
        if (published.isEmpty()) {
            console.say("refused", out, problems, Console.seconds(time));
            return;
        }
        String changes = console.words(new Changes(published.get()));
        if (dryRun) {
            console.say("rehearsed", changes, report.pages(), out, problems, Console.seconds(time));
        } else {
            console.say("done", changes, report.pages(), out, problems, Console.seconds(time));
        }
    }

    private static List<Problem> errors(List<Problem> problems) {
        return problems.stream().filter(p -> p.severity() == Severity.ERROR).toList();
    }

    static Stopped stopped(BuildFailure failure) {
        if (failure.publishing().isEmpty()) {
            String key = StableName.of(failure.reason());
            return Stopped.byEnvironment(key, failure.path());
        }
        return stopped(failure.publishing().get());
    }

    static Stopped stopped(PublishFailure publishing) {
        String key = "publish-" + StableName.of(publishing.reason());
        String paths =
                String.join(", ", publishing.paths().stream().limit(MANY_PATHS).toList());
        String more = publishing.paths().size() > MANY_PATHS ? ", …" : "";
        return publishing.reason() == PublishFailure.Reason.NAME_CLASH
                ? Stopped.byContent(key, paths + more)
                : Stopped.byEnvironment(key, paths + more);
    }
}
