package prongsai.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import prongsai.deploy.DeploymentFailure;
import prongsai.deploy.SitePackage;
import prongsai.publish.PublishFailure;

/** The finished site as one file, and what is said about it. */
final class Packing {

    private final Surroundings surroundings;
    private final Console console;
    private final Folders folders;

    Packing(Surroundings surroundings, Console console) {
        this.surroundings = surroundings;
        this.console = console;
        this.folders = new Folders(surroundings);
    }

    ExitCode pack(Request.Pack request) throws Stopped, IOException {
        Path zip = folders.resolve(request.file());
        Optional<Path> key = request.key().isPresent()
                ? Optional.of(folders.resolve(request.key().get()))
                : Optional.empty();
        AskedSecrets secrets = new AskedSecrets(
                surroundings.officer(), "", account -> account, file -> console.text("passphrase", file), () -> {});
        try {
            SitePackage made = SitePackage.write(folders.resolve(request.out()), zip, key, secrets);
            console.say("packed", request.file(), made.files(), UploadLine.size(made.size()), made.sha256());
            if (made.signature().isPresent()) {
                console.say("packed-signed", request.file() + ".sig");
            }
            return ExitCode.DONE;
        } catch (DeploymentFailure e) {
            throw Publishing.stopped(e, surroundings.clock().getZone());
        } catch (PublishFailure e) {
            throw Publishing.stopped(e, request.out());
        }
    }
}
