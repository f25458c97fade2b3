package prongsai.disclosure;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One item: what it asks for, where each of it is shown, what is missing.
 *
 * @param topics in the order of the item
 */
public record ItemReport(OitItem item, List<TopicReport> topics, ItemStatus status) {
    public ItemReport {
        topics = List.copyOf(topics);
    }

    /** Everything that shows any of the item, each once, in the order of the components. */
    public List<Evidence> evidence() {
        return topics.stream()
                .flatMap(t -> t.components().stream())
                .map(ComponentReport::coverage)
                .flatMap(c -> c instanceof Coverage.Covered covered
                        ? covered.evidence().stream()
                        : List.<Evidence>of().stream())
                .distinct()
                .toList();
    }

    /** The components that must be shown and are not, of the topics that apply. */
    public List<ComponentReport> missing() {
        return topics.stream()
                .filter(t -> t.notApplicable().isEmpty())
                .flatMap(t -> t.components().stream())
                .filter(c -> c.coverage() instanceof Coverage.Missing)
                .toList();
    }

    /** When the evidence last changed; empty where there is none, or none with a date. */
    public Optional<LocalDate> lastChange() {
        return evidence().stream().flatMap(e -> e.lastChange().stream()).max(LocalDate::compareTo);
    }
}
