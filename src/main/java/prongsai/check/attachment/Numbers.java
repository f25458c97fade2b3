package prongsai.check.attachment;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as spreadsheets store them. */
final class Numbers {

    /** An exponent of three digits would be a number of 1,000 digits. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");

    private Numbers() {}

    /** The number in plain digits, {@code 1101700203451} for {@code 1.101700203451E12}; any other text as it is. */
    static String plain(String text) {
        boolean isPlain = text.indexOf('.') < 0 && text.indexOf('E') < 0 && text.indexOf('e') < 0;
        if (isPlain || !NUMBER.matcher(text).matches()) {
            return text;
        }
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
