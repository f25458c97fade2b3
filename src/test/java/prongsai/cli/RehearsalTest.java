package prongsai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

    @Test
    void goesThroughEveryDailyCommandWithoutAMistakeInItsOwnContent(@TempDir Path folder) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8);

        List<Integer> ends = Rehearsal.run(Main.surroundings(), folder, out);

        assertThat(ends)
                .as(said.toString(StandardCharsets.UTF_8))
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, ExitCode.WRONG_USAGE.number());
        // Behind the first build come the two shortest ways: nothing changed, and one text.
        assertThat(said.toString(StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("เสร็จแล้ว"))
                        .map(line -> line.replaceFirst(" · .*", ""))
                        .skip(1)
                        .limit(2))
                .containsExactly("เสร็จแล้ว: ไม่มีอะไรเปลี่ยน", "เสร็จแล้ว: เปลี่ยน 1 หน้า");
        assertThat(folder.resolve("site/announcements/2565/no-gift/index.html")).isRegularFile();
    }

    @Test
    void hasEveryFileThatLiesInItsFolder() throws IOException {
        Path sample = Path.of("src/main/resources/rehearsal");
        try (var files = Files.walk(sample)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> sample.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(Rehearsal.CONTENT);
        }
    }
}
