package prongsai.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.Claim;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/** The topics and components that records claim, and the topics that are said not to apply. */
final class ClaimChecks {

    private final Content content;
    private final Catalogues catalogues;
    private final Problems problems;
    private final List<String> topics;
    /** Whether a claim is right, for the many records of which it does not matter which one claims. */
    private final Map<String, Boolean> known = new HashMap<>();

    ClaimChecks(Content content, Catalogues catalogues, Problems problems) {
        this.content = content;
        this.catalogues = catalogues;
        this.problems = problems;
        this.topics = catalogues.topics().stream().map(Topic::id).toList();
    }

    void check() {
        content.records().forEach(this::checkRecord);
        for (Value.Mapping exception : Values.mappings(content.agency().fields(), "notApplicable")) {
            Values.scalar(exception, "topic").ifPresent(this::topic);
        }
    }

    private void checkRecord(Entry<? extends PublicRecord> entry) {
        if (entry.record() instanceof HeadedRecord && isRight(entry.record())) {
            // Where the claims stand is looked up in the file, and only what is wrong needs a place.
            return;
        }
        for (Value.Mapping claim : Values.mappings(entry.fields(), "discloses")) {
            Optional<Topic> topic = Values.scalar(claim, "topic").flatMap(this::topic);
            topic.ifPresent(t -> Values.scalars(claim, "components").forEach(c -> checkComponent(entry, t, c)));
        }
    }

    private boolean isRight(PublicRecord record) {
        for (Claim claim : record.discloses()) {
            Optional<Topic> topic = catalogues.topic(claim.topic());
            if (topic.isEmpty() || !claim.components().stream().allMatch(c -> isRight(record, topic.get(), c))) {
                return false;
            }
        }
        return true;
    }

    private boolean isRight(PublicRecord record, Topic topic, String id) {
        return RecordRules.tells(record)
                ? isRightFor(record, topic, id)
                : known.computeIfAbsent(topic.id() + "/" + id, key -> isRightFor(record, topic, id));
    }

    private boolean isRightFor(PublicRecord record, Topic topic, String id) {
        Optional<Component> component = catalogues.component(topic.id(), id);
        return component.isPresent() && !CoverageFinder.isDerived(record, topic, component.get());
    }

    private Optional<Topic> topic(Value.Scalar written) {
        Optional<Topic> topic = catalogues.topic(written.text().strip());
        if (topic.isEmpty()) {
            String suggestion = Nearest.of(written.text().strip(), topics).orElseGet(() -> String.join(", ", topics));
            problems.add(ProblemCode.UNKNOWN_TOPIC, written.position(), written.text(), suggestion);
        }
        return topic;
    }

    private void checkComponent(Entry<? extends PublicRecord> entry, Topic topic, Value.Scalar written) {
        String id = written.text().strip();
        Optional<Component> component = catalogues.component(topic.id(), id);
        if (component.isEmpty()) {
            Set<String> known = catalogues.componentIds(topic.id());
            String suggestion = Nearest.of(id, known).orElseGet(() -> String.join(", ", known));
            problems.add(ProblemCode.UNKNOWN_COMPONENT, written.position(), id, topic.id(), suggestion);
        } else if (CoverageFinder.isDerived(entry.record(), topic, component.get())) {
            problems.add(ProblemCode.DERIVED_CLAIM, written.position(), topic.id(), id);
        }
    }
}
