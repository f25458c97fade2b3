package prongsai.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import prongsai.model.FiscalYear;
import prongsai.model.Instrument;
import prongsai.model.Score;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/** Reads a catalogue from its fields. A part that lacks what it needs is reported and left out. */
final class CatalogueReader {

    private static final Comparator<GradeBand> HIGHEST_FIRST = Comparator.comparing(GradeBand::min)
            .thenComparing(g -> g.eachInstrumentMin().orElse(Score.of("0")))
            .reversed();

    private final Topics topics;
    private final Problems problems;
    private final Set<String> indicatorCodes = new LinkedHashSet<>();

    CatalogueReader(Topics topics, Problems problems) {
        this.topics = topics;
        this.problems = problems;
    }

    /**
     * Reads a whole catalogue.
     *
     * @return empty where a whole part is missing, which only the file of a year that is not built in can do
     */
    Optional<Catalogue> read(Value.Mapping fields, FiscalYear year, boolean changed) {
        boolean whole = true;
        for (String part : List.of("instruments", "passMark", "grades", "indicators", "subIndicators")) {
            whole &= isPresent(fields, part);
        }
        Optional<Score> passMark = score(fields, "passMark");
        if (!whole || passMark.isEmpty()) {
            return Optional.empty();
        }
        List<InstrumentWeight> instruments = instruments(fields);
        List<Indicator> indicators = indicators(fields);
        Catalogue catalogue = new Catalogue(
                year,
                instruments,
                passMark.get(),
                grades(fields),
                indicators,
                subIndicators(fields),
                Values.text(fields, "basis"),
                topics.basis(),
                changed);
        checkCount(fields, catalogue);
        return Optional.of(catalogue);
    }

    private boolean isPresent(Value.Mapping fields, String name) {
        boolean present = fields.get(name).isPresent();
        if (!present) {
            problems.add(ProblemCode.MISSING_FIELD, fields.position(), name);
        }
        return present;
    }

    private List<InstrumentWeight> instruments(Value.Mapping fields) {
        List<InstrumentWeight> instruments = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(fields, "instruments")) {
            Optional<Instrument> code = instrument(element, "code");
            Optional<Integer> weight = score(element, "weight")
                    .map(Score::value)
                    .filter(w -> w.stripTrailingZeros().scale() <= 0)
                    .map(w -> w.intValueExact());
            if (code.isPresent() && weight.isPresent()) {
                instruments.add(new InstrumentWeight(code.get(), weight.get()));
            }
        }
        int sum = instruments.stream().mapToInt(InstrumentWeight::weight).sum();
        if (sum != 100) {
            problems.add(
                    ProblemCode.WEIGHTS_NOT_100,
                    fields.at("/instruments").position(),
                    instruments.stream().map(i -> i.code() + " " + i.weight()).collect(Collectors.joining(" + ")),
                    sum);
        }
        return instruments;
    }

    private Optional<Instrument> instrument(Value.Mapping element, String field) {
        Optional<Value.Scalar> written = required(element, field);
        Optional<Instrument> found = written.flatMap(w -> Arrays.stream(Instrument.values())
                .filter(i -> i.name().equals(w.text()))
                .findFirst());
        if (written.isPresent() && found.isEmpty()) {
            String known = Arrays.stream(Instrument.values()).map(Enum::name).collect(Collectors.joining(", "));
            problems.add(
                    ProblemCode.NOT_IN_LIST,
                    written.get().position(),
                    field,
                    written.get().text(),
                    known);
        }
        return found;
    }

    private List<GradeBand> grades(Value.Mapping fields) {
        List<GradeBand> grades = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(fields, "grades")) {
            Optional<Value.Scalar> grade = required(element, "grade");
            Optional<Score> min = score(element, "min");
            Optional<Score> each = element.get("eachInstrumentMin").isPresent()
                    ? score(element, "eachInstrumentMin")
                    : Optional.empty();
            if (grade.isPresent() && min.isPresent()) {
                grades.add(new GradeBand(grade.get().text(), min.get(), each));
            }
        }
        return grades.stream().sorted(HIGHEST_FIRST).toList();
    }

    private List<Indicator> indicators(Value.Mapping fields) {
        List<Indicator> indicators = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(fields, "indicators")) {
            Optional<Value.Scalar> code = required(element, "code");
            Optional<Instrument> instrument = instrument(element, "instrument");
            Optional<Value.Scalar> name = required(element, "name");
            code.ifPresent(c -> indicatorCodes.add(c.text()));
            if (code.isPresent() && instrument.isPresent() && name.isPresent()) {
                indicators.add(new Indicator(
                        code.get().text(), instrument.get(), name.get().text(), questions(element)));
            }
        }
        return indicators;
    }

    private Optional<QuestionRange> questions(Value.Mapping element) {
        Optional<Value.Scalar> written = Values.scalar(element, "questions");
        Optional<QuestionRange> range = written.flatMap(w -> QuestionRange.parse(w.text()));
        if (written.isPresent() && range.isEmpty()) {
            problems.add(
                    ProblemCode.WRONG_VALUE,
                    written.get().position(),
                    "questions",
                    written.get().text(),
                    "I1-I6",
                    "I1-I6");
        }
        return range;
    }

    private List<SubIndicator> subIndicators(Value.Mapping fields) {
        List<SubIndicator> subIndicators = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(fields, "subIndicators")) {
            Optional<Value.Scalar> code = required(element, "code");
            Optional<Value.Scalar> name = required(element, "name");
            Optional<Value.Scalar> indicator = required(element, "indicator");
            List<OitItem> items = Values.mappings(element, "items").stream()
                    .flatMap(i -> item(i).stream())
                    .toList();
            if (indicator.isPresent()
                    && !indicatorCodes.contains(indicator.get().text())) {
                unknown(ProblemCode.UNKNOWN_INDICATOR, indicator.get(), indicatorCodes);
            } else if (code.isPresent() && name.isPresent() && indicator.isPresent()) {
                subIndicators.add(new SubIndicator(
                        code.get().text(), name.get().text(), indicator.get().text(), items));
            }
        }
        return subIndicators;
    }

    private Optional<OitItem> item(Value.Mapping element) {
        Optional<Value.Scalar> code = required(element, "code");
        Optional<Value.Scalar> name = required(element, "name");
        if (Values.scalars(element, "topics").isEmpty()) {
            problems.add(ProblemCode.MISSING_FIELD, element.position(), "topics");
        }
        List<Topic> itemTopics = new ArrayList<>();
        for (Value.Scalar id : Values.scalars(element, "topics")) {
            Optional<Topic> topic = topics.topic(id.text());
            topic.ifPresentOrElse(
                    itemTopics::add,
                    () -> unknown(ProblemCode.UNKNOWN_TOPIC, id, topics.byId().keySet()));
        }
        return code.isPresent() && name.isPresent() && !itemTopics.isEmpty()
                ? Optional.of(new OitItem(code.get().text(), name.get().text(), components(element, itemTopics)))
                : Optional.empty();
    }

    /**
     * The topics with the components that this year asks for instead of their own. Where an item has several topics, a
     * component belongs to the one that knows its id, and else to the first.
     */
    private List<Topic> components(Value.Mapping item, List<Topic> itemTopics) {
        if (item.get("components").isEmpty()) {
            return itemTopics;
        }
        Map<String, List<Component>> replaced = new LinkedHashMap<>();
        itemTopics.forEach(t -> replaced.put(t.id(), new ArrayList<>()));
        for (Component component : Topics.components(item, problems)) {
            Topic owner = itemTopics.stream()
                    .filter(t -> t.component(component.id()).isPresent())
                    .findFirst()
                    .orElse(itemTopics.get(0));
            replaced.getOrDefault(owner.id(), new ArrayList<>()).add(component);
        }
        return itemTopics.stream()
                .map(t -> new Topic(t.id(), t.name(), replaced.getOrDefault(t.id(), List.of())))
                .toList();
    }

    private void checkCount(Value.Mapping fields, Catalogue catalogue) {
        Optional<Value.Scalar> count = Values.scalar(fields, "itemCount");
        int items = catalogue.items().size();
        if (count.isPresent() && !count.get().text().equals(Integer.toString(items))) {
            problems.add(
                    ProblemCode.ITEM_COUNT_MISMATCH,
                    count.get().position(),
                    count.get().text(),
                    items);
        }
    }

    private Optional<Value.Scalar> required(Value.Mapping element, String field) {
        Optional<Value.Scalar> value = Values.scalar(element, field);
        if (value.isEmpty()) {
            problems.add(ProblemCode.MISSING_FIELD, element.position(), field);
        }
        return value;
    }

    private Optional<Score> score(Value.Mapping element, String field) {
        Optional<Value.Scalar> written = required(element, field);
        Optional<Score> score = written.flatMap(Values::score);
        if (written.isPresent() && score.isEmpty()) {
            SourcePosition position = written.get().position();
            problems.add(
                    ProblemCode.OUT_OF_RANGE, position, field, written.get().text(), "0..100");
        }
        return score;
    }

    private void unknown(ProblemCode code, Value.Scalar written, Set<String> known) {
        String suggestion = Nearest.of(written.text(), known).orElseGet(() -> String.join(", ", known));
        problems.add(code, written.position(), written.text(), suggestion);
    }
}
