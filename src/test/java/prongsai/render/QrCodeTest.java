package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    private static final int PIXELS = 4;
    private static final Pattern STEP = Pattern.compile("M(\\d+) (\\d+)\\.5|m(\\d+) 0|h(\\d+)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.go.th/",
                "https://example.go.th/announcements/2563/no-gift/",
                "https://example.go.th/announcements/2563/a-very-long-name-of-a-record-that-needs-a-larger-code-than-others-do/"
            })
    void aScannerReadsTheAddressFromTheLines(String url) throws Exception {
        FrameView.Qr code = QrCode.of(url);
        int side = code.modules() * PIXELS;
        BinaryBitmap picture = new BinaryBitmap(
                new GlobalHistogramBinarizer(new RGBLuminanceSource(side, side, drawn(code.path(), side))));
        assertThat(new QRCodeReader().decode(picture).getText()).isEqualTo(url);
    }

    /** Follows the pen of the path, which knows three steps. */
    private static int[] drawn(String path, int side) {
        assertThat(path).matches("(?:" + STEP.pattern() + ")+");
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        var pen = new Object() {
            int x;
            int y;
        };
        STEP.matcher(path).results().forEach(step -> {
            if (step.group(1) != null) {
                pen.x = Integer.parseInt(step.group(1));
                pen.y = Integer.parseInt(step.group(2));
            } else if (step.group(3) != null) {
                pen.x += Integer.parseInt(step.group(3));
            } else {
                int run = Integer.parseInt(step.group(4));
                for (int row = pen.y * PIXELS; row < (pen.y + 1) * PIXELS; row++) {
                    int from = row * side + pen.x * PIXELS;
                    Arrays.fill(pixels, from, from + run * PIXELS, 0);
                }
                pen.x += run;
            }
        });
        return pixels;
    }
}
