package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.sftp.SftpRemote;
import prongsai.publish.LinkedSite;

/** Disks that are full, on a real OpenSSH, which says only that it failed; and one where nobody may write. */
class SmallDiskTest {

    private static final LinkedSite SMALL = LinkedSite.of(1, Map.of("index.html", java.util.List.of()));

    private Path home = Path.of("");
    private Path disk = Path.of("");
    private boolean isMounted;
    private Optional<OpenSshServer> server = Optional.empty();

    @BeforeEach
    void mount(@TempDir Path folder) throws Exception {
        home = folder;
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                System.getProperty("os.name").equals("Linux")
                        && succeeds("mount", "-t", "tmpfs", "-o", "size=512k,nr_inodes=60", "tmpfs", disk.toString()),
                "only root may mount a small disk, and not in every container");
        isMounted = true;
    }

    @AfterEach
    void unmount() throws Exception {
        server.ifPresent(OpenSshServer::close);
        if (isMounted) {
            assertThat(succeeds("umount", "-l", disk.toString())).isTrue();
        }
    }

    private static boolean succeeds(String... command) throws Exception {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private Remote remote() throws Exception {
        Path settings = Files.createDirectory(home.resolve("settings"));
        OpenSshServer started = OpenSshServer.start(settings);
        server = Optional.of(started);
        Path key = OpenSshServer.makeKey(settings.resolve("id"), "ed25519", "");
        started.authorize(key);
        Path known = Files.writeString(
                settings.resolve("known_hosts"), started.knownHost("[127.0.0.1]:" + started.port(), "ed25519"));
        return new SftpRemote(started.target(disk, Optional.of(key), Optional.empty(), known), TestSecrets.none());
    }

    private void isToldAndHealed(Computer computer, Remote remote, LinkedSite next, Path inTheWay) throws Exception {
        DeploymentFailure failure = catchThrowableOfType(
                DeploymentFailure.class, () -> computer.build(next).publish(remote));
        assertThat(failure.remote().map(RemoteFailure::reason)).contains(RemoteFailure.Reason.DISK_FULL);
        assertThat(LinkedSite.faults(disk)).isEmpty();
        assertThat(disk.resolve("index.html")).hasContent(SMALL.files().get("index.html"));
        assertThat(disk.resolve(Bookkeeping.LOCK)).doesNotExist();

        if (Files.isDirectory(inTheWay)) {
            try (var files = Files.list(inTheWay)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(inTheWay);
        computer.publish(remote);
        TreeMap<String, String> standing = new TreeMap<>(LinkedSite.tree(disk));
        standing.remove(Bookkeeping.MANIFEST);
        assertThat(standing).isEqualTo(next.files());
    }

    private static LinkedSite with(String path, String text) {
        TreeMap<String, String> files = new TreeMap<>(SMALL.files());
        files.put(path, text);
        return new LinkedSite(files);
    }

    @Test
    void noRoomForAFileIsToldChangesNothingAndHeals() throws Exception {
        Remote remote = remote();
        Computer computer = new Computer(Files.createDirectory(home.resolve("computer")), "somchai").build(SMALL);
        computer.publish(remote);
        Path filler = Files.write(disk.resolve("mail"), new byte[300_000]);
        isToldAndHealed(computer, remote, with("large.txt", "a".repeat(300_000)), filler);
    }

    @Test
    void aDiskWithoutAnyRoomIsToldBeforeTheLockIsTaken() throws Exception {
        Remote remote = remote();
        Computer computer = new Computer(Files.createDirectory(home.resolve("computer")), "somchai").build(SMALL);
        computer.publish(remote);
        Path filler = disk.resolve("mail");
        try (var out = Files.newOutputStream(filler)) {
            out.write(new byte[600_000]);
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        isToldAndHealed(computer, remote, with("more.txt", "more"), filler);
    }

    @Test
    void noRoomForOneMoreFileIsToldToo() throws Exception {
        Remote remote = remote();
        Computer computer = new Computer(Files.createDirectory(home.resolve("computer")), "somchai").build(SMALL);
        computer.publish(remote);
        Path filler = Files.createDirectory(disk.resolve("mail"));
        try {
            for (int i = 0; i < 100; i++) {
                Files.createFile(filler.resolve("m" + i));
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
        for (int i = 0; i < 4; i++) {
            Files.delete(filler.resolve("m" + i));
        }
        isToldAndHealed(computer, remote, with("a/b/c/d/more.txt", "more"), filler);
    }

    @Test
    void aSiteWhereNobodyMayWriteIsPublished() throws Exception {
        Computer computer = new Computer(Files.createDirectory(disk.resolve("computer")), "somchai").build(SMALL);
        assertThat(succeeds("mount", "-o", "remount,ro", disk.toString())).isTrue();
        Path shown = Files.createDirectory(home.resolve("shown"));
        DeploymentOptions options = new DeploymentOptions(
                computer.home().resolve("site"),
                home.resolve("memory"),
                "web",
                DeploymentOptions.From.BUILD,
                false,
                false,
                "somchai",
                "token",
                Instant.ofEpochSecond(1_600_000_000));
        computer.run(FaultyRemote.sound(shown), options);
        assertThat(shown.resolve("index.html")).hasContent(SMALL.files().get("index.html"));
    }
}
