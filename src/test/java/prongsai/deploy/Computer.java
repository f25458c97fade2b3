package prongsai.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
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
