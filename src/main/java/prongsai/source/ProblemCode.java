package prongsai.source;

import static prongsai.source.Severity.ERROR;
import static prongsai.source.Severity.INFO;
import static prongsai.source.Severity.WARNING;

import java.util.List;
import java.util.Locale;

/**
 * Every kind of problem. The name in lower case with hyphens is its stable code ({@code unknown-field}); its words stand
 * in {@code messages/problems_th.properties} and {@code problems_en.properties} under that code.
 *
 * <p>After the severity come the names of what its words speak of, in the order of {@code {0}}, {@code {1}}, ... A name
 * that ends in a question mark may be left out, or be empty where there is nothing to say.
 */
public enum ProblemCode {
    // A file as a whole
    NOT_UTF_8(ERROR),
    EMPTY_FILE(ERROR),
    FILE_TOO_LARGE(ERROR, "megabytes"),
    UNREADABLE_FILE(ERROR),
    MISSING_SITE_FILE(ERROR),
    UNEXPECTED_FILE(ERROR, "path", "suggestion"),
    BAD_FILE_NAME(ERROR, "name", "suggestion?"),
    LINK_OUT(ERROR, "name"),
    DUPLICATE_URL(ERROR, "url", "other file"),
    RESERVED_NAME(ERROR, "name"),
    MISPLACED_RECORD(ERROR, "path", "right form"),
    BAD_YEAR_FOLDER(ERROR, "folder", "suggestion"),
    YEAR_MISMATCH(ERROR, "fiscal year", "file name"),
    UNREFERENCED_FILE(INFO, "path"),

    // Syntax
    BAD_JSON(ERROR, "what stands there?"),
    TRAILING_COMMA(ERROR),
    MISSING_COMMA(ERROR),
    TEXT_NOT_CLOSED(ERROR),
    BAD_YAML(ERROR),
    BAD_INDENT(ERROR),
    UNQUOTED_COLON(ERROR),
    TAB_INDENT(ERROR),
    TEXT_AFTER_END(ERROR),
    TOO_DEEP(ERROR),
    NOT_FIELDS(ERROR),
    FRONT_MATTER_MISSING(ERROR),
    FRONT_MATTER_NOT_CLOSED(ERROR),
    DUPLICATE_FIELD(ERROR, "field", "line of the first"),
    YAML_ALIAS(ERROR, "alias"),

    // Form of a record, by its schema
    UNKNOWN_FIELD(ERROR, "field", "suggestion"),
    BAD_NAME(ERROR, "name"),
    MISSING_FIELD(ERROR, "field", "its meaning in Thai?"),
    WRONG_TYPE(ERROR, "field", "kind found", "kinds expected", "hint in Thai?", "hint in English?"),
    EMPTY_VALUE(ERROR, "field"),
    WRONG_VALUE(ERROR, "field", "value", "hint in Thai?", "hint in English?"),
    NOT_IN_LIST(ERROR, "field", "value", "suggestion"),
    OUT_OF_RANGE(ERROR, "field", "value", "range"),

    // Meaning of a value
    COMMON_ERA_YEAR(ERROR, "field", "year", "the year in the Buddhist Era"),
    BAD_FISCAL_YEAR(ERROR, "field", "year"),
    BAD_DATE(ERROR, "field", "value"),
    PERIOD_REVERSED(ERROR),
    BAD_BASE_URL(ERROR, "value"),
    LOW_CONTRAST(ERROR, "colour", "contrast"),
    UNKNOWN_INDICATOR(ERROR, "code", "suggestion"),
    MISSING_INDICATOR(ERROR, "code", "name"),
    DUPLICATE_INDICATOR(ERROR, "code"),
    MISSING_INSTRUMENT(ERROR, "code"),
    DUPLICATE_INSTRUMENT(ERROR, "code"),
    UNKNOWN_ITEM(ERROR, "code", "suggestion"),
    DUPLICATE_ITEM(ERROR, "code"),
    WEIGHTS_NOT_100(ERROR, "weights", "sum"),
    ITEM_COUNT_MISMATCH(WARNING, "written", "counted"),
    UNKNOWN_GRADE(ERROR, "grade", "known grades"),
    UNKNOWN_UNIT(ERROR, "unit", "suggestion?"),
    UNKNOWN_TOPIC(ERROR, "topic", "suggestion"),
    UNKNOWN_COMPONENT(ERROR, "component", "topic", "suggestion"),
    DERIVED_CLAIM(INFO, "topic", "component"),
    UNKNOWN_COLUMN(ERROR, "column", "suggestion"),
    NOT_A_NUMBER(ERROR, "column", "value"),
    DRAFT_SIGNED(ERROR),
    NO_CATALOGUE(ERROR, "fiscal year", "first year known", "last year known"),

    // References
    PATH_LEAVES_CONTENT(ERROR, "path"),
    MISSING_ATTACHMENT(ERROR, "path", "suggestion?"),
    DANGLING_REFERENCE(ERROR, "reference", "suggestion?"),
    DANGLING_LINK(ERROR, "link", "suggestion?"),
    DANGLING_ANCHOR(ERROR, "anchor", "suggestion?"),
    DEAD_LINK(ERROR, "address", "page"),
    NO_RESULT_FOR_PLAN(ERROR, "fiscal year of the result"),
    LOWEST_INDICATOR_CONTRADICTED(
            ERROR, "indicator written", "its score", "instrument", "lowest indicators", "their score"),
    DONE_WITHOUT_EVIDENCE(WARNING, "issue"),

    // Markdown
    UNSAFE_HTML(WARNING, "what was left out"),
    UNSAFE_LINK(WARNING, "link"),
    REMOTE_IMAGE(WARNING, "address"),
    STRAY_EMPHASIS(WARNING, "text around"),
    MISSING_ALT(WARNING, "image"),
    LINK_WITHOUT_TEXT(WARNING, "address"),
    UNDEFINED_FOOTNOTE(WARNING, "label"),
    UNUSED_FOOTNOTE(WARNING, "label"),
    UNUSED_LINK_DEFINITION(WARNING, "label"),
    HIDDEN_CHARACTER(WARNING, "character"),
    NESTED_TOO_DEEP(WARNING, "limit"),
    TOO_MUCH(ERROR, "what", "limit"),

    // Figures that disagree
    SCORE_MISMATCH(WARNING, "code", "printed", "recomputed", "working"),
    RANKING_MISMATCH(WARNING, "indicator", "in the ranking", "in the table"),
    RANKING_ORDER(WARNING, "indicator above", "its score", "indicator below", "its score"),
    GRADE_MISMATCH(WARNING, "printed", "total", "earned"),

    // What has been disclosed
    ITEM_MISSING(WARNING, "item", "name", "fiscal year", "points of OIT", "points of the total", "missing components"),
    ITEM_INCOMPLETE(
            WARNING, "item", "name", "fiscal year", "points of OIT", "points of the total", "missing components"),
    RENEWAL_DUE(WARNING, "what", "day", "days left"),
    ACTION_OVERDUE(WARNING, "issue", "day", "days overdue"),

    // Templates
    BAD_TEMPLATE(ERROR, "reason");

    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> arguments;

    ProblemCode(Severity severity, String... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    public Severity severity() {
        return severity;
    }

    /** The stable code: {@code unknown-field}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of what the words of this problem speak of, in the order of their placeholders. */
    public List<String> arguments() {
        return arguments;
    }

    /** Whether a problem of this kind may have so many arguments. */
    boolean takes(int count) {
        long needed = arguments.stream().filter(name -> !name.endsWith("?")).count();
        return needed <= count && count <= arguments.size();
    }
}
