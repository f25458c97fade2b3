package prongsai.check.external;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTP://Example.ORG:80, http://example.org/",
        "https://เทศบาล.ไทย/ข่าว#ก, https://xn--o3cg7ak5c9d.xn--o3cw4h/%E0%B8%82%E0%B9%88%E0%B8%B2%E0%B8%A7",
        "https://%E0%B9%84%E0%B8%97%E0%B8%A2.ไทย/, https://xn--o3cw4h.xn--o3cw4h/",
        "http://a.th/a b?x=[1]&y=%zz%20, http://a.th/a%20b?x=%5B1%5D&y=%25zz%20",
        "http://a.th//x/./y/../z/.., http://a.th//x/",
        "http://a.th./, http://a.th/",
        "http://[::1]:8080/x, http://[::1]:8080/x"
    })
    void readsAnAddressAsABrowserDoes(String written, String asked) {
        assertThat(WebAddress.of(written)).contains(URI.create(asked));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http:",
                "http://",
                "http:///x",
                "ftp://a.th/",
                "mailto:a@b.th",
                "http://user:pw@a.th/",
                "http://a%40b.th/",
                "http://a.th:99999/",
                "http://a.th:x/",
                "http://a b/",
                "http://a..b/",
                "http://[::zz]/",
                "http://a.th/\u0007"
            })
    void takesNothingElseForAnAddress(String written) {
        assertThat(WebAddress.of(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1/, true",
        "http://169.254.169.254/, true",
        "http://[fd00::1]/, true",
        "http://localhost/, true",
        "http://8.8.8.8/, false",
        "https://www.nacc.go.th/, false"
    })
    void knowsTheNetworkOfThisComputer(String address, boolean local) {
        assertThat(WebAddress.isLocal(URI.create(address))).isEqualTo(local);
    }
}
