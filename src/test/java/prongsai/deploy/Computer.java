package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import prongsai.publish.BuiltSites;
import prongsai.publish.LinkedSite;

/** An officer's computer, from which a site is published. */
final class Computer {

    private static final Duration NO_PAUSE = Duration.ofMillis(1);

    private final Path home;
    private final String person;
    private int runs;

    Computer(Path home, String person) {
        this.home = home;
        this.person = person;
    }

    Computer build(LinkedSite site) throws Exception {
        BuiltSites.build(home.resolve("site"), site);
        // Servers tell times in whole seconds: what was built a while ago can be told from what somebody writes now.
        FileTime earlier = FileTime.from(Instant.now().minusSeconds(3600));
        for (String path : site.files().keySet()) {
            Files.setLastModifiedTime(home.resolve("site").resolve(path), earlier);
        }
        return this;
    }

    DeploymentOptions options(DeploymentOptions.From from, boolean dryRun, boolean force) {
        runs++;
        return new DeploymentOptions(
                home.resolve("site"),
                home.resolve("memory"),
                "web",
                from,
                dryRun,
                force,
                person,
                person + "-" + runs,
                Instant.ofEpochSecond(1_600_000_000L + runs));
    }

    DeploymentReport publish(Remote remote) throws Exception {
        return run(remote, options(DeploymentOptions.From.BUILD, false, false));
    }

    /** Has several officers publish at the same moment; how many did, the others having read that somebody else does. */
    static long publishedAtOnce(List<Computer> officers, Callable<Remote> remote) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(officers.size());
        try {
            List<Callable<Boolean>> all = new ArrayList<>();
            officers.forEach(officer -> all.add(() -> officer.isPublished(remote.call())));
            long published = 0;
            for (Future<Boolean> each : pool.invokeAll(all)) {
                published += each.get() ? 1 : 0;
            }
            return published;
        } finally {
            pool.shutdown();
        }
    }

    private boolean isPublished(Remote remote) throws Exception {
        try {
            publish(remote);
            return true;
        } catch (DeploymentFailure e) {
            assertThat(e.reason()).isIn(DeploymentFailure.Reason.BUSY, DeploymentFailure.Reason.OVERTAKEN);
            return false;
        }
    }

    DeploymentReport force(Remote remote) throws Exception {
        return run(remote, options(DeploymentOptions.From.BUILD, false, true));
    }

    DeploymentReport rehearse(Remote remote) throws Exception {
        return run(remote, options(DeploymentOptions.From.BUILD, true, false));
    }

    DeploymentReport rollBack(Remote remote) throws Exception {
        return run(remote, options(DeploymentOptions.From.EARLIER, false, false));
    }

    DeploymentReport run(Remote remote, DeploymentOptions options) throws Exception {
        return run(remote, options, new Interruption());
    }

    DeploymentReport run(Remote remote, DeploymentOptions options, Interruption interruption) throws Exception {
        return Deployment.run(remote, options, DeploymentProgress.NONE, interruption, NO_PAUSE);
    }

    Path home() {
        return home;
    }
}
