package prongsai.cli;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import prongsai.build.BuildReport;
import prongsai.serve.PreviewServer;

/** A look at the site before anybody else sees it. */
final class Previewing {

    private final Surroundings surroundings;
    private final Console console;
    private final Building building;

    Previewing(Surroundings surroundings, Console console, Building building) {
        this.surroundings = surroundings;
        this.console = console;
        this.building = building;
    }

    /** Builds into a temporary folder and serves it until the program is told to end. */
    ExitCode serve(Request.Serve request) throws Stopped, IOException, InterruptedException {
        Path folder = Files.createTempDirectory(surroundings.temporary(), "prongsai-preview-");
        surroundings.life().atEnd(() -> delete(folder));
        try {
            Path site = folder.resolve("site");
            Optional<BuildReport> report = building.preview(request.sources(), site);
            if (report.isEmpty()) {
                return ExitCode.CONTENT_ERRORS;
            }
            try (PreviewServer server = start(site, report.get().basePath(), request.port())) {
                surroundings.life().atEnd(server::close);
                console.say("preview", server.address());
                surroundings.life().awaitEnd();
            }
            return ExitCode.DONE;
        } finally {
            delete(folder);
        }
    }

    private static PreviewServer start(Path site, String basePath, int port) throws Stopped, IOException {
        try {
            return PreviewServer.start(site, basePath, port);
        } catch (BindException e) {
            throw Stopped.byEnvironment("port-taken", Integer.toString(port));
        }
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
