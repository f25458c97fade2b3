package prongsai.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import prongsai.content.Content;
import prongsai.content.Entry;
import prongsai.model.FiscalYear;
import prongsai.source.JsonText;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourceFile;
import prongsai.source.Value;

/**
 * The catalogues of all years: the built-in ones, with the agency's own changes laid over them.
 *
 * <pre>{@code
 * Catalogues catalogues = Catalogues.of(content, problems);
 * Optional<Catalogue> catalogue = catalogues.of(new FiscalYear(2563));
 * }</pre>
 *
 * A built-in catalogue is read when somebody asks for its year. May be used by any thread.
 */
public final class Catalogues {

    /** The first year of the built-in catalogues; later ones follow without a gap. */
    private static final FiscalYear FIRST_BUILT_IN = new FiscalYear(2562);

    private static final String FOLDER = "/oit/";
    private static final String TOPICS_FILE = "topics.json";

    /** What the built-in files say: a preview asks for it at every change. */
    private static final Map<String, Value.Mapping> BUILT_IN = new ConcurrentHashMap<>();

    private final Topics topics;
    private final Map<FiscalYear, Catalogue> changed = new TreeMap<>();
    private final Map<FiscalYear, Catalogue> builtIn = new ConcurrentHashMap<>();
    private final SortedSet<FiscalYear> years = new TreeSet<>();

    private Catalogues(List<Entry<Value.Mapping>> changes, Problems problems) {
        Topics known = builtInTopics();
        for (Entry<Value.Mapping> change : changes) {
            if (isTopics(change)) {
                known = known.with(Topics.read(change.record(), problems));
            }
        }
        this.topics = known;
        for (FiscalYear year = FIRST_BUILT_IN; isBuiltIn(year); year = new FiscalYear(year.year() + 1)) {
            years.add(year);
        }
        for (Entry<Value.Mapping> change : changes) {
            if (!isTopics(change)) {
                change(change, problems);
            }
        }
    }

    /** The built-in catalogues with the agency's changes; what is wrong with these is added to the problems. */
    public static Catalogues of(Content content, Problems problems) {
        return new Catalogues(content.catalogueChanges(), problems);
    }

    /** The built-in catalogues as they are. */
    public static Catalogues builtIn() {
        return new Catalogues(List.of(), new Problems());
    }

    /** Every year that has a catalogue. */
    public SortedSet<FiscalYear> years() {
        return Collections.unmodifiableSortedSet(years);
    }

    public Optional<Catalogue> of(FiscalYear year) {
        if (!years.contains(year)) {
            return Optional.empty();
        }
        Optional<Catalogue> own = Optional.ofNullable(changed.get(year));
        return own.isPresent() ? own : Optional.of(builtIn.computeIfAbsent(year, this::readBuiltIn));
    }

    /**
     * The year whose items are due now: the one that {@code site.yaml} names, or the newest that a record serves.
     *
     * @return empty where there is no record either
     */
    public static Optional<FiscalYear> currentYear(Content content) {
        return content.agency()
                .record()
                .currentYear()
                .or(() -> content.records()
                        .flatMap(e -> e.record().fiscalYear().stream())
                        .max(FiscalYear::compareTo));
    }

    /** All topics, in the order of their source. */
    public Collection<Topic> topics() {
        return topics.byId().values();
    }

    /** The topic with its lasting components; a year's catalogue may ask for others. */
    public Optional<Topic> topic(String id) {
        return topics.topic(id);
    }

    /** A component that the topic has in any year. */
    Optional<Component> component(String topic, String id) {
        return topic(topic)
                .flatMap(t -> t.component(id))
                .or(() -> ofAnyYear(topic).filter(c -> c.id().equals(id)).findFirst());
    }

    /** Ids of every component that the topic has in any year. */
    Set<String> componentIds(String topic) {
        Set<String> ids = new LinkedHashSet<>();
        topic(topic).ifPresent(t -> t.components().forEach(c -> ids.add(c.id())));
        ofAnyYear(topic).forEach(c -> ids.add(c.id()));
        return ids;
    }

    private Stream<Component> ofAnyYear(String topic) {
        return years.stream()
                .flatMap(y -> of(y).stream())
                .flatMap(c -> c.items().stream())
                .flatMap(i -> i.topics().stream())
                .filter(t -> t.id().equals(topic))
                .flatMap(t -> t.components().stream());
    }

    private static boolean isTopics(Entry<Value.Mapping> change) {
        return change.path().name().equals(TOPICS_FILE);
    }

    private void change(Entry<Value.Mapping> change, Problems problems) {
        Optional<FiscalYear> year = yearOf(change, problems);
        if (year.isEmpty()) {
            return;
        }
        Value.Mapping base = isBuiltIn(year.get())
                ? withoutCount(builtInFields(fileOf(year.get())))
                : new Value.Mapping(change.record().position(), Map.of(), Map.of());
        Value.Mapping merged = CatalogueMerge.merge(base, change.record(), problems);
        new CatalogueReader(topics, problems).read(merged, year.get(), true).ifPresent(c -> {
            changed.put(year.get(), c);
            years.add(year.get());
        });
    }

    /** The year in the file's name, which the file itself must repeat. */
    private static Optional<FiscalYear> yearOf(Entry<Value.Mapping> change, Problems problems) {
        String name = change.path().name();
        int year = Integer.parseInt(name.substring(0, name.indexOf('.')));
        // The year before must be a fiscal year too: reports of it are asked for.
        if (!FiscalYear.isValid(year) || !FiscalYear.isValid(year - 1)) {
            problems.add(ProblemCode.BAD_FISCAL_YEAR, change.position(), "fiscalYear", year);
            return Optional.empty();
        }
        Values.text(change.record(), "fiscalYear")
                .filter(written -> !written.equals(Integer.toString(year)))
                .ifPresent(written -> problems.add(ProblemCode.YEAR_MISMATCH, change.at("/fiscalYear"), written, name));
        return Optional.of(new FiscalYear(year));
    }

    /** The built-in count says nothing about the changed list. */
    private static Value.Mapping withoutCount(Value.Mapping base) {
        Map<String, Value> fields = new LinkedHashMap<>(base.fields());
        fields.remove("itemCount");
        return new Value.Mapping(base.position(), fields, base.names());
    }

    private Catalogue readBuiltIn(FiscalYear year) {
        Problems problems = new Problems();
        Optional<Catalogue> catalogue =
                new CatalogueReader(topics, problems).read(builtInFields(fileOf(year)), year, false);
        return catalogue
                .filter(c -> problems.sorted().isEmpty())
                .orElseThrow(() -> new IllegalStateException("catalogue " + year + ": " + problems.sorted()));
    }

    private static Topics builtInTopics() {
        Problems problems = new Problems();
        Topics topics = Topics.read(builtInFields(TOPICS_FILE), problems);
        if (!problems.sorted().isEmpty()) {
            throw new IllegalStateException("topics: " + problems.sorted());
        }
        return topics;
    }

    private static String fileOf(FiscalYear year) {
        return year + ".json";
    }

    private static boolean isBuiltIn(FiscalYear year) {
        return Catalogues.class.getResource(FOLDER + fileOf(year)) != null;
    }

    private static Value.Mapping builtInFields(String file) {
        return BUILT_IN.computeIfAbsent(file, Catalogues::readFields);
    }

    private static Value.Mapping readFields(String file) {
        Problems problems = new Problems();
        Optional<Value> fields = JsonText.parse(new SourceFile("oit/" + file, builtInText(file)), problems);
        if (fields.isPresent() && fields.get() instanceof Value.Mapping mapping) {
            return mapping;
        }
        throw new IllegalStateException(file + ": " + problems.sorted());
    }

    private static String builtInText(String file) {
        try (InputStream in = Catalogues.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + FOLDER + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(FOLDER + file, e);
        }
    }
}
