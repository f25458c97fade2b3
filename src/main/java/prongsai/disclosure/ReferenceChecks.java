package prongsai.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import prongsai.content.Content;
import prongsai.content.ContentPaths;
import prongsai.content.Entry;
import prongsai.model.Agency;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.Value;

/** Units, records and files that records name. */
final class ReferenceChecks {

    private final Content content;
    private final Problems problems;
    private final Map<String, PublicRecord> records = new TreeMap<>();

    ReferenceChecks(Content content, Problems problems) {
        this.content = content;
        this.problems = problems;
        content.records().forEach(e -> records.put(e.record().id().path(), e.record()));
    }

    void check() {
        content.records().filter(entry -> !isRight(entry)).forEach(entry -> {
            Values.scalar(entry.fields(), "unit").ifPresent(this::unit);
            Values.scalar(entry.fields(), "replacedBy").ifPresent(this::record);
            Values.scalar(entry.fields(), "memo").ifPresent(this::record);
        });
        Values.mappings(content.agency().fields(), "renewals")
                .forEach(r -> Values.scalar(r, "responsible").ifPresent(this::unit));
    }

    /** Whether all that a record names is there, as far as the record itself tells: its fields are in its file. */
    private boolean isRight(Entry<? extends PublicRecord> entry) {
        if (!(entry.record() instanceof HeadedRecord headed) || entry.has("memo")) {
            return false;
        }
        Header header = headed.header();
        boolean unit = header.unit().isEmpty()
                || content.agency().record().unit(header.unit().get()).isPresent();
        return unit
                && header.replacedBy()
                        .map(RecordId::path)
                        .filter(r -> !records.containsKey(r))
                        .isEmpty();
    }

    /** A unit must be one of {@code site.yaml}, by its name or another way of writing it. */
    void unit(Value.Scalar written) {
        Agency agency = content.agency().record();
        if (agency.unit(written.text().strip()).isEmpty()) {
            List<String> known = agency.units().stream()
                    .flatMap(u -> Stream.concat(Stream.of(u.name()), u.alsoWritten().stream()))
                    .toList();
            report(ProblemCode.UNKNOWN_UNIT, written, known);
        }
    }

    private void record(Value.Scalar written) {
        String name = written.text().strip();
        // A name of the wrong form has been reported as that.
        if (RecordId.isValid(name) && !records.containsKey(name) && !content.leavesOut(name)) {
            report(ProblemCode.DANGLING_REFERENCE, written, List.copyOf(records.keySet()));
        }
    }

    /**
     * Looks for what an action names as its evidence: a record's name or a file's path.
     *
     * @param plan the file that names it
     * @return whether it is in force; empty where there is no such thing, or one with mistakes: a problem says so
     */
    Optional<Boolean> evidence(Value.Scalar written, FilePath plan) {
        String name = written.text().strip();
        Optional<PublicRecord> record = Optional.ofNullable(records.get(name));
        if (record.isPresent()) {
            return Optional.of(record.get().isInForce());
        }
        Optional<FilePath> file = ContentPaths.resolve(name, plan);
        if (file.isEmpty()) {
            problems.add(ProblemCode.PATH_LEAVES_CONTENT, written.position(), name);
            return Optional.empty();
        }
        if (content.files().containsKey(file.get())) {
            return Optional.of(true);
        }
        if (content.leavesOut(name)) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(records.keySet());
        content.files().keySet().forEach(f -> known.add(f.path()));
        report(ProblemCode.DANGLING_REFERENCE, written, known);
        return Optional.empty();
    }

    private void report(ProblemCode code, Value.Scalar written, List<String> known) {
        String name = written.text().strip();
        // All records of a site would be no help where none is near.
        String suggestion = code == ProblemCode.UNKNOWN_UNIT
                ? Nearest.of(name, known).orElseGet(() -> String.join(", ", known))
                : Nearest.path(name, known).orElse("");
        problems.add(code, written.position(), name, suggestion);
    }
}
