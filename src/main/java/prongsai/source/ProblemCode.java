package prongsai.source;

import static prongsai.source.Concern.DISCLOSURE;
import static prongsai.source.Concern.EXTERNAL;
import static prongsai.source.Concern.FIGURES;
import static prongsai.source.Concern.FILE;
import static prongsai.source.Concern.FORM;
import static prongsai.source.Concern.FRESHNESS;
import static prongsai.source.Concern.MARKDOWN;
import static prongsai.source.Concern.PRIVACY;
import static prongsai.source.Concern.REFERENCE;
import static prongsai.source.Concern.SYNTAX;
import static prongsai.source.Concern.TEMPLATE;
import static prongsai.source.Concern.VALUE;
import static prongsai.source.Severity.ERROR;
import static prongsai.source.Severity.INFO;
import static prongsai.source.Severity.WARNING;

import java.util.List;

/**
 * Every kind of problem. The name in lower case with hyphens is its stable code ({@code unknown-field}); its words stand
 * in {@code messages/problems_th.properties} and {@code problems_en.properties} under that code.
 *
 * <p>After the severity come the names of what its words speak of, in the order of {@code {0}}, {@code {1}}, ... A name
 * that ends in a question mark may be left out, or be empty where there is nothing to say.
 */
public enum ProblemCode {
    // A file as a whole
    NOT_UTF_8(FILE, ERROR),
    EMPTY_FILE(FILE, ERROR),
    FILE_TOO_LARGE(FILE, ERROR, "megabytes"),
    UNREADABLE_FILE(FILE, ERROR),
    MISSING_SITE_FILE(FILE, ERROR),
    UNEXPECTED_FILE(FILE, ERROR, "path", "suggestion"),
    BAD_FILE_NAME(FILE, ERROR, "name", "suggestion?"),
    LINK_OUT(FILE, ERROR, "name"),
    DUPLICATE_URL(FILE, ERROR, "url", "other file"),
    RESERVED_NAME(FILE, ERROR, "name"),
    MISPLACED_RECORD(FILE, ERROR, "path", "right form"),
    BAD_YEAR_FOLDER(FILE, ERROR, "folder", "suggestion"),
    YEAR_MISMATCH(FILE, ERROR, "fiscal year", "file name"),
    UNREFERENCED_FILE(FILE, INFO, "path"),

    // Syntax
    BAD_JSON(SYNTAX, ERROR, "what stands there?"),
    TRAILING_COMMA(SYNTAX, ERROR),
    MISSING_COMMA(SYNTAX, ERROR),
    TEXT_NOT_CLOSED(SYNTAX, ERROR),
    BAD_YAML(SYNTAX, ERROR),
    BAD_INDENT(SYNTAX, ERROR),
    UNQUOTED_COLON(SYNTAX, ERROR),
    TAB_INDENT(SYNTAX, ERROR),
    TEXT_AFTER_END(SYNTAX, ERROR),
    TOO_DEEP(SYNTAX, ERROR),
    NOT_FIELDS(SYNTAX, ERROR),
    FRONT_MATTER_MISSING(SYNTAX, ERROR),
    FRONT_MATTER_NOT_CLOSED(SYNTAX, ERROR),
    DUPLICATE_FIELD(SYNTAX, ERROR, "field", "line of the first"),
    YAML_ALIAS(SYNTAX, ERROR, "alias"),

    // Form of a record, by its schema
    UNKNOWN_FIELD(FORM, ERROR, "field", "suggestion"),
    BAD_NAME(FORM, ERROR, "name"),
    MISSING_FIELD(FORM, ERROR, "field", "its meaning in Thai?"),
    WRONG_TYPE(FORM, ERROR, "field?", "kind found", "kinds expected", "hint in Thai?", "hint in English?"),
    EMPTY_VALUE(FORM, ERROR, "field"),
    WRONG_VALUE(FORM, ERROR, "field", "value", "hint in Thai?", "hint in English?"),
    NOT_IN_LIST(FORM, ERROR, "field", "value", "suggestion"),
    OUT_OF_RANGE(FORM, ERROR, "field", "value", "range"),

    // Meaning of a value
    COMMON_ERA_YEAR(VALUE, ERROR, "field", "year", "the year in the Buddhist Era"),
    BAD_FISCAL_YEAR(VALUE, ERROR, "field", "year"),
    BAD_DATE(VALUE, ERROR, "field", "value"),
    DATE_AHEAD(VALUE, WARNING, "field", "day in the Buddhist Era"),
    PERIOD_REVERSED(VALUE, ERROR),
    BAD_BASE_URL(VALUE, ERROR, "value"),
    LOW_CONTRAST(VALUE, ERROR, "colour", "contrast"),
    UNKNOWN_INDICATOR(VALUE, ERROR, "code", "suggestion"),
    MISSING_INDICATOR(VALUE, ERROR, "code", "name"),
    DUPLICATE_INDICATOR(VALUE, ERROR, "code"),
    MISSING_INSTRUMENT(VALUE, ERROR, "code"),
    DUPLICATE_INSTRUMENT(VALUE, ERROR, "code"),
    UNKNOWN_ITEM(VALUE, ERROR, "code", "suggestion"),
    DUPLICATE_ITEM(VALUE, ERROR, "code"),
    WEIGHTS_NOT_100(VALUE, ERROR, "weights", "sum"),
    ITEM_COUNT_MISMATCH(VALUE, WARNING, "written", "counted"),
    UNKNOWN_GRADE(VALUE, ERROR, "grade", "known grades"),
    UNKNOWN_UNIT(VALUE, ERROR, "unit", "suggestion?"),
    UNKNOWN_TOPIC(VALUE, ERROR, "topic", "suggestion"),
    UNKNOWN_COMPONENT(VALUE, ERROR, "component", "topic", "suggestion"),
    DERIVED_CLAIM(VALUE, INFO, "topic", "component"),
    UNKNOWN_COLUMN(VALUE, ERROR, "column", "suggestion"),
    NOT_A_NUMBER(VALUE, ERROR, "column", "value"),
    DRAFT_SIGNED(VALUE, ERROR),
    NO_CATALOGUE(VALUE, ERROR, "fiscal year", "first year known", "last year known"),

    // References
    PATH_LEAVES_CONTENT(REFERENCE, ERROR, "path"),
    MISSING_ATTACHMENT(REFERENCE, ERROR, "path", "suggestion?"),
    DANGLING_REFERENCE(REFERENCE, ERROR, "reference", "suggestion?"),
    LINK_DEAD(REFERENCE, ERROR, "link", "suggestion?"),
    DANGLING_ANCHOR(REFERENCE, ERROR, "anchor", "suggestion?"),
    NO_RESULT_FOR_PLAN(REFERENCE, ERROR, "fiscal year of the result"),
    LOWEST_INDICATOR_CONTRADICTED(
            REFERENCE, ERROR, "indicator written", "its score", "instrument", "lowest indicators", "their score"),
    DONE_WITHOUT_EVIDENCE(REFERENCE, WARNING, "issue"),

    // Markdown
    UNSAFE_HTML(MARKDOWN, WARNING, "what was left out"),
    UNSAFE_LINK(MARKDOWN, WARNING, "link"),
    REMOTE_IMAGE(MARKDOWN, WARNING, "address"),
    STRAY_EMPHASIS(MARKDOWN, WARNING, "text around"),
    MISSING_ALT(MARKDOWN, WARNING, "image"),
    LINK_WITHOUT_TEXT(MARKDOWN, WARNING, "address"),
    UNDEFINED_FOOTNOTE(MARKDOWN, WARNING, "label"),
    UNUSED_FOOTNOTE(MARKDOWN, WARNING, "label"),
    UNUSED_LINK_DEFINITION(MARKDOWN, WARNING, "label"),
    HIDDEN_CHARACTER(MARKDOWN, WARNING, "character"),
    NESTED_TOO_DEEP(MARKDOWN, WARNING, "limit"),
    TOO_MUCH(MARKDOWN, ERROR, "what", "limit"),

    // Figures that disagree
    SCORE_MISMATCH(FIGURES, WARNING, "code", "printed", "recomputed", "working"),
    RANKING_MISMATCH(FIGURES, WARNING, "indicator", "in the ranking", "in the table"),
    RANKING_ORDER(FIGURES, WARNING, "indicator above", "its score", "indicator below", "its score"),
    GRADE_MISMATCH(FIGURES, WARNING, "printed", "total", "earned"),

    // What has been disclosed
    ITEM_MISSING(
            DISCLOSURE,
            WARNING,
            "item",
            "name",
            "fiscal year",
            "points of OIT",
            "points of the total",
            "missing components"),
    COMPONENT_MISSING(
            DISCLOSURE,
            WARNING,
            "item",
            "name",
            "fiscal year",
            "points of OIT",
            "points of the total",
            "component",
            "kind of gap"),

    // What has come due
    RENEWAL_DUE(FRESHNESS, WARNING, "what", "day", "days", "left or over"),
    SECURITY_EXPIRED(FRESHNESS, WARNING, "day"),
    ACTION_OVERDUE(FRESHNESS, WARNING, "issue", "day", "days overdue"),
    RECORD_STALE(FRESHNESS, INFO, "fiscal year", "day of the last change", "days since"),
    ALLOWANCE_EXPIRED(FRESHNESS, WARNING, "reason", "day"),

    // What must never be published
    PERSONAL_ID(PRIVACY, ERROR, "masked number", "kind of place?", "place?"),
    PERSONAL_MOBILE(PRIVACY, ERROR, "masked number", "kind of place?", "place?"),
    PERSONAL_ACCOUNT(PRIVACY, ERROR, "masked number", "kind of place?", "place?"),
    PICTURE_LOCATION(PRIVACY, WARNING, "place?"),
    UNSEARCHABLE_FILE(PRIVACY, WARNING, "why it cannot be read"),

    // Other websites
    EXTERNAL_LINK_DEAD(EXTERNAL, WARNING, "address", "reason", "status?"),
    EXTERNAL_LINK_UNSURE(EXTERNAL, WARNING, "address", "reason", "status?"),
    EXTERNAL_LINK_MOVED(EXTERNAL, INFO, "address", "new address"),

    // Templates
    BAD_TEMPLATE(TEMPLATE, ERROR, "reason");

    private final Concern concern;
    private final Severity severity;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> arguments;

    ProblemCode(Concern concern, Severity severity, String... arguments) {
        this.concern = concern;
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    /** What is at stake while such a problem stands. */
    public Concern concern() {
        return concern;
    }

    public Severity severity() {
        return severity;
    }

    /** The stable code: {@code unknown-field}. */
    public String id() {
        return StableName.of(this);
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
