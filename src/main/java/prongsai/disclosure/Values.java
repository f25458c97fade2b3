package prongsai.disclosure;

import java.util.List;
import java.util.Optional;
import prongsai.model.Score;
import prongsai.source.Value;

/**
 * Reading the fields of a record where its exact places matter. What has the wrong form is absent here: the schema has
 * said so already.
 */
final class Values {

    private Values() {}

    static Optional<Value.Scalar> scalar(Value.Mapping mapping, String field) {
        return mapping.get(field)
                .filter(v -> v instanceof Value.Scalar)
                .map(v -> (Value.Scalar) v)
                .filter(s -> s.kind() != Value.Kind.NULL && !s.text().isBlank());
    }

    static Optional<String> text(Value.Mapping mapping, String field) {
        return scalar(mapping, field).map(s -> s.text().strip());
    }

    static Optional<Value.Mapping> mapping(Value.Mapping mapping, String field) {
        return mapping.get(field).filter(v -> v instanceof Value.Mapping).map(v -> (Value.Mapping) v);
    }

    /** The mappings in a list. */
    static List<Value.Mapping> mappings(Value.Mapping mapping, String field) {
        return items(mapping, field).stream()
                .filter(v -> v instanceof Value.Mapping)
                .map(v -> (Value.Mapping) v)
                .toList();
    }

    /** The scalars in a list; a single one is a list of one. */
    static List<Value.Scalar> scalars(Value.Mapping mapping, String field) {
        Optional<Value.Scalar> single = scalar(mapping, field);
        if (single.isPresent()) {
            return List.of(single.get());
        }
        return items(mapping, field).stream()
                .filter(v -> v instanceof Value.Scalar)
                .map(v -> (Value.Scalar) v)
                .filter(s -> s.kind() != Value.Kind.NULL && !s.text().isBlank())
                .toList();
    }

    static boolean isTrue(Value.Mapping mapping, String field) {
        return scalar(mapping, field).filter(s -> s.kind() == Value.Kind.TRUE).isPresent();
    }

    static Optional<Score> score(Value.Scalar scalar) {
        return scalar.number().filter(Score::isValid).map(Score::new);
    }

    private static List<Value> items(Value.Mapping mapping, String field) {
        return mapping.get(field).orElse(mapping) instanceof Value.Sequence sequence ? sequence.items() : List.of();
    }
}
