package prongsai.render;

import java.util.List;

/** One to three letters that stand for a name in a plain ring where there is no seal or photograph. */
public final class Initials {

    /** Words before the name itself. */
    private static final List<String> BEFORE_NAME = List.of(
            "องค์การบริหารส่วนจังหวัด",
            "องค์การบริหารส่วนตำบล",
            "เทศบาลนคร",
            "เทศบาลเมือง",
            "เทศบาลตำบล",
            "เทศบาล",
            "ว่าที่ร้อยตรี",
            "ว่าที่ ร.ต.",
            "นางสาว",
            "นาย",
            "นาง");

    private Initials() {}

    /** The first consonant of the name: {@code ค} of เทศบาลตำบลคลองพน, {@code น} of นายนุกูล งานดี. */
    public static String of(String name) {
        String own = name.strip();
        for (String word : BEFORE_NAME) {
            if (own.startsWith(word) && own.length() > word.length()) {
                own = own.substring(word.length()).strip();
                break;
            }
        }
        // A vowel written before its consonant is no initial: เกาะ begins with ก.
        return own.codePoints()
                .filter(Character::isLetter)
                .filter(c -> c < 'เ' || c > 'ไ')
                .limit(1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
