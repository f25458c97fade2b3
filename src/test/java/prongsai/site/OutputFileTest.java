package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

    private static final OutputPath PATH = new OutputPath("files/notice.pdf");

    // From FIPS 180-2, appendix B.1.
    private static final Fingerprint ABC =
            new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", 3);

    @Test
    void aFileOnDiskIsFingerprintedAndCanBeOpenedAgain(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("ประกาศ.pdf"), "abc");
        OutputFile file = OutputFile.ofFile(PATH, OutputFile.Kind.DATA, source);
        assertThat(file.fingerprint()).isEqualTo(ABC);
        assertThat(read(file)).isEqualTo("abc");
        assertThat(read(file)).isEqualTo("abc");
    }

    @Test
    void aFileInMemoryIsFingerprintedAndCanBeOpenedAgain() throws IOException {
        OutputFile file = OutputFile.ofBytes(PATH, OutputFile.Kind.DATA, "abc".getBytes(StandardCharsets.UTF_8));
        assertThat(file.fingerprint()).isEqualTo(ABC);
        assertThat(read(file)).isEqualTo("abc");
        assertThat(read(file)).isEqualTo("abc");
    }

    @Property(tries = 50)
    void bytesHaveOneFingerprintHoweverTheyAreRead(@ForAll @Size(max = 200_000) byte[] bytes) throws IOException {
        assertThat(Fingerprint.of(new ByteArrayInputStream(bytes))).isEqualTo(Fingerprint.of(bytes));
    }

    @Test
    void aFingerprintIsLowerCaseHexadecimalAndASize() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("BA".repeat(32), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("ba", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint("ba".repeat(32), -1));
    }

    private static String read(OutputFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
