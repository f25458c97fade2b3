package prongsai.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import prongsai.build.BuildReport;
import prongsai.build.Viewers;
import prongsai.publish.PublishReport;
import prongsai.serve.LiveSite;
import prongsai.serve.Notice;
import prongsai.serve.Outcome;
import prongsai.site.OutputPath;
import prongsai.source.Problem;
import prongsai.source.Severity;

/** The builds of a preview, one after the other, and what is said about each. */
final class PreviewBuilds implements LiveSite.Maker {

    /** A file that is still being written is whole soon after. */
    private static final int ATTEMPTS = 3;

    private static final String STILL_WRITTEN = "publish-content-changed";
    private static final String PAGE = ".html";

    private final Surroundings surroundings;
    private final Console console;
    private final Building building;
    private final Mishaps mishaps;
    private final Request.Sources sources;
    private final Path out;
    private final ReentrantLock atWork = new ReentrantLock();
    private final Set<Problem> said = new HashSet<>();
    private volatile boolean over;

    PreviewBuilds(
            Surroundings surroundings,
            Console console,
            Building building,
            Mishaps mishaps,
            Request.Sources sources,
            Path out) {
        this.surroundings = surroundings;
        this.console = console;
        this.building = building;
        this.mishaps = mishaps;
        this.sources = sources;
        this.out = out;
    }

    /**
     * The first build.
     *
     * @throws Stopped where the computer or what was typed stands in the way, so that there is nothing to wait for
     * @throws InterruptedException where the end came before
     */
    Outcome first() throws Stopped, InterruptedException {
        try {
            BuildReport report = build(Viewers.NONE);
            building.tell(report.problems());
            said.addAll(report.problems());
            if (report.published().isEmpty()) {
                console.say("refused-preview", Console.count(report.problems()));
            }
            return outcome(report);
        } catch (Stopped | RuntimeException e) {
            if (over) {
                throw new InterruptedException();
            }
            if (e instanceof Stopped stopped && stopped.exitCode() == ExitCode.CONTENT_ERRORS) {
                return refused(stopped);
            }
            throw e;
        }
    }

    private Outcome refused(Stopped stopped) {
        console.complain(stopped.key(), stopped.arguments());
        return new Outcome.Refused(List.of(console.notice(stopped)));
    }

    @Override
    public Outcome make(Viewers viewers) {
        Instant start = surroundings.clock().instant();
        try {
            BuildReport report = build(viewers);
            if (report.published().isEmpty() && viewers.isOutdated()) {
                return new Outcome.Outdated();
            }
            tell(report, start);
            return outcome(report);
        } catch (Stopped | RuntimeException | Error e) {
            if (over) {
                return new Outcome.Refused(List.of());
            }
            return refused(mishaps.of(e));
        }
    }

    /** No more is said, since whoever looked has left. */
    void end() {
        over = true;
    }

    /** Waits for a build that is under way, but not for long. */
    void awaitEnd(Duration limit) {
        try {
            if (atWork.tryLock(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                atWork.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BuildReport build(Viewers viewers) throws Stopped {
        atWork.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return building.preview(sources, out, viewers);
                } catch (Stopped e) {
                    if (!e.key().equals(STILL_WRITTEN) || attempt == ATTEMPTS) {
                        throw e;
                    }
                }
            }
        } finally {
            atWork.unlock();
        }
    }

    private Outcome outcome(BuildReport report) {
        List<Notice> notices =
                Building.told(report.problems()).stream().map(console::notice).toList();
        return report.published()
                .map(p -> (Outcome) new Outcome.Published(report.basePath(), changes(p), notices))
                .orElse(new Outcome.Refused(notices));
    }

    private static boolean changes(PublishReport published) {
        return !published.added().isEmpty()
                || !published.changed().isEmpty()
                || !published.removed().isEmpty();
    }

    /** Errors every time, as they stand in the way; all else once, as it may stay for months. */
    private void tell(BuildReport report, Instant start) {
        console.problems(Building.told(report.problems()).stream()
                .filter(p -> p.severity() == Severity.ERROR || !said.contains(p))
                .toList());
        said.clear();
        said.addAll(report.problems());
        Instant end = surroundings.clock().instant();
        String clock = end.atZone(surroundings.clock().getZone())
                .toLocalTime()
                .truncatedTo(ChronoUnit.SECONDS)
                .format(DateTimeFormatter.ISO_LOCAL_TIME);
        String time = Console.seconds(Duration.between(start, end));
        String problems = Console.count(report.problems());
        Optional<PublishReport> published = report.published();
        if (published.isEmpty()) {
            console.say("rebuild-refused", clock, problems, time);
        } else if (!changes(published.get())) {
            console.say("rebuilt-same", clock, problems, time);
        } else {
            PublishReport p = published.get();
            console.say(
                    "rebuilt",
                    clock,
                    pages(p.changed()),
                    pages(p.added()),
                    pages(p.removed()),
                    others(p),
                    problems,
                    time);
        }
    }

    private static long pages(List<OutputPath> files) {
        return files.stream().filter(f -> f.text().endsWith(PAGE)).count();
    }

    private static long others(PublishReport p) {
        long pages = pages(p.changed()) + pages(p.added()) + pages(p.removed());
        return p.changed().size() + p.added().size() + p.removed().size() - pages;
    }
}
