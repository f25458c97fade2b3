package prongsai.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublishedHeadTest {

    @Test
    void tellsTheAddressAndThePolicyOfThePage() {
        assertThat(PublishedHead.of("""
                        <!doctype html><html><head>
                        <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
                        <link rel="canonical" href="https://www.example.go.th/ita/">
                        </head><body></body></html>
                        """))
                .isEqualTo(new PublishedHead(
                        Optional.of(URI.create("https://www.example.go.th/ita/")), Optional.of("default-src 'none'")));
    }

    @Test
    void whatIsMissingOrNoAddressIsEmpty() {
        PublishedHead nothing = new PublishedHead(Optional.empty(), Optional.empty());
        assertThat(PublishedHead.of("")).isEqualTo(nothing);
        assertThat(PublishedHead.of("<link rel=canonical href='/ita/'>")).isEqualTo(nothing);
        assertThat(PublishedHead.of("<link rel=canonical href='https://a b/'>")).isEqualTo(nothing);
        assertThat(PublishedHead.of("<body><link rel=canonical href='https://www.example.go.th/'>"))
                .isEqualTo(nothing);
    }
}
