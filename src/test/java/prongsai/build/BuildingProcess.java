package prongsai.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import prongsai.build.BuildOptions.Purpose;

/** A process of its own that builds a site once, with its cache, to be killed. */
final class BuildingProcess {

    private BuildingProcess() {}

    /** @param args the folder that holds {@code content/}, where {@code site/} and the cache go */
    public static void main(String[] args) throws BuildFailure {
        build(Path.of(args[0]));
    }

    static BuildReport build(Path home) throws BuildFailure {
        Inputs inputs = new Inputs(
                home.resolve("content"), "content", Optional.of(Path.of("templates")), LocalDate.of(2020, 6, 1));
        CacheOptions cache = new CacheOptions(home.resolve(".prongsai"), "test", false);
        return SiteBuild.run(
                new BuildOptions(inputs, home.resolve("site"), Optional.of(cache), Purpose.PUBLISHING), Progress.NONE);
    }

    static Process start(Path home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BuildingProcess.class.getName(),
                        home.toString())
                .inheritIO()
                .start();
    }
}
