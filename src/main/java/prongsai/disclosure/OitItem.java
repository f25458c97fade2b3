package prongsai.disclosure;

import java.util.List;

/**
 * Disclosure item (รายการข้อมูลที่ต้องเปิดเผย) of one year.
 *
 * @param code such as {@code O42}: the number differs from year to year
 * @param topics what it asks for, with the components that hold in this year
 */
public record OitItem(String code, String name, List<Topic> topics) {
    public OitItem {
        topics = List.copyOf(topics);
    }
}
