package prongsai.deploy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import prongsai.deploy.s3.S3Remote;

/** {@link Connection} to a bucket. */
final class S3ContractTest {

    private abstract static class Contract extends ConnectionContract {
        private TestBucket bucket;

        abstract Optional<TestCertificate> certificate(Path settings);

        @Override
        void start(Path shown, Path settings) {
            bucket = untilTheEnd(TestBucket.start(shown, certificate(settings)));
        }

        @Override
        Remote remote(Path shown, String folder) {
            return new S3Remote(bucket.target(folder), TestSecrets.of(TestBucket.SECRET), InstantSource.system());
        }

        @Override
        boolean isObjectStore() {
            return true;
        }

        @Override
        boolean tellsLinks() {
            return false;
        }
    }

    @Nested
    final class ByHttps extends Contract {
        @Override
        Optional<TestCertificate> certificate(Path settings) {
            return Optional.of(TestCertificate.make(settings));
        }
    }

    @Nested
    final class ByHttp extends Contract {
        @Override
        Optional<TestCertificate> certificate(Path settings) {
            return Optional.empty();
        }
    }
}
