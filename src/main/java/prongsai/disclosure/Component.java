package prongsai.disclosure;

/**
 * Component (องค์ประกอบ) of a topic: one thing that a disclosure must show.
 *
 * @param id unique within its topic, such as {@code signed}
 * @param text the requirement in words
 * @param optional only where there is such a thing (ถ้ามี): never missing
 * @param example named by the handbook as an example (เช่น): advice, never missing
 */
public record Component(String id, String text, boolean optional, boolean example) {

    /** Whether an item without it is incomplete. */
    public boolean isRequired() {
        return !optional && !example;
    }
}
