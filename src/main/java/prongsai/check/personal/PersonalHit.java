package prongsai.check.personal;

import prongsai.model.NationalId;

/**
 * A piece of personal data found in a text.
 *
 * @param start offset of its first digit in UTF-16 units
 * @param end offset after its last digit
 * @param digits Arabic digits alone; a mobile number in the national form {@code 0xxxxxxxxx}. Never to be shown: show
 *     {@link #masked()}
 */
public record PersonalHit(Kind kind, int start, int end, String digits) {

    /** What was found. */
    public enum Kind {
        /** เลขประจำตัวประชาชน */
        NATIONAL_ID,
        /** หมายเลขโทรศัพท์เคลื่อนที่ */
        MOBILE_NUMBER,
        /** เลขที่บัญชีธนาคารของบุคคล */
        BANK_ACCOUNT
    }

    PersonalHit movedBy(int offset) {
        return new PersonalHit(kind, start + offset, end + offset, digits);
    }

    /** The number, wherever it stands. */
    public PersonalNumber number() {
        return new PersonalNumber(kind, digits);
    }

    /** What may be shown of it: enough to find it again in the file, too little to use. */
    public String masked() {
        return switch (kind) {
            case NATIONAL_ID -> new NationalId(digits).masked();
            case MOBILE_NUMBER -> digits.substring(0, 2) + "x-xxx-xx" + digits.substring(8);
            case BANK_ACCOUNT -> "x".repeat(digits.length() - 3) + digits.substring(digits.length() - 3);
        };
    }

    /** Masked, as whatever is printed may end in a log. */
    @Override
    public String toString() {
        return kind + " " + masked() + " at " + start + ".." + end;
    }
}
