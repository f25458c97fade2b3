package prongsai.disclosure;

import java.util.List;
import java.util.Set;
import prongsai.model.PublicRecord;

/**
 * A record that shows something of a topic.
 *
 * @param components ids of what it shows, without what its dates and its signature prove
 */
record ShownRecord(PublicRecord record, Set<String> components) {

    static List<Evidence> evidence(List<? extends PublicRecord> records) {
        return records.stream()
                .<Evidence>map(r -> new Evidence.OfRecord(r.id(), r.lastChange()))
                .toList();
    }
}
