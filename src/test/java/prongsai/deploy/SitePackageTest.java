package prongsai.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import prongsai.publish.BuiltSites;
import prongsai.publish.LinkedSite;
import prongsai.site.Fingerprint;

class SitePackageTest {

    private static final LinkedSite SITE = LinkedSite.random(3);

    private Path home = Path.of("");

    @BeforeEach
    void setUp(@TempDir Path folder) throws Exception {
        home = folder;
        BuiltSites.build(home.resolve("site"), SITE);
    }

    private SitePackage write(String zip, Optional<Path> key, String passphrase) throws Exception {
        return SitePackage.write(home.resolve("site"), home.resolve(zip), key, TestSecrets.forKey(passphrase));
    }

    @Test
    void holdsEveryFileAndTheManifest() throws Exception {
        SitePackage made = write("site.zip", Optional.empty(), "");
        TreeMap<String, String> expected = new TreeMap<>(SITE.files());
        expected.put(Bookkeeping.MANIFEST, Files.readString(home.resolve("site/" + Bookkeeping.MANIFEST)));
        assertThat(unpacked(made.zip())).isEqualTo(expected);
        assertThat(made.files()).isEqualTo(SITE.files().size());
        assertThat(made.sha256())
                .isEqualTo(Fingerprint.of(Files.readAllBytes(made.zip())).sha256());
        assertThat(home.resolve("site.zip.sha256")).hasContent(made.sha256() + "  site.zip\n");
        assertThat(home.resolve("site.zip.sig")).doesNotExist();
    }

    private static TreeMap<String, String> unpacked(Path zip) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                files.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void theSameSiteGivesTheSameBytes() throws Exception {
        String first = write("one.zip", Optional.empty(), "").sha256();
        BuiltSites.build(home.resolve("site"), LinkedSite.random(4));
        BuiltSites.build(home.resolve("site"), SITE);
        assertThat(write("two.zip", Optional.empty(), "").sha256()).isEqualTo(first);
    }

    @Test
    void aSiteThatIsNotAsTheBuildLeftItIsNotPackedAndTheOldPackageStays() throws Exception {
        String before = write("site.zip", Optional.empty(), "").sha256();
        Files.writeString(home.resolve("site/index.html"), "edited by hand");
        DeploymentFailure failure =
                catchThrowableOfType(DeploymentFailure.class, () -> write("site.zip", Optional.empty(), ""));
        assertThat(failure.reason()).isEqualTo(DeploymentFailure.Reason.SITE_DAMAGED);
        assertThat(failure.arguments()).containsExactly("index.html");
        assertThat(Fingerprint.of(Files.readAllBytes(home.resolve("site.zip"))).sha256())
                .isEqualTo(before);
        assertThat(home.resolve("site.zip.half")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void openSshAcceptsTheSignatureAndNoOther(String kind) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ssh-keygen")), "OpenSSH's ssh-keygen is not installed");
        run(
                "",
                "ssh-keygen",
                "-q",
                "-t",
                kind,
                "-N",
                "secret phrase",
                "-C",
                "x",
                "-f",
                home.resolve("key").toString());
        SitePackage made = write("site.zip", Optional.of(home.resolve("key")), "secret phrase");
        String publicKey = Files.readString(home.resolve("key.pub"));
        Files.writeString(home.resolve("signers"), "officer@example.go.th " + publicKey);
        assertThat(made.signature()).contains(home.resolve("site.zip.sig"));
        assertThat(verify("site.zip")).isZero();
        Files.writeString(home.resolve("other.zip"), "not this");
        assertThat(verify("other.zip")).isNotZero();
    }

    private int verify(String zip) throws Exception {
        return run(
                zip,
                "ssh-keygen",
                "-Y",
                "verify",
                "-f",
                home.resolve("signers").toString(),
                "-I",
                "officer@example.go.th",
                "-n",
                "file",
                "-s",
                home.resolve("site.zip.sig").toString());
    }

    private int run(String input, String... command) throws Exception {
        ProcessBuilder process = new ProcessBuilder(List.of(command));
        process.redirectInput(
                input.isEmpty()
                        ? Path.of("/dev/null").toFile()
                        : home.resolve(input).toFile());
        process.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        return process.start().waitFor();
    }

    @Test
    void aWrongPassphraseIsTold() throws Exception {
        Files.writeString(home.resolve("key"), "no key");
        DeploymentFailure failure = catchThrowableOfType(
                DeploymentFailure.class, () -> write("site.zip", Optional.of(home.resolve("key")), "x"));
        assertThat(failure.remote().map(RemoteFailure::reason)).contains(RemoteFailure.Reason.KEY_UNREADABLE);
    }
}
