package prongsai.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServedPageTest {

    private static final String SCRIPT = "<script src=\"/.prongsai/preview.js\" data-version=\"a-1\" defer></script>\n";

    private static String served(String page) {
        return new String(ServedPage.of(page.getBytes(StandardCharsets.UTF_8), "a-1"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <head><title>ก</title></head><body>ข</head> | <head><title>ก</title>@</head><body>ข</head>
            <HEAD></HEAD >                             | <HEAD>@</HEAD >
            <p>ก                                       | <p>ก@
            """)
    void theScriptStandsAtTheEndOfTheHead(String page, String expected) {
        assertThat(served(page)).isEqualTo(expected.replace("@", SCRIPT));
    }

    @Test
    void whateverThePageIsWrittenInStaysAsItIs() {
        byte[] thai = "<p>ประกาศ</p>".getBytes(Charset.forName("x-windows-874"));
        byte[] script = SCRIPT.getBytes(StandardCharsets.US_ASCII);
        assertThat(ServedPage.of(thai, "a-1")).startsWith(thai).endsWith(script).hasSize(thai.length + script.length);
    }

    @Test
    void thePolicyOfThePageIsRelaxedAndNoText() {
        String meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        assertThat(served("<head>" + meta + "</head>" + meta))
                .isEqualTo("<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                        + " script-src 'self'; style-src 'self'; connect-src 'self'\">" + SCRIPT + "</head>" + meta);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none' | default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none'; connect-src 'self'
            default-src 'self'                            | default-src 'self'
            default-src *; img-src 'none'                 | default-src *; img-src 'none'
            img-src 'none'                                | img-src 'none'
            default-src https://a.example                 | default-src https://a.example; script-src https://a.example 'self'; style-src https://a.example 'self'; connect-src https://a.example 'self'
            Script-Src 'none'; script-src 'self'          | script-src 'self'
            default-src 'self'; connect-src 'none';       | default-src 'self'; connect-src 'self'
            """)
    void aPolicyIsRelaxedAsFarAsThePreviewNeedsAndNoFurther(String policy, String expected) {
        assertThat(Policy.relaxed(policy)).isEqualTo(expected);
        assertThat(Policy.relaxed(expected)).isEqualTo(expected);
    }
}
