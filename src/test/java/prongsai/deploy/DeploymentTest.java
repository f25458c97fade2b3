package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.DeploymentFailure.Reason;
import prongsai.publish.LinkedSite;
import prongsai.publish.PublishReport;
import prongsai.site.OutputPath;

/** Publishing to a server that does what it is told. */
class DeploymentTest {

    private static final LinkedSite FIRST =
            LinkedSite.of(1, Map.of("index.html", List.of("a.html"), "a.html", List.of()));
    private static final LinkedSite SECOND =
            LinkedSite.of(2, Map.of("index.html", List.of("b/index.html"), "b/index.html", List.of()));

    private Path server = Path.of("");
    private Computer computer = new Computer(Path.of(""), "");
    private Path home = Path.of("");

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = folder;
        server = Files.createDirectories(folder.resolve("server"));
        computer = new Computer(Files.createDirectories(folder.resolve("computer")), "somchai");
    }

    private FaultyRemote remote() {
        return FaultyRemote.sound(server);
    }

    private SortedMap<String, String> standing() {
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.tree(server));
        files.remove(Bookkeeping.MANIFEST);
        files.remove("/");
        return files;
    }

    private static DeploymentFailure failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return catchThrowableOfType(DeploymentFailure.class, act);
    }

    private static List<OutputPath> paths(String... paths) {
        return List.of(paths).stream().map(OutputPath::new).toList();
    }

    private void write(String path, String text) throws Exception {
        Files.writeString(server.resolve(path), text);
    }

    @Test
    void putsTheSiteAndItsManifestThereAndNothingElse() throws Exception {
        DeploymentReport report = computer.build(FIRST).publish(remote());
        assertThat(report.changes())
                .isEqualTo(new PublishReport(paths("a.html", "index.html"), List.of(), List.of(), 0));
        assertThat(standing()).isEqualTo(FIRST.files());
        assertThat(server.resolve(Bookkeeping.MANIFEST))
                .hasSameTextualContentAs(computer.home().resolve("site/" + Bookkeeping.MANIFEST));
    }

    @Test
    void sendsAssetsBeforePagesAndDeletesBeforeTheManifestOnly() throws Exception {
        computer.build(LinkedSite.random(2)).publish(remote());
        FaultyRemote remote = remote();
        computer.build(LinkedSite.random(106)).publish(remote);
        List<String> steps = remote.acts().stream()
                .filter(act -> act.matches("(rename|delete) .*"))
                .filter(act -> !act.matches(
                        "delete (folder )?[.].*|delete folder .*|rename .prongsai-(publishing|unreached).*"))
                .map(act -> act.replaceAll("\\.[0-9a-f]{8}\\.", "."))
                .toList();
        assertThat(steps)
                .containsExactly(
                        "rename news/2563/a/index.html",
                        "rename feed.xml",
                        "rename 404.html",
                        "rename index.html",
                        "rename ita/2562/index.html",
                        "delete news/2563/b/index.html",
                        "delete news/index.html",
                        "delete data/items.csv",
                        "rename .prongsai-manifest.json");
    }

    @Test
    void keepsTheTimeOfAFile() throws Exception {
        computer.build(FIRST);
        FileTime time = FileTime.from(Instant.parse("2020-05-01T03:04:05Z"));
        Files.setLastModifiedTime(computer.home().resolve("site/a.html"), time);
        computer.publish(remote());
        assertThat(Files.getLastModifiedTime(server.resolve("a.html"))).isEqualTo(time);
    }

    @Test
    void aSecondRunTouchesNothing() throws Exception {
        computer.build(FIRST).publish(remote());
        FaultyRemote remote = remote();
        DeploymentReport report = computer.publish(remote);
        assertThat(report.changes()).isEqualTo(new PublishReport(List.of(), List.of(), List.of(), 2));
        assertThat(remote.acts())
                .containsExactly(
                        "connect ",
                        "create folder .prongsai-lock",
                        "write .prongsai-lock/owner",
                        "read .prongsai-lock/owner",
                        "read .prongsai-publishing.json",
                        "look .prongsai-manifest.json",
                        "look a.html",
                        "look index.html",
                        "look .prongsai-upload",
                        "read .prongsai-lock/owner",
                        "delete .prongsai-lock/owner",
                        "delete folder .prongsai-lock");
    }

    @Test
    void oneChangedPageOfManyIsAllThatIsSent() throws Exception {
        computer.build(LinkedSite.large(1, 300)).publish(remote());
        TreeMap<String, String> files = new TreeMap<>(LinkedSite.large(1, 300).files());
        files.put("p0/q3/index.html", files.get("p0/q3/index.html").replace("<html>", "<html lang=\"th\">"));
        DeploymentReport report = computer.build(new LinkedSite(files)).publish(remote());
        assertThat(report.changes().changed()).isEqualTo(paths("p0/q3/index.html"));
        assertThat(report.bytes()).isEqualTo(files.get("p0/q3/index.html").length());
        assertThat(standing()).isEqualTo(files);
    }

    @Test
    void aRehearsalTellsTheSameAndChangesNothing() throws Exception {
        computer.build(FIRST).publish(remote());
        SortedMap<String, String> before = LinkedSite.tree(server);
        DeploymentReport report = computer.build(SECOND).rehearse(remote());
        assertThat(report.changes())
                .isEqualTo(new PublishReport(paths("b/index.html"), paths("index.html"), paths("a.html"), 0));
        assertThat(LinkedSite.tree(server)).isEqualTo(before);
        assertThat(computer.publish(remote()).changes()).isEqualTo(report.changes());
    }

    @Test
    void whatOthersPutThereStays() throws Exception {
        computer.build(FIRST);
        Files.createDirectories(server.resolve("webmail"));
        write("webmail/index.html", "mail");
        computer.publish(remote());
        computer.build(SECOND).publish(remote());
        TreeMap<String, String> expected = new TreeMap<>(SECOND.files());
        expected.put("webmail/index.html", "mail");
        assertThat(standing()).isEqualTo(expected);
    }

    @Test
    void aFileThatOthersChangedIsToldBeforeAnythingIsOverwritten() throws Exception {
        computer.build(FIRST).publish(remote());
        String defaced = FIRST.files().get("index.html").replace('<', '{');
        write("index.html", defaced);
        SortedMap<String, String> before = LinkedSite.tree(server);
        DeploymentFailure failure = failure(() -> computer.build(SECOND).publish(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_CHANGES);
        assertThat(failure.arguments()).containsExactly("index.html");
        assertThat(LinkedSite.tree(server)).isEqualTo(before);
        DeploymentReport forced = computer.force(remote());
        assertThat(forced.overwritten()).containsExactly("index.html");
        assertThat(standing()).isEqualTo(SECOND.files());
    }

    @Test
    void aChangeOfAPageThatStaysIsToldToo() throws Exception {
        computer.build(FIRST).publish(remote());
        write("a.html", FIRST.files().get("a.html").replace('<', '{'));
        DeploymentFailure failure = failure(() -> computer.publish(remote()));
        assertThat(failure.arguments()).containsExactly("a.html");
    }

    @Test
    void aFileInTheWayIsToldUnlessItHasJustTheRightBytes() throws Exception {
        computer.build(FIRST);
        write("index.html", "the old vendor's");
        write("a.html", FIRST.files().get("a.html"));
        DeploymentFailure failure = failure(() -> computer.publish(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.FOREIGN_CHANGES);
        assertThat(failure.arguments()).containsExactly("index.html");
        assertThat(computer.force(remote()).changes())
                .isEqualTo(new PublishReport(List.of(), paths("index.html"), List.of(), 1));
        assertThat(standing()).isEqualTo(FIRST.files());
    }

    @Test
    void aFileThatVanishedIsPutBack() throws Exception {
        computer.build(FIRST).publish(remote());
        Files.delete(server.resolve("a.html"));
        DeploymentReport report = computer.publish(remote());
        assertThat(report.healed()).containsExactly("a.html");
        assertThat(standing()).isEqualTo(FIRST.files());
    }

    @Test
    void aPageTakesTheNameOfAFolderAndAFolderThatOfAPage() throws Exception {
        LinkedSite folders = LinkedSite.of(1, Map.of("index.html", List.of("a/b.html"), "a/b.html", List.of()));
        LinkedSite files = LinkedSite.of(1, Map.of("index.html", List.of("a"), "a", List.of()));
        computer.build(folders).publish(remote());
        computer.build(files).publish(remote());
        assertThat(standing()).isEqualTo(files.files());
        computer.build(folders).publish(remote());
        assertThat(standing()).isEqualTo(folders.files());
    }

    @Test
    void withoutAFinishedSiteNothingIsPublished() throws Exception {
        Files.createDirectories(computer.home().resolve("site"));
        assertThat(failure(() -> computer.publish(remote())).reason()).isEqualTo(Reason.NO_SITE);
        assertThat(standing()).isEmpty();
    }

    @Test
    void aSiteThatIsNotAsTheBuildLeftItIsNotSent() throws Exception {
        computer.build(FIRST);
        Files.writeString(computer.home().resolve("site/a.html"), "edited by hand");
        DeploymentFailure failure = failure(() -> computer.publish(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.SITE_DAMAGED);
        assertThat(failure.arguments()).containsExactly("a.html");
        assertThat(standing()).isEmpty();
    }

    @Test
    void twoOfficersDoNotPublishAtOnce() throws Exception {
        computer.build(FIRST).publish(remote());
        Files.createDirectory(server.resolve(Bookkeeping.LOCK));
        write(Bookkeeping.LOCK + "/owner", "x\nมาลี\n2026-11-26T01:00:00Z\n");
        DeploymentFailure failure = failure(() -> computer.build(SECOND).publish(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.BUSY);
        assertThat(failure.arguments()).containsExactly("มาลี", "2026-11-26T01:00:00Z");
        assertThat(standing()).containsKey(Bookkeeping.LOCK + "/owner").containsKey("a.html");
        computer.force(remote());
        assertThat(standing()).isEqualTo(SECOND.files());
    }

    @Test
    void aLockThatWasLeftBehindIsTakenOver() throws Exception {
        Path lock = Files.createDirectory(server.resolve(Bookkeeping.LOCK));
        write(Bookkeeping.LOCK + "/owner", "x\nมาลี\n2026-11-26T01:00:00Z\n");
        FileTime old = FileTime.from(Instant.now().minus(RemoteLock.STALE).minus(Duration.ofMinutes(1)));
        Files.setLastModifiedTime(lock.resolve("owner"), old);
        computer.build(FIRST).publish(remote());
        assertThat(standing()).isEqualTo(FIRST.files());
    }

    @Test
    void aSecondComputerGoesOnFromWhatTheFirstPublishedAndSaysSo() throws Exception {
        computer.build(FIRST).publish(remote());
        Computer other = new Computer(Files.createDirectories(home.resolve("other")), "malee");
        assertThat(other.build(SECOND).publish(remote()).elsewhere()).isTrue();
        assertThat(other.publish(remote()).elsewhere()).isFalse();
        assertThat(computer.build(FIRST).publish(remote()).elsewhere()).isTrue();
        assertThat(standing()).isEqualTo(FIRST.files());
    }

    @Test
    void goesBackThroughTheLastFivePublications() throws Exception {
        for (int version = 0; version < 8; version++) {
            computer.build(LinkedSite.large(version, 20)).publish(remote());
        }
        for (int version = 6; version >= 2; version--) {
            DeploymentReport report = computer.rollBack(remote());
            assertThat(report.earlier())
                    .contains(
                            Instant.ofEpochSecond(1_600_000_000L + version + 1).toString());
            assertThat(standing()).isEqualTo(LinkedSite.large(version, 20).files());
        }
        assertThat(failure(() -> computer.rollBack(remote())).reason()).isEqualTo(Reason.NOTHING_EARLIER);
    }

    @Test
    void aRollbackAfterACutPutsBackWhatStoodBefore() throws Exception {
        computer.build(FIRST).publish(remote());
        computer.build(SECOND);
        failure(() -> computer.publish(FaultyRemote.cutAfter(server, 23)));
        assertThat(standing()).isNotEqualTo(FIRST.files()).isNotEqualTo(SECOND.files());
        computer.rollBack(remote());
        assertThat(standing()).isEqualTo(FIRST.files());
        computer.publish(remote());
        failure(() -> computer.run(
                FaultyRemote.cutAfter(server, 23), computer.options(DeploymentOptions.From.EARLIER, false, false)));
        assertThat(standing()).isNotEqualTo(FIRST.files()).isNotEqualTo(SECOND.files());
        computer.rollBack(remote());
        assertThat(standing()).isEqualTo(FIRST.files());
    }

    @Test
    void aRollbackNeedsTheBytesAndTheSiteThatItKnows() throws Exception {
        computer.build(FIRST).publish(remote());
        computer.build(SECOND).publish(remote());
        new Computer(Files.createDirectories(home.resolve("other")), "malee")
                .build(LinkedSite.random(1))
                .publish(remote());
        assertThat(failure(() -> computer.rollBack(remote())).reason()).isEqualTo(Reason.PUBLISHED_ELSEWHERE);
        computer.run(remote(), computer.options(DeploymentOptions.From.EARLIER, false, true));
        assertThat(standing()).isEqualTo(SECOND.files());
        try (var kept = Files.walk(computer.home().resolve("memory/files"))) {
            for (Path file : kept.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        DeploymentFailure failure = failure(() -> computer.rollBack(remote()));
        assertThat(failure.reason()).isEqualTo(Reason.NO_LONGER_KEPT);
        assertThat(failure.arguments()).containsExactly("a.html", "index.html");
        assertThat(standing()).isEqualTo(SECOND.files());
    }

    @Test
    void bytesThatNoRememberedPublicationHasAreForgotten() throws Exception {
        for (int version = 0; version < 8; version++) {
            computer.build(LinkedSite.of(version, Map.of("index.html", List.of())))
                    .publish(remote());
        }
        try (var kept = Files.walk(computer.home().resolve("memory/files"))) {
            assertThat(kept.filter(Files::isRegularFile)).hasSize(Publications.KEPT);
        }
    }

    @Test
    void aServerThatLiesAboutSizesIsNotBelieved() throws Exception {
        computer.build(FIRST).publish(remote());
        Remote liar = new LyingRemote(remote());
        DeploymentFailure failure = failure(() -> computer.build(SECOND).publish(liar));
        assertThat(failure.reason()).isEqualTo(Reason.SIZE_DIFFERS);
        assertThat(standing().get("index.html")).isEqualTo(FIRST.files().get("index.html"));
        computer.publish(remote());
        assertThat(standing()).isEqualTo(SECOND.files());
    }

    /** Says of every file that has just arrived that it is one byte larger. */
    private record LyingRemote(Remote real) implements Remote {
        @Override
        public Connection connect() throws RemoteFailure {
            return (Connection) java.lang.reflect.Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, lie(real.connect()));
        }

        private static java.lang.reflect.InvocationHandler lie(Connection connection) {
            return (proxy, method, arguments) -> {
                try {
                    Object answer = method.invoke(connection, arguments);
                    return answer instanceof Optional<?> found
                                    && found.orElse(null) instanceof RemoteFile file
                                    && ((String) arguments[0]).startsWith(Bookkeeping.UPLOADS + "/")
                            ? Optional.of(new RemoteFile(file.type(), file.size() + 1, file.modified()))
                            : answer;
                } catch (java.lang.reflect.InvocationTargetException e) {
                    throw e.getCause();
                }
            };
        }

        @Override
        public int connections() {
            return 1;
        }
    }
}
