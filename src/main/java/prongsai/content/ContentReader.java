package prongsai.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.AllowanceList;
import prongsai.model.Announcement;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.model.FiscalYear;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.Memo;
import prongsai.model.NewsItem;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.Service;
import prongsai.model.StandingPage;
import prongsai.model.StatisticsTable;
import prongsai.source.FrontMatter;
import prongsai.source.JsonText;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.RecordSchema;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.TextReader;
import prongsai.source.Value;
import prongsai.source.YamlText;

/**
 * Reads a content folder.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Content content = ContentReader.read(Path.of("content"), "content", problems);
 * }</pre>
 *
 * All mistakes of all files are found in one run: a record that cannot be read is left out and reading goes on.
 */
public final class ContentReader {

    private static final List<String> COLLECTIONS = List.of(
            "announcements", "files", "ita", "memos", "news", "oit", "pages", "plans", "services", "statistics");
    private static final Set<String> RECORD_EXTENSIONS = Set.of("md", "markdown", "json", "yaml", "yml");
    private static final FilePath SITE = new FilePath("site.yaml");
    private static final FilePath GUARD = new FilePath("guard.yaml");

    private final ContentTree tree;
    private final Problems problems;
    private final RecordSchema.Library schemas = new RecordSchema.Library();
    private final RecordNames names;

    private final List<Entry<AssessmentResult>> results = new ArrayList<>();
    private final List<Entry<ActionPlan>> plans = new ArrayList<>();
    private final List<Entry<Announcement>> announcements = new ArrayList<>();
    private final List<Entry<Memo>> memos = new ArrayList<>();
    private final List<Entry<NewsItem>> news = new ArrayList<>();
    private final List<Entry<Service>> services = new ArrayList<>();
    private final List<Entry<StandingPage>> pages = new ArrayList<>();
    private final List<Entry<StatisticsTable>> statistics = new ArrayList<>();
    private final List<Entry<Value.Mapping>> catalogueChanges = new ArrayList<>();
    private final List<SourceFile> sources = new ArrayList<>();
    private Optional<Entry<AllowanceList>> guard = Optional.empty();
    private final Set<FilePath> recordFiles = new TreeSet<>();

    private ContentReader(ContentTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
        this.names = new RecordNames(tree, problems);
    }

    /**
     * Reads everything below {@code root}.
     *
     * @param displayRoot how the officer named the folder; shown before each path
     * @throws IOException if the folder itself cannot be read
     */
    public static Content read(Path root, String displayRoot, Problems problems) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new java.nio.file.NotDirectoryException(displayRoot);
        }
        return new ContentReader(ContentTree.list(root, displayRoot, problems), problems).readAll();
    }

    private Content readAll() {
        Entry<Agency> agency = readAgency();
        for (FilePath path : List.copyOf(tree.files().keySet())) {
            if (!path.equals(SITE) && isRecordFile(path)) {
                recordFiles.add(path);
                readRecord(path);
            }
        }
        recordFiles.add(SITE);
        names.claimFormer(List.of(results, plans, announcements, memos, news, services, pages, statistics));
        TreeMap<FilePath, ContentFile> files = new TreeMap<>(tree.files());
        files.keySet().removeAll(recordFiles);
        return new Content(
                tree.show(SITE).replaceFirst("/?site\\.yaml$", ""),
                agency,
                byName(results),
                byName(plans),
                byName(announcements),
                byName(memos),
                byName(news),
                byName(services),
                byName(pages),
                byName(statistics),
                List.copyOf(catalogueChanges),
                List.copyOf(sources),
                guard,
                java.util.Collections.unmodifiableSortedMap(files));
    }

    private static <T extends PublicRecord> List<Entry<T>> byName(List<Entry<T>> entries) {
        return entries.stream()
                .sorted(Comparator.comparing((Entry<T> e) -> e.record().id()))
                .toList();
    }

    /** Below {@code files/} anything may lie; elsewhere Markdown, JSON and YAML are records or misplaced. */
    private static boolean isRecordFile(FilePath path) {
        String name = path.name();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return RECORD_EXTENSIONS.contains(extension) && !path.path().startsWith("files/");
    }

    private Entry<Agency> readAgency() {
        Optional<ContentFile> file = tree.file(SITE);
        SourceFile nothing = new SourceFile(tree.show(SITE), "");
        if (file.isEmpty()) {
            problems.add(ProblemCode.MISSING_SITE_FILE, SourcePosition.startOf(tree.show(SITE)));
        }
        Optional<SourceFile> source = file.flatMap(f -> text(SITE));
        Optional<Value.Mapping> fields = source.flatMap(s -> YamlText.parse(s, problems))
                .flatMap(v -> mapping(v))
                .map(m -> checked(m, "site"));
        Value.Mapping mapping =
                fields.orElseGet(() -> new Value.Mapping(SourcePosition.startOf(tree.show(SITE)), Map.of(), Map.of()));
        Agency agency = new AgencyReader(new Fields(mapping, SITE, tree, problems), problems).read();
        SourceFile text = source.orElse(nothing);
        return new Entry<>(agency, SITE, text, mapping, text.text().length());
    }

    private Optional<Value.Mapping> mapping(Value value) {
        if (value instanceof Value.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(ProblemCode.NOT_FIELDS, value.position());
        return Optional.empty();
    }

    private Value.Mapping checked(Value.Mapping mapping, String schema) {
        schemas.named(schema).check(mapping, problems);
        return mapping;
    }

    private void readRecord(FilePath path) {
        String text = path.path();
        String top = text.contains("/") ? text.substring(0, text.indexOf('/')) : "";
        switch (top) {
            case "ita" ->
                readJson(path, new RecordPlace(top, false, "json"), "result", (id, f) -> ResultReader.read(f), results);
            case "plans" ->
                readJson(path, new RecordPlace(top, false, "json"), "plan", (id, f) -> PlanReader.read(f), plans);
            case "statistics" ->
                readJson(
                        path,
                        new RecordPlace(top, true, "json"),
                        "statistics",
                        (id, f) -> StatisticsReader.read(id, f, problems),
                        statistics);
            case "announcements" ->
                readMarkdown(
                        path,
                        new RecordPlace(top, true, "md"),
                        "announcement",
                        MarkdownReaders::announcement,
                        announcements);
            case "memos" -> readMarkdown(path, new RecordPlace(top, true, "md"), "memo", MarkdownReaders::memo, memos);
            case "news" -> readMarkdown(path, new RecordPlace(top, true, "md"), "news", MarkdownReaders::news, news);
            case "services" ->
                readMarkdown(path, new RecordPlace(top, false, "md"), "service", MarkdownReaders::service, services);
            case "pages" -> readMarkdown(path, new RecordPlace(top, false, "md"), "page", MarkdownReaders::page, pages);
            case "oit" -> readCatalogueChange(path);
            default -> readElsewhere(path, top);
        }
    }

    /** What lies outside the known folders: {@code guard.yaml}, or a slip of the keyboard. */
    private void readElsewhere(FilePath path, String top) {
        if (path.equals(GUARD)) {
            readGuard();
            return;
        }
        List<String> known = top.isEmpty() ? List.of(SITE.path(), GUARD.path()) : COLLECTIONS;
        String suggestion =
                Nearest.of(top.isEmpty() ? path.path() : top, known).orElseGet(() -> String.join(", ", COLLECTIONS));
        problems.add(ProblemCode.UNEXPECTED_FILE, SourcePosition.startOf(tree.show(path)), path.path(), suggestion);
    }

    private Optional<SourceFile> text(FilePath path) {
        Path location = tree.file(path).orElseThrow().location();
        Optional<SourceFile> source = TextReader.read(location, tree.show(path), problems);
        source.ifPresent(sources::add);
        return source;
    }

    private void readGuard() {
        Optional<SourceFile> source = text(GUARD);
        Optional<Value.Mapping> fields = source.flatMap(s -> YamlText.parse(s, problems))
                .flatMap(this::mapping)
                .map(m -> checked(m, "guard"));
        if (source.isPresent() && fields.isPresent()) {
            int end = source.get().text().length();
            guard = GuardReader.read(new Fields(fields.get(), GUARD, tree, problems))
                    .map(list -> new Entry<>(list, GUARD, source.get(), fields.get(), end));
        }
    }

    /** What turns the fields of a JSON record into the record. */
    private interface JsonRecordReader<T> extends BiFunction<RecordId, Fields, Optional<T>> {}

    private <T extends PublicRecord> void readJson(
            FilePath path, RecordPlace place, String schema, JsonRecordReader<T> read, List<Entry<T>> into) {
        if (!names.isPlaced(path, place)) {
            return;
        }
        Optional<RecordId> id = names.identify(path, place);
        Optional<SourceFile> source = text(path);
        Optional<Value.Mapping> fields = source.flatMap(s -> JsonText.parse(s, problems))
                .flatMap(this::mapping)
                .map(m -> checked(m, schema));
        if (source.isEmpty() || fields.isEmpty()) {
            return;
        }
        Fields typed = new Fields(fields.get(), path, tree, problems);
        // An unnameable record is still read, so that its other mistakes are told in the same run.
        RecordId name = id.orElseGet(() -> new RecordId(place.collection() + "/0"));
        Optional<T> record = read.apply(name, typed);
        if (id.isEmpty() || record.isEmpty()) {
            return;
        }
        if (!place.yearly() && !record.get().id().equals(id.get())) {
            problems.add(
                    ProblemCode.YEAR_MISMATCH,
                    typed.position("fiscalYear"),
                    record.get().fiscalYear().map(FiscalYear::toString).orElse(""),
                    path.name());
        }
        into.add(new Entry<>(
                record.get(),
                path,
                source.get(),
                fields.get(),
                source.get().text().length()));
    }

    /** What turns a header and further fields into a Markdown record. */
    private interface MarkdownRecordReader<T> {
        Optional<T> read(RecordId id, Header header, Fields fields, String body);
    }

    private <T extends HeadedRecord> void readMarkdown(
            FilePath path, RecordPlace place, String schema, MarkdownRecordReader<T> read, List<Entry<T>> into) {
        if (!names.isPlaced(path, place)) {
            return;
        }
        Optional<RecordId> id = names.identify(path, place);
        Optional<SourceFile> source = text(path);
        Optional<FrontMatter> head = source.flatMap(s -> FrontMatter.read(s, problems));
        if (source.isEmpty() || head.isEmpty()) {
            return;
        }
        Value.Mapping mapping = checked(head.get().fields(), schema);
        Fields fields = new Fields(mapping, path, tree, problems);
        Optional<Header> header = HeaderReader.header(fields, problems);
        String body = source.get().text().substring(head.get().bodyStart());
        RecordId name = id.orElseGet(() -> new RecordId(place.collection() + "/0"));
        Optional<T> record = header.flatMap(h -> read.read(name, h, fields, body));
        if (id.isPresent() && record.isPresent()) {
            into.add(new Entry<>(
                    record.get(), path, source.get(), mapping, head.get().bodyStart()));
        }
    }

    private void readCatalogueChange(FilePath path) {
        boolean topics = path.path().equals("oit/topics.json");
        if (!topics && !path.path().matches("oit/[0-9]{4}\\.json")) {
            problems.add(
                    ProblemCode.MISPLACED_RECORD,
                    SourcePosition.startOf(tree.show(path)),
                    path.path(),
                    "oit/2563.json");
            return;
        }
        Optional<SourceFile> source = text(path);
        Optional<Value.Mapping> fields = source.flatMap(s -> JsonText.parse(s, problems))
                .flatMap(this::mapping)
                .map(m -> checked(m, topics ? "topics" : "catalogue"));
        if (source.isPresent() && fields.isPresent()) {
            catalogueChanges.add(new Entry<>(
                    fields.get(),
                    path,
                    source.get(),
                    fields.get(),
                    source.get().text().length()));
        }
    }
}
