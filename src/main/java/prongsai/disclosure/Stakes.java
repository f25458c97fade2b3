package prongsai.disclosure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;

/**
 * Which items of a year depend on a file: those that its record shows or claims to show, and for an attachment those of
 * the records that carry it.
 *
 * <pre>{@code
 * Stakes stakes = Stakes.of(content, report);
 * List<ItemReport> items = stakes.items("content/announcements/2563/no-gift.md");
 * }</pre>
 */
public final class Stakes {

    private final Map<String, List<ItemReport>> byFile;

    private Stakes(Map<String, List<ItemReport>> byFile) {
        this.byFile = byFile;
    }

    /** No item depends on anything: for a year without a catalogue. */
    public static Stakes none() {
        return new Stakes(Map.of());
    }

    public static Stakes of(Content content, DisclosureReport report) {
        Map<RecordId, Set<Integer>> byEvidence = byEvidence(report);
        Map<String, Set<Integer>> byFile = new HashMap<>();
        content.records().forEach(entry -> {
            Set<Integer> items =
                    new TreeSet<>(byEvidence.getOrDefault(entry.record().id(), Set.of()));
            items.addAll(claimed(entry.record(), report));
            if (!items.isEmpty()) {
                add(byFile, entry.source().path(), items);
                attachments(entry).forEach(file -> add(byFile, content.shown(file), items));
            }
        });
        Map<String, List<ItemReport>> reports = new HashMap<>();
        byFile.forEach((file, items) ->
                reports.put(file, items.stream().map(i -> report.items().get(i)).toList()));
        return new Stakes(reports);
    }

    private static void add(Map<String, Set<Integer>> byFile, String file, Set<Integer> items) {
        byFile.computeIfAbsent(file, f -> new TreeSet<>()).addAll(items);
    }

    private static Map<RecordId, Set<Integer>> byEvidence(DisclosureReport report) {
        Map<RecordId, Set<Integer>> items = new HashMap<>();
        for (int i = 0; i < report.items().size(); i++) {
            for (Evidence evidence : report.items().get(i).evidence()) {
                if (evidence instanceof Evidence.OfRecord shown) {
                    items.computeIfAbsent(shown.record(), r -> new TreeSet<>()).add(i);
                }
            }
        }
        return items;
    }

    private static Set<Integer> claimed(PublicRecord record, DisclosureReport report) {
        Set<String> topics = record.discloses().stream().map(c -> c.topic()).collect(Collectors.toSet());
        Set<Integer> items = new TreeSet<>();
        for (int i = 0; i < report.items().size(); i++) {
            boolean serves = record.serves(report.catalogue().year())
                    && report.items().get(i).item().topics().stream().anyMatch(t -> topics.contains(t.id()));
            if (serves) {
                items.add(i);
            }
        }
        return items;
    }

    private static List<FilePath> attachments(Entry<? extends PublicRecord> entry) {
        return entry.record() instanceof HeadedRecord headed
                ? headed.header().attachments().stream().map(a -> a.file()).toList()
                : List.of();
    }

    /**
     * The items that depend on a file, in the order of the catalogue.
     *
     * @param file as it is shown to the officer
     */
    public List<ItemReport> items(String file) {
        return byFile.getOrDefault(file, List.of());
    }
}
