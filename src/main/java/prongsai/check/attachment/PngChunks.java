package prongsai.check.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.InflaterInputStream;

/** The compressed texts of a PNG (ISO/IEC 15948, 11.3.4): counted before the library unpacks them into memory. */
final class PngChunks {

    private static final Set<String> PACKED = Set.of("zTXt", "iTXt", "iCCP");
    private static final int SIGNATURE = 8;

    private PngChunks() {}

    static void measure(byte[] picture, Reading reading) {
        ByteBuffer bytes = ByteBuffer.wrap(picture);
        if (!new String(picture, 0, Math.min(SIGNATURE, picture.length), StandardCharsets.ISO_8859_1)
                .startsWith("\u0089PNG")) {
            return;
        }
        bytes.position(Math.min(SIGNATURE, picture.length));
        while (bytes.remaining() >= 12) {
            int length = bytes.getInt();
            byte[] type = new byte[4];
            bytes.get(type);
            if (length < 0 || length > bytes.remaining() - 4) {
                return;
            }
            if (PACKED.contains(new String(type, StandardCharsets.ISO_8859_1))) {
                measure(picture, bytes.position(), length, reading);
            }
            bytes.position(bytes.position() + length + 4);
        }
    }

    /** The packed part begins somewhere after the keyword; wherever it is, it begins as zlib data do. */
    private static void measure(byte[] picture, int from, int length, Reading reading) {
        for (int at = from; at + 1 < from + length && at < from + 200; at++) {
            boolean isZlib =
                    (picture[at] & 0x0f) == 8 && (((picture[at] & 0xff) << 8) + (picture[at + 1] & 0xff)) % 31 == 0;
            if (isZlib) {
                unpack(new ByteArrayInputStream(picture, at, from + length - at), reading);
            }
        }
    }

    private static void unpack(InputStream packed, Reading reading) {
        byte[] buffer = new byte[1 << 14];
        try (InputStream in = reading.counting(new InflaterInputStream(packed))) {
            while (in.read(buffer) >= 0) {
                reading.check();
            }
        } catch (IOException e) {
            // Not packed text after all, or broken: the library will see.
        }
    }
}
