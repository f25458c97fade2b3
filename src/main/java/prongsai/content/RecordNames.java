package prongsai.content;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import prongsai.model.FilePath;
import prongsai.model.FiscalYear;
import prongsai.model.PublicRecord;
import prongsai.model.RecordId;
import prongsai.model.Slug;
import prongsai.model.ThaiDate;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** The names that records get from where they lie, and the web addresses that go with them, each given once. */
final class RecordNames {

    private static final String EXAMPLE_YEAR = "2563";

    private final ContentTree tree;
    private final Problems problems;
    private final Map<String, FilePath> urls = new HashMap<>();

    RecordNames(ContentTree tree, Problems problems) {
        this.tree = tree;
        this.problems = problems;
    }

    /** Whether a file lies as deep as records of its kind do and has their extension; if not, that is a problem. */
    boolean isPlaced(FilePath path, RecordPlace place) {
        boolean placed = path.name().endsWith("." + place.extension()) && place.hasRightDepth(RecordPlace.nameOf(path));
        if (!placed) {
            problems.add(ProblemCode.MISPLACED_RECORD, start(path), path.path(), place.example(EXAMPLE_YEAR));
        }
        return placed;
    }

    /** The record's name; empty, with a problem, where it can have none. */
    Optional<RecordId> identify(FilePath path, RecordPlace place) {
        String name = RecordPlace.nameOf(path);
        Optional<String> year = place.yearFolder(name);
        if (year.isPresent() && !isYear(year.get())) {
            problems.add(ProblemCode.BAD_YEAR_FOLDER, start(path), year.get(), likelyYear(year.get()));
            return Optional.empty();
        }
        if (!RecordId.isValid(name)) {
            reportBadName(path);
            return Optional.empty();
        }
        RecordId id = new RecordId(name);
        return claim(urlOf(id), path, () -> start(path)) ? Optional.of(id) : Optional.empty();
    }

    /** Former addresses lead on to the records' pages, so nothing else may have them. */
    void claimFormer(Content content) {
        Stream.<List<? extends Entry<? extends PublicRecord>>>of(
                        content.results(),
                        content.plans(),
                        content.announcements(),
                        content.memos(),
                        content.news(),
                        content.services(),
                        content.pages(),
                        content.statistics())
                .flatMap(List::stream)
                .forEach(entry -> entry.record().formerly().forEach(former -> claimFormer(former, entry)));
    }

    private void claimFormer(String former, Entry<?> entry) {
        String url = RecordId.isValid(former) ? urlOf(new RecordId(former)) : former;
        if (ReservedNames.isReservedForPages(url)) {
            problems.add(ProblemCode.RESERVED_NAME, positionOf(former, entry), url);
        } else {
            claim(url, entry.path(), () -> positionOf(former, entry));
        }
    }

    private static SourcePosition positionOf(String former, Entry<?> entry) {
        Value written = entry.fields().at("/formerly");
        return written instanceof Value.Sequence list
                ? list.items().stream()
                        .filter(item -> item instanceof Value.Scalar scalar
                                && scalar.text().strip().equals(former))
                        .findFirst()
                        .map(Value::position)
                        .orElse(written.position())
                : written.position();
    }

    private boolean claim(String url, FilePath path, Supplier<SourcePosition> position) {
        if (ReservedNames.isReserved(url)) {
            problems.add(ProblemCode.RESERVED_NAME, position.get(), url);
            return false;
        }
        FilePath other = urls.putIfAbsent(url, path);
        if (other != null) {
            problems.add(ProblemCode.DUPLICATE_URL, position.get(), "/" + url + "/", tree.show(other));
        }
        return other == null;
    }

    /** Pages are shown at the top: {@code pages/structure} at {@code /structure/}. */
    private static String urlOf(RecordId id) {
        return id.collection().equals("pages") ? id.path().substring(id.path().indexOf('/') + 1) : id.path();
    }

    private static boolean isYear(String folder) {
        return folder.length() == 4
                && folder.chars().allMatch(c -> c >= '0' && c <= '9')
                && FiscalYear.isValid(Integer.parseInt(folder));
    }

    /** 2020 and 63 are most likely meant as 2563. */
    private static String likelyYear(String folder) {
        if (!folder.matches("[0-9]{2}|[0-9]{4}")) {
            return EXAMPLE_YEAR;
        }
        int written = Integer.parseInt(folder);
        int year = written < 100 ? FiscalYear.FIRST + written : written + ThaiDate.ERA_OFFSET;
        return FiscalYear.isValid(year) ? Integer.toString(year) : EXAMPLE_YEAR;
    }

    /** Names the folder or file that is to blame and, where its letters allow, what it could be called. */
    private void reportBadName(FilePath path) {
        String[] segments = path.path().split("/", -1);
        int last = segments.length - 1;
        for (int i = 0; i <= last; i++) {
            int end = i == last ? segments[i].lastIndexOf('.') : segments[i].length();
            String name = segments[i].substring(0, end);
            if (!Slug.isValid(name)) {
                String likely = name.toLowerCase(Locale.ROOT)
                        .replaceAll("[ _.()-]+", "-")
                        .replaceAll("^-|-$", "");
                String suggestion = Slug.isValid(likely) ? likely + segments[i].substring(end) : "";
                problems.add(ProblemCode.BAD_FILE_NAME, start(path), segments[i], suggestion);
                return;
            }
        }
    }

    private SourcePosition start(FilePath path) {
        return SourcePosition.startOf(tree.show(path));
    }
}
