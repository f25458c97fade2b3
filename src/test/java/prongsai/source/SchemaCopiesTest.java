package prongsai.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemaCopiesTest {

    @Test
    void editorsCheckRecordsByTheSchemasThatTheGeneratorUses() throws IOException {
        assertThat(schemas(Path.of("docs/schema")))
                .isNotEmpty()
                .isEqualTo(schemas(Path.of("src/main/resources/schema")));
    }

    private static Map<String, String> schemas(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
