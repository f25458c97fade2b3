package prongsai.disclosure;

import java.util.List;
import java.util.Optional;

/**
 * One topic of an item.
 *
 * @param notApplicable why the agency need not disclose it
 */
public record TopicReport(Topic topic, List<ComponentReport> components, Optional<String> notApplicable) {
    public TopicReport {
        components = List.copyOf(components);
    }

    /** The components that must be shown and are not. */
    public List<Component> missing() {
        return components.stream()
                .filter(c -> c.coverage() instanceof Coverage.Missing)
                .map(ComponentReport::component)
                .toList();
    }

    boolean showsAnything() {
        return components.stream().anyMatch(c -> c.coverage() instanceof Coverage.Covered);
    }
}
