package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.deploy.PublishSettings;
import prongsai.deploy.Target;

class TypedTargetTest {

    private static final Path FOLDER = Path.of("/office");

    private static final Officer OFFICER = new Officer() {
        @Override
        public String name() {
            return "somchai";
        }

        @Override
        public Path home() {
            return Path.of("/home/somchai");
        }

        @Override
        public Optional<String> variable(String name) {
            return name.equals("SSH_AUTH_SOCK") ? Optional.of("/run/agent") : Optional.empty();
        }

        @Override
        public Optional<String> secret(String prompt) {
            return Optional.empty();
        }
    };

    private static Target target(String url) throws Stopped {
        return new TypedTarget(PublishSettings.Entry.of(url), OFFICER, FOLDER).target();
    }

    @ParameterizedTest
    @CsvSource({
        "file:/srv/www, /srv/www",
        "file:///srv/www, /srv/www",
        "file:www, /office/www",
        "FILE:~/www, /home/somchai/www"
    })
    void aFolderIsFoundFromTheSettings(String url, String folder) throws Exception {
        assertThat(target(url)).isEqualTo(new Target.Folder(Path.of(folder)));
    }

    @Test
    void whatIsNotWrittenIsAsUsual() throws Exception {
        assertThat(target("sftp://web@www.example.go.th/var/www/"))
                .isEqualTo(new Target.Sftp(
                        new Target.Account("web", "www.example.go.th", 22),
                        "/var/www",
                        Optional.empty(),
                        Optional.of(Path.of("/run/agent")),
                        Path.of("/home/somchai/.ssh/known_hosts"),
                        4,
                        Duration.ofSeconds(30)));
        assertThat(target("ftps://web@ftp.example.go.th:2121/public_html"))
                .isEqualTo(new Target.Ftp(
                        new Target.Account("web", "ftp.example.go.th", 2121),
                        "/public_html",
                        Target.Encryption.EXPLICIT,
                        Optional.empty(),
                        2,
                        Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({
        "sftp://web@host, .",
        "sftp://web@host/, /",
        "sftp://web@host/~, .",
        "sftp://web@host/~/, .",
        "sftp://web@host/~/public_html/, public_html",
        "sftp://web@host/a%20b, /a b"
    })
    void theFolderOfTheAccountIsWrittenWithATilde(String url, String folder) throws Exception {
        assertThat(((Target.Sftp) target(url)).folder()).isEqualTo(folder);
    }

    @Test
    void aBucketIsTheFirstNameBehindItsStore() throws Exception {
        assertThat(target("s3://AKSOMCHAI@s3.ap-southeast-1.amazonaws.com/ita.khlongphon/"))
                .isEqualTo(new Target.Bucket(
                        new Target.Account("AKSOMCHAI", "s3.ap-southeast-1.amazonaws.com", 443),
                        "ita.khlongphon",
                        "",
                        "ap-southeast-1",
                        true,
                        Optional.empty(),
                        8,
                        Duration.ofSeconds(30)));
        Target.Bucket office = (Target.Bucket) target("S3://AK@store.office:9000/www/ita/2569//");
        assertThat(office.account().server()).isEqualTo("store.office:9000");
        assertThat(office.name()).isEqualTo("www");
        assertThat(office.prefix()).isEqualTo("ita/2569");
    }

    @ParameterizedTest
    @CsvSource({
        "s3.us-west-004.backblazeb2.com, us-west-004",
        "s3.eu-central-1.wasabisys.com, eu-central-1",
        "ap-south-1.linodeobjects.com, ap-south-1",
        "sgp1.digitaloceanspaces.com, us-east-1",
        "127.0.0.1, us-east-1"
    })
    void theRegionIsReadOffTheNameOfTheStore(String host, String region) throws Exception {
        assertThat(((Target.Bucket) target("s3://AK@" + host + "/www")).region())
                .isEqualTo(region);
    }
}
