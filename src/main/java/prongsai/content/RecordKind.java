package prongsai.content;

import java.util.Map;
import java.util.Optional;
import prongsai.model.FilePath;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.source.Problems;

/**
 * How the records of one collection are read.
 *
 * @param schema what names the schema of their fields
 */
record RecordKind(RecordPlace place, String schema, FieldReader reader) {

    /** Turns the fields of a file into the record; empty where too much is wrong, which is then among the problems. */
    interface FieldReader {
        Optional<? extends PublicRecord> read(RecordId id, Fields fields, Problems problems);
    }

    private static final Map<String, RecordKind> KINDS = Map.of(
            "ita", json("ita", false, "result", (id, f, problems) -> ResultReader.read(f)),
            "plans", json("plans", false, "plan", (id, f, problems) -> PlanReader.read(f)),
            "statistics", json("statistics", true, "statistics", StatisticsReader::read),
            "announcements", markdown("announcements", true, "announcement", MarkdownReaders::announcement),
            "memos", markdown("memos", true, "memo", MarkdownReaders::memo),
            "news", markdown("news", true, "news", MarkdownReaders::news),
            "services", markdown("services", false, "service", MarkdownReaders::service),
            "pages", markdown("pages", false, "page", MarkdownReaders::page));

    private static RecordKind json(String collection, boolean yearly, String schema, FieldReader reader) {
        return new RecordKind(new RecordPlace(collection, yearly, "json"), schema, reader);
    }

    private static RecordKind markdown(
            String collection, boolean yearly, String schema, MarkdownReaders.HeadedReader reader) {
        return new RecordKind(
                new RecordPlace(collection, yearly, "md"),
                schema,
                (id, fields, problems) -> reader.read(id, HeaderReader.header(fields, problems), fields)
                        .flatMap(fields::ifWhole));
    }

    /** The kind of the records that lie in the same folder at the top; empty where no records belong. */
    static Optional<RecordKind> of(FilePath path) {
        int slash = path.path().indexOf('/');
        return slash < 0
                ? Optional.empty()
                : Optional.ofNullable(KINDS.get(path.path().substring(0, slash)));
    }

    /** Whether the records are Markdown with front matter, else JSON. */
    boolean isMarkdown() {
        return place.extension().equals("md");
    }
}
