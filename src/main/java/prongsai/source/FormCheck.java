package prongsai.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows quickly of most right values that they have the form that a schema states. It is derived from the same schema as
 * the validator's judgement, and where the schema or the value is out of the ordinary it is not sure and says no: then
 * the validator decides. It never accepts what the validator would not.
 */
final class FormCheck {

    /** What does not bear on whether a value is right. */
    private static final Set<String> REMARKS = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "title",
            "description",
            "examples",
            "defaultSnippets",
            "markdownEnumDescriptions",
            "errorMessage",
            "errorMessageEnglish",
            "patternErrorMessage",
            "patternErrorMessageEnglish",
            "meantDayMessage",
            "meantDayMessageEnglish");

    private enum Verdict {
        RIGHT,
        WRONG,
        UNSURE;

        /** Both must be right; what one knows to be wrong is wrong whatever the other says. */
        Verdict and(Verdict other) {
            if (this == WRONG || other == WRONG) {
                return WRONG;
            }
            return this == RIGHT ? other : UNSURE;
        }

        static Verdict of(boolean right) {
            return right ? RIGHT : WRONG;
        }
    }

    private interface Rule {
        Verdict judge(Value value);
    }

    private static final Rule ANYTHING = value -> Verdict.RIGHT;
    private static final Rule UNKNOWN = value -> Verdict.UNSURE;

    /** A definition that may refer to itself. */
    private static final class Definition implements Rule {
        private Rule rule = UNKNOWN;

        @Override
        public Verdict judge(Value value) {
            return rule.judge(value);
        }
    }

    private final Rule rule;

    private FormCheck(Rule rule) {
        this.rule = rule;
    }

    /** The check of a whole schema file. */
    static FormCheck of(String file, SchemaDocuments documents) {
        return new FormCheck(new Compiler(documents).definition(file, ""));
    }

    /** Whether the value surely has the form. */
    boolean accepts(Value value) {
        return rule.judge(value) == Verdict.RIGHT;
    }

    /** Turns schemas into rules, each definition once. */
    private static final class Compiler {

        private final SchemaDocuments documents;
        private final Map<String, Definition> definitions = new TreeMap<>();

        Compiler(SchemaDocuments documents) {
            this.documents = documents;
        }

        Rule definition(String file, String pointer) {
            String name = file + "#" + pointer;
            Definition known = definitions.get(name);
            if (known != null) {
                return known;
            }
            Definition definition = new Definition();
            definitions.put(name, definition);
            definition.rule = rule(file, documents.named(file).at(pointer));
            return definition.rule;
        }

        private Rule rule(String file, Value schema) {
            if (schema instanceof Value.Scalar scalar) {
                return scalar.kind() == Value.Kind.TRUE ? ANYTHING : value -> Verdict.of(false);
            }
            if (!(schema instanceof Value.Mapping mapping)) {
                return UNKNOWN;
            }
            List<Rule> rules = new ArrayList<>();
            mapping.fields().forEach((keyword, stated) -> {
                if (!REMARKS.contains(keyword)) {
                    rules.add(keyword(file, keyword, stated, mapping));
                }
            });
            return all(rules);
        }

        private Rule keyword(String file, String keyword, Value stated, Value.Mapping schema) {
            return switch (keyword) {
                case "$ref" -> reference(file, text(stated));
                case "type" -> type(texts(stated));
                case "enum", "const" -> oneOf(stated);
                case "pattern" -> pattern(text(stated));
                case "minimum" -> number(n -> n.compareTo(decimal(stated)) >= 0);
                case "maximum" -> number(n -> n.compareTo(decimal(stated)) <= 0);
                case "minItems" -> minItems(decimal(stated).intValueExact());
                case "items" -> items(rule(file, stated));
                case "required" -> required(texts(stated));
                case "properties" -> properties(rules(file, (Value.Mapping) stated));
                case "additionalProperties" ->
                    others(
                            rule(file, stated),
                            schema.get("properties")
                                    .map(p -> ((Value.Mapping) p).fields().keySet())
                                    .orElse(Set.of()));
                case "allOf" ->
                    all(((Value.Sequence) stated)
                            .items().stream().map(s -> rule(file, s)).toList());
                case "if" -> condition(rule(file, stated), part(file, schema, "then"), part(file, schema, "else"));
                case "then", "else" -> ANYTHING;
                default -> UNKNOWN;
            };
        }

        private Rule reference(String file, String reference) {
            int hash = reference.indexOf('#');
            String target = hash < 0 ? reference : reference.substring(0, hash);
            return definition(target.isEmpty() ? file : target, hash < 0 ? "" : reference.substring(hash + 1));
        }

        private Map<String, Rule> rules(String file, Value.Mapping properties) {
            Map<String, Rule> rules = new LinkedHashMap<>();
            properties.fields().forEach((name, schema) -> rules.put(name, rule(file, schema)));
            return rules;
        }

        private Rule part(String file, Value.Mapping schema, String keyword) {
            return schema.get(keyword).map(s -> rule(file, s)).orElse(ANYTHING);
        }
    }

    private static Rule all(List<Rule> rules) {
        if (rules.size() == 1) {
            return rules.get(0);
        }
        Rule[] each = rules.toArray(new Rule[0]);
        return value -> {
            Verdict verdict = Verdict.RIGHT;
            for (Rule rule : each) {
                verdict = verdict.and(rule.judge(value));
            }
            return verdict;
        };
    }

    private static Rule condition(Rule condition, Rule then, Rule otherwise) {
        return value -> switch (condition.judge(value)) {
            case RIGHT -> then.judge(value);
            case WRONG -> otherwise.judge(value);
            case UNSURE -> Verdict.UNSURE;
        };
    }

    /** A number without quotes may be meant as text, and one in a strange form is none: only the validator's caller knows. */
    private static Rule type(List<String> types) {
        return value -> {
            if (value instanceof Value.Mapping) {
                return Verdict.of(types.contains("object"));
            }
            if (value instanceof Value.Sequence) {
                return Verdict.of(types.contains("array"));
            }
            Value.Scalar scalar = (Value.Scalar) value;
            return switch (scalar.kind()) {
                case TEXT -> Verdict.of(types.contains("string"));
                case INTEGER, DECIMAL -> isNumber(scalar, types) ? Verdict.RIGHT : Verdict.UNSURE;
                case TRUE, FALSE -> types.contains("boolean") ? Verdict.RIGHT : Verdict.UNSURE;
                case NULL -> Verdict.UNSURE;
            };
        };
    }

    private static boolean isNumber(Value.Scalar scalar, List<String> types) {
        Optional<BigDecimal> number = scalar.number();
        return number.isPresent()
                && (types.contains("number")
                        || (types.contains("integer")
                                && number.get().stripTrailingZeros().scale() <= 0));
    }

    private static Rule oneOf(Value stated) {
        List<Value> allowed = stated instanceof Value.Sequence list ? list.items() : List.of(stated);
        if (stated instanceof Value.Scalar truth && truth.kind() == Value.Kind.TRUE) {
            return value -> value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.TRUE
                    ? Verdict.RIGHT
                    : Verdict.UNSURE;
        }
        if (!allowed.stream().allMatch(FormCheck::isText)) {
            return UNKNOWN;
        }
        Set<String> words = Set.copyOf(allowed.stream().map(FormCheck::text).toList());
        return value -> isText(value) ? Verdict.of(words.contains(text(value))) : Verdict.UNSURE;
    }

    private static Rule pattern(String regex) {
        if (regex.equals("\\S")) {
            return value -> !isText(value) ? ofOthers(value) : Verdict.of(hasVisible(text(value)));
        }
        Pattern pattern = Pattern.compile(regex);
        boolean whole = regex.endsWith("$");
        return value -> {
            if (!isText(value)) {
                return ofOthers(value);
            }
            String text = text(value);
            Matcher matcher = pattern.matcher(text);
            // The validator takes $ for the very end, not for a place before a last line feed.
            return matcher.find() && (!whole || matcher.end() == text.length()) ? Verdict.RIGHT : Verdict.UNSURE;
        };
    }

    private static boolean hasVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                return true;
            }
        }
        return false;
    }

    /** What a keyword says of values that it is not about; a number in a strange form may become a text. */
    private static Verdict ofOthers(Value value) {
        return value instanceof Value.Scalar scalar && isStrange(scalar) ? Verdict.UNSURE : Verdict.RIGHT;
    }

    private static boolean isStrange(Value.Scalar scalar) {
        return isNumeral(scalar) && scalar.number().isEmpty();
    }

    private static boolean isNumeral(Value.Scalar scalar) {
        return scalar.kind() == Value.Kind.INTEGER || scalar.kind() == Value.Kind.DECIMAL;
    }

    private interface NumberTest {
        boolean holds(BigDecimal number);
    }

    private static Rule number(NumberTest test) {
        return value -> {
            if (!(value instanceof Value.Scalar scalar) || !isNumeral(scalar)) {
                return Verdict.RIGHT;
            }
            return scalar.number().filter(test::holds).isPresent() ? Verdict.RIGHT : Verdict.UNSURE;
        };
    }

    private static Rule minItems(int least) {
        return value ->
                value instanceof Value.Sequence list ? Verdict.of(list.items().size() >= least) : ofOthers(value);
    }

    private static Rule items(Rule rule) {
        return value -> {
            Verdict verdict = Verdict.RIGHT;
            if (value instanceof Value.Sequence list) {
                for (Value item : list.items()) {
                    verdict = verdict.and(rule.judge(item));
                }
            }
            return verdict;
        };
    }

    private static Rule required(List<String> names) {
        return value -> Verdict.of(!(value instanceof Value.Mapping mapping)
                || mapping.fields().keySet().containsAll(names));
    }

    private static Rule properties(Map<String, Rule> rules) {
        return value -> {
            Verdict verdict = Verdict.RIGHT;
            if (value instanceof Value.Mapping mapping) {
                for (Map.Entry<String, Value> field : mapping.fields().entrySet()) {
                    Rule rule = rules.getOrDefault(field.getKey(), ANYTHING);
                    verdict = verdict.and(rule.judge(field.getValue()));
                }
            }
            return verdict;
        };
    }

    private static Rule others(Rule rule, Set<String> known) {
        return value -> {
            Verdict verdict = Verdict.RIGHT;
            if (value instanceof Value.Mapping mapping) {
                for (Map.Entry<String, Value> field : mapping.fields().entrySet()) {
                    if (!known.contains(field.getKey())) {
                        verdict = verdict.and(rule.judge(field.getValue()));
                    }
                }
            }
            return verdict;
        };
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Scalar scalar && scalar.kind() == Value.Kind.TEXT;
    }

    private static String text(Value value) {
        return ((Value.Scalar) value).text();
    }

    private static List<String> texts(Value value) {
        return value instanceof Value.Sequence list
                ? list.items().stream().map(FormCheck::text).toList()
                : List.of(text(value));
    }

    private static BigDecimal decimal(Value value) {
        return ((Value.Scalar) value).number().orElseThrow();
    }
}
