package prongsai.disclosure;

import java.util.List;

/** Status of an item for a year, as far as this site shows it. */
public sealed interface ItemStatus {

    /** Every component of every topic is covered (ครบถ้วน). */
    record Complete() implements ItemStatus {}

    /** Something is shown, and something is missing (ยังไม่ครบ). */
    record Incomplete(List<TopicGap> missing) implements ItemStatus {
        public Incomplete {
            missing = List.copyOf(missing);
        }
    }

    /** Nothing is shown (ยังไม่มีข้อมูลบนเว็บไซต์นี้). */
    record Missing(List<TopicGap> missing) implements ItemStatus {
        public Missing {
            missing = List.copyOf(missing);
        }
    }

    /** The agency need not disclose it. */
    record NotApplicable(String reason) implements ItemStatus {}

    /** The required components that a topic lacks. */
    record TopicGap(Topic topic, List<Component> components) {
        public TopicGap {
            components = List.copyOf(components);
        }
    }

    /** What the item lacks, by topic; nothing where it is complete or does not apply. */
    default List<TopicGap> gaps() {
        if (this instanceof Incomplete incomplete) {
            return incomplete.missing();
        }
        return this instanceof Missing missing ? missing.missing() : List.of();
    }
}
