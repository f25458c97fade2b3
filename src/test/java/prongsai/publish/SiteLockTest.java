package prongsai.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import prongsai.publish.PublishFailure.Reason;

class SiteLockTest {

    @TempDir
    Path home;

    @Test
    void aSecondBuildOfTheSameSiteIsRefusedUnderWhateverName() throws Exception {
        Path site = Files.createDirectory(home.resolve("site"));
        Path link = Files.createSymbolicLink(home.resolve("link"), site);
        try (Stage first = Stage.open(site, Patience.NONE)) {
            for (Path name : List.of(site, link, home.resolve("./site"))) {
                PublishFailure failure =
                        catchThrowableOfType(PublishFailure.class, () -> Stage.open(name, Patience.NONE));
                assertThat(failure.reason()).isEqualTo(Reason.SITE_LOCKED);
                assertThat(failure.paths()).isEqualTo(List.of(first.site().toString()));
            }
        }
        Stage.open(link, Patience.NONE).close();
    }

    @Test
    void twoSitesAreBuiltAtOnce() throws Exception {
        try (Stage one = Stage.open(home.resolve("one"), Patience.NONE);
                Stage two = Stage.open(home.resolve("two"), Patience.NONE)) {
            assertThat(one.site()).isNotEqualTo(two.site());
        }
    }

    @Test
    @Timeout(30)
    void whoWaitsSaysSoOnceAndGetsTheSiteWhenItIsFree() throws Exception {
        Path site = home.resolve("site");
        Stage first = Stage.open(site, Patience.NONE);
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicInteger said = new AtomicInteger();
        Thread release = new Thread(() -> {
            try {
                waiting.await();
                Thread.sleep(150);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            first.close();
        });
        release.start();
        Patience patience = new Patience(Duration.ofSeconds(20), () -> {
            said.incrementAndGet();
            waiting.countDown();
        });
        Stage.open(site, patience).close();
        release.join();
        assertThat(said).hasValue(1);
    }

    @Test
    @Timeout(30)
    void patienceEnds() throws Exception {
        Path site = home.resolve("site");
        try (Stage first = Stage.open(site, Patience.NONE)) {
            AtomicInteger said = new AtomicInteger();
            PublishFailure failure = catchThrowableOfType(
                    PublishFailure.class,
                    () -> Stage.open(first.site(), new Patience(Duration.ofMillis(200), said::incrementAndGet)));
            assertThat(failure.reason()).isEqualTo(Reason.SITE_LOCKED);
            assertThat(said).hasValue(1);
        }
    }

    @Test
    @Timeout(60)
    void anotherProcessHoldsTheSiteUntilItIsKilled() throws Exception {
        Path site = home.resolve("site");
        Process holder = PublishingProcess.start("hold", site);
        try {
            assertThat(PublishingProcess.firstLine(holder)).isEqualTo("held");
            PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> Stage.open(site, Patience.NONE));
            assertThat(failure.reason()).isEqualTo(Reason.SITE_LOCKED);
            // To be refused must not have loosened the lock.
            assertThat(catchThrowableOfType(PublishFailure.class, () -> Stage.open(site, Patience.NONE)))
                    .isNotNull();
            assertThat(LinkedSite.tree(home)).containsKey("." + site.getFileName() + ".prongsai-stage/1");
        } finally {
            PublishingProcess.kill(holder);
        }
        Stage.open(site, Patience.NONE).close();
        assertThat(LinkedSite.tree(home).keySet()).containsExactly("site/.prongsai-lock");
    }

    @Test
    @Timeout(60)
    void anotherProcessIsRefusedWhileThisOneHoldsTheSite() throws Exception {
        Path site = home.resolve("site");
        try (Stage first = Stage.open(site, Patience.NONE)) {
            // Another attempt inside this process must not drop the lock that other processes see.
            assertThat(catchThrowableOfType(PublishFailure.class, () -> Stage.open(first.site(), Patience.NONE)))
                    .isNotNull();
            Process second = PublishingProcess.start("hold", site);
            try {
                assertThat(PublishingProcess.firstLine(second)).isEqualTo("SITE_LOCKED");
            } finally {
                PublishingProcess.kill(second);
            }
        }
    }

    @Test
    void aLockFileThatIsALinkIsNotFollowed() throws IOException {
        Path outside = home.resolve("outside");
        Path site = Files.createDirectory(home.resolve("site"));
        Files.createSymbolicLink(site.resolve(SiteLock.FILE), outside);
        PublishFailure failure = catchThrowableOfType(PublishFailure.class, () -> Stage.open(site, Patience.NONE));
        assertThat(failure.reason()).isEqualTo(Reason.DISK_ERROR);
        assertThat(outside).doesNotExist();
    }
}
