package prongsai.source;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Builds the tree of values from Jackson's tokens, keeping where each of them stands. */
final class TreeReader {

    /** Deeper than any record; an attack of nested brackets ends here and not on the stack. */
    private static final int MAX_DEPTH = 50;

    private final JsonParser parser;
    private final SourceText file;
    private final IntUnaryOperator offsets;
    private final Problems problems;

    /**
     * @param offsets turns what the parser counts into offsets of the file
     */
    TreeReader(JsonParser parser, SourceText file, IntUnaryOperator offsets, Problems problems) {
        this.parser = parser;
        this.file = file;
        this.offsets = offsets;
        this.problems = problems;
    }

    /** Reads the value that begins at the parser's current token. */
    Value read(int depth) throws IOException {
        SourcePosition position = here();
        if (depth > MAX_DEPTH) {
            throw new TooDeepException(position);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.add(ProblemCode.YAML_ALIAS, position, "*" + parser.getText());
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return readMapping(position, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            return readSequence(position, depth);
        }
        return readScalar(position, token);
    }

    private Value readMapping(SourcePosition position, int depth) throws IOException {
        Map<String, Value> fields = new LinkedHashMap<>();
        Map<String, SourcePosition> names = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            SourcePosition namePosition = here();
            parser.nextToken();
            Value value = read(depth + 1);
            if (fields.putIfAbsent(name, value) == null) {
                names.put(name, namePosition);
            } else {
                problems.add(
                        ProblemCode.DUPLICATE_FIELD,
                        namePosition,
                        name,
                        names.getOrDefault(name, position).line());
            }
        }
        return new Value.Mapping(position, fields, names);
    }

    private Value readSequence(SourcePosition position, int depth) throws IOException {
        List<Value> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(depth + 1));
        }
        return new Value.Sequence(position, items);
    }

    private Value readScalar(SourcePosition position, JsonToken token) throws IOException {
        Value.Kind kind = switch (token) {
            case VALUE_NUMBER_INT -> Value.Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Value.Kind.DECIMAL;
            case VALUE_TRUE -> Value.Kind.TRUE;
            case VALUE_FALSE -> Value.Kind.FALSE;
            case VALUE_NULL -> Value.Kind.NULL;
            default -> Value.Kind.TEXT;
        };
        boolean plain = parser instanceof YAMLParser && kind != Value.Kind.TEXT;
        return new Value.Scalar(position, kind, parser.getText(), plain);
    }

    SourcePosition here() {
        return file.at(offsets.applyAsInt((int) parser.currentTokenLocation().getCharOffset()));
    }

    /** Text nested deeper than any record. */
    static final class TooDeepException extends IOException {
        private static final long serialVersionUID = 1;
        private final transient SourcePosition position;

        TooDeepException(SourcePosition position) {
            super("nested deeper than " + MAX_DEPTH);
            this.position = position;
        }

        SourcePosition position() {
            return position;
        }
    }
}
