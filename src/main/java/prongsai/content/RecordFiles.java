package prongsai.content;

import java.util.List;
import java.util.Optional;
import prongsai.model.FiscalYear;
import prongsai.model.HeadedRecord;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.source.FrontMatter;
import prongsai.source.JsonText;
import prongsai.source.Problem;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.RecordSchema;
import prongsai.source.SourceFile;
import prongsai.source.TextReader;
import prongsai.source.Value;

/** Reads single files of records; any number of threads may do so at once. */
final class RecordFiles {

    private final ContentTree tree;
    private final RecordSchema.Library schemas;
    private final ReadCache cache;
    private final FieldPlaces.Names names = new FieldPlaces.Names();
    private final SharedParts parts = new SharedParts();

    RecordFiles(ContentTree tree, RecordSchema.Library schemas, ReadCache cache) {
        this.tree = tree;
        this.schemas = schemas;
        this.cache = cache;
    }

    /**
     * A file that is to be read.
     *
     * @param id the name of its record; empty where it can have none
     */
    record Task(ContentFile file, RecordKind kind, Optional<RecordId> id) {}

    /**
     * What came of it.
     *
     * @param source the text, if it is one, even if it is no right record
     * @param entry empty where the record cannot take its place
     * @param files that the record asked for
     * @param known whether an earlier run had read the same
     */
    record Outcome(
            Optional<SourceFile> source,
            Optional<Entry<? extends PublicRecord>> entry,
            List<Problem> problems,
            FileLookup files,
            boolean known) {}

    Outcome read(Task task) {
        return cache.outcome(task, tree).orElseGet(() -> readAnew(task));
    }

    private Outcome readAnew(Task task) {
        FileLookup files = new FileLookup(tree);
        Problems problems = new Problems();
        Optional<TextReader.Opened> opened = open(task, problems);
        Optional<Entry<? extends PublicRecord>> entry = opened.flatMap(o ->
                task.kind().isMarkdown() ? markdown(task, o, files, problems) : json(task, o.file(), files, problems));
        return new Outcome(opened.map(TextReader.Opened::file), entry, problems.sorted(), files, false);
    }

    private Optional<TextReader.Opened> open(Task task, Problems problems) {
        return task.kind().isMarkdown()
                ? TextReader.readHead(task.file(), problems)
                : TextReader.read(task.file(), problems).map(f -> new TextReader.Opened(f, f.open()));
    }

    private Optional<Entry<? extends PublicRecord>> markdown(
            Task task, TextReader.Opened opened, FileLookup files, Problems problems) {
        Optional<FrontMatter> head = FrontMatter.read(opened.text(), problems);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        Value.Mapping mapping = head.get().fields();
        return record(task, mapping, files, problems)
                .map(record -> Entry.headed(
                        record instanceof HeadedRecord headed ? parts.of(headed) : record,
                        task.file().path(),
                        opened.file(),
                        FieldPlaces.of(mapping, names),
                        head.get().bodyStart()));
    }

    private Optional<Entry<? extends PublicRecord>> json(
            Task task, SourceFile source, FileLookup files, Problems problems) {
        Optional<Value.Mapping> fields = JsonText.parse(source, problems).flatMap(v -> mapping(v, problems));
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Optional<? extends PublicRecord> record = record(task, fields.get(), files, problems);
        if (record.isPresent() && !record.get().id().equals(task.id().orElseThrow())) {
            problems.add(
                    ProblemCode.YEAR_MISMATCH,
                    fields.get().at("/fiscalYear").position(),
                    record.get().fiscalYear().map(FiscalYear::toString).orElse(""),
                    task.file().path().name());
        }
        return record.map(r -> Entry.whole(r, task.file().path(), source, fields.get()));
    }

    /** A value that has fields; any other is a problem. */
    static Optional<Value.Mapping> mapping(Value value, Problems problems) {
        if (value instanceof Value.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(ProblemCode.NOT_FIELDS, value.position());
        return Optional.empty();
    }

    /** The record of a file's fields; empty where something is missing that it cannot do without, even a name. */
    private Optional<? extends PublicRecord> record(
            Task task, Value.Mapping fields, FileLookup files, Problems problems) {
        schemas.named(task.kind().schema()).check(fields, problems);
        // An unnameable record is still read, so that its other mistakes are told in the same run.
        RecordId name =
                task.id().orElseGet(() -> new RecordId(task.kind().place().collection() + "/0"));
        Optional<? extends PublicRecord> record =
                task.kind().reader().read(name, new Fields(fields, task.file().path(), files, problems), problems);
        return record.filter(r -> task.id().isPresent());
    }
}
