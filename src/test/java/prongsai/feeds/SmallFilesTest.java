package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesTest {

    @TempDir
    Path folder;

    @Test
    void theSecurityContactIsWrittenAsItsStandardAsks() {
        Made made = new Made(folder, """
                baseUrl: https://www.example.go.th/
                security:
                  contact: [admin@example.go.th, "https://www.example.go.th/report", "tel:+66-75-641422"]
                  expires: 2564-03-31
                  policy: https://www.example.go.th/policy
                  encryption: https://www.example.go.th/key.txt
                  acknowledgments: https://www.example.go.th/thanks
                  languages: [th, en]
                """);

        assertThat(made.text(".well-known/security.txt")).isEqualTo("""
                Contact: mailto:admin@example.go.th
                Contact: https://www.example.go.th/report
                Contact: tel:+66-75-641422
                Expires: 2021-03-31T00:00:00+07:00
                Encryption: https://www.example.go.th/key.txt
                Acknowledgments: https://www.example.go.th/thanks
                Preferred-Languages: th, en
                Canonical: https://www.example.go.th/.well-known/security.txt
                Policy: https://www.example.go.th/policy
                """);
    }

    @Test
    void withoutASecurityContactNoneIsInvented() {
        assertThat(new Made(folder).byPath()).doesNotContainKey(".well-known/security.txt");
    }

    @Test
    void theWebManifestNamesTheAgencyAndIconsThatAreThere() {
        Made made = new Made(folder);

        assertThat(made.text("site.webmanifest")).isEqualTo("""
                {
                  "name": "เทศบาลตำบลตัวอย่าง",
                  "lang": "th",
                  "dir": "ltr",
                  "start_url": "./",
                  "scope": "./",
                  "display": "browser",
                  "background_color": "#ffffff",
                  "theme_color": "#0b5d4e",
                  "icons": [
                    {
                      "src": "assets/preview/icon-192.png",
                      "sizes": "192x192",
                      "type": "image/png"
                    },
                    {
                      "src": "assets/preview/icon-512.png",
                      "sizes": "512x512",
                      "type": "image/png"
                    }
                  ]
                }
                """);
        assertThat(made.byPath()).containsKeys("assets/preview/icon-192.png", "assets/preview/icon-512.png");
    }
}
