package prongsai.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import prongsai.serve.ContentWatcher;
import prongsai.serve.LiveSite;
import prongsai.serve.PreviewServer;

/** A look at the site before anybody else sees it. */
final class Previewing {

    /** A build whose folder is gone ends soon. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Surroundings surroundings;
    private final Console console;
    private final Building building;
    private final Mishaps mishaps;

    Previewing(Surroundings surroundings, Console console, Building building, Mishaps mishaps) {
        this.surroundings = surroundings;
        this.console = console;
        this.building = building;
        this.mishaps = mishaps;
    }

    /** Builds into a temporary folder and serves it, anew after each change, until the program is told to end. */
    ExitCode serve(Request.Serve request) throws Stopped, IOException, InterruptedException {
        List<Path> watched = new Folders(surroundings).sources(request.sources());
        Path folder = Files.createTempDirectory(surroundings.temporary(), "prongsai-preview-");
        Path site = folder.resolve("site");
        PreviewBuilds builds = new PreviewBuilds(surroundings, console, building, mishaps, request.sources(), site);
        try (Ending ending = new Ending()) {
            surroundings.life().atEnd(ending::close);
            ending.add(() -> clearAway(folder, builds));
            // Before the first build, so that nothing that changes meanwhile is missed.
            ContentWatcher watcher = ContentWatcher.of(watched);
            ending.add(watcher::close);
            LiveSite live = new LiveSite(site, builds.first(), builds);
            ending.add(live::close);
            PreviewServer server = start(live, request.port());
            ending.add(server::close);
            console.say("preview", server.address());
            watcher.start(live::rebuild);
            surroundings.life().awaitEnd();
        }
        return ExitCode.DONE;
    }

    private PreviewServer start(LiveSite live, int port) throws Stopped, IOException {
        try {
            return PreviewServer.start(live, console.previewWords(), port);
        } catch (BindException e) {
            throw Stopped.byEnvironment("port-taken", Integer.toString(port));
        }
    }

    /** Once more after a build that was under way has ended, as it may have written meanwhile. */
    private static void clearAway(Path folder, PreviewBuilds builds) {
        builds.end();
        delete(folder);
        builds.awaitEnd(PATIENCE);
        delete(folder);
    }

    /** Deletes the folder with all in it and follows no link out of it; done twice it is done once. */
    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException done) {
            // Deleted before.
        } catch (IOException e) {
            // The system clears its temporary folder itself; nothing that the officer could do is left.
        }
    }
}
