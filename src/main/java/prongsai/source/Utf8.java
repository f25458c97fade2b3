package prongsai.source;

/**
 * Whether bytes are UTF-8 (RFC 3629, section 4), without decoding them: most of a record is text that nobody needs before
 * its page is made.
 */
final class Utf8 {

    private Utf8() {}

    static boolean isValid(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            int lead = bytes[at] & 0xFF;
            if (lead < 0x80) {
                at++;
            } else {
                int count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
                if (at + count > bytes.length || !isRight(lead, bytes, at, count)) {
                    return false;
                }
                at += count;
            }
        }
        return true;
    }

    /** No character that fits into fewer bytes, no half of one (UTF-16), none beyond U+10FFFF. */
    private static boolean isRight(int lead, byte[] bytes, int at, int count) {
        int second = bytes[at + 1] & 0xFF;
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        boolean right = lead >= 0xC2 && lead <= 0xF4 && second >= least && second <= most;
        for (int i = at + 2; i < at + count; i++) {
            right &= (bytes[i] & 0xC0) == 0x80;
        }
        return right;
    }
}
