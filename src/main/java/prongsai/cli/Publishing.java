package prongsai.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import prongsai.check.PublishedHead;
import prongsai.deploy.Deployment;
import prongsai.deploy.DeploymentFailure;
import prongsai.deploy.DeploymentOptions;
import prongsai.deploy.DeploymentReport;
import prongsai.deploy.PublishSettings;
import prongsai.deploy.RemoteFailure;
import prongsai.deploy.Remotes;
import prongsai.deploy.Target;
import prongsai.deploy.web.WebCheck;
import prongsai.deploy.web.WebCheckOptions;
import prongsai.deploy.web.WebReport;
import prongsai.feeds.ServerFile;
import prongsai.model.ThaiDate;
import prongsai.model.WebServer;
import prongsai.publish.PublishFailure;
import prongsai.site.Fingerprint;
import prongsai.site.OutputPath;
import prongsai.source.Problems;
import prongsai.source.StableName;

/** Takes the finished site to its web server, and says what that came to. */
final class Publishing {

    private static final String SETTINGS = "publish.yaml";
    private static final String MEMORY = ".prongsai";
    private static final String PASSWORD = "PRONGSAI_PASSWORD";
    private static final int MANY_PATHS = 20;
    private static final int NAME_DIGITS = 16;

    private final Surroundings surroundings;
    private final Console console;
    private final Folders folders;

    Publishing(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
        this.folders = new Folders(surroundings);
    }

    /** The target that was asked for. */
    private record Chosen(String name, PublishSettings.Entry entry) {}

    ExitCode publish(Request.Publish request) throws Stopped, IOException, InterruptedException {
        Path content = folders.content(request.content());
        Path home = Optional.ofNullable(content.toAbsolutePath().normalize().getParent())
                .orElse(content);
        Problems problems = new Problems();
        Optional<Chosen> chosen = choose(request.target(), home, problems);
        if (problems.hasErrors() || chosen.isEmpty()) {
            console.complain(problems.sorted());
            return ExitCode.CONTENT_ERRORS;
        }
        Instant start = surroundings.clock().instant();
        Path out = folders.resolve(request.out());
        DeploymentReport report = deploy(request, chosen.get(), home, out);
        tell(request, report, Duration.between(start, surroundings.clock().instant()));
        return request.verify().isPresent() && !request.dryRun()
                ? verify(request, chosen.get(), report, home)
                : ExitCode.DONE;
    }

    /** @return empty where the settings are wrong, which {@code problems} then tells */
    private Optional<Chosen> choose(Optional<String> typed, Path home, Problems problems) throws Stopped {
        if (typed.filter(t -> t.contains(":")).isPresent()) {
            String url = typed.get();
            String name = "url-"
                    + Fingerprint.of(url.getBytes(StandardCharsets.UTF_8))
                            .sha256()
                            .substring(0, NAME_DIGITS);
            return Optional.of(new Chosen(name, PublishSettings.Entry.of(url)));
        }
        Path file = home.resolve(SETTINGS);
        if (!Files.exists(file)) {
            throw Stopped.byUsage("no-targets", SETTINGS);
        }
        PublishSettings settings = PublishSettings.read(file, SETTINGS, problems);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        String names = String.join(", ", settings.targets().keySet());
        if (typed.isEmpty() && settings.targets().size() != 1) {
            throw Stopped.byUsage("which-target", names);
        }
        String name = typed.orElse(names);
        return Optional.of(new Chosen(
                name,
                Optional.ofNullable(settings.targets().get(name))
                        .orElseThrow(() -> Stopped.byUsage("no-such-target", name, names))));
    }

    private DeploymentReport deploy(Request.Publish request, Chosen chosen, Path home, Path out)
            throws Stopped, IOException {
        Officer officer = surroundings.officer();
        Target target = new TypedTarget(chosen.entry(), officer, home).target();
        DeploymentOptions options = new DeploymentOptions(
                out,
                home.resolve(MEMORY).resolve("published"),
                chosen.name(),
                request.rollback() ? DeploymentOptions.From.EARLIER : DeploymentOptions.From.BUILD,
                request.dryRun(),
                request.force(),
                officer.name(),
                UUID.randomUUID().toString(),
                surroundings.clock().instant());
        ignore(home.resolve(MEMORY));
        try (ProgressLine line = console.progress(false)) {
            AskedSecrets secrets = new AskedSecrets(
                    officer,
                    chosen.entry().password().orElse(PASSWORD),
                    account -> prompt(target, account),
                    key -> console.text("passphrase", key),
                    line::close);
            return Deployment.run(
                    Remotes.of(target, secrets, surroundings.clock()),
                    options,
                    console.upload(line, surroundings.clock()));
        } catch (DeploymentFailure e) {
            throw stopped(e, surroundings.clock().getZone());
        } catch (PublishFailure e) {
            throw stopped(e, request.out());
        }
    }

    private String prompt(Target target, String account) {
        return target instanceof Target.Bucket
                ? console.text("secret-key", account)
                : console.text("password", account);
    }

    /** @param out the site's folder as it was typed */
    static Stopped stopped(PublishFailure failure, String out) {
        return failure.reason() == PublishFailure.Reason.NOT_A_FOLDER
                ? Stopped.byEnvironment("deploy-no-site", out)
                : Building.stopped(failure);
    }

    /** Wherever the content lies: what is remembered is nothing to keep a history of. */
    private static void ignore(Path memory) throws IOException {
        Files.createDirectories(memory);
        Path ignored = memory.resolve(".gitignore");
        if (Files.notExists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
    }

    private void tell(Request.Publish request, DeploymentReport report, Duration time) {
        if (request.dryRun()) {
            console.changes(new Changes(report.changes()), "/");
        }
        if (report.elsewhere()) {
            console.say("deployed-elsewhere");
        }
        if (!report.healed().isEmpty()) {
            console.say("deployed-healed", report.healed().size());
        }
        if (!report.overwritten().isEmpty()) {
            String files = listed(report.overwritten());
            if (request.dryRun()) {
                console.say("deploy-would-overwrite", files);
            } else {
                console.say("deployed-over", files);
            }
        }
        String words = console.words(new Changes(report.changes()));
        if (request.dryRun()) {
            console.say("deploy-rehearsed", words);
        } else {
            report.earlier()
                    .ifPresent(earlier -> console.say(
                            "deployed-earlier",
                            clockTime(earlier, surroundings.clock().getZone())));
            if (report.changes().added().isEmpty()
                    && report.changes().changed().isEmpty()
                    && report.changes().removed().isEmpty()) {
                console.say("deployed-nothing");
            }
            console.say("deployed", words, UploadLine.size(report.bytes()), Console.seconds(time));
        }
    }

    private static String listed(List<String> paths) {
        String all = String.join(", ", paths.subList(0, Math.min(paths.size(), MANY_PATHS)));
        return paths.size() > MANY_PATHS ? all + ", … (" + paths.size() + ")" : all;
    }

    /** An instant as the clock on the wall shows it, with the day of the Buddhist Era; what is none stays as it is. */
    private static String clockTime(String instant, ZoneId zone) {
        try {
            ZonedDateTime time = Instant.parse(instant).atZone(zone);
            return ThaiDate.buddhistYear(time.toLocalDate())
                    + time.format(DateTimeFormatter.ofPattern("-MM-dd HH:mm", Locale.ROOT));
        } catch (DateTimeParseException e) {
            return instant;
        }
    }

    /** @param zone in which times are told */
    static Stopped stopped(DeploymentFailure failure, ZoneId zone) {
        if (failure.remote().isPresent()) {
            RemoteFailure remote = failure.remote().get();
            String key = "remote-" + StableName.of(remote.reason());
            return Stopped.byEnvironment(key, remote.arguments().toArray(String[]::new));
        }
        String key = "deploy-" + StableName.of(failure.reason());
        List<String> arguments = new ArrayList<>(failure.arguments());
        return switch (failure.reason()) {
            case FOREIGN_CHANGES, SITE_DAMAGED, NO_LONGER_KEPT -> Stopped.byEnvironment(key, listed(arguments));
            case BUSY -> Stopped.byEnvironment(key, arguments.get(0), clockTime(arguments.get(1), zone));
            default -> Stopped.byEnvironment(key, arguments.toArray(String[]::new));
        };
    }

    /** Looks at the site as visitors get it. */
    private ExitCode verify(Request.Publish request, Chosen chosen, DeploymentReport report, Path home)
            throws Stopped, InterruptedException {
        PublishedHead head = head(report, home);
        Optional<URI> base = chosen.entry().baseUrl().map(Publishing::address).orElseGet(head::address);
        URI folder = base.map(address -> URI.create(address.toString().replaceFirst("/*$", "/")))
                .filter(address -> address.getHost() != null)
                .orElseThrow(() -> Stopped.byUsage("no-address"));
        Set<OutputPath> changed =
                new TreeSet<>(Stream.concat(report.changes().added().stream(), report.changes().changed().stream())
                        .toList());
        WebReport found;
        try (ProgressLine line = console.progress(false)) {
            found = WebCheck.run(
                    WebCheckOptions.usual(
                            folder,
                            report.manifest(),
                            changed,
                            request.verify().get().equals(Request.Publish.ALL),
                            "prongsai/" + surroundings.version()),
                    (asked, files) -> line.show(console.text("verifying", asked, files)));
        }
        Optional<WebServer> server =
                chosen.entry().server().map(name -> WebServer.valueOf(name.toUpperCase(Locale.ROOT)));
        console.web(found, new ServerFile(folder, head.policy()), server);
        return found.isWhole() ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Of the home page that has just been published. */
    private static PublishedHead head(DeploymentReport report, Path home) {
        Optional<Fingerprint> page = report.manifest().find(new OutputPath("index.html"));
        return page.map(bytes -> {
                    try {
                        return PublishedHead.of(
                                Deployment.kept(home.resolve(MEMORY).resolve("published"), bytes));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .orElse(new PublishedHead(Optional.empty(), Optional.empty()));
    }
}
