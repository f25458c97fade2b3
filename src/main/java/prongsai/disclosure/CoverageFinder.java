package prongsai.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prongsai.disclosure.ItemStatus.TopicGap;
import prongsai.model.Agency.NotApplicable;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;

/**
 * Finds the evidence for items. For each component, in this order: what the agency's data as a whole show; what the
 * record's dates and signature prove; what a record's own fields show; and only then what a record claims.
 */
final class CoverageFinder {

    private static final String SIGNED = "signed";

    private final Scope scope;
    private final RecordsInForce records;

    CoverageFinder(Scope scope, RecordsInForce records) {
        this.scope = scope;
        this.records = records;
    }

    /** Whether a claim of the component by the record says nothing that data do not say. */
    static boolean isDerived(PublicRecord record, Topic topic, Component component) {
        return isDerivedFromAll(topic, component)
                || RecordRules.shows(record, topic.id(), component.id()).isPresent();
    }

    private static boolean isDerivedFromAll(Topic topic, Component component) {
        return SiteRules.of(topic.id(), component.id()).isPresent()
                || TimeRule.of(component).isPresent()
                || component.id().equals(SIGNED);
    }

    ItemReport report(OitItem item) {
        List<TopicReport> topics = item.topics().stream().map(this::report).toList();
        return new ItemReport(item, topics, status(topics));
    }

    private static ItemStatus status(List<TopicReport> topics) {
        List<TopicReport> asked =
                topics.stream().filter(t -> t.notApplicable().isEmpty()).toList();
        if (asked.isEmpty()) {
            return new ItemStatus.NotApplicable(topics.stream()
                    .flatMap(t -> t.notApplicable().stream())
                    .distinct()
                    .collect(Collectors.joining("; ")));
        }
        List<TopicGap> gaps = asked.stream()
                .filter(t -> !t.missing().isEmpty())
                .map(t -> new TopicGap(t.topic(), t.missing()))
                .toList();
        boolean anything = asked.stream().anyMatch(TopicReport::showsAnything);
        if (!anything) {
            return new ItemStatus.Missing(gaps);
        }
        return gaps.isEmpty() ? new ItemStatus.Complete() : new ItemStatus.Incomplete(gaps);
    }

    private TopicReport report(Topic topic) {
        List<ShownRecord> shown = RecordRules.counting(topic, shown(topic));
        List<ComponentReport> components = topic.components().stream()
                .map(c -> new ComponentReport(c, coverage(topic, c, shown)))
                .toList();
        Optional<String> reason = scope.agency().notApplicable().stream()
                .filter(n -> n.topic().equals(topic.id()))
                .filter(n -> n.year().filter(y -> !y.equals(scope.year())).isEmpty())
                .map(NotApplicable::reason)
                .findFirst();
        return new TopicReport(topic, components, reason);
    }

    /** The records of the year needed that show something of the topic's substance. */
    private List<ShownRecord> shown(Topic topic) {
        FiscalYear needed = TimeRule.yearNeeded(topic, scope.year());
        List<Component> substance = topic.components().stream()
                .filter(c -> !isDerivedFromAll(topic, c))
                .toList();
        List<ShownRecord> shown = new ArrayList<>();
        for (PublicRecord record : records.about(topic.id())) {
            if (record.serves(needed)) {
                Set<String> components = components(record, topic, substance);
                // Dates and a signature alone disclose nothing, unless the topic asks for nothing else.
                if (!components.isEmpty() || (substance.isEmpty() && claims(record, topic))) {
                    shown.add(new ShownRecord(record, components));
                }
            }
        }
        return shown;
    }

    private static Set<String> components(PublicRecord record, Topic topic, List<Component> substance) {
        Set<String> claimed = new LinkedHashSet<>();
        record.discloses().stream()
                .filter(c -> c.topic().equals(topic.id()))
                .forEach(c -> claimed.addAll(c.components()));
        return substance.stream()
                .map(Component::id)
                .filter(id -> RecordRules.shows(record, topic.id(), id).orElse(claimed.contains(id)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean claims(PublicRecord record, Topic topic) {
        return record.discloses().stream().anyMatch(c -> c.topic().equals(topic.id()));
    }

    private Coverage coverage(Topic topic, Component component, List<ShownRecord> shown) {
        Coverage found = find(topic, component, shown);
        return found instanceof Coverage.Missing missing && !component.isRequired()
                ? new Coverage.NotShown(missing.gap())
                : found;
    }

    private Coverage find(Topic topic, Component component, List<ShownRecord> shown) {
        Optional<Rule> rule = SiteRules.of(topic.id(), component.id());
        if (rule.isPresent()) {
            return rule.get().find(scope);
        }
        List<PublicRecord> showing = shown.stream().map(ShownRecord::record).toList();
        Optional<TimeRule> time = TimeRule.of(component);
        if (time.isPresent()) {
            return time.get().find(showing, scope.year());
        }
        if (component.id().equals(SIGNED)) {
            return signed(showing);
        }
        return Coverage.byAny(ShownRecord.evidence(shown.stream()
                .filter(s -> s.components().contains(component.id()))
                .map(ShownRecord::record)
                .toList()));
    }

    private Coverage signed(List<PublicRecord> showing) {
        List<PublicRecord> signed = showing.stream()
                .filter(r -> Signatures.isSignedByHead(r, scope.agency()))
                .toList();
        return signed.isEmpty() && !showing.isEmpty()
                ? Coverage.missing(new Gap.NotSignedByHead(
                        showing.stream().map(PublicRecord::id).toList()))
                : Coverage.byAny(ShownRecord.evidence(signed));
    }
}
