package prongsai.content;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import prongsai.model.ActionPlan;
import prongsai.model.Agency;
import prongsai.model.AllowanceList;
import prongsai.model.Announcement;
import prongsai.model.AssessmentResult;
import prongsai.model.FilePath;
import prongsai.model.Memo;
import prongsai.model.NewsItem;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.Service;
import prongsai.model.StandingPage;
import prongsai.model.StatisticsTable;
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
    private static final Pattern CATALOGUE = Pattern.compile("oit/[0-9]{4}\\.json");

    private final ContentTree tree;
    private final ReadCache cache;
    private final Problems problems;
    private final RecordSchema.Library schemas = new RecordSchema.Library();
    private final RecordNames names;

    private final List<RecordFiles.Task> tasks = new ArrayList<>();
    /** Which files of records are read. */
    private Predicate<FilePath> wanted = path -> true;
    /** Whether what is read is for the next run to know. */
    private boolean keeps = true;

    private final List<Entry<? extends PublicRecord>> records = new ArrayList<>();
    private final List<Entry<Value.Mapping>> catalogueChanges = new ArrayList<>();
    private final SortedMap<FilePath, SourceFile> sources = new TreeMap<>();
    private Optional<Entry<AllowanceList>> guard = Optional.empty();
    private final Set<FilePath> recordFiles = new TreeSet<>();
    private final SortedMap<FilePath, LeftOut> leftOut = new TreeMap<>();

    private ContentReader(ContentTree tree, ReadCache cache, Problems problems) {
        this.cache = cache;
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
        return read(root, displayRoot, ReadCache.none(), problems);
    }

    /**
     * The same; files that are as an earlier run read them are not opened.
     *
     * @param cache of an earlier run; afterwards it knows what this one read
     */
    public static Content read(Path root, String displayRoot, ReadCache cache, Problems problems) throws IOException {
        return read(ContentTree.list(root, displayRoot, problems), cache, problems);
    }

    /** The same for a folder that has been listed. */
    public static Content read(ContentTree tree, ReadCache cache, Problems problems) throws IOException {
        Content content = new ContentReader(tree, cache, problems).readAll();
        cache.forget();
        return content;
    }

    /**
     * What the agency and its standing pages say, and some of the records: enough to make the pages of those records.
     *
     * @param titled whether a title or a summary has changed too, which lists of records show
     */
    public record Texts(Content content, boolean titled) {}

    /**
     * Reads records where of these nothing but the texts, titles and summaries has changed since an earlier run.
     *
     * @param changed files of records that are others than before
     * @param others files of records that those lead to
     * @return empty where more has changed
     */
    public static Optional<Texts> readTexts(
            ContentTree tree, ReadCache cache, Set<FilePath> changed, Set<FilePath> others) {
        Problems problems = new Problems();
        ContentReader reader = new ContentReader(tree, cache, problems);
        reader.keeps = false;
        reader.wanted = path -> path.path().startsWith("pages/") || changed.contains(path) || others.contains(path);
        Content content = reader.readAll();
        RecordFiles files = new RecordFiles(tree, reader.schemas, cache);
        Set<ReadCache.Likeness> likeness = reader.tasks.stream()
                .filter(task -> changed.contains(task.file().path()))
                .map(task -> cache.likeness(task, files.read(task), tree))
                .collect(Collectors.toSet());
        return likeness.contains(ReadCache.Likeness.NONE) || problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new Texts(content, likeness.contains(ReadCache.Likeness.HEAD_BUT_TITLE)));
    }

    /** The name of the record that a file holds, if it is a record of a good name. */
    public static Optional<RecordId> nameOf(FilePath file) {
        return Optional.of(RecordPlace.nameOf(file)).filter(RecordId::isValid).map(RecordId::new);
    }

    private Content readAll() {
        Entry<Agency> agency = readAgency();
        recordFiles.add(SITE);
        for (ContentFile file : tree.files().values()) {
            if (!file.path().equals(SITE) && isRecordFile(file.path())) {
                recordFiles.add(file.path());
                sort(file);
            }
        }
        readRecords();
        records.sort(Comparator.comparing(e -> e.record().id()));
        Content content = content(agency);
        names.claimFormer(content);
        return content;
    }

    private Content content(Entry<Agency> agency) {
        TreeMap<FilePath, ContentFile> files = new TreeMap<>(tree.files());
        files.keySet().removeAll(recordFiles);
        return new Content(
                tree.show(SITE).replaceFirst("/?site\\.yaml$", ""),
                agency,
                records(AssessmentResult.class),
                records(ActionPlan.class),
                records(Announcement.class),
                records(Memo.class),
                records(NewsItem.class),
                records(Service.class),
                records(StandingPage.class),
                records(StatisticsTable.class),
                List.copyOf(catalogueChanges),
                List.copyOf(sources.values()),
                guard,
                Collections.unmodifiableSortedMap(files),
                Collections.unmodifiableSortedMap(leftOut));
    }

    private <T extends PublicRecord> List<Entry<T>> records(Class<T> type) {
        return records.stream().flatMap(e -> e.as(type).stream()).toList();
    }

    /** Below {@code files/} anything may lie; elsewhere Markdown, JSON and YAML are records or misplaced. */
    private static boolean isRecordFile(FilePath path) {
        String name = path.name();
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return RECORD_EXTENSIONS.contains(extension) && !path.path().startsWith("files/");
    }

    private Entry<Agency> readAgency() {
        Optional<ContentFile> file = tree.file(SITE);
        if (file.isEmpty()) {
            problems.add(ProblemCode.MISSING_SITE_FILE, SourcePosition.startOf(tree.show(SITE)));
        }
        Optional<SourceFile> source = file.flatMap(this::text);
        Optional<Value.Mapping> fields = source.flatMap(s -> YamlText.parse(s, problems))
                .flatMap(v -> RecordFiles.mapping(v, problems))
                .map(m -> checked(m, "site"));
        Value.Mapping mapping =
                fields.orElseGet(() -> new Value.Mapping(SourcePosition.startOf(tree.show(SITE)), Map.of(), Map.of()));
        Agency agency = new AgencyReader(new Fields(mapping, SITE, new FileLookup(tree), problems), problems).read();
        return Entry.whole(agency, SITE, source.orElseGet(() -> new SourceFile(tree.show(SITE), "")), mapping);
    }

    private Value.Mapping checked(Value.Mapping mapping, String schema) {
        schemas.named(schema).check(mapping, problems);
        return mapping;
    }

    private Optional<SourceFile> text(ContentFile file) {
        Optional<SourceFile> source = TextReader.read(file, problems);
        source.ifPresent(s -> sources.put(file.path(), s));
        return source;
    }

    /** Reads what there is one of, and takes note of the records, whose names must be known first. */
    private void sort(ContentFile file) {
        FilePath path = file.path();
        Optional<RecordKind> kind = RecordKind.of(path);
        if (kind.isPresent()) {
            RecordPlace place = kind.get().place();
            if (wanted.test(path)) {
                if (names.isPlaced(path, place)) {
                    tasks.add(new RecordFiles.Task(file, kind.get(), names.identify(path, place)));
                } else {
                    leftOut.put(path, new LeftOut(Optional.empty()));
                }
            }
        } else if (path.path().startsWith("oit/")) {
            readCatalogueChange(file);
        } else if (path.equals(GUARD)) {
            readGuard(file);
        } else {
            reportMisplaced(path);
        }
    }

    /** What one file has to say depends on no other, and what came of them is put together in the order of the files. */
    private void readRecords() {
        RecordFiles files = new RecordFiles(tree, schemas, cache);
        List<RecordFiles.Outcome> outcomes =
                tasks.parallelStream().map(files::read).toList();
        for (int i = 0; i < tasks.size(); i++) {
            FilePath path = tasks.get(i).file().path();
            RecordFiles.Outcome outcome = outcomes.get(i);
            if (keeps) {
                cache.keep(tasks.get(i), outcome);
            }
            outcome.problems().forEach(problems::add);
            outcome.source().ifPresent(source -> sources.put(path, source));
            boolean isMarkdown = tasks.get(i).kind().isMarkdown();
            Optional<SourceFile> markdown = outcome.source().filter(s -> isMarkdown);
            outcome.entry().ifPresentOrElse(records::add, () -> leftOut.put(path, new LeftOut(markdown)));
        }
    }

    /** What lies outside the known folders is a slip of the keyboard. */
    private void reportMisplaced(FilePath path) {
        leftOut.put(path, new LeftOut(Optional.empty()));
        int slash = path.path().indexOf('/');
        String top = slash < 0 ? path.path() : path.path().substring(0, slash);
        List<String> known = slash < 0 ? List.of(SITE.path(), GUARD.path()) : COLLECTIONS;
        String suggestion = Nearest.of(top, known).orElseGet(() -> String.join(", ", COLLECTIONS));
        problems.add(ProblemCode.UNEXPECTED_FILE, SourcePosition.startOf(tree.show(path)), path.path(), suggestion);
    }

    private void readGuard(ContentFile file) {
        Optional<SourceFile> source = text(file);
        Optional<Value.Mapping> fields = source.flatMap(s -> YamlText.parse(s, problems))
                .flatMap(v -> RecordFiles.mapping(v, problems))
                .map(m -> checked(m, "guard"));
        if (source.isPresent() && fields.isPresent()) {
            guard = GuardReader.read(new Fields(fields.get(), GUARD, new FileLookup(tree), problems))
                    .map(list -> Entry.whole(list, GUARD, source.get(), fields.get()));
        }
    }

    private void readCatalogueChange(ContentFile file) {
        FilePath path = file.path();
        boolean topics = path.path().equals("oit/topics.json");
        if (!topics && !CATALOGUE.matcher(path.path()).matches()) {
            problems.add(
                    ProblemCode.MISPLACED_RECORD,
                    SourcePosition.startOf(tree.show(path)),
                    path.path(),
                    "oit/2563.json");
            return;
        }
        Optional<SourceFile> source = text(file);
        Optional<Value.Mapping> fields = source.flatMap(s -> JsonText.parse(s, problems))
                .flatMap(v -> RecordFiles.mapping(v, problems))
                .map(m -> checked(m, topics ? "topics" : "catalogue"));
        if (source.isPresent() && fields.isPresent()) {
            catalogueChanges.add(Entry.whole(fields.get(), path, source.get(), fields.get()));
        }
    }
}
