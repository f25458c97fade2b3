package prongsai.model;

/**
 * A natural person's national ID (เลขประจำตัวประชาชน): 13 digits of which the first is 1 to 8 and the last checks the
 * others. A number that begins with 0 belongs to a juristic person or an agency and is public.
 *
 * @param digits 13 Arabic digits, such as {@code 1234567890121}
 */
public record NationalId(String digits) {

    /** Digits of an ID. */
    public static final int LENGTH = 13;

    public NationalId {
        if (!isValid(digits)) {
            throw new IllegalArgumentException("not a national ID");
        }
    }

    /** Whether the text is 13 Arabic digits that make an ID. */
    public static boolean isValid(String digits) {
        if (digits.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return false;
            }
        }
        return digits.charAt(0) >= '1'
                && digits.charAt(0) <= '8'
                && digits.charAt(LENGTH - 1) == '0' + checkDigit(digits);
    }

    /**
     * The digit that an ID with these first 12 digits ends in: the digits are weighted 13, 12, ... 2, and the check digit
     * makes the weighted sum a multiple of 11 (10 and 11 are written 0 and 1).
     *
     * @param digits at least 12 Arabic digits
     */
    public static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (digits.charAt(i) - '0') * (LENGTH - i);
        }
        return (11 - sum % 11) % 10;
    }

    /** With what tells the person apart left out: {@code 1-xxxx-xxxxx-12-1}. */
    public String masked() {
        return digits.charAt(0) + "-xxxx-xxxxx-" + digits.substring(10, 12) + "-" + digits.charAt(12);
    }

    /** Masked: an ID must not get into a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
