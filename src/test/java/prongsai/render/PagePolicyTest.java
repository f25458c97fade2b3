package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagePolicyTest {

    @TempDir
    private Path folder;

    @Test
    void isWhatTheFrameOfThePagesSays() throws IOException {
        assertThat(PagePolicy.of(TemplateFiles.bundled()))
                .contains("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                        + "manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'");
    }

    @Test
    void followsAFrameOfTheMunicipalitysOwn() throws IOException {
        assertThat(ofFrame("<meta  http-equiv=\"Content-Security-Policy\"\n content=\" img-src *;\n  frame-src"
                        + " https://www.youtube.com \">"))
                .contains("img-src *; frame-src https://www.youtube.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>none</p>",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src ${hosts}\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"img-src 'self'\\\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"\">",
                "<meta http-equiv=\"Content-Security-Policy\" content=\"a\">"
                        + "<meta http-equiv=\"Content-Security-Policy\" content=\"b\">"
            })
    void isNoneWhereAServerCouldNotRepeatIt(String frame) throws IOException {
        assertThat(ofFrame(frame)).isEmpty();
    }

    private Optional<String> ofFrame(String html) throws IOException {
        Files.createDirectories(folder.resolve("layouts"));
        Files.writeString(folder.resolve("layouts/base.ftlh"), html);
        return PagePolicy.of(TemplateFiles.withOwn(folder));
    }
}
