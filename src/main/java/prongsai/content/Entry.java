package prongsai.content;

import java.util.Optional;
import prongsai.model.Announcement;
import prongsai.model.FilePath;
import prongsai.model.HeadedRecord;
import prongsai.model.Header;
import prongsai.model.NewsItem;
import prongsai.source.FrontMatter;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.SourcePosition;
import prongsai.source.TextBlock;
import prongsai.source.Value;

/**
 * A record together with where it was read from, so that a later stage can say where the officer should look.
 *
 * <p>Of the many records with front matter neither text nor fields are kept in memory: they are read again when somebody
 * asks, which is where something is wrong.
 *
 * @param <T> what the record is
 */
public final class Entry<T> {

    private final T record;
    private final FilePath path;
    private final SourceFile source;
    private final int bodyStart;
    private final Optional<Value.Mapping> held;
    private final Optional<FieldPlaces> places;

    private Entry(
            T record,
            FilePath path,
            SourceFile source,
            int bodyStart,
            Optional<Value.Mapping> held,
            Optional<FieldPlaces> places) {
        this.record = record;
        this.path = path;
        this.source = source;
        this.bodyStart = bodyStart;
        this.held = held;
        this.places = places;
    }

    /** A record of a file that holds nothing else, of which there are few. */
    static <T> Entry<T> whole(T record, FilePath path, SourceFile source, Value.Mapping fields) {
        return new Entry<>(record, path, source, source.text().length(), Optional.of(fields), Optional.empty());
    }

    /**
     * A record with front matter.
     *
     * @param places of its fields, empty where they must be looked up in the file
     * @param bodyStart offset of the Markdown text in the file
     */
    static <T> Entry<T> headed(
            T record, FilePath path, SourceFile source, Optional<FieldPlaces> places, int bodyStart) {
        return new Entry<>(record, path, source, bodyStart, Optional.empty(), places);
    }

    /** Where its fields stand, if that is kept. */
    Optional<FieldPlaces> places() {
        return places;
    }

    int bodyStart() {
        return bodyStart;
    }

    /** Whether another reading of the same file gave the same record at the same places. */
    boolean hasSameHead(Entry<?> other) {
        return hasSamePlaces(other) && bodyStart == other.bodyStart && record.equals(other.record);
    }

    private boolean hasSamePlaces(Entry<?> other) {
        return places.isPresent() && other.places.filter(places.get()::isSameAs).isPresent();
    }

    /** The same but for the title and the summary, of an announcement or news. */
    boolean hasSameHeadButTitle(Entry<?> other) {
        return hasSamePlaces(other)
                && other.record instanceof HeadedRecord otherRecord
                && titledLike(otherRecord.header()).filter(other.record::equals).isPresent();
    }

    private Optional<Object> titledLike(Header other) {
        if (record instanceof Announcement it) {
            return Optional.of(new Announcement(it.id(), it.header().titledLike(other), it.kind()));
        }
        if (record instanceof NewsItem it) {
            return Optional.of(new NewsItem(it.id(), it.header().titledLike(other), it.image(), it.imageAlt()));
        }
        return Optional.empty();
    }

    public T record() {
        return record;
    }

    /** The record's file, from {@code content/}. */
    public FilePath path() {
        return path;
    }

    /** The file's text. */
    public SourceFile source() {
        return source;
    }

    /** This entry, if its record is of a type. */
    @SuppressWarnings("unchecked")
    <S> Optional<Entry<S>> as(Class<S> type) {
        return type.isInstance(record) ? Optional.of((Entry<S>) this) : Optional.empty();
    }

    /**
     * The JSON or YAML fields with their positions. Front matter is read again for it: ask the record first, and {@link
     * #has} and {@link #at} where they do.
     */
    public Value.Mapping fields() {
        return held.orElseGet(() -> FrontMatter.read(source, new Problems())
                .orElseThrow(() -> new IllegalStateException("no front matter any more: " + path))
                .fields());
    }

    /** Whether there is such a field at the top. */
    public boolean has(String field) {
        return places.map(p -> p.has(field)).orElseGet(() -> fields().get(field).isPresent());
    }

    /** Where the value at a JSON pointer stands, such as {@code /sections/0/lowestIndicator}. */
    public SourcePosition at(String pointer) {
        boolean top = pointer.lastIndexOf('/') == 0 && pointer.indexOf('~') < 0;
        return top && places.isPresent()
                ? places.get().at(pointer.substring(1), source.path())
                : fields().at(pointer).position();
    }

    /** Where the record begins. */
    public SourcePosition position() {
        return SourcePosition.startOf(source.path());
    }

    /** The Markdown text after the front matter. */
    public TextBlock body() {
        return TextBlock.in(source, bodyStart);
    }

    /** Markdown held by a field. */
    public TextBlock text(String pointer, String text) {
        return TextBlock.anchored(text, at(pointer));
    }
}
