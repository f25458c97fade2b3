package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static prongsai.deploy.RemoteFile.Type.FILE;
import static prongsai.deploy.RemoteFile.Type.FOLDER;
import static prongsai.deploy.RemoteFile.Type.OTHER;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.RemoteFailure.Reason;

/** Every sentence of {@link Connection}, for one kind of server. */
abstract class ConnectionContract extends ContractTraits {

    private int number;

    /** The site's folder, as this computer sees it. */
    Path folder;

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        number++;
        folder = Files.createDirectory(shown.resolve("site" + number));
        connection = remote().connect();
    }

    final Remote remote() throws Exception {
        return remote(shown, "site" + number);
    }

    @AfterEach
    void disconnect() {
        if (connection != null) {
            connection.close();
        }
    }

    /** Puts a file there behind the connection's back. */
    Path put(String path, String content) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static InputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, String content) throws RemoteFailure {
        connection.write(path, bytes(content), n -> {});
    }

    @Test
    void tellsWhatStandsAtAPath() throws Exception {
        put("news/a.html", "สวัสดี");

        assertThat(connection.look("news/a.html")).map(RemoteFile::type).contains(FILE);
        assertThat(connection.look("news/a.html")).map(RemoteFile::size).contains(18L);
        assertThat(connection.look("news")).map(RemoteFile::type).contains(FOLDER);
        assertThat(connection.look("news")).map(RemoteFile::size).contains(0L);
        assertThat(connection.look("")).map(RemoteFile::type).contains(FOLDER);
        assertThat(connection.look("news/b.html")).isEmpty();
        assertThat(connection.look("nothing/b.html")).isEmpty();
        if (!isObjectStore() || !hasRealFolders()) {
            assertThat(connection.look("news/a.html/b")).isEmpty();
        }
    }

    @Test
    void listsAFolderWithItsHiddenFiles() throws Exception {
        put("news/a.html", "a");
        if (tellsHidden()) {
            put("news/.htaccess", "bc");
        }
        put("news/แผน 2568 (1).pdf", "");
        put("news/deeper/c.html", "c");

        Map<String, RemoteFile> listed = connection.list("news");

        if (tellsHidden()) {
            assertThat(listed.remove(".htaccess").size()).isEqualTo(2);
        }
        assertThat(listed).containsOnlyKeys("a.html", "แผน 2568 (1).pdf", "deeper");
        assertThat(listed.get("แผน 2568 (1).pdf").type()).isEqualTo(FILE);
        assertThat(listed.get("deeper").type()).isEqualTo(FOLDER);
        assertThat(connection.list("")).containsOnlyKeys("news");
        assertThat(connection.list("nothing")).isEmpty();
        assertThat(connection.list("news/a.html")).isEmpty();
    }

    @Test
    void readsAFileUnlessItIsTooLarge() throws Exception {
        put("a.html", "สวัสดี");
        put("empty", "");

        assertThat(connection.read("a.html", 18)).contains("สวัสดี".getBytes(StandardCharsets.UTF_8));
        assertThat(connection.read("empty", 0)).contains(new byte[0]);
        assertThat(connection.read("b.html", 18)).isEmpty();
        assertThatThrownBy(() -> connection.read("a.html", 17)).isInstanceOfSatisfying(RemoteFailure.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(e.arguments()).containsExactly("a.html");
        });
        assertThat(connection.look("a.html")).isPresent();
    }

    @Test
    void writesFilesNewAndOverOldOnes() throws Exception {
        write("a.html", "หนึ่ง");
        write("empty", "");

        assertThat(folder.resolve("a.html")).hasContent("หนึ่ง");
        assertThat(folder.resolve("empty")).isEmptyFile();

        write("a.html", "1");

        assertThat(folder.resolve("a.html")).hasContent("1");
    }

    @Test
    void writesALargeFileAndTellsOfEachPortion() throws Exception {
        byte[] large = new byte[5_000_000];
        new Random(1).nextBytes(large);
        List<Long> portions = new ArrayList<>();

        connection.write("large.pdf", new ByteArrayInputStream(large), portions::add);

        assertThat(Files.readAllBytes(folder.resolve("large.pdf"))).isEqualTo(large);
        assertThat(portions.stream().mapToLong(n -> n).sum()).isEqualTo(5_000_000);
        assertThat(portions).hasSizeGreaterThan(50).allMatch(n -> n > 0);
        assertThat(connection.read("large.pdf", 5_000_000)).contains(large);
    }

    @Test
    void saysWhereBytesCannotBeReadAndGoesOn() throws Exception {
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ < 100_000) {
                    return 'x';
                }
                throw new IOException("gone");
            }
        };

        assertThatThrownBy(() -> connection.write("a.html", broken, n -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("gone");

        write("b.html", "b");
        assertThat(folder.resolve("b.html")).hasContent("b");
    }

    @Test
    void writesIntoFoldersThatAreThereAlone() throws Exception {
        assertThat(connection.isObjectStore()).isEqualTo(isObjectStore());
        if (isObjectStore()) {
            write("nothing/a.html", "a");
            assertThat(folder.resolve("nothing/a.html")).hasContent("a");
            assertThat(connection.look("nothing")).map(RemoteFile::type).contains(FOLDER);
            return;
        }
        assertThatThrownBy(() -> write("nothing/a.html", "a")).isInstanceOfSatisfying(RemoteFailure.class, e -> {
            assertThat(e.isPassing()).isFalse();
            assertThat(e.arguments().get(0)).isEqualTo("nothing/a.html");
        });

        write("b.html", "b");
        assertThat(folder.resolve("b.html")).hasContent("b");
    }

    /** What is not there is told as such, and nothing that an answer in one piece cannot hold. */
    @Test
    void listsAllFilesAtOnceOrNotAtAll() throws Exception {
        put("index.html", "i");
        put("news/2569/a b.html", "สวัสดี");
        put("news/2569/.htaccess", "");

        Optional<NavigableMap<String, RemoteFile>> all = connection.listAll();

        if (isObjectStore()) {
            assertThat(all.orElseThrow())
                    .containsOnlyKeys("index.html", "news/2569/.htaccess", "news/2569/a b.html")
                    .extractingByKey("news/2569/a b.html")
                    .isEqualTo(connection.look("news/2569/a b.html").orElseThrow());
        } else {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void renamesAndTakesThePlaceOfAnotherFile() throws Exception {
        put("news/a.new", "new");
        put("news/a.html", "old");
        put("b.new", "b");

        connection.rename("news/a.new", "news/a.html");
        connection.rename("b.new", "news/b.html");

        assertThat(folder.resolve("news/a.html")).hasContent("new");
        assertThat(folder.resolve("news/b.html")).hasContent("b");
        assertThat(connection.list("news")).containsOnlyKeys("a.html", "b.html");
        assertThat(connection.list("")).containsOnlyKeys("news");
    }

    @Test
    void saysThatWhatIsNotThereCannotBeRenamed() throws Exception {
        put("a.html", "old");

        assertThatThrownBy(() -> connection.rename("a.new", "a.html"))
                .isInstanceOfSatisfying(
                        RemoteFailure.class, e -> assertThat(e.isPassing()).isFalse());

        assertThat(folder.resolve("a.html")).hasContent("old");
    }

    @Test
    void setsWhenAFileWasChanged() throws Exception {
        put("a.html", "a");
        Instant time = Instant.parse("2026-03-09T08:07:06.500Z");

        connection.setModified("a.html", time);

        if (isObjectStore()) {
            assertThat(connection.look("a.html").flatMap(RemoteFile::modified))
                    .isEqualTo(connection.list("").get("a.html").modified())
                    .hasValueSatisfying(written -> assertThat(written).isAfter(time));
        } else if (tellsTimes()) {
            Instant second = Instant.parse("2026-03-09T08:07:06Z");
            assertThat(connection.look("a.html").flatMap(RemoteFile::modified)).contains(second);
            assertThat(connection.list("").get("a.html").modified()).contains(second);
            assertThat(Files.getLastModifiedTime(folder.resolve("a.html")).toInstant())
                    .isEqualTo(second);
        } else {
            assertThat(connection.look("a.html").flatMap(RemoteFile::modified)).isEmpty();
        }
    }

    @Test
    void deletesAFileThatMayBeGoneAlready() throws Exception {
        put("a.html", "a");

        connection.delete("a.html");
        connection.delete("a.html");

        assertThat(folder.resolve("a.html")).doesNotExist();
    }

    @Test
    void deletesNoFolderAsAFile() throws Exception {
        put("news/a.html", "a");

        if (!hasRealFolders()) {
            connection.delete("news");
        } else {
            assertThatThrownBy(() -> connection.delete("news")).isInstanceOf(RemoteFailure.class);
        }

        assertThat(folder.resolve("news/a.html")).exists();
    }

    @Test
    void makesAFolderOnce() throws Exception {
        assertThat(connection.createFolder("news")).isTrue();
        assertThat(connection.createFolder("news")).isFalse();
        assertThat(connection.createFolder("news/2569")).isTrue();
        assertThat(folder.resolve("news/2569")).isDirectory();

        if (isObjectStore()) {
            return;
        }
        assertThatThrownBy(() -> connection.createFolder("nothing/2569")).isInstanceOf(RemoteFailure.class);
        put("a.html", "a");
        assertThatThrownBy(() -> connection.createFolder("a.html")).isInstanceOf(RemoteFailure.class);
    }

    /** A store that is asked by several at once may fail; then it is asked again, as a publication does. */
    private static boolean madeFolder(Connection connection, String path) throws RemoteFailure {
        for (int failures = 0; ; failures++) {
            try {
                return connection.createFolder(path);
            } catch (RemoteFailure e) {
                if (e.reason() != Reason.CONNECTION_LOST || failures == 3) {
                    throw e;
                }
            }
        }
    }

    @Test
    void letsOneAloneMakeAFolder() throws Exception {
        int many = 4;
        CyclicBarrier start = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        List<Connection> connections = new ArrayList<>();
        try {
            Remote remote = remote();
            for (int i = 0; i < many; i++) {
                connections.add(remote.connect());
            }
            for (int round = 0; round < 5; round++) {
                String path = "lock" + round;
                List<Future<Boolean>> made = new ArrayList<>();
                for (Connection each : connections) {
                    made.add(threads.submit(() -> {
                        start.await();
                        return madeFolder(each, path);
                    }));
                }
                int winners = 0;
                for (Future<Boolean> each : made) {
                    winners += each.get() ? 1 : 0;
                }
                assertThat(winners).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
            connections.forEach(Connection::close);
        }
    }

    @Test
    void deletesEmptyFoldersAlone() throws Exception {
        put("news/a.html", "a");
        Files.createDirectory(folder.resolve("empty"));

        assertThat(connection.deleteFolder("empty")).isTrue();
        assertThat(connection.deleteFolder("empty")).isTrue();
        assertThat(connection.deleteFolder("news")).isFalse();
        assertThat(folder.resolve("news/a.html")).exists();
        if (!isObjectStore() || !hasRealFolders()) {
            assertThat(folder.resolve("empty")).doesNotExist();
        }
    }

    @Test
    void followsNoLink(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret"), "s");
        Files.createSymbolicLink(folder.resolve("file"), elsewhere.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("folder"), elsewhere);
        Files.createSymbolicLink(folder.resolve("broken"), elsewhere.resolve("nothing"));

        if (tellsLinks()) {
            Optional<RemoteFile> link = connection.look("file");
            assertThat(link).map(RemoteFile::type).contains(OTHER);
            assertThat(link).map(RemoteFile::size).contains(0L);
            assertThat(connection.look("folder")).map(RemoteFile::type).contains(OTHER);
            assertThat(connection.list(""))
                    .allSatisfy((name, file) -> assertThat(file.type()).isEqualTo(OTHER));
            assertThat(connection.list("")).containsOnlyKeys("file", "folder", "broken");
            assertThat(connection.list("folder")).isEmpty();
            assertThatThrownBy(() -> connection.read("file", 10)).isInstanceOf(RemoteFailure.class);
            if (makesFilesAnew()) {
                assertThatThrownBy(() -> write("file", "x")).isInstanceOf(RemoteFailure.class);
            }
        }
        connection.delete("file");

        assertThat(elsewhere.resolve("secret")).hasContent("s");
        assertThat(Files.exists(folder.resolve("file"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void leavesOutNamesThatAreNoFilesOfASite() throws Exception {
        if (!listsLines()) {
            put("a\nb", "x");
        }
        put("c\u0007", "x");
        put("d\\e", "x");
        put("ดี", "x");

        assertThat(connection.list("")).containsOnlyKeys("ดี");
    }
}
