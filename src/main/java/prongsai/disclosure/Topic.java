package prongsai.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * Topic (หัวข้อที่ต้องเปิดเผย): what must be disclosed, under a name that outlives the numbering of the years.
 *
 * @param id such as {@code no-gift-policy}; records claim it
 * @param components in the order of the handbook
 */
public record Topic(String id, String name, List<Component> components) {
    public Topic {
        components = List.copyOf(components);
    }

    public Optional<Component> component(String id) {
        return components.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
