package prongsai.render;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code as one SVG path: printed on a notice, it leads back to the page. */
final class QrCode {

    /** Light modules around the code that scanners need (ISO/IEC 18004: four). */
    private static final int QUIET = 4;

    /**
     * The library would draw each code with all eight masks to choose the one that is easiest to find. Printed flat and
     * black on white, any is, and drawing them takes longer than all else on a page.
     */
    private static final int MASK = 3;

    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8", EncodeHintType.QR_MASK_PATTERN, MASK);

    private QrCode() {}

    /** The code of an address of at most some two thousand characters. */
    static FrameView.Qr of(String url) {
        ByteMatrix matrix;
        try {
            matrix = Encoder.encode(url, ErrorCorrectionLevel.M, HINTS).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + url, e);
        }
        return new FrameView.Qr(path(matrix), matrix.getWidth() + 2 * QUIET, url);
    }

    /** Each row is a line along its middle, one unit wide, with gaps: a third of the characters that squares would take. */
    private static String path(ByteMatrix matrix) {
        Chars path = new Chars(1 << 12);
        for (int y = 0; y < matrix.getHeight(); y++) {
            byte[] row = matrix.getArray()[y];
            int pen = -1;
            for (int x = 0; x < row.length; x++) {
                int start = x;
                while (x < row.length && row[x] == 1) {
                    x++;
                }
                if (x > start) {
                    if (pen < 0) {
                        path.add('M');
                        path.add(start + QUIET);
                        path.add(' ');
                        path.add(y + QUIET);
                        path.add(".5");
                    } else {
                        path.add('m');
                        path.add(start - pen);
                        path.add(" 0");
                    }
                    path.add('h');
                    path.add(x - start);
                    pen = x;
                }
            }
        }
        return path.toString();
    }
}
