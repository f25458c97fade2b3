package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "index.html",
                "404.html",
                "oit/2563/o42/index.html",
                ".well-known/security.txt",
                ".nojekyll",
                ".htaccess",
                "assets/sarabun-400.3f2a.woff2",
                "files/A_b-c..pdf"
            })
    void acceptsWhatAWebServerServesWithoutEscaping(String text) {
        assertThat(new OutputPath(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "../index.html",
                "a/../b",
                "a/./b",
                "a//b",
                "a/",
                "a\\b",
                "C:/a",
                "a b",
                "a%2e%2e/b",
                "a?b",
                "a\u0000b",
                "a\n",
                "ประกาศ.pdf",
                "e\u0301.html",
                ".git/config",
                "files/.htaccess",
                ".htaccess/a",
                ".htaccess.",
                ".htpasswd",
                "a/.prongsai-lock",
                ".prongsai-manifest.json",
                ".well-known-not",
                "a.",
                "a./b",
                "..."
            })
    void refusesWhatCouldLeaveTheSiteOrMeanSomethingElse(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutputPath(text))
                .withMessage("not a path inside a site: " + text);
    }

    @Test
    void refusesNamesThatAFileSystemCannotHold() {
        assertThat(OutputPath.isValid("a".repeat(255))).isTrue();
        assertThat(OutputPath.isValid("a".repeat(256))).isFalse();
        assertThat(OutputPath.isValid("a/".repeat(511) + "aa")).isTrue();
        assertThat(OutputPath.isValid("a/".repeat(512) + "a")).isFalse();
    }

    @Test
    void namesItsFoldersFromTheOutside() {
        assertThat(new OutputPath("oit/2563/o42/index.html").folders())
                .isEqualTo(List.of("oit", "oit/2563", "oit/2563/o42"));
        assertThat(new OutputPath("index.html").folders()).isEmpty();
    }

    @Property
    void aValidPathStaysInsideItsFolderAndIsItsOwnNormalForm(
            @ForAll
                    @Chars({'.', '/', '\\', '~', ':', '\u0000', 'ก', '\u0301'})
                    @CharRange(from = 'a', to = 'c')
                    @StringLength(max = 12)
                    String text) {
        if (OutputPath.isValid(text)) {
            Path top = Path.of("/site");
            assertThat(top.resolve(text).normalize()).isEqualTo(Path.of("/site/" + text));
            assertThat(Normalizer.normalize(text, Normalizer.Form.NFC)).isEqualTo(text);
            assertThat(java.net.URI.create(text).getPath()).isEqualTo(text);
        }
    }
}
