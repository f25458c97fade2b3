package prongsai.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import prongsai.model.PublicRecord;
import prongsai.model.Service;
import prongsai.model.StatisticsTable;
import prongsai.model.StatisticsTable.Column;
import prongsai.model.StatisticsTable.Kind;

/**
 * What a record's own fields say about a component. Where its fields hold the matter, they decide and a claim counts for
 * nothing; where they cannot hold it, only a claim can say.
 */
final class RecordRules {

    static final String SERVICE_MANUAL = "service-manual";
    private static final String COMPLAINTS = "complaint-statistics";

    private static final Map<String, Predicate<Service>> SERVICE = Map.of(
            SERVICE_MANUAL + "/service",
            s -> true,
            SERVICE_MANUAL + "/steps",
            s -> !s.steps().isEmpty(),
            // "ระยะเวลาที่ใช้ในการให้บริการแต่ละขั้นตอน"
            SERVICE_MANUAL + "/time",
            s -> !s.steps().isEmpty()
                    && s.steps().stream().allMatch(t -> t.minutes().isPresent()),
            SERVICE_MANUAL + "/channel",
            s -> s.place().isPresent() || ChannelRules.isOnline(s),
            SERVICE_MANUAL + "/fee",
            s -> s.fee().isPresent(),
            SERVICE_MANUAL + "/law",
            s -> !s.law().isEmpty(),
            "e-service/how",
            s -> ChannelRules.isOnline(s)
                    && s.online().flatMap(Service.Online::how).isPresent());

    /** What tells the column of a complaint figure: its key, or words of its heading. */
    private static final Map<String, List<String>> COMPLAINT_COLUMNS = Map.of(
            "total", List.of("ทั้งหมด", "จำนวนเรื่อง", "รวม"),
            "closed", List.of("แล้วเสร็จ", "เสร็จสิ้น", "ยุติ"),
            "open", List.of("อยู่ระหว่าง", "กำลังดำเนินการ", "คงค้าง"));

    private static final Map<String, Kind> TABLE =
            Map.of("service-statistics/count", Kind.SERVICES, "satisfaction-survey/result", Kind.SATISFACTION);

    private RecordRules() {}

    /** Whether a record has fields that may tell; of any other the answer is the same. */
    static boolean tells(PublicRecord record) {
        return record instanceof Service || record instanceof StatisticsTable;
    }

    /** Whether the record's fields show the component; empty where they cannot tell. */
    static Optional<Boolean> shows(PublicRecord record, String topic, String component) {
        String key = topic + "/" + component;
        if (topic.equals(COMPLAINTS) && COMPLAINT_COLUMNS.containsKey(component)) {
            return Optional.of(record instanceof StatisticsTable table && showsComplaints(table, component));
        }
        if (record instanceof Service service && SERVICE.containsKey(key)) {
            return Optional.of(SERVICE.getOrDefault(key, s -> false).test(service));
        }
        if (record instanceof StatisticsTable table && table.kind() == TABLE.get(key)) {
            return Optional.of(isAbout(table, topic) && hasFigures(table));
        }
        return Optional.empty();
    }

    /** A table is about every topic of its kind, unless it says what else it is about. */
    private static boolean isAbout(StatisticsTable table, String topic) {
        return table.discloses().isEmpty()
                || table.discloses().stream().anyMatch(c -> c.topic().equals(topic));
    }

    /** That nobody was served is a figure; that nobody was asked is no survey. */
    private static boolean hasFigures(StatisticsTable table) {
        return !table.rows().isEmpty() || (table.none() && table.kind() == Kind.SERVICES);
    }

    /** "กรณีไม่มีเรื่องร้องเรียนให้ระบุว่าไม่มี": saying that there were none gives all three figures. */
    private static boolean showsComplaints(StatisticsTable table, String component) {
        if (table.kind() != Kind.COMPLAINTS || !isAbout(table, COMPLAINTS)) {
            return false;
        }
        return table.none()
                || table.columns().stream()
                        .filter(c -> c.type().isNumeric() && columnOf(c).equals(Optional.of(component)))
                        .anyMatch(c -> table.rows().stream().anyMatch(r -> r.containsKey(c.key())));
    }

    /** Which figure a column holds. A heading that speaks of closed or open complaints is not the total. */
    private static Optional<String> columnOf(Column column) {
        if (COMPLAINT_COLUMNS.containsKey(column.key())) {
            return Optional.of(column.key());
        }
        for (String component : List.of("closed", "open", "total")) {
            List<String> words = COMPLAINT_COLUMNS.getOrDefault(component, List.of());
            if (words.stream().anyMatch(column.title()::contains)) {
                return Optional.of(component);
            }
        }
        return Optional.empty();
    }

    /**
     * The records that count. Of several services only the fullest do: steps of one and times of another make no manual.
     */
    static List<ShownRecord> counting(Topic topic, List<ShownRecord> shown) {
        if (!topic.id().equals(SERVICE_MANUAL)) {
            return shown;
        }
        long fullest = shown.stream()
                .filter(s -> s.record() instanceof Service)
                .mapToLong(s -> required(topic, s.components()))
                .max()
                .orElse(0);
        return shown.stream()
                .filter(s -> !(s.record() instanceof Service) || required(topic, s.components()) == fullest)
                .toList();
    }

    private static long required(Topic topic, Set<String> components) {
        return topic.components().stream()
                .filter(c -> c.isRequired() && components.contains(c.id()))
                .count();
    }
}
