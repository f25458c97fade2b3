package prongsai.content;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;

/** What came of reading a file as bytes, and back: the record, where its fields stand, and what was wrong. */
final class OutcomeBytes {

    private final SharedParts parts = new SharedParts();
    private final FieldPlaces.Names names = new FieldPlaces.Names();

    /** Whether the outcome depends on nothing but the file and on that the files it names are there. */
    static boolean handles(RecordFiles.Outcome outcome) {
        return outcome.entry().filter(e -> RecordBytes.handles(e.record())).isPresent()
                && !outcome.files().missed();
    }

    /** What writes an outcome, which itself need not be kept until then. */
    static Consumer<BytesOut> of(RecordFiles.Outcome outcome) {
        Entry<?> entry = outcome.entry().orElseThrow();
        List<FilePath> found = List.copyOf(outcome.files().found());
        List<Problem> problems = outcome.problems();
        return out -> write(entry, found, problems, out);
    }

    private static void write(Entry<?> entry, List<FilePath> found, List<Problem> problems, BytesOut out) {
        out.<FilePath>list(found, file -> out.text(file.path()));
        RecordBytes.write((HeadedRecord) entry.record(), out);
        out.optional(entry.places(), places -> places.write(out));
        out.number(entry.bodyStart());
        out.<Problem>list(problems, problem -> {
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
        HeadedRecord record = parts.of(RecordBytes.read(task.id().orElseThrow(), in));
        Optional<FieldPlaces> places = in.optional(() -> FieldPlaces.read(in, names));
        Entry<HeadedRecord> entry = Entry.headed(record, task.file().path(), source, places, in.number());
        List<Problem> problems = in.list(() -> new Problem(
                in.constant(ProblemCode.class),
                new SourcePosition(source.path(), in.number(), in.number()),
                in.list(in::text)));
        return Optional.of(new RecordFiles.Outcome(Optional.of(source), Optional.of(entry), problems, files, true));
    }
}
