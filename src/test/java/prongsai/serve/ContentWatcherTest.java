package prongsai.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentWatcherTest {

    private final Semaphore changes = new Semaphore(0);
    private Path content;
    private Path templates;
    private ContentWatcher watcher;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        content = Files.createDirectories(own.resolve("content"));
        templates = own.resolve("templates");
        write("pages/a.md", "ก");
        write("news/2563/b.md", "ข");
        watch(ContentWatcher.of(List.of(content, templates)));
    }

    private void watch(ContentWatcher next) {
        watcher = next;
        watcher.start(changes::release);
    }

    @AfterEach
    void tearDown() {
        watcher.close();
    }

    private Path write(String path, String text) throws IOException {
        Path file = content.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** One change at least; whatever else was told of it is over when this returns. */
    private void assertTold() throws InterruptedException {
        assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        while (changes.tryAcquire(300, TimeUnit.MILLISECONDS)) {
            // More of the same.
        }
    }

    private void assertNotTold() throws InterruptedException {
        assertThat(changes.tryAcquire(2500, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void aFileThatIsWrittenIsAChange() throws Exception {
        write("pages/a.md", "ค");
        assertTold();
        write("pages/a.md", "ง");
        assertTold();
    }

    @Test
    void aFileThatTakesThePlaceOfAnotherIsAChange() throws Exception {
        Path draft = write("pages/.a.md.swp", "ค");
        assertNotTold();
        Files.move(draft, content.resolve("pages/a.md"), StandardCopyOption.REPLACE_EXISTING);
        assertTold();
    }

    @Test
    void aFileThatComesOrGoesIsAChange() throws Exception {
        Path file = write("news/2563/c.md", "ค");
        assertTold();
        Files.delete(file);
        assertTold();
    }

    @Test
    void aNewFolderIsWatchedWithAllThatIsInIt() throws Exception {
        write("news/2564/a/b/c.md", "ค");
        assertTold();
        write("news/2564/a/b/c.md", "ง");
        assertTold();
        write("news/2564/a/d/e.md", "จ");
        assertTold();
    }

    /** Deep folders grow while the watcher enters them; none may be passed by. */
    @Test
    void foldersThatGrowWhileTheyAreFoundAreWatched() throws Exception {
        for (int i = 0; i < 20; i++) {
            String deep = "files/" + i + "/a/b/c/d/e/f.md";
            write(deep, "ก");
            assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
            TimeUnit.MILLISECONDS.sleep(60);
            changes.drainPermits();
            write(deep, "ข");
            assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).as(deep).isTrue();
            TimeUnit.MILLISECONDS.sleep(60);
            changes.drainPermits();
        }
    }

    @Test
    void aFolderThatIsMovedIsWatchedWhereItIs() throws Exception {
        Files.move(content.resolve("news/2563"), content.resolve("news/2565"));
        assertTold();
        write("news/2565/b.md", "ค");
        assertTold();
        Files.delete(content.resolve("news/2565/b.md"));
        Files.delete(content.resolve("news/2565"));
        assertTold();
        write("news/2565/b.md", "ง");
        assertTold();
    }

    @Test
    void manyChangesAtOnceAreFew() throws Exception {
        for (int i = 0; i < 50; i++) {
            write("pages/p" + i + ".md", "ก");
        }
        assertThat(changes.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        TimeUnit.SECONDS.sleep(3);
        assertThat(changes.availablePermits()).isLessThan(8);
    }

    @Test
    void changesWithoutEndDoNotPutOffTheFirst() throws Exception {
        Thread writer = new Thread(() -> {
            try {
                for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                    write("files/log.txt", "x".repeat(i % 100));
                    TimeUnit.MILLISECONDS.sleep(5);
                }
            } catch (IOException | InterruptedException end) {
                // Asked to end.
            }
        });
        writer.start();
        assertThat(changes.tryAcquire(3, 30, TimeUnit.SECONDS)).isTrue();
        writer.interrupt();
        writer.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/index", "pages/.b.md.swp", "files/~$list.docx", "Thumbs.db", "files/.DS_Store"})
    void whatNoBuildReadsIsNoChange(String path) throws Exception {
        Files.createDirectories(content.resolve(path).getParent());
        while (changes.tryAcquire(500, TimeUnit.MILLISECONDS)) {
            // A folder that is new is a change.
        }
        write(path, "x");
        assertNotTold();
    }

    @Test
    void aFolderThatComesLaterIsWatched() throws Exception {
        Files.createDirectories(templates);
        Files.writeString(templates.resolve("base.ftlh"), "ก");
        assertTold();
        TimeUnit.SECONDS.sleep(3);
        changes.drainPermits();
        Files.writeString(templates.resolve("base.ftlh"), "ข");
        assertTold();
    }

    @Test
    void aWholeTreeThatIsExchangedIsWatched() throws Exception {
        Path other = content.resolveSibling("other");
        Files.createDirectories(other.resolve("pages"));
        Files.writeString(other.resolve("pages/z.md"), "ก");
        Files.move(content, content.resolveSibling("old"));
        Files.move(other, content);
        assertTold();
        TimeUnit.SECONDS.sleep(3);
        changes.drainPermits();
        write("pages/z.md", "ข");
        assertTold();
    }

    @Test
    void aChangeBetweenTheNoteAndTheStartIsNotMissed() throws Exception {
        watcher.close();
        ContentWatcher next = ContentWatcher.of(List.of(content));
        write("pages/a.md", "ค");
        watch(next);
        assertTold();
    }

    @Test
    void whatTheSystemDoesNotTellIsFoundByLooking() throws Exception {
        watcher.close();
        watch(ContentWatcher.blind(List.of(content, templates)));
        Path file = write("pages/new.md", "ก");
        assertTold();
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        assertTold();
        Files.delete(file);
        assertTold();
        assertNotTold();
    }

    @Test
    void whatWasToldIsNotFoundAgainByLooking() throws Exception {
        write("pages/a.md", "ค");
        assertTold();
        assertThat(changes.tryAcquire(3, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void afterTheEndNothingIsTold() throws Exception {
        watcher.close();
        write("pages/a.md", "ค");
        assertNotTold();
    }
}
