package prongsai.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a JSON or YAML text that knows where it stands. */
public sealed interface Value {

    SourcePosition position();

    /**
     * Fields by name in the order of the text.
     *
     * @param names where each field's name stands
     */
    record Mapping(SourcePosition position, Map<String, Value> fields, Map<String, SourcePosition> names)
            implements Value {
        public Mapping {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            names = Map.copyOf(names);
        }

        public Optional<Value> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** Where a field's name stands, or the mapping itself begins if it has no such field. */
        public SourcePosition nameOf(String name) {
            return names.getOrDefault(name, position);
        }
    }

    /** Items in order. */
    record Sequence(SourcePosition position, List<Value> items) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A single value, as written: {@code 75.40} stays {@code 75.40}.
     *
     * @param plain whether it stood without quotes in YAML, where {@code 81170} may well be meant as text
     */
    record Scalar(SourcePosition position, Kind kind, String text, boolean plain) implements Value {

        /** More digits than any amount, score or year has; 1e999999999 would fill the memory. */
        private static final int MAX_DIGITS = 40;

        /**
         * The number that the text is in decimal; empty for text in quotes and for forms that YAML alone knows ({@code
         * 0x1F}, {@code 1_000}).
         */
        public Optional<BigDecimal> number() {
            if ((kind != Kind.INTEGER && kind != Kind.DECIMAL) || text.length() > MAX_DIGITS) {
                return Optional.empty();
            }
            try {
                return Optional.of(new BigDecimal(text)).filter(n -> Math.abs((long) n.scale()) <= MAX_DIGITS);
            } catch (NumberFormatException otherForm) {
                return Optional.empty();
            }
        }
    }

    /** What a scalar is. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        TRUE,
        FALSE,
        NULL
    }

    /** The value at a JSON pointer such as {@code /sections/0/finding}, or the nearest one above it that exists. */
    default Value at(String pointer) {
        Value here = this;
        for (String step : steps(pointer)) {
            Optional<Value> next = here.child(step);
            if (next.isEmpty()) {
                return here;
            }
            here = next.get();
        }
        return here;
    }

    /** The name of the field that holds the value at a JSON pointer, or the list that the value is in. */
    default Optional<String> nearestName(String pointer) {
        Optional<String> name = Optional.empty();
        Value here = this;
        for (String step : steps(pointer)) {
            if (!(here instanceof Sequence)) {
                name = Optional.of(step);
            }
            here = here.child(step).orElse(here);
        }
        return name;
    }

    private static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Arrays.stream(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    private Optional<Value> child(String step) {
        if (this instanceof Mapping mapping) {
            return mapping.get(step);
        }
        if (this instanceof Sequence sequence && step.chars().allMatch(Character::isDigit) && !step.isEmpty()) {
            int index = Integer.parseInt(step);
            return index < sequence.items().size()
                    ? Optional.of(sequence.items().get(index))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
