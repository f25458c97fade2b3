package prongsai.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.Claim;
import prongsai.model.PublicRecord;

/**
 * The records that disclose anything at all, by the topics that they may disclose: drafts and revoked ones disclose
 * nothing. Every topic of every year is looked for, so that the records are gone through once here and not some hundreds
 * of times.
 */
public final class RecordsInForce {

    /** Those whose own fields can show a topic that they do not claim; see {@link RecordRules}. */
    private final List<PublicRecord> telling = new ArrayList<>();

    private final Map<String, List<PublicRecord>> byTopic = new HashMap<>();

    private RecordsInForce() {}

    public static RecordsInForce of(Content content) {
        RecordsInForce records = new RecordsInForce();
        content.records().map(Entry::record).filter(PublicRecord::isInForce).forEach(records::add);
        return records;
    }

    private void add(PublicRecord record) {
        Set<String> claimed = record.discloses().stream().map(Claim::topic).collect(Collectors.toSet());
        claimed.forEach(topic -> byTopic.computeIfAbsent(topic, t -> new ArrayList<>(telling)));
        if (RecordRules.tells(record)) {
            byTopic.values().forEach(list -> list.add(record));
            telling.add(record);
        } else {
            claimed.forEach(topic -> about(topic).add(record));
        }
    }

    /** The records that may show something of a topic, in the order of all records. */
    List<PublicRecord> about(String topic) {
        return byTopic.getOrDefault(topic, telling);
    }
}
