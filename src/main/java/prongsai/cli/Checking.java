package prongsai.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import prongsai.build.BuildFailure;
import prongsai.build.CheckOptions;
import prongsai.build.CheckReport;
import prongsai.build.Inputs;
import prongsai.build.Permission;
import prongsai.build.SiteCheck;
import prongsai.check.external.ExternalLinkOptions;
import prongsai.check.external.ExternalLinks;
import prongsai.source.Problem;
import prongsai.source.Severity;

/** One check, and what is said about it. */
final class Checking {

    private static final int SALT_BYTES = 16;
    private static final String CACHE = ".prongsai";

    private final Surroundings surroundings;
    private final Console console;
    private final Folders folders;

    Checking(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
        this.folders = new Folders(surroundings);
    }

    ExitCode check(Request.Check request) throws Stopped, InterruptedException {
        Inputs inputs = inputs(request.sources());
        CheckReport report = run(new CheckOptions(inputs, request.year(), external(request)));
        if (request.year().isPresent() && report.disclosure().isEmpty()) {
            throw Stopped.byUsage(
                    "no-such-year",
                    request.year().get().toString(),
                    report.years().first().toString(),
                    report.years().last().toString());
        }
        if (request.json()) {
            console.data(report, inputs.today());
        } else {
            console.report(report);
        }
        return exitCode(report, request.strict());
    }

    ExitCode allow(Request.Allow request) throws Stopped {
        Permission permission = new Permission(
                request.place().replace('\\', '/'), request.reason(), request.by(), request.until(), newSalt());
        Permission.Granted granted = grant(permission, inputs(request.sources()));
        String file = Folders.name(request.sources().content()) + "/guard.yaml";
        if (granted.masked().isEmpty()) {
            throw Stopped.byUsage("allow-nothing", request.place());
        }
        if (!granted.written()) {
            throw Stopped.byContent("allow-broken", file);
        }
        console.say("allowed", String.join(", ", granted.masked()), file);
        return ExitCode.DONE;
    }

    private static Permission.Granted grant(Permission permission, Inputs inputs) throws Stopped {
        try {
            return permission.grant(inputs);
        } catch (BuildFailure e) {
            throw Building.stopped(e);
        }
    }

    private static String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return Base64.getEncoder().encodeToString(salt);
    }

    private static ExitCode exitCode(CheckReport report, boolean strict) {
        Severity tolerated = strict ? Severity.INFO : Severity.WARNING;
        boolean bad = report.problems().stream().map(Problem::severity).anyMatch(s -> s.compareTo(tolerated) < 0);
        return bad ? ExitCode.CONTENT_ERRORS : ExitCode.DONE;
    }

    private Inputs inputs(Request.Sources sources) throws Stopped {
        Instant now = surroundings.clock().instant();
        Path content = folders.content(sources.content());
        return new Inputs(
                content,
                Folders.name(sources.content()),
                folders.templates(sources.templates()),
                sources.today()
                        .orElseGet(() ->
                                LocalDate.ofInstant(now, surroundings.clock().getZone())));
    }

    /** Answers are kept beside the content, in a folder that version control leaves alone. */
    private Optional<ExternalLinks> external(Request.Check request) throws Stopped {
        if (!request.external()) {
            return Optional.empty();
        }
        Path content =
                folders.content(request.sources().content()).toAbsolutePath().normalize();
        Optional<Path> cache = Optional.ofNullable(content.getParent()).map(folder -> folder.resolve(CACHE));
        return Optional.of(new ExternalLinks(
                ExternalLinkOptions.usual("Prongsai/" + surroundings.version(), surroundings.clock(), cache)));
    }

    private CheckReport run(CheckOptions options) throws Stopped, InterruptedException {
        try (ProgressLine progress = console.progress(false)) {
            return SiteCheck.run(options, progress);
        } catch (BuildFailure e) {
            throw Building.stopped(e);
        }
    }
}
