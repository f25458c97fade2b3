package prongsai.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import prongsai.source.Nearest;
import prongsai.source.ProblemCode;
import prongsai.source.Problems;
import prongsai.source.SourcePosition;
import prongsai.source.Value;

/**
 * Lays an agency's changes over a built-in catalogue. Whatever has a {@code code} is matched by it: a known code is
 * changed field by field, a new one is added at the end. An item is taken away by {@code "removed": true}; one that the
 * changes list under another sub-indicator moves there. Everything keeps the place that it was written at, so that a
 * mistake is reported where the officer made it.
 */
final class CatalogueMerge {

    private static final String CODE = "code";
    private static final String ITEMS = "items";
    private static final String SUB_INDICATORS = "subIndicators";

    private final Problems problems;
    private final Map<String, Value.Mapping> builtInItems = new LinkedHashMap<>();

    private CatalogueMerge(Value.Mapping base, Problems problems) {
        this.problems = problems;
        index(base, SUB_INDICATORS).values().forEach(s -> builtInItems.putAll(index(s, ITEMS)));
    }

    static Value.Mapping merge(Value.Mapping base, Value.Mapping change, Problems problems) {
        CatalogueMerge merge = new CatalogueMerge(base, problems);
        Map<String, Value> parts = new LinkedHashMap<>();
        for (String list : List.of("instruments", "indicators", SUB_INDICATORS)) {
            if (change.get(list).isPresent()) {
                Collection<Value.Mapping> elements = list.equals(SUB_INDICATORS)
                        ? merge.subIndicators(base, change)
                        : merge.byCode(base, change, list).values();
                parts.put(list, sequence(change, list, elements));
            }
        }
        return overlay(base, change, parts);
    }

    /** {@code base} with the fields of {@code change}; {@code parts} stand for the fields that were merged in depth. */
    private static Value.Mapping overlay(Value.Mapping base, Value.Mapping change, Map<String, Value> parts) {
        Map<String, Value> fields = new LinkedHashMap<>(base.fields());
        Map<String, SourcePosition> names = new LinkedHashMap<>(base.names());
        change.fields().forEach(fields::put);
        names.putAll(change.names());
        fields.putAll(parts);
        return new Value.Mapping(change.position(), fields, names);
    }

    private Map<String, Value.Mapping> byCode(Value.Mapping base, Value.Mapping change, String list) {
        Map<String, Value.Mapping> merged = index(base, list);
        for (Value.Mapping element : changes(change, list, new LinkedHashSet<>())) {
            merged.merge(codeOf(element), element, (old, now) -> overlay(old, now, Map.of()));
        }
        return merged;
    }

    private Collection<Value.Mapping> subIndicators(Value.Mapping base, Value.Mapping change) {
        Map<String, Value.Mapping> merged = byCode(base, change, SUB_INDICATORS);
        Map<String, Value.Mapping> old = index(base, SUB_INDICATORS);
        Map<String, Map<String, Value.Mapping>> items = new LinkedHashMap<>();
        merged.keySet()
                .forEach(code -> items.put(
                        code,
                        Optional.ofNullable(old.get(code))
                                .map(s -> index(s, ITEMS))
                                .orElseGet(LinkedHashMap::new)));
        Set<String> seen = new LinkedHashSet<>();
        for (Value.Mapping element : index(change, SUB_INDICATORS).values()) {
            for (Value.Mapping item : changes(element, ITEMS, seen)) {
                place(items, codeOf(element), item);
            }
        }
        merged.replaceAll(
                (code, s) -> withItems(s, items.getOrDefault(code, Map.of()).values()));
        return merged.values();
    }

    /** Puts a changed item where it belongs: in its old place, at the end of another sub-indicator, or nowhere. */
    private void place(Map<String, Map<String, Value.Mapping>> items, String subIndicator, Value.Mapping item) {
        String code = codeOf(item);
        Optional<Value.Mapping> old = Optional.ofNullable(builtInItems.get(code));
        boolean removed = Values.isTrue(item, "removed");
        items.forEach((s, inIt) -> {
            if (removed || !s.equals(subIndicator)) {
                inIt.remove(code);
            }
        });
        if (!removed) {
            Map<String, Value.Mapping> inIt = items.computeIfAbsent(subIndicator, s -> new LinkedHashMap<>());
            inIt.put(code, old.map(o -> overlay(o, item, Map.of())).orElse(item));
        } else if (old.isEmpty()) {
            String suggestion =
                    Nearest.of(code, builtInItems.keySet()).orElseGet(() -> String.join(", ", builtInItems.keySet()));
            problems.add(ProblemCode.UNKNOWN_ITEM, item.at("/code").position(), code, suggestion);
        }
    }

    private static Value.Mapping withItems(Value.Mapping subIndicator, Collection<Value.Mapping> items) {
        return overlay(subIndicator, subIndicator, Map.of(ITEMS, sequence(subIndicator, ITEMS, items)));
    }

    /**
     * The elements of a list that have a code.
     *
     * @param seen codes that have been used; one more use is a slip
     */
    private List<Value.Mapping> changes(Value.Mapping mapping, String list, Set<String> seen) {
        List<Value.Mapping> elements = new ArrayList<>();
        for (Value.Mapping element : Values.mappings(mapping, list)) {
            Optional<Value.Scalar> code = Values.scalar(element, CODE);
            if (code.isEmpty()) {
                problems.add(ProblemCode.MISSING_FIELD, element.position(), CODE);
            } else if (!seen.add(codeOf(element))) {
                problems.add(ProblemCode.DUPLICATE_ITEM, code.get().position(), codeOf(element));
            } else {
                elements.add(element);
            }
        }
        return elements;
    }

    /** The elements of a list by their codes, in order. */
    private static Map<String, Value.Mapping> index(Value.Mapping mapping, String list) {
        Map<String, Value.Mapping> elements = new LinkedHashMap<>();
        for (Value.Mapping element : Values.mappings(mapping, list)) {
            Values.text(element, CODE).ifPresent(code -> elements.putIfAbsent(code, element));
        }
        return elements;
    }

    private static String codeOf(Value.Mapping element) {
        return Values.text(element, CODE).orElse("");
    }

    private static Value sequence(Value.Mapping holder, String field, Collection<Value.Mapping> elements) {
        return new Value.Sequence(holder.at("/" + field).position(), List.copyOf(elements));
    }
}
