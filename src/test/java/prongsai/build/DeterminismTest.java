package prongsai.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import prongsai.site.Fingerprint;

/** The same content gives the same bytes, whatever the computer. */
class DeterminismTest {

    private static final Path OTHER = Sites.fixture("another-municipality");

    @TempDir
    private static Path here;

    private static SortedMap<String, Fingerprint> khlongPhon;
    private static SortedMap<String, Fingerprint> other;

    @BeforeAll
    static void buildHere() throws Exception {
        Sites.buildWell(Sites.KHLONG_PHON, here.resolve("khlong-phon"));
        Sites.buildWell(OTHER, here.resolve("other"));
        khlongPhon = Sites.bytes(here.resolve("khlong-phon"));
        other = Sites.bytes(here.resolve("other"));
    }

    @Test
    void buildingTwiceGivesTheSameBytes(@TempDir Path again) throws Exception {
        Sites.buildWell(Sites.KHLONG_PHON, again.resolve("site"));
        assertThat(Sites.bytes(again.resolve("site"))).isEqualTo(khlongPhon).isNotEmpty();
    }

    static Stream<Arguments> computers() {
        return Stream.of(
                Arguments.of(
                        "tr-TR Pacific/Kiritimati ISO-8859-1 1",
                        List.of(
                                "-Duser.language=tr",
                                "-Duser.country=TR",
                                "-Duser.timezone=Pacific/Kiritimati",
                                "-Dfile.encoding=ISO-8859-1",
                                "-Dline.separator=\r\n",
                                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=1")),
                Arguments.of(
                        "th-TH-u-ca-buddhist-nu-thai America/New_York US-ASCII 4",
                        List.of(
                                "-Duser.language=th",
                                "-Duser.country=TH",
                                "-Duser.extensions=u-ca-buddhist-nu-thai",
                                "-Duser.timezone=America/New_York",
                                "-Dfile.encoding=US-ASCII",
                                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=4")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("computers")
    void anotherComputerGivesTheSameBytes(String computer, List<String> settings, @TempDir Path there)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dorg.freemarker.loggerLibrary=none",
                "-cp",
                System.getProperty("java.class.path"),
                BuildInAnotherCountry.class.getName(),
                Sites.KHLONG_PHON.toString(),
                there.resolve("khlong-phon").toString(),
                OTHER.toString(),
                there.resolve("other").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.strip()).isEqualTo(computer);
        assertThat(process.waitFor()).isZero();
        assertThat(Sites.bytes(there.resolve("khlong-phon"))).isEqualTo(khlongPhon);
        assertThat(Sites.bytes(there.resolve("other"))).isEqualTo(other);
    }
}
