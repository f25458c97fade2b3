package prongsai.content;

import java.util.List;
import java.util.Optional;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/** What came of reading a file as bytes, and back: the record, where its fields stand, and what was wrong. */
final class OutcomeBytes {

    private final RecordBytes records = new RecordBytes();
    private final FieldPlaces.Names names = new FieldPlaces.Names();

    /** Whether the outcome depends on nothing but the file and on that the files it names are there. */
    static boolean handles(RecordFiles.Outcome outcome) {
        return outcome.entry().filter(e -> RecordBytes.handles(e.record())).isPresent()
                && !outcome.files().missed();
    }

    static void write(RecordFiles.Outcome outcome, BytesOut out) {
        Entry<?> entry = outcome.entry().orElseThrow();
        out.<FilePath>list(outcome.files().found(), file -> out.text(file.path()));
        RecordBytes.write((HeadedRecord) entry.record(), out);
        out.optional(entry.places(), places -> places.write(out));
        out.number(entry.bodyStart());
        out.<Problem>list(outcome.problems(), problem -> {
            out.constant(problem.code());
            out.number(problem.position().line());
            out.number(problem.position().column());
            out.list(problem.arguments(), out::text);
        });
    }

    /** The outcome as if the file had been read; empty where a file that it names is gone. */
    Optional<RecordFiles.Outcome> read(RecordFiles.Task task, SourceFile source, ContentTree tree, BytesIn in) {
        FileLookup files = new FileLookup(tree);
        in.list(() -> new FilePath(in.text())).forEach(files::file);
        if (files.missed()) {
            return Optional.empty();
        }
        HeadedRecord record = records.read(task.id().orElseThrow(), in);
        Optional<FieldPlaces> places = in.optional(() -> FieldPlaces.read(in, names));
        Entry<HeadedRecord> entry = Entry.headed(record, task.file().path(), source, places, in.number());
        List<Problem> problems = in.list(() -> new Problem(
                in.constant(ProblemCode.class),
                new SourcePosition(source.path(), in.number(), in.number()),
                in.list(in::text)));
        return Optional.of(new RecordFiles.Outcome(Optional.of(source), Optional.of(entry), problems, files, true));
    }
}
