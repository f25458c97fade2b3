package prongsai.check.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with notes in the making. */
final class Pictures {

    private Pictures() {}

    /** A photograph with a description, a comment of its user and a place: EXIF 2.3, big-endian. */
    static byte[] jpeg() throws IOException {
        return withSegment(0xe1, exif());
    }

    static byte[] withSegment(int marker, byte[] content) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", plain);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(0xffd8);
        out.writeByte(0xff);
        out.writeByte(marker);
        out.writeShort(content.length + 2);
        out.write(content);
        out.write(plain.toByteArray(), 2, plain.size() - 2);
        return bytes.toByteArray();
    }

    private static byte[] exif() {
        byte[] description = "1101700203451\0".getBytes(StandardCharsets.US_ASCII);
        byte[] comment = ("ASCII\0\0\0" + "081-234-5678").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer tiff = ByteBuffer.allocate(300);
        tiff.putShort((short) 0x4d4d).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010e, 2, description.length, 100);
        entry(tiff, 0x8769, 4, 1, 130);
        entry(tiff, 0x8825, 4, 1, 190);
        tiff.putInt(0);
        tiff.position(100);
        tiff.put(description);
        tiff.position(130);
        tiff.putShort((short) 1);
        entry(tiff, 0x9286, 7, comment.length, 150);
        tiff.putInt(0);
        tiff.position(150);
        tiff.put(comment);
        tiff.position(190);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 0x4e000000);
        entry(tiff, 2, 5, 3, 240);
        tiff.putInt(0);
        tiff.position(240);
        tiff.putInt(14).putInt(1).putInt(20).putInt(1).putInt(30).putInt(1);
        byte[] exif = new byte[6 + 300];
        System.arraycopy("Exif\0\0".getBytes(StandardCharsets.US_ASCII), 0, exif, 0, 6);
        System.arraycopy(tiff.array(), 0, exif, 6, 300);
        return exif;
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG with a chunk more. */
    static byte[] png(String type, byte[] content) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", plain);
        byte[] png = plain.toByteArray();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        int afterHeader = 8 + 25;
        out.write(png, 0, afterHeader);
        out.writeInt(content.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.write(name);
        out.write(content);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt((int) sum.getValue());
        out.write(png, afterHeader, png.length - afterHeader);
        return bytes.toByteArray();
    }
}
