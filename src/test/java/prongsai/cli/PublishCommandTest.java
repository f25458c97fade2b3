package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import prongsai.build.SiteBuild;
import prongsai.deploy.Target;
import prongsai.deploy.TestBucket;
import prongsai.deploy.TestCertificate;
import prongsai.deploy.TestFtpServer;
import prongsai.deploy.TestSftpServer;

/** {@code prongsai publish}: what an officer types, and what they read. */
class PublishCommandTest {

    private FakeComputer computer;

    @BeforeEach
    void setUp(@TempDir Path own) throws IOException {
        computer = new FakeComputer(own);
        computer.writeContent();
        Files.createDirectories(computer.folder.resolve("www"));
    }

    private int run(String... arguments) {
        return computer.run(SiteBuild::run, arguments);
    }

    private void build() {
        assertThat(run("build", "--today", "2563-06-01", "--quiet")).isZero();
    }

    private String standing(String path) throws IOException {
        return Files.readString(computer.folder.resolve("www").resolve(path));
    }

    private String built(String path) throws IOException {
        return Files.readString(computer.folder.resolve("site").resolve(path));
    }

    private void changePage() throws IOException {
        computer.write("content/pages/structure.md", """
                ---
                title: โครงสร้าง
                ---
                กองคลัง
                """);
        build();
    }

    @Test
    void takesTheSiteToTheOnlyTarget() throws IOException {
        computer.write("publish.yaml", "targets: {office: {url: file:www}}");
        build();
        assertThat(run("publish", "--lang", "en")).isZero();
        assertThat(computer.out())
                .matches("Published: [0-9]+ pages added; [0-9]+ other files added\\. Sent: [0-9.]+ (kB|MB)\\. "
                        + "Time: [0-9.]+ s\\.\n");
        assertThat(computer.err()).isEmpty();
        assertThat(standing("structure/index.html")).isEqualTo(built("structure/index.html"));
    }

    @Test
    void anEmptyRunSaysThatNothingChanged() {
        build();
        run("publish", "file:www");
        assertThat(run("publish", "file:www", "--lang", "en")).isZero();
        assertThat(computer.out())
                .matches(
                        "Note: the server has the website of the last build already\\. If you changed the "
                                + "content since, run prongsai build first\\.\nPublished: nothing changed\\. Sent: 0 kB\\. Time: [0-9.]+ s\\.\n");
    }

    @Test
    void aRehearsalListsWhatWouldBeSent() throws IOException {
        build();
        run("publish", "file:www");
        changePage();
        assertThat(run("publish", "file:www", "--dry-run", "--lang", "en")).isZero();
        assertThat(computer.out().lines().filter(line -> !line.matches("~ /(data|search)/.*")))
                .contains("~ /structure/")
                .endsWith("Only tried, the website on the server is as it was. Publishing now: " + words() + ".");
        assertThat(standing("structure/index.html")).isNotEqualTo(built("structure/index.html"));
    }

    private String words() {
        return computer.out().replaceFirst("(?s).*Publishing now: (.*)\\.\n", "$1");
    }

    @Test
    void goesBackToThePublicationBefore() throws IOException {
        build();
        run("publish", "file:www");
        String before = standing("structure/index.html");
        changePage();
        run("publish", "file:www");
        assertThat(run("publish", "file:www", "--rollback", "--lang", "en")).isZero();
        assertThat(computer.out().lines().toList().get(0))
                .matches(
                        "The website is again the one that was published on 2563-06-01 00:30\\. The next prongsai publish "
                                + "sends the last build again: correct the content and build first\\.");
        assertThat(standing("structure/index.html")).isEqualTo(before);
        assertThat(run("publish", "file:www", "--rollback", "--lang", "en")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo("error: there is no earlier publication to go back to. "
                        + "Hint: correct the content, build and publish again\n");
    }

    @Test
    void whatOthersChangedStopsIt() throws IOException {
        build();
        run("publish", "file:www");
        Files.writeString(computer.folder.resolve("www/structure/index.html"), "hacked");
        assertThat(run("publish", "file:www")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo(
                        "error: ไฟล์บนเครื่องแม่ข่ายมีผู้อื่นแก้หรือวางไว้: structure/index.html. Hint: สอบถามว่าใครทำและเพราะอะไร "
                                + "(อาจถูกเจาะระบบ) ยังไม่ได้เปลี่ยนอะไร หากต้องการเขียนทับ ให้เติม --force\n");
        assertThat(standing("structure/index.html")).isEqualTo("hacked");
        assertThat(run("publish", "file:www", "--force")).isZero();
        assertThat(standing("structure/index.html")).isEqualTo(built("structure/index.html"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            publish                      | error: nothing says where to publish: there is no publish.yaml beside content/. Hint: copy publish.example.yaml to publish.yaml and change it, or write the address: prongsai publish sftp://user@www.example.go.th/var/www/html
            publish ftp://a@host.example/ | error: ftp://a@host.example/ is FTP without encryption: whoever is on the way can read the password. Hint: use ftps://, or write encryption: none for this target in publish.yaml if the server can do nothing else
            publish sftp://a:b@host.example/ | error: a password stands in the address, where others can read it. Hint: take it out, and change it; put it into the variable PRONGSAI_PASSWORD, or type it when asked
            publish sftp://host.example/ | error: “sftp://host.example/” is not an address to publish to. Hint: write it like sftp://user@www.example.go.th/var/www/html, ftps://user@ftp.example.go.th/public_html, s3://KEYID@s3.example.com/bucket or file:/srv/www; a Thai domain name in its xn-- form, a port from 1 to 65535
            publish sftp://a:b/c@host.example/ | error: “sftp://a:…@host.example/” is not an address to publish to. Hint: write it like sftp://user@www.example.go.th/var/www/html, ftps://user@ftp.example.go.th/public_html, s3://KEYID@s3.example.com/bucket or file:/srv/www; a Thai domain name in its xn-- form, a port from 1 to 65535
            publish ftps://a@host.example:70000/ | error: “ftps://a@host.example:70000/” is not an address to publish to. Hint: write it like sftp://user@www.example.go.th/var/www/html, ftps://user@ftp.example.go.th/public_html, s3://KEYID@s3.example.com/bucket or file:/srv/www; a Thai domain name in its xn-- form, a port from 1 to 65535
            publish sftp://a@เทศบาล.ไทย/ | error: “sftp://a@เทศบาล.ไทย/” is not an address to publish to. Hint: write it like sftp://user@www.example.go.th/var/www/html, ftps://user@ftp.example.go.th/public_html, s3://KEYID@s3.example.com/bucket or file:/srv/www; a Thai domain name in its xn-- form, a port from 1 to 65535
            publish gopher://a@host.example/ | error: “gopher://a@host.example/” is not an address to publish to. Hint: write it like sftp://user@www.example.go.th/var/www/html, ftps://user@ftp.example.go.th/public_html, s3://KEYID@s3.example.com/bucket or file:/srv/www; a Thai domain name in its xn-- form, a port from 1 to 65535
            publish s3://AK@s3.example.com/ | error: “s3://AK@s3.example.com/” names no bucket. Hint: write it like s3://KEYID@s3.example.com/bucket
            publish file:www --verify x  | error: “x” does not say what to verify. Hint: use --verify alone or --verify all; write the target's name before it
            """)
    void saysWhatIsWrongWithWhatWasTyped(String typed, String said) {
        List<String> arguments = new java.util.ArrayList<>(List.of(typed.split(" ")));
        arguments.addAll(List.of("--lang", "en"));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
        assertThat(computer.err()).isEqualTo(said + "\n");
    }

    @Test
    void withoutAFinishedSiteItSaysWhatToDo() {
        assertThat(run("publish", "file:www", "--lang", "en")).isEqualTo(3);
        assertThat(computer.err())
                .isEqualTo("error: there is no finished website in site. Hint: run prongsai build first\n");
    }

    @Test
    void theMistakesOfTheSettingsAreToldAtOnceAndAPasswordIsOne() throws IOException {
        computer.write("publish.yaml", """
                targets:
                  website:
                    url: sftp://webmaster:secret@www.example.go.th/
                    password: hunter2
                    connections: 99
                  office: {}
                """);
        build();
        assertThat(run("publish", "website", "--lang", "en")).isEqualTo(1);
        assertThat(computer.err().lines().map(line -> line.replaceFirst("\\. Hint: .*", "")))
                .containsExactly(
                        "publish.yaml:3:10: error: url is “sftp://webmaster:…@www.example.go.th/”, which has not the right form",
                        "publish.yaml:4:15: error: password is “…”, which has not the right form",
                        "publish.yaml:5:18: error: connections is 99, which is not in 1..8",
                        "publish.yaml:6:11: error: url is missing");
    }

    @Test
    void amongSeveralTargetsOneMustBeNamed() throws IOException {
        computer.write("publish.yaml", "targets: {office: {url: file:www}, hosting: {url: file:other}}");
        build();
        assertThat(run("publish", "--lang", "en")).isEqualTo(2);
        assertThat(computer.err())
                .isEqualTo("error: publish.yaml names several targets. "
                        + "Hint: write one of them behind the command: office, hosting\n");
        assertThat(run("publish", "offise", "--lang", "en")).isEqualTo(2);
        assertThat(computer.err())
                .isEqualTo(
                        "error: publish.yaml has no target offise. Hint: use office, hosting, or write the address\n");
        assertThat(run("publish", "office")).isZero();
        assertThat(standing("index.html")).isEqualTo(built("index.html"));
    }

    private TestSftpServer sftp() throws IOException {
        TestSftpServer server = TestSftpServer.start(computer.folder.resolve("www"));
        Files.writeString(computer.folder.resolve("known"), server.knownHost(server.port()));
        computer.write("publish.yaml", """
                targets:
                  website:
                    url: sftp://%s@127.0.0.1:%d/
                    knownHosts: known
                    password: SFTP_PASSWORD
                """.formatted(TestSftpServer.USER, server.port()));
        return server;
    }

    @Test
    @SuppressWarnings("try") // it only has to be there
    void thePasswordComesFromTheEnvironmentElseFromTheKeyboardAndIsNeverSaid() throws IOException {
        build();
        try (TestSftpServer server = sftp()) {
            computer.variables.put("SFTP_PASSWORD", TestSftpServer.PASSWORD);
            assertThat(run("publish")).isZero();
            assertThat(computer.prompts).isEmpty();
            computer.variables.clear();
            computer.typing(TestSftpServer.PASSWORD);
            assertThat(run("publish", "website", "--lang", "en")).isZero();
            assertThat(computer.prompts).containsExactly("Password of somchai@127.0.0.1:");
            computer.typing("wrong");
            assertThat(run("publish")).isEqualTo(3);
            assertThat(computer.err())
                    .isEqualTo(
                            "error: เครื่องแม่ข่ายไม่ให้ somchai@127.0.0.1 เข้า. Hint: ตรวจชื่อผู้ใช้ รหัสผ่าน หรือกุญแจ "
                                    + "หากผิดหลายครั้งผู้ให้บริการมักล็อกบัญชีชั่วคราว\n");
        }
        assertThat(standing("index.html")).isEqualTo(built("index.html"));
    }

    @Test
    void aBucketTakesASecretKeyAndEveryReasonIsSaidInThai() throws IOException {
        build();
        TestCertificate certificate = TestCertificate.make(Files.createDirectory(computer.folder.resolve("tls")));
        try (TestBucket bucket =
                TestBucket.start(Files.createDirectory(computer.folder.resolve("store")), Optional.of(certificate))) {
            bucket.setClock(FakeComputer.NOW);
            Target.Bucket target = bucket.target("");
            computer.write("publish.yaml", """
                    targets:
                      storage:
                        url: s3://%s@127.0.0.1:%d/%s/ita
                        region: %s
                        certificate: %s
                      elsewhere:
                        url: s3://%s@127.0.0.1:%d/others
                        certificate: %s
                    """.formatted(
                            TestBucket.KEY_ID,
                            bucket.port(),
                            TestBucket.NAME,
                            target.region(),
                            certificate.sha256(),
                            TestBucket.KEY_ID,
                            bucket.port(),
                            certificate.sha256()));
            computer.typing(TestBucket.SECRET);
            assertThat(run("publish", "storage", "--lang", "en")).isZero();
            assertThat(computer.prompts).containsExactly("Secret key of " + TestBucket.KEY_ID + "@127.0.0.1:");
            assertThat(Files.readString(computer.folder.resolve("store/ita/index.html")))
                    .isEqualTo(built("index.html"));
            computer.typing(TestBucket.SECRET);
            assertThat(run("publish", "elsewhere")).isEqualTo(3);
            assertThat(computer.err())
                    .isEqualTo("error: ถังนี้ไม่ได้อยู่ในเขตที่ 127.0.0.1:" + bucket.port() + " เข้าใจ แต่อยู่ที่ "
                            + target.region() + ". Hint: เขียน region ตามเขตนั้นให้ปลายทางนี้ใน publish.yaml "
                            + "หรือแก้ชื่อเครื่องในที่อยู่\n");
            bucket.setClock(FakeComputer.NOW.plusSeconds(3600));
            computer.typing(TestBucket.SECRET);
            assertThat(run("publish", "storage")).isEqualTo(3);
            assertThat(computer.err())
                    .isEqualTo("error: นาฬิกาของเครื่องนี้กับของ 127.0.0.1:" + bucket.port()
                            + " ต่างกันเกินไป จึงไม่รับ. Hint: ตั้งวัน เวลา และเขตเวลาของเครื่องนี้ให้ถูก "
                            + "แล้วสั่งเผยแพร่อีกครั้ง เว็บไซต์ยังสมบูรณ์\n");
        }
    }

    @Test
    void anUnknownServerIsRefusedWithItsFingerprint() throws IOException {
        build();
        try (TestSftpServer server = sftp()) {
            Files.writeString(computer.folder.resolve("known"), "");
            assertThat(run("publish", "--lang", "en")).isEqualTo(3);
            assertThat(computer.err())
                    .matches("error: the server 127\\.0\\.0\\.1:" + server.port()
                            + " is not known yet; its key is SHA256:[A-Za-z0-9+/]{43}\\. Hint: ask the host whether that is"
                            + " its key; then add it to \\S+/known, with: ssh-keyscan\n");
        }
    }

    @Test
    void aCertificateThatNobodyVouchesForOrThatHasEndedIsToldInThai(@TempDir Path folder) throws IOException {
        build();
        computer.variables.put("PRONGSAI_PASSWORD", TestFtpServer.PASSWORD);
        TestCertificate valid = TestCertificate.make(folder);
        String sha256 = valid.sha256();
        try (TestFtpServer server = TestFtpServer.start(folder, Target.Encryption.EXPLICIT, Optional.of(valid))) {
            String address = "127.0.0.1:" + server.port();
            assertThat(run("publish", "ftps://somchai@" + address + "/")).isEqualTo(3);
            assertThat(computer.err())
                    .isEqualTo("error: ไม่มีผู้รับรองใบรับรองของ " + address + " หรือใบรับรองเป็นของชื่ออื่น (SHA-256 "
                            + sha256
                            + "). Hint: สอบถามผู้ให้บริการ หากเป็นใบรับรองของเครื่องจริง ให้เขียน certificate: "
                            + sha256
                            + " ใต้ปลายทางนี้ใน publish.yaml\n");
        }
        Files.delete(valid.store());
        TestCertificate ended = TestCertificate.makeExpired(folder);
        try (TestFtpServer server = TestFtpServer.start(folder, Target.Encryption.EXPLICIT, Optional.of(ended))) {
            assertThat(run("publish", "ftps://somchai@127.0.0.1:" + server.port() + "/"))
                    .isEqualTo(3);
            assertThat(computer.err())
                    .matches("error: ใบรับรองของ 127\\.0\\.0\\.1:" + server.port()
                            + " หมดอายุเมื่อ 25[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}\\. Hint: ตรวจว่านาฬิกาของเครื่องนี้ตรง "
                            + "แล้วแจ้งผู้ให้บริการให้ต่ออายุใบรับรอง หากรอไม่ได้และผู้ให้บริการยืนยันว่าเป็นของเขา ให้เขียน certificate: "
                            + ended.sha256() + " ใต้ปลายทางนี้ใน publish\\.yaml\n");
        }
    }

    @Test
    void theSampleOfTheSettingsIsWithoutMistakes() throws IOException {
        Files.copy(Path.of("publish.example.yaml"), computer.folder.resolve("publish.yaml"));
        build();
        assertThat(run("publish", "--lang", "en")).isEqualTo(2);
        assertThat(computer.err())
                .isEqualTo("error: publish.yaml names several targets. "
                        + "Hint: write one of them behind the command: website, hosting, storage, office\n");
    }
}
