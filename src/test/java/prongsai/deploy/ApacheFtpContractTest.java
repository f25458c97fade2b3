package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import prongsai.deploy.ftp.FtpRemote;

/** {@link Connection} over FTP to the server of Apache. */
final class ApacheFtpContractTest {

    @TempDir
    static Path settings;

    private static TestCertificate certificate;

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(settings);
    }

    private abstract static class Contract extends ConnectionContract {
        private final Target.Encryption encryption;
        private TestFtpServer server;

        Contract(Target.Encryption encryption) {
            this.encryption = encryption;
        }

        @Override
        Remote remote() {
            stop();
            server = TestFtpServer.start(
                    folder,
                    encryption,
                    encryption == Target.Encryption.NONE ? Optional.empty() : Optional.of(certificate));
            return new FtpRemote(
                    server.target(server.port(), Duration.ofSeconds(10)), TestSecrets.of(TestFtpServer.PASSWORD));
        }

        @AfterEach
        void stop() {
            if (server != null) {
                server.close();
            }
        }

        @Override
        boolean tellsHidden() {
            return false;
        }

        @Override
        boolean listsLines() {
            return true;
        }

        @Override
        boolean tellsLinks() {
            return false;
        }
    }

    @Nested
    final class Explicit extends Contract {
        Explicit() {
            super(Target.Encryption.EXPLICIT);
        }
    }

    @Nested
    final class Implicit extends Contract {
        Implicit() {
            super(Target.Encryption.IMPLICIT);
        }
    }

    @Nested
    final class Plain extends Contract {
        Plain() {
            super(Target.Encryption.NONE);
        }
    }
}
