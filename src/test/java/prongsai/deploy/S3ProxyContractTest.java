package prongsai.deploy;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import prongsai.deploy.s3.S3Remote;

/**
 * {@link Connection} to a bucket of S3Proxy, an object store that others wrote. It keeps objects as files, with real folders and
 * links, as no store does that is one from the ground up.
 */
final class S3ProxyContractTest extends ConnectionContract {

    private static final String KEY_ID = "AKSOMCHAI";
    private static final String SECRET = "s3cret/key+1";

    private int port;

    @Override
    void start(Path shown, Path settings) throws Exception {
        Path jars = Path.of(System.getProperty("servers", ""), "s3proxy").toAbsolutePath();
        if (System.getProperty("servers", "").isEmpty()) {
            abort("S3Proxy is not on this computer");
        }
        port = CuttingProxy.freePorts(1).get(0);
        Path properties =
                Files.writeString(settings.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(port, KEY_ID, SECRET, shown));
        untilTheEnd(DebianServer.start(
                settings,
                port,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                jars + "/*",
                "org.gaul.s3proxy.Main",
                "--properties",
                properties.toString()));
    }

    @Override
    Remote remote(Path shown, String folder) {
        Target.Bucket target = new Target.Bucket(
                new Target.Account(KEY_ID, "127.0.0.1", port),
                folder,
                "",
                "us-east-1",
                false,
                Optional.empty(),
                4,
                Duration.ofSeconds(20));
        return new S3Remote(target, TestSecrets.of(SECRET), InstantSource.system());
    }

    @Override
    boolean isObjectStore() {
        return true;
    }

    @Override
    boolean hasRealFolders() {
        return true;
    }

    @Override
    boolean tellsLinks() {
        return false;
    }

    /** It does not list what it did not get itself. */
    @Override
    Path put(String path, String content) throws Exception {
        try (Connection other = remote().connect()) {
            other.write(path, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), n -> {});
        }
        return folder.resolve(path);
    }
}
