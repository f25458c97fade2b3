package prongsai.deploy.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import prongsai.deploy.Connection;
import prongsai.deploy.TestBucket;
import prongsai.deploy.TestSecrets;

/** The lock of a bucket, in stores that honour conditions, pass over them in silence, or do not know them. */
final class S3ConditionsTest {

    private static final Duration SETTLING = Duration.ofMillis(300);

    private static S3Remote remote(TestBucket bucket) {
        return new S3Remote(bucket.target("ita"), TestSecrets.of(TestBucket.SECRET), InstantSource.system(), SETTLING);
    }

    @ParameterizedTest
    @EnumSource(TestBucket.Conditions.class)
    void oneAloneMakesAFolder(TestBucket.Conditions conditions, @TempDir Path folder) throws Exception {
        int many = 3;
        ExecutorService pool = Executors.newFixedThreadPool(many);
        try (TestBucket bucket = TestBucket.start(Files.createDirectory(folder.resolve("store")), Optional.empty())) {
            bucket.behave(conditions);
            CyclicBarrier begin = new CyclicBarrier(many);
            List<Future<Boolean>> made = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                made.add(pool.submit(() -> {
                    try (Connection connection = remote(bucket).connect()) {
                        begin.await();
                        return connection.createFolder("lock");
                    }
                }));
            }
            int winners = 0;
            for (Future<Boolean> each : made) {
                winners += each.get() ? 1 : 0;
            }
            assertThat(winners).isEqualTo(1);
            try (Connection connection = remote(bucket).connect()) {
                assertThat(connection.createFolder("lock")).isFalse();
                assertThat(connection.deleteFolder("lock")).isTrue();
                assertThat(connection.look("lock")).isEmpty();
                assertThat(connection.createFolder("lock")).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Nobody waits where the store sees to it. */
    @Test
    void aStoreWithConditionsIsNotWaitedFor(@TempDir Path folder) throws Exception {
        try (TestBucket bucket = TestBucket.start(Files.createDirectory(folder.resolve("store")), Optional.empty())) {
            S3Remote patient = new S3Remote(
                    bucket.target("ita"),
                    TestSecrets.of(TestBucket.SECRET),
                    InstantSource.system(),
                    Duration.ofHours(1));
            try (Connection connection = patient.connect()) {
                assertThat(connection.createFolder("lock")).isTrue();
            }
        }
    }
}
