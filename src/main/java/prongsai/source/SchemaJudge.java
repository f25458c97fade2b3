package prongsai.source;

import static prongsai.source.ProblemCode.BAD_NAME;
import static prongsai.source.ProblemCode.EMPTY_VALUE;
import static prongsai.source.ProblemCode.MISSING_FIELD;
import static prongsai.source.ProblemCode.NOT_IN_LIST;
import static prongsai.source.ProblemCode.OUT_OF_RANGE;
import static prongsai.source.ProblemCode.UNKNOWN_FIELD;
import static prongsai.source.ProblemCode.WRONG_TYPE;
import static prongsai.source.ProblemCode.WRONG_VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import prongsai.model.ThaiDate;

/**
 * Says what is wrong with a value by the schema validator. It is heavy to load and slow to ask, so it is asked only about
 * values that {@link FormCheck} is not sure of.
 */
final class SchemaJudge {

    private static final String BASE = "https://prongsai.example/schema/";
    private static final String ENGLISH = "English";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, JsonNode> documents = new TreeMap<>();
    private final Map<String, Schema> schemas = new TreeMap<>();
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                    builder.schemas(id -> id.startsWith(BASE) ? RecordSchema.text(id.substring(BASE.length())) : null));

    private JsonNode document(String file) {
        return documents.computeIfAbsent(file, name -> {
            try {
                return MAPPER.readTree(RecordSchema.text(name));
            } catch (IOException e) {
                throw new UncheckedIOException("schema " + name, e);
            }
        });
    }

    /** Reports everything in {@code value} that does not have the form that a schema states. */
    synchronized void check(String file, Value value, Problems problems) {
        Schema schema = schemas.computeIfAbsent(file, name -> registry.getSchema(SchemaLocation.of(BASE + name)));
        Set<Value> texts = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Error> errors = schema.validate(JsonTree.of(value, texts));
        // Without quotes YAML cannot tell the postcode 81170 from a number: the text is what was meant.
        while (texts.addAll(meantAsText(errors, value))) {
            errors = schema.validate(JsonTree.of(value, texts));
        }
        errors.forEach(error -> describe(file, error, value).ifPresent(problems::add));
    }

    private static List<Value> meantAsText(List<Error> errors, Value root) {
        return errors.stream()
                .filter(error -> error.getKeyword().equals("type"))
                .filter(error -> words(error.getSchemaNode()).contains("string"))
                .map(error -> root.at(pointer(error)))
                .filter(value -> value instanceof Value.Scalar scalar && scalar.plain())
                .filter(value -> !isNull(value))
                .toList();
    }

    private Optional<Problem> describe(String file, Error error, Value root) {
        Value value = root.at(pointer(error));
        String field = root.nearestName(pointer(error)).orElse("");
        return switch (error.getKeyword()) {
            case "if", "allOf", "anyOf" -> Optional.empty();
            case "propertyNames" -> Optional.of(badName(error, value));
            case "additionalProperties", "unevaluatedProperties" -> Optional.of(unknownField(error, value));
            case "required", "dependentRequired" -> Optional.of(missingField(error, value));
            case "type" -> Optional.of(wrongType(file, error, value, field));
            case "enum", "const" -> Optional.of(notInList(error, value, field));
            case "minimum", "maximum" -> Optional.of(problem(OUT_OF_RANGE, value, field, show(value), range(error)));
            case "minItems", "minLength" -> Optional.of(problem(EMPTY_VALUE, value, field));
            default -> Optional.of(wrongValue(error, value, field));
        };
    }

    private Problem unknownField(Error error, Value value) {
        String name = error.getProperty();
        List<String> known = new ArrayList<>();
        parentSchema(error).path("properties").fieldNames().forEachRemaining(known::add);
        String suggestion = Nearest.of(name, known).orElseGet(() -> String.join(", ", known));
        return new Problem(UNKNOWN_FIELD, nameOf(name, value), name, suggestion);
    }

    private static Problem badName(Error error, Value value) {
        return new Problem(BAD_NAME, nameOf(error.getProperty(), value), error.getProperty());
    }

    private static SourcePosition nameOf(String field, Value holder) {
        return holder instanceof Value.Mapping mapping ? mapping.nameOf(field) : holder.position();
    }

    private Problem missingField(Error error, Value value) {
        String name = error.getProperty();
        JsonNode property = parentSchema(error).path("properties").path(name);
        boolean conditional = property.isMissingNode() && pointer(error).isEmpty();
        JsonNode stated = conditional ? document(error).path("properties").path(name) : property;
        return problem(MISSING_FIELD, value, name, meaning(stated));
    }

    /** What a field means in the words of the schema or of the definition that it refers to; empty if nothing is said. */
    private String meaning(JsonNode property) {
        String reference = property.path("$ref").asText();
        int hash = reference.indexOf('#');
        if (property.has("description") || hash <= 0) {
            return property.path("description").asText();
        }
        return document(reference.substring(0, hash))
                .at(reference.substring(hash + 1))
                .path("description")
                .asText();
    }

    /** What the field of a wrong value means: the definition that a field refers to says it less well than the field. */
    private String meaning(String file, Error error) {
        String path = error.getEvaluationPath().toString();
        String field = path.substring(0, path.lastIndexOf('/'));
        while (field.endsWith("/$ref")) {
            field = field.substring(0, field.length() - "/$ref".length());
        }
        return field.contains("/$ref/")
                ? meaning(parentSchema(error))
                : meaning(document(file).at(field));
    }

    private Problem wrongType(String file, Error error, Value value, String field) {
        if (isNull(value)) {
            return problem(EMPTY_VALUE, value, field);
        }
        if (isStrangeNumber(value)) {
            return wrongValue(error, value, field);
        }
        String expected = String.join(", ", words(error.getSchemaNode()));
        String hint = hint(error, "");
        return problem(
                WRONG_TYPE,
                value,
                field,
                kind(value),
                expected,
                hint.isEmpty() ? meaning(file, error) : hint,
                hint(error, ENGLISH));
    }

    private Problem notInList(Error error, Value value, String field) {
        if (isNull(value)) {
            return problem(EMPTY_VALUE, value, field);
        }
        if (!hint(error, "").isEmpty()) {
            return wrongValue(error, value, field);
        }
        List<String> allowed = words(error.getSchemaNode());
        String suggestion = Nearest.of(show(value), allowed).orElseGet(() -> String.join(", ", allowed));
        return problem(NOT_IN_LIST, value, field, show(value), suggestion);
    }

    private Problem wrongValue(Error error, Value value, String field) {
        boolean blank = value instanceof Value.Scalar scalar && scalar.text().isBlank();
        return blank
                ? problem(EMPTY_VALUE, value, field)
                : problem(
                        WRONG_VALUE,
                        value,
                        field,
                        show(value),
                        meantDay(error, value, "").orElseGet(() -> hint(error, "")),
                        meantDay(error, value, ENGLISH).orElseGet(() -> hint(error, ENGLISH)));
    }

    /** What to write instead, where a day is asked for and written in another form. */
    private Optional<String> meantDay(Error error, Value value, String language) {
        JsonNode hint = parentSchema(error).path("meantDayMessage" + language);
        return hint.isMissingNode()
                ? Optional.empty()
                : ThaiDate.guess(show(value)).map(day -> hint.asText().replace("%s", ThaiDate.write(day)));
    }

    private static Problem problem(ProblemCode code, Value value, Object... arguments) {
        return new Problem(code, value.position(), arguments);
    }

    /**
     * What the schema's author tells the officer to write; empty where the author is silent.
     *
     * @param language what the names of the hints end in
     */
    private String hint(Error error, String language) {
        JsonNode parent = parentSchema(error);
        if (error.getKeyword().equals("pattern") && parent.has("patternErrorMessage" + language)) {
            return parent.path("patternErrorMessage" + language).asText();
        }
        return parent.path("errorMessage" + language).asText();
    }

    private String range(Error error) {
        JsonNode parent = parentSchema(error);
        return parent.path("minimum").asText("-∞") + ".."
                + parent.path("maximum").asText("∞");
    }

    /** The schema object that holds the keyword that failed. */
    private JsonNode parentSchema(Error error) {
        String location = error.getSchemaLocation().toString();
        String pointer = location.substring(location.indexOf('#') + 1);
        return document(error).at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** The whole schema file that holds the keyword that failed. */
    private JsonNode document(Error error) {
        String location = error.getSchemaLocation().toString();
        int hash = location.indexOf('#');
        return document(location.substring(location.lastIndexOf('/', hash) + 1, hash));
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static boolean isNull(Value value) {
        return value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.NULL;
    }

    /** A number for YAML or JSON, but none that anybody writes: {@code 0x1F}, {@code 1_000}, {@code 1e999}. */
    private static boolean isStrangeNumber(Value value) {
        return value instanceof Value.Scalar scalar
                && (scalar.kind() == Value.Kind.INTEGER || scalar.kind() == Value.Kind.DECIMAL)
                && scalar.number().isEmpty();
    }

    private static String show(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return scalar.text();
        }
        return value instanceof Value.Sequence ? "[...]" : "{...}";
    }

    /** What a value is, in the words of JSON Schema. */
    private static String kind(Value value) {
        if (value instanceof Value.Scalar scalar) {
            return switch (scalar.kind()) {
                case TEXT -> "string";
                case INTEGER -> "integer";
                case DECIMAL -> "number";
                case TRUE, FALSE -> "boolean";
                case NULL -> "null";
            };
        }
        return value instanceof Value.Sequence ? "array" : "object";
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> words.add(item.asText()));
        } else {
            words.add(node.asText());
        }
        return words;
    }
}
