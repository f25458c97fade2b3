package prongsai.source;

import java.util.zip.CRC32C;

/**
 * What tells at no cost whether a file that is read again is still the same (CRC-32C): the processor counts it faster
 * than the disk gives bytes, a {@link Digest} costs more than the reading.
 */
public record Checksum(int length, int crc) {

    static Checksum of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return new Checksum(bytes.length, (int) crc.getValue());
    }
}
