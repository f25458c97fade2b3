package prongsai.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import prongsai.deploy.ftp.FtpRemote;

/** {@link Connection} over FTP to the server of Apache. */
final class ApacheFtpContractTest {

    private abstract static class Contract extends ConnectionContract {
        private final Target.Encryption encryption;
        private TestFtpServer server;

        Contract(Target.Encryption encryption) {
            this.encryption = encryption;
        }

        @Override
        void start(Path shown, Path settings) {
            server = untilTheEnd(TestFtpServer.start(
                    shown,
                    encryption,
                    encryption == Target.Encryption.NONE
                            ? Optional.empty()
                            : Optional.of(TestCertificate.make(settings))));
        }

        @Override
        Remote remote(Path shown, String folder) {
            return new FtpRemote(
                    server.target(server.port(), "/" + folder, Duration.ofSeconds(10)),
                    TestSecrets.of(TestFtpServer.PASSWORD));
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
