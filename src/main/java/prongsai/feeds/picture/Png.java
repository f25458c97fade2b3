package prongsai.feeds.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG (ISO/IEC 15948). The platform's own writer takes longer to find its plugins than this to write,
 * and fills in more than a picture of a few colours needs.
 */
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int TRUE_COLOUR = 2;
    /** Each byte as its difference to the one above: most rows are as the row above them. */
    private static final byte UP = 2;

    private Png() {}

    /**
     * The file.
     *
     * @param pixels {@code 0xrrggbb}, row by row
     */
    static byte[] of(int width, int height, int[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        out.writeBytes(SIGNATURE);
        byte[] head = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) TRUE_COLOUR)
                .array();
        chunk("IHDR", head, head.length, out);
        byte[] rows = rows(width, height, pixels);
        Deflater deflater = new Deflater(6);
        deflater.setInput(rows);
        deflater.finish();
        byte[] packed = new byte[rows.length + 1024];
        int length = deflater.deflate(packed);
        deflater.end();
        chunk("IDAT", packed, length, out);
        chunk("IEND", new byte[0], 0, out);
        return out.toByteArray();
    }

    private static byte[] rows(int width, int height, int[] pixels) {
        byte[] rows = new byte[height * (3 * width + 1)];
        int at = 0;
        for (int y = 0; y < height; y++) {
            rows[at++] = UP;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[y * width + x];
                int above = y == 0 ? 0 : pixels[(y - 1) * width + x];
                rows[at++] = (byte) ((pixel >> 16) - (above >> 16));
                rows[at++] = (byte) ((pixel >> 8) - (above >> 8));
                rows[at++] = (byte) (pixel - above);
            }
        }
        return rows;
    }

    private static void chunk(String type, byte[] data, int length, ByteArrayOutputStream out) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(name);
        out.write(data, 0, length);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
