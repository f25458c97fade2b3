package prongsai.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/** Values as the schema validator knows them. */
final class JsonTree {

    private static final JsonNodeFactory FACTORY = JsonNodeFactory.instance;

    private JsonTree() {}

    /**
     * @param texts scalars that are taken as text whatever they look like
     */
    static JsonNode of(Value value, Set<Value> texts) {
        if (value instanceof Value.Mapping mapping) {
            ObjectNode object = FACTORY.objectNode();
            mapping.fields().forEach((name, field) -> object.set(name, of(field, texts)));
            return object;
        }
        if (value instanceof Value.Sequence sequence) {
            ArrayNode array = FACTORY.arrayNode();
            sequence.items().forEach(item -> array.add(of(item, texts)));
            return array;
        }
        Value.Scalar scalar = (Value.Scalar) value;
        return texts.contains(value) ? FACTORY.textNode(scalar.text()) : scalar(scalar);
    }

    private static JsonNode scalar(Value.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> FACTORY.textNode(scalar.text());
            case INTEGER, DECIMAL -> number(scalar);
            case TRUE -> FACTORY.booleanNode(true);
            case FALSE -> FACTORY.booleanNode(false);
            case NULL -> FACTORY.nullNode();
        };
    }

    private static JsonNode number(Value.Scalar scalar) {
        Optional<BigDecimal> number = scalar.number();
        if (number.isEmpty()) {
            return FACTORY.textNode(scalar.text());
        }
        boolean whole = number.get().stripTrailingZeros().scale() <= 0;
        return whole ? FACTORY.numberNode(number.get().toBigInteger()) : FACTORY.numberNode(number.get());
    }
}
