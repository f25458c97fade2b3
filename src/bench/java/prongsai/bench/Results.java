package prongsai.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was measured for one number of records.
 *
 * @param prongsai by the work done
 * @param others full builds of the peers, and what else was timed, by its name
 * @param outputs what each program wrote, by its name
 */
record Results(
        int records, Map<Work, List<Timing>> prongsai, Map<String, List<Timing>> others, Map<String, String> outputs) {

    static Results of(int records) {
        return new Results(records, new EnumMap<>(Work.class), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    void add(Work work, Timing timing) {
        prongsai.computeIfAbsent(work, w -> new ArrayList<>()).add(timing);
    }

    void add(String other, Timing timing) {
        others.computeIfAbsent(other, o -> new ArrayList<>()).add(timing);
    }

    /** The runs of one build of Prongsai. */
    List<Timing> runs(Work work) {
        return Objects.requireNonNull(prongsai.get(work), work.label());
    }

    /** Hugo's name with its version, and its runs, if it took part. */
    Optional<Map.Entry<String, List<Timing>>> hugo() {
        return others.entrySet().stream()
                .filter(other -> other.getKey().startsWith("Hugo"))
                .findFirst();
    }
}
