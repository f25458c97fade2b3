package prongsai.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import prongsai.site.Fingerprint;
import prongsai.site.Manifest;
import prongsai.site.OutputPath;

class FileListTest {

    private static final Fingerprint BYTES = Fingerprint.of("x".getBytes(StandardCharsets.UTF_8));

    @Test
    void leavesOutItselfThePageThatListsItPreviewImagesAndWhatNoVisitorCanRead() {
        Manifest site = new Manifest(Map.of(
                new OutputPath("index.html"), BYTES,
                new OutputPath("data/index.html"), BYTES,
                new OutputPath("data/files.csv"), BYTES,
                new OutputPath("data/results.csv"), BYTES,
                new OutputPath("assets/preview/home.png"), BYTES,
                new OutputPath(".htaccess"), BYTES,
                new OutputPath("web.config"), BYTES,
                new OutputPath("assets/js/site.js"), BYTES));

        MadeFile list = FileList.of(site);

        String sum = ",1,2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\r\n";
        assertThat(list.path().text()).isEqualTo("data/files.csv");
        assertThat(new String(list.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFpath,size,sha256\r\n"
                        + "assets/js/site.js" + sum
                        + "data/results.csv" + sum
                        + "index.html" + sum);
    }
}
