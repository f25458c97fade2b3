package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.PublishFailure.Reason;

/** The disk refuses: each time a reason, and a site as whole as after a kill. */
class DiskFailureTest {

    private static final LinkedSite OLD = LinkedSite.random(3);
    private static final LinkedSite NEXT = LinkedSite.random(4);

    @TempDir
    Path home;

    /** Refuses one change, and does all others. */
    private static final class RefusingDisk extends Disk {
        private final int refused;
        private final IOException refusal;
        private int changes;

        RefusingDisk(int refused, IOException refusal) {
            this.refused = refused;
            this.refusal = refusal;
        }

        @Override
        void before(String change, Path path) throws IOException {
            if (changes++ == refused) {
                throw refusal;
            }
        }

        @Override
        void sync(Path file) throws IOException {
            before("sync", file);
        }
    }

    @Test
    void whicheverChangeIsRefusedTheSiteIsWholeAndTheNextBuildCompletesIt() throws Exception {
        DyingDisk.publish(NEXT, home.resolve("clean"));
        SortedMap<String, String> clean = LinkedSite.tree(home.resolve("clean"));
        Path site = home.resolve("site");
        DyingDisk.publish(OLD, site);
        SortedMap<String, String> old = LinkedSite.tree(site);
        List<Boolean> begun = new ArrayList<>();
        boolean refused = true;
        for (int change = 0; refused; change++) {
            RefusingDisk disk = new RefusingDisk(change, new IOException("No space left on device"));
            try (Stage stage = Stage.open(site, Patience.NONE, disk)) {
                SitePublisher.publish(stage, NEXT.stageOn(stage));
                refused = disk.changes < change;
            } catch (PublishFailure failure) {
                assertThat(failure.reason()).isEqualTo(Reason.DISK_FULL);
                begun.add(failure.begun());
                if (!failure.begun()) {
                    assertThat(LinkedSite.tree(site)).containsAllEntriesOf(old);
                }
            }
            assertThat(LinkedSite.faults(site)).isEmpty();
            DyingDisk.publish(NEXT, site);
            assertThat(LinkedSite.tree(site)).isEqualTo(clean);
            DyingDisk.publish(OLD, site);
        }
        // First come the failures that change nothing.
        assertThat(begun).contains(false, true).isSorted();
    }

    @Test
    void theSystemsWordsBecomeAReasonAndAPath() {
        Path place = home.toAbsolutePath();
        assertThat(List.of(
                        reason(new AccessDeniedException("/site/a.html")),
                        reason(new FileSystemException("/site/a.html", null, "Read-only file system")),
                        reason(new FileSystemException("/site/a.html", null, "Operation not permitted")),
                        reason(new FileSystemException("/site/a.html", null, "No space left on device")),
                        reason(new FileSystemException("/site/a.html", null, "Disk quota exceeded")),
                        reason(new FileSystemException("/site/a.html", null, "There is not enough space on the disk")),
                        reason(new FileSystemException("/site/a.html", null, "Input/output error"))))
                .isEqualTo(List.of(
                        Reason.NOT_PERMITTED,
                        Reason.NOT_PERMITTED,
                        Reason.NOT_PERMITTED,
                        Reason.DISK_FULL,
                        Reason.DISK_FULL,
                        Reason.DISK_FULL,
                        Reason.DISK_ERROR));
        assertThat(PublishFailure.of(new AccessDeniedException("/site/a.html"), place, true)
                        .paths())
                .isEqualTo(List.of("/site/a.html"));
        assertThat(PublishFailure.of(new IOException((String) null), place, true)
                        .paths())
                .isEqualTo(List.of(place.toString()));
    }

    private Reason reason(IOException cause) {
        return PublishFailure.of(cause, home, false).reason();
    }

    @Test
    void whereNothingCanBeMovedInFromBesideTheStageIsInside() throws Exception {
        Path site = home.resolve("site");
        List<String> changes = new ArrayList<>();
        Disk mountPoint = new Disk() {
            @Override
            void before(String change, Path path) {
                changes.add(change + " " + home.relativize(path));
            }

            @Override
            void move(Path from, Path to) throws IOException {
                if (!from.startsWith(site.toRealPath())) {
                    throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "another file system");
                }
                super.move(from, to);
            }
        };
        try (Stage stage = Stage.open(site, Patience.NONE, mountPoint)) {
            SitePublisher.publish(stage, OLD.stageOn(stage));
            assertThat(changes).contains("write site/.prongsai-stage/1");
        }
        DyingDisk.publish(OLD, home.resolve("clean"));
        assertThat(LinkedSite.tree(site)).isEqualTo(LinkedSite.tree(home.resolve("clean")));
    }

    @Test
    void aFolderThatMayNotBeWrittenToStopsThePublicationBeforeAnythingChanges() throws Exception {
        assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assumeFalse("root".equals(System.getProperty("user.name")), "the superuser may write anywhere");
        Path site = home.resolve("site");
        DyingDisk.publish(OLD, site);
        SortedMap<String, String> old = LinkedSite.tree(site);
        Path folder = site.resolve("assets");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> DyingDisk.publish(NEXT, site));
            assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(failure.paths()).isEqualTo(List.of(folder.toRealPath().toString()));
            assertThat(failure.begun()).isFalse();
            assertThat(LinkedSite.tree(site)).isEqualTo(old);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        DyingDisk.publish(NEXT, site);
        assertThat(LinkedSite.faults(site)).isEmpty();
    }

    @Test
    void aSiteThatMayNotBeWrittenToIsNamed() throws Exception {
        assumeTrue(Files.getFileStore(home).supportsFileAttributeView("posix"), "no POSIX permissions here");
        assumeFalse("root".equals(System.getProperty("user.name")), "the superuser may write anywhere");
        Path site = Files.createDirectory(home.resolve("site"));
        Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> DyingDisk.publish(NEXT, site));
            assertThat(failure.reason()).isEqualTo(Reason.NOT_PERMITTED);
            assertThat(failure.paths())
                    .isEqualTo(
                            List.of(site.toRealPath().resolve(".prongsai-lock").toString()));
        } finally {
            Files.setPosixFilePermissions(site, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
